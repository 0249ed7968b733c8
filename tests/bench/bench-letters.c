/* Makes so many letters of one page, each to somebody else, from the facts of one case: the program's own way, or the same text
 * with Cairo and Pango alone, or as files for another program to convert.
 *
 *   bench-letters each FACTS.xml LETTERS FOLDER   a PDF for each, with fonts made once
 *   bench-letters all  FACTS.xml LETTERS FOLDER   one PDF
 *   bench-letters bare FACTS.xml LETTERS FOLDER   one PDF, drawn paragraph by paragraph and nothing else
 *   bench-letters text FACTS.xml LETTERS FOLDER   flat OpenDocument texts, one for each
 *   bench-letters book FACTS.xml LETTERS FOLDER   one flat OpenDocument text with a page for each
 *
 * prints how many seconds of processor time it took to have the texts of all, and then to set, draw and save them.
 */
#include "documents/fw-document-batch.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DOCUMENT "resignation-receipt"
#define LEFT 79.0
#define TOP 85.0
#define WIDTH 442.0

/* Styles of an OpenDocument text. */
#define FONT(face, weight, size) \
  "<style:text-properties style:font-name=\"" face "\" style:font-name-asian=\"" face "\" fo:font-weight=\"" weight "\"" \
  " style:font-weight-asian=\"" weight "\" fo:font-size=\"" size "\" style:font-size-asian=\"" size "\"" \
  " fo:language=\"zh\" fo:country=\"CN\" style:language-asian=\"zh\" style:country-asian=\"CN\"/>"
#define STYLE(name, parent, align, face, weight, size, more) \
  "<style:style style:name=\"" name "\" style:family=\"paragraph\"" parent "><style:paragraph-properties fo:text-align=\"" align \
  "\"" more "/>" FONT (face, weight, size) "</style:style>"

static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱" };
static const char *const given[] = { "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛",
                                     "明", "超", "秀", "霞", "平", "刚", "桂", "英", "华", "玉", "兰", "红", "梅", "海" };

static const char *const departments[] = { "华东销售部", "华北销售部", "工艺工程部", "质量保证部", "客户服务部", "装配车间" };

/* Name, number, department and days are others in each letter, as they are in letters that really go out. */
static FwFacts *
make_facts (const char *path,
            guint letter)
{
  g_autoptr (GError) error = NULL;
  FwFacts *facts = fw_facts_load_file (path, NULL, &error);
  g_autofree char *name = NULL;
  g_autofree char *number = g_strdup_printf ("E%04u", letter);
  g_autofree char *paper = NULL;
  g_autofree char *given_on = NULL;
  g_autofree char *handed_over = NULL;

  if (facts == NULL)
    g_error ("%s", error->message);
  name = g_strconcat (surnames[letter % G_N_ELEMENTS (surnames)], given[letter % G_N_ELEMENTS (given)],
                      given[letter / 7 % G_N_ELEMENTS (given)], NULL);
  fw_facts_set (facts, "employee/@name", name, NULL);
  paper = g_strdup_printf ("2026-%04u", letter + 1);
  given_on = g_strdup_printf ("2026-03-%02u", 10 + letter % 9);
  handed_over = g_strdup_printf ("2026-04-%02u", 1 + letter % 8);
  fw_facts_set (facts, "employee/@number", number, NULL);
  fw_facts_set (facts, "case/@number", paper, NULL);
  fw_facts_set (facts, "employee/employment/@department", departments[letter % G_N_ELEMENTS (departments)], NULL);
  fw_facts_set (facts, "departure/@letter-received", given_on, NULL);
  fw_facts_set (facts, "case/@handover-date", handed_over, NULL);
  return facts;
}

static FwDocumentBatch *
make_batch (const char *path,
            guint letters)
{
  g_auto (GStrv) folders = fw_document_find_folders ("CN");
  FwDocumentOptions options = { .id = DOCUMENT, .is_final = TRUE };
  g_autoptr (GError) error = NULL;
  FwDocumentBatch *batch = fw_document_batch_new ((const char *const *) folders, &error);

  for (guint i = 0; batch != NULL && i < letters; i++)
    {
      g_autoptr (FwFacts) facts = make_facts (path, i);

      if (!fw_document_batch_add (batch, facts, &options, &error))
        break;
    }
  if (error != NULL)
    g_error ("%s", error->message);
  return batch;
}

static void
save (FwDocumentBatch *batch,
      gboolean each,
      const char *folder)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_build_filename (folder, "letters.pdf", NULL);

  for (guint i = 0; i < fw_document_batch_get_n (batch); i++)
    g_ptr_array_add (files, g_strdup_printf ("%s/letter-%u.pdf", folder, i));
  if (each)
    fw_document_batch_save_each (batch, (const char *const *) files->pdata, &error);
  else
    fw_document_batch_save_all (batch, file, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

/* What one paper says, a paragraph for each block that says something. */
static GPtrArray *
read_paragraphs (FwDocument *paper)
{
  GPtrArray *blocks = fw_document_get_blocks (paper);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FwDocumentBlock *block = g_ptr_array_index (blocks, i);
      g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

      for (guint l = 0; lines[l] != NULL; l++)
        if (*lines[l] != '\0')
          g_ptr_array_add (paragraphs, g_strdup (lines[l]));
    }
  return paragraphs;
}

static PangoContext *
make_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  g_object_unref (map);
  return context;
}

