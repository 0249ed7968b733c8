#include "store/fw-search-index.h"

#include <string.h>

#include "store/fw-memory-rows.h"

/* From so many people on the index is built in larger pieces than usual: fewer are written and merged. */
#define BULK_PEOPLE 1000
/* What FTS5 gathers in memory before it writes, bytes: its own measure, and some ten thousand people. More than a processor's own cache
 * takes half as long again: each word of a person is a place of its own in what is gathered. */
#define USUAL_GATHERED (1024 * 1024)
#define BULK_GATHERED (4 * 1024 * 1024)
/* How many such pieces it merges a little further at each writing: its own measure, and none before there are too many (sixteen). */
#define USUAL_MERGED 4
#define BULK_MERGED 0

/* Whether a character is Chinese: each of them is a word of the index. */
gboolean
_fw_search_is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

/*
 * One word for each Chinese character: a phrase of them then finds any part of a name, also of one
 * character.
 */
static char *
spread_characters (const char *text)
{
  GString *spread = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (_fw_search_is_han (character))
        g_string_append_c (spread, ' ');
      g_string_append_unichar (spread, character);
      if (_fw_search_is_han (character))
        g_string_append_c (spread, ' ');
    }
  return g_string_free (spread, FALSE);
}

static void
append_digits (GString *words,
               const char *text)
{
  for (const char *c = text; c != NULL && *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (words, *c);
  g_string_append_c (words, ' ');
}

/* The staff number as it is and by its digits alone, and the phone without its dashes. */
static char *
collect_numbers (FwRecord *employee)
{
  const char *number = fw_record_get (employee, "number");
  GString *words = g_string_new (NULL);

  for (const char *c = number; *c != '\0'; c++)
    if ((guchar) *c >= 0x80 || g_ascii_isalnum (*c))
      g_string_append_c (words, *c);
  g_string_append_c (words, ' ');
  append_digits (words, number);
  append_digits (words, fw_record_get (employee, "phone"));
  return g_string_free (words, FALSE);
}

static char *
make_sort_key (FwRecord *employee)
{
  const char *readings = fw_record_get (employee, "pinyin");
  g_auto (GStrv) each = g_strsplit (readings != NULL ? readings : "", ";", 2);
  g_autofree char *first = each[0] != NULL ? g_ascii_strdown (g_strstrip (each[0]), -1) : g_strdup ("");

  return g_strdup_printf ("%s\x1f%s\x1f%s", first, fw_record_get (employee, "name"),
                          fw_record_get (employee, "number"));
}

/* Takes a removed employee out of the index; within the transaction of the removal. */
gboolean
_fw_store_unindex_employee (FwStore *self,
                            gint64 seq,
                            GError **error)
{
  static const char *const deletions[] = {
    "DELETE FROM employee_search WHERE rowid = ?",
    "DELETE FROM employee_sort WHERE seq = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    {
      g_autoptr (FwStatement) statement = _fw_connection_prepare (self->writer, deletions[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, seq);
      if (!_fw_connection_run (self->writer, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Works out what is kept of @employee, (transfer full), to be freed by g_free(); seq is left to whoever stores it. */
FwPersonWords *
_fw_person_words_new (FwRecord *employee)
{
  const char *readings = fw_record_get (employee, "pinyin");
  g_autofree char *characters = spread_characters (fw_record_get (employee, "name"));
  g_autofree char *pinyin = _fw_pinyin_get_words (readings);
  g_autofree char *initials = _fw_pinyin_get_initials (readings);
  g_autofree char *numbers = collect_numbers (employee);
  g_autofree char *sort_key = make_sort_key (employee);
  const gsize texts =
    strlen (characters) + strlen (pinyin) + strlen (initials) + strlen (numbers) + strlen (sort_key) + 5;
  FwPersonWords *self = g_malloc0 (sizeof *self + texts);

  /* Side by side: another thread reads them. */
  self->characters = (char *) (self + 1);
  self->pinyin = g_stpcpy (self->characters, characters) + 1;
  self->initials = g_stpcpy (self->pinyin, pinyin) + 1;
  self->numbers = g_stpcpy (self->initials, initials) + 1;
  self->sort_key = g_stpcpy (self->numbers, numbers) + 1;
  strcpy (self->sort_key, sort_key);
  return self;
}

static gboolean
index_person (FwStore *self,
              const FwPersonWords *person,
              GError **error)
{
  g_autoptr (FwStatement) search = _fw_connection_prepare (
    self->writer,
    "INSERT INTO employee_search (rowid, characters, pinyin, initials, numbers) VALUES (?, ?, ?, ?, ?)",
    error);

  if (search == NULL)
    return FALSE;
  sqlite3_bind_int64 (search, 1, person->seq);
  _fw_bind_kept_text (search, 2, person->characters);
  _fw_bind_kept_text (search, 3, person->pinyin);
  _fw_bind_kept_text (search, 4, person->initials);
  _fw_bind_kept_text (search, 5, person->numbers);
  return _fw_connection_run (self->writer, search, error);
}

static void
sort_value (sqlite3_context *answer,
            gpointer data,
            guint row,
            int column)
{
  const FwPersonWords *person = g_ptr_array_index ((GPtrArray *) data, row);

  if (column == 0)
    sqlite3_result_int64 (answer, person->seq);
  else
    _fw_answer_text (answer, person->sort_key);
}

static gboolean
configure_index (FwStore *self,
                 const char *what,
                 int value,
                 GError **error)
{
  g_autoptr (FwStatement) statement = _fw_connection_prepare (
    self->writer, "INSERT INTO employee_search (employee_search, rank) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  _fw_bind_kept_text (statement, 1, what);
  sqlite3_bind_int (statement, 2, value);
  return _fw_connection_run (self->writer, statement, error);
}

/* How the index is written from now on: for many people, or as usual. */
static gboolean
prepare_for (FwStore *self,
             gboolean bulk,
             GError **error)
{
  return configure_index (self, "hashsize", bulk ? BULK_GATHERED : USUAL_GATHERED, error) &&
         configure_index (self, "automerge", bulk ? BULK_MERGED : USUAL_MERGED, error);
}

/* Puts @people (FwPersonWords) into the index, where they must not be yet; within the transaction of their change. */
gboolean
_fw_store_index_employees (FwStore *self,
                           GPtrArray *people,
                           GError **error)
{
  const gboolean bulk = people->len >= BULK_PEOPLE;
  FwMemoryRows sorts = { people->len, sort_value, people, 0 };

  if (bulk && !prepare_for (self, TRUE, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    if (!index_person (self, g_ptr_array_index (people, i), error))
      return FALSE;
  return _fw_memory_rows_insert (self->writer, "employee_sort", 2, &sorts, error) &&
         (!bulk || prepare_for (self, FALSE, error));
}
