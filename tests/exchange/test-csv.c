#include <string.h>

#include "exchange/fw-csv.h"

/* Rows as "line:cell|cell" with ! behind the line of a faulty one, so that a whole file is one comparison. */
static char *
read_all (const char *text,
          char separator)
{
  g_autoptr (FwCsvReader) reader = fw_csv_reader_new (g_strdup (text), strlen (text), separator);
  GString *all = g_string_new (NULL);
  FwCsvRow row;

  while (fw_csv_reader_next (reader, &row))
    {
      g_string_append_printf (all, "%u%s:", row.line, row.fault != FW_CSV_SOUND ? "!" : "");
      for (guint i = 0; i < row.n_cells; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", row.cells[i]);
      g_string_append_c (all, ';');
    }
  return g_string_free (all, FALSE);
}

static void
assert_reads (const char *text,
              const char *expected)
{
  g_autofree char *all = read_all (text, ',');

  g_assert_cmpstr (all, ==, expected);
}

static void
test_plain (void)
{
  assert_reads ("", "");
  assert_reads ("a", "1:a;");
  assert_reads ("a,b\nc,d\n", "1:a|b;2:c|d;");
  assert_reads ("a,b\r\nc,d\r\n", "1:a|b;2:c|d;");
  assert_reads ("a,b\rc,d", "1:a|b;2:c|d;");
  assert_reads ("a,\n,b", "1:a|;2:|b;");
  assert_reads ("a,", "1:a|;");
  assert_reads ("a\n\nb", "1:a;2:;3:b;");
}

static void
test_quoted (void)
{
  assert_reads ("\"a,b\",\"c\"\"d\"\n", "1:a,b|c\"d;");
  assert_reads ("\"\",\"\"\"\"", "1:|\";");
  assert_reads ("\"a\nb\",c\nd", "1:a\nb|c;3:d;");
  assert_reads ("\"a\r\nb\rc\"\r\nd", "1:a\r\nb\rc;4:d;");
}

/* A mark that is alone spoils its own line and no other. */
static void
test_lone_quotes (void)
{
  assert_reads ("a,5\"x\nb,c\n", "1!:a|5\"x;2:b|c;");
  assert_reads ("=\"0012\",b\n=\"open,c\n", "1:0012|b;2!:=\"open|c;");
  assert_reads ("a,\"open\nb,c\nd,e\n", "1!:a|\"open;2:b|c;3:d|e;");
  assert_reads ("a,\"b\"c\nd,e\n", "1!:a|\"b\"c;2:d|e;");
  assert_reads ("a,\"open\nb,\"quoted\"\n", "1!:a|\"open;2:b|quoted;");
  assert_reads ("\"", "1!:\";");
}

static void
test_limits (void)
{
  g_autofree char *filler = g_strnfill (FW_CSV_MAX_CELL_BYTES + 10, 'x');
  g_autofree char *cell = g_strdup_printf ("%s,b\nc,d\n", filler);
  g_autofree char *quoted = g_strdup_printf ("\"%s\",b\nc,d\n", filler);
  g_autofree char *wide = g_strnfill (FW_CSV_MAX_CELLS + 10, ',');
  g_autoptr (FwCsvReader) long_cell = fw_csv_reader_new (g_strdup (cell), strlen (cell), ',');
  g_autoptr (FwCsvReader) long_quoted = fw_csv_reader_new (g_strdup (quoted), strlen (quoted), ',');
  g_autoptr (FwCsvReader) wide_row = fw_csv_reader_new (g_strdup (wide), strlen (wide), ',');
  FwCsvRow row;

  g_assert_true (fw_csv_reader_next (long_cell, &row));
  g_assert_cmpint (row.fault, ==, FW_CSV_LONG_CELL);
  g_assert_true (fw_csv_reader_next (long_cell, &row));
  g_assert_cmpstr (row.cells[1], ==, "d");
  g_assert_true (fw_csv_reader_next (long_quoted, &row));
  g_assert_cmpint (row.fault, !=, FW_CSV_SOUND);
  g_assert_true (fw_csv_reader_next (long_quoted, &row));
  g_assert_cmpstr (row.cells[1], ==, "d");
  g_assert_true (fw_csv_reader_next (wide_row, &row));
  g_assert_cmpint (row.fault, ==, FW_CSV_WIDE_ROW);
  g_assert_cmpuint (row.n_cells, ==, FW_CSV_MAX_CELLS);
}

static void
test_lost_character (void)
{
  assert_reads ("a,\xef\xbf\xbd\nb,c\n", "1!:a|\xef\xbf\xbd;2:b|c;");
}

static void
test_separator (void)
{
  const char *comma = "a,b;c,d\n1,2;3,4\n";
  const char *semicolon = "a;b,c;d\n1;2;3\n";
  const char *tab = "a\tb,c\n1\t2\n";

  g_assert_cmpint (fw_csv_find_separator (comma, strlen (comma)), ==, ',');
  g_assert_cmpint (fw_csv_find_separator (semicolon, strlen (semicolon)), ==, ';');
  g_assert_cmpint (fw_csv_find_separator (tab, strlen (tab)), ==, '\t');
  g_assert_cmpint (fw_csv_find_separator ("sep=;\na,b\n", 10), ==, ';');
  g_assert_cmpint (fw_csv_find_separator ("sep=|\na|b\n", 10), ==, '|');
  g_assert_cmpint (fw_csv_find_separator ("only\none\n", 9), ==, ',');
  g_assert_cmpint (fw_csv_find_separator ("", 0), ==, ',');
}

/* A separator is one character of ASCII that no cell needs: half a full-width sign would cut letters in two. */
static void
test_bad_separator_line (void)
{
  const char *lines[] = { "sep=；\na；b\n", "sep=\"\n\"a\"\n", "sep=\na\n", "sep=\r\na\n", "sep=x\naxb\n", "sep=1\na\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpint (fw_csv_find_separator (lines[i], strlen (lines[i])), ==, ',');
  g_assert_cmpint (fw_csv_find_separator ("sep=；\na\tb\n", 12), ==, '\t');
}

static void
assert_harmless (const char *cell,
                 const char *expected)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  fw_csv_append_harmless_cell (csv, cell, ',');
  g_assert_cmpstr (csv->str, ==, expected);
}

/* A sign before digits is a telephone or an amount only where nothing else follows. */
static void
test_harmless (void)
{
  assert_harmless (NULL, "");
  assert_harmless ("", "");
  assert_harmless ("-", "-");
  assert_harmless ("+86 138-0000-0001", "+86 138-0000-0001");
  assert_harmless ("-12.50", "-12.50");
  assert_harmless ("-1,250.00", "\"-1,250.00\"");
  assert_harmless ("=1+1", "'=1+1");
  assert_harmless ("@SUM(A1)", "'@SUM(A1)");
  assert_harmless ("+A1", "'+A1");
  assert_harmless ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0");
  assert_harmless ("+1*HYPERLINK(A1)", "'+1*HYPERLINK(A1)");
  assert_harmless ("\t=1+1", "'\t=1+1");
  assert_harmless ("\r=1+1", "\"'\r=1+1\"");
}

/* What is written is read again as it was, and reading anything at all ends and never leaves the text. */
static void
test_round_trip (void)
{
  const char *pieces[] = { "\"", ",", "\n", "\r", "a", "姓", " ", "\r\n", "\"\"", "" };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      g_autoptr (GString) csv = g_string_new (NULL);
      FwCsvRow row;

      for (gint i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      fw_csv_append_cell (csv, cell->str, ',');
      g_string_append (csv, ",end\r\n");
      {
        g_autoptr (FwCsvReader) reader = fw_csv_reader_new (g_strdup (csv->str), csv->len, ',');

        g_assert_true (fw_csv_reader_next (reader, &row));
        g_assert_cmpint (row.fault, ==, FW_CSV_SOUND);
        g_assert_cmpuint (row.n_cells, ==, 2);
        g_assert_cmpstr (row.cells[0], ==, cell->str);
        g_assert_false (fw_csv_reader_next (reader, &row));
      }
      g_free (read_all (cell->str, ','));
    }
}

/* The line of a row is the line an editor shows, whatever stands above it. */
static void
test_line_numbers (void)
{
  const char *rows[] = { "a,b\n", "a,\"b\nc\"\r\n", "a\"b\n", "\r", "\"open\n", "x,\"\"\n" };
  const guint lines[] = { 1, 2, 1, 1, 1, 1 };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint line = 1;

      for (guint i = 0; i < 8; i++)
        {
          gint pick = g_test_rand_int_range (0, G_N_ELEMENTS (rows) - 2);

          g_string_append (text, rows[pick]);
          line += lines[pick];
        }
      g_string_append (text, "last\n");
      {
        g_autoptr (FwCsvReader) reader = fw_csv_reader_new (g_strdup (text->str), text->len, ',');
        FwCsvRow row = { 0 };

        while (fw_csv_reader_next (reader, &row))
          ;
        g_assert_cmpuint (row.line, ==, line);
        g_assert_cmpstr (row.cells[0], ==, "last");
      }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/quoted", test_quoted);
  g_test_add_func ("/csv/lone-quotes", test_lone_quotes);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/lost-character", test_lost_character);
  g_test_add_func ("/csv/separator", test_separator);
  g_test_add_func ("/csv/bad-separator-line", test_bad_separator_line);
  g_test_add_func ("/csv/harmless", test_harmless);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/line-numbers", test_line_numbers);
  return g_test_run ();
}