static void
draw_bare (FwDocumentBatch *batch,
           const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "bare.pdf", NULL);
  PangoContext *context = make_context ();
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_from_string ("Noto Serif CJK SC 12");
  cairo_surface_t *surface = cairo_pdf_surface_create (file, 595, 842);
  cairo_t *cr = cairo_create (surface);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (WIDTH * PANGO_SCALE));
  pango_layout_set_justify (layout, TRUE);
  for (guint i = 0; i < fw_document_batch_get_n (batch); i++)
    {
      g_autoptr (GPtrArray) paragraphs = read_paragraphs (fw_document_batch_get (batch, i));
      double y = TOP;

      for (guint p = 0; p < paragraphs->len; p++)
        {
          int height;

          pango_layout_set_text (layout, g_ptr_array_index (paragraphs, p), -1);
          cairo_move_to (cr, LEFT, y);
          pango_cairo_show_layout (cr, layout);
          pango_layout_get_size (layout, NULL, &height);
          y += (double) height / PANGO_SCALE;
        }
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* An item of a letter begins with its heading, up to the first full stop. */
static const char *
end_of_heading (const FwDocumentBlock *block,
                const char *line)
{
  const char *stop = block->kind == FW_BLOCK_ITEM ? strstr (line, "。") : NULL;

  return stop != NULL ? stop + strlen ("。") : line;
}

static const char *
style_of (const FwDocumentBlock *block,
          gboolean on_a_new_page)
{
  if (block->kind == FW_BLOCK_TITLE)
    return on_a_new_page ? "First" : "Title";
  return block->kind == FW_BLOCK_SLIP ? "Small" : "Body";
}

static void
append_line (GString *text,
             const FwDocumentBlock *block,
             const char *line,
             gboolean on_a_new_page)
{
  const char *rest = end_of_heading (block, line);
  g_autofree char *heading = g_markup_escape_text (line, rest - line);
  g_autofree char *escaped = g_markup_escape_text (rest, -1);

  g_string_append_printf (text, "<text:p text:style-name=\"%s\">", style_of (block, on_a_new_page));
  if (*heading != '\0')
    g_string_append_printf (text, "<text:span text:style-name=\"Strong\">%s</text:span>", heading);
  g_string_append_printf (text, "%s</text:p>\n", escaped);
}

/* In the typefaces and sizes of the paper: title, headings, text, the slip below. */
static void
append_letter (GString *text,
               FwDocument *paper,
               gboolean on_a_new_page)
{
  GPtrArray *blocks = fw_document_get_blocks (paper);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FwDocumentBlock *block = g_ptr_array_index (blocks, i);
      g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

      for (guint l = 0; lines[l] != NULL; l++)
        if (*lines[l] != '\0')
          append_line (text, block, lines[l], on_a_new_page);
    }
}

static void
write_text (const char *path,
            const char *body)
{
  static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n"
    "<office:font-face-decls>"
    "<style:font-face style:name=\"Song\" svg:font-family=\"&apos;Noto Serif CJK SC&apos;\"/>"
    "<style:font-face style:name=\"Hei\" svg:font-family=\"&apos;Noto Sans CJK SC&apos;\"/>"
    "</office:font-face-decls>\n<office:styles>"
    STYLE ("Body", "", "justify", "Song", "normal", "12pt", "")
    STYLE ("Title", "", "center", "Song", "bold", "22pt", "")
    STYLE ("First", " style:parent-style-name=\"Title\"", "center", "Song", "bold", "22pt", " fo:break-before=\"page\"")
    STYLE ("Small", "", "justify", "Song", "normal", "9pt", "")
    "<style:style style:name=\"Strong\" style:family=\"text\">" FONT ("Hei", "bold", "12pt") "</style:style></office:styles>\n"
    "<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"210mm\""
    " fo:page-height=\"297mm\" fo:margin-top=\"20mm\" fo:margin-bottom=\"15mm\" fo:margin-left=\"28mm\""
    " fo:margin-right=\"26mm\"/></style:page-layout></office:automatic-styles>\n"
    "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"/></office:master-styles>\n"
    "<office:body><office:text>\n";
  g_autofree char *text = g_strconcat (head, body, "</office:text></office:body></office:document>\n", NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

static void
write_texts (FwDocumentBatch *batch,
             const char *folder)
{
  for (guint i = 0; i < fw_document_batch_get_n (batch); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/letter-%u.fodt", folder, i);
      g_autoptr (GString) text = g_string_new (NULL);

      append_letter (text, fw_document_batch_get (batch, i), FALSE);
      write_text (path, text->str);
    }
}

static void
write_book (FwDocumentBatch *batch,
            const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "letters.fodt", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fw_document_batch_get_n (batch); i++)
    append_letter (text, fw_document_batch_get (batch, i), i > 0);
  write_text (path, text->str);
}

/* Processor time: what other programs take meanwhile does not count. */
static double
processor_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (FwDocumentBatch) batch = NULL;
  double merged;

  if (argc != 5)
    g_error ("use: bench-letters each|all|bare|text|book FACTS.xml LETTERS FOLDER");
  batch = make_batch (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10));
  merged = processor_seconds ();
  if (strcmp (argv[1], "bare") == 0)
    draw_bare (batch, argv[4]);
  else if (strcmp (argv[1], "text") == 0)
    write_texts (batch, argv[4]);
  else if (strcmp (argv[1], "book") == 0)
    write_book (batch, argv[4]);
  else
    save (batch, strcmp (argv[1], "each") == 0, argv[4]);
  g_print ("%.3f %.3f\n", merged, processor_seconds () - merged);
  return EXIT_SUCCESS;
}
