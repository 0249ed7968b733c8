/* The parts of a talk's preparation that are only read. */
#include "config.h"

#include "ui/departure/fw-talk-parts.h"

#include "ui/departure/fw-case-words.h"
#include "ui/fw-language.h"

#include <string.h>

/* Four Chinese characters, or the longest word of an English title. */
#define FACT_TITLE_CHARS (g_str_equal (fw_language_get (), "zh") ? 8 : 11)

#define WHOLE_CHARS 12 /* as wide as the narrowest column has room for */

static gboolean
says (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
keep_whole (PangoAttrList *attributes,
            gsize start,
            gsize end)
{
  PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

  whole->start_index = (guint) start;
  whole->end_index = (guint) end;
  pango_attr_list_insert (attributes, whole);
}

/* What stands between two marks, as "60 分合格", is read at a glance; a longer part takes the lines it needs. No line begins with a mark. */
static PangoAttrList *
keep_parts_whole (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GRegex) between = g_regex_new (" [·→] ", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start = 0, mark = 0, next = 0;

  for (g_regex_match (between, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_match_info_fetch_pos (match, 0, &mark, &next);
      if (g_utf8_strlen (text + start, mark - start) <= WHOLE_CHARS)
        keep_whole (attributes, (gsize) start, (gsize) next - 1);
      else
        keep_whole (attributes, (gsize) (g_utf8_prev_char (text + mark) - text), (gsize) next - 1);
      start = next;
    }
  if (start > 0 && g_utf8_strlen (text + start, -1) <= WHOLE_CHARS)
    keep_whole (attributes, (gsize) start, strlen (text));
  return attributes;
}

/**
 * fw_talk_parts_new_line:
 * @style: (nullable): its class
 *
 * Returns: (transfer floating): a text that takes the lines it needs; short parts of it, between marks, stay whole
 */
GtkWidget *
fw_talk_parts_new_line (const char *text,
                        const char *style)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = keep_parts_whole (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* The fact, with the note under it. */
static GtkWidget *
make_texts (const FwTalkSheetRow *row)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (texts, TRUE);
  if (says (row->text))
    {
      GtkWidget *text = fw_talk_parts_new_line (row->text, row->unknown ? "warn" : "heading");

      if (row->unknown)
        gtk_widget_add_css_class (text, "fw-text");
      gtk_box_append (GTK_BOX (texts), text);
    }
  if (says (row->note))
    gtk_box_append (GTK_BOX (texts), fw_talk_parts_new_line (row->note, "dim-label"));
  return texts;
}

/* A mark, the text, and the note under it; a point with a title of its own is to be heeded. */
static GtkWidget *
make_point (const FwTalkSheetRow *row,
            const char *icon,
            const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const gboolean heed = says (row->title);
  GtkWidget *image = gtk_image_new_from_icon_name (heed ? "dialog-warning-symbolic" : icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, "fw-mark");
  gtk_widget_add_css_class (image, "fw-beside");
  gtk_widget_add_css_class (image, heed ? "warn" : style);
  gtk_box_append (GTK_BOX (box), image);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), fw_talk_parts_new_line (row->text, NULL));
  if (says (row->note))
    gtk_box_append (GTK_BOX (texts), fw_talk_parts_new_line (row->note, "dim-label"));
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}

/**
 * fw_talk_parts_show_points:
 * @rows: (element-type FwTalkSheetRow): of a part
 * @icon: the mark before each
 * @style: of the mark: clear, warn or block
 *
 * Shows a part whose rows are read one by one.
 */
void
fw_talk_parts_show_points (GtkBox *box,
                           GPtrArray *rows,
                           const char *icon,
                           const char *style)
{
  fw_box_clear (box);
  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (box, make_point (rows->pdata[i], icon, style));
}

/**
 * fw_talk_parts_show_facts:
 * @rows: (element-type FwTalkSheetRow): the facts
 *
 * Shows what a fact is about beside what it says.
 */
void
fw_talk_parts_show_facts (GtkBox *box,
                          GPtrArray *rows)
{
  GtkWidget *grid = gtk_grid_new ();

  fw_box_clear (box);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  for (guint i = 0; i < rows->len; i++)
    {
      const FwTalkSheetRow *row = rows->pdata[i], *before = i > 0 ? rows->pdata[i - 1] : NULL;
      gboolean again = before != NULL && g_strcmp0 (before->title, row->title) == 0;
      GtkWidget *title = fw_talk_parts_new_line (again ? "" : row->title, "dim-label");

      gtk_label_set_yalign (GTK_LABEL (title), 0);
      gtk_label_set_width_chars (GTK_LABEL (title), FACT_TITLE_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (title), FACT_TITLE_CHARS);
      gtk_grid_attach (GTK_GRID (grid), title, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_texts (row), 1, (int) i, 1, 1);
    }
  gtk_box_append (box, grid);
}

/**
 * fw_talk_parts_show_answers:
 * @rows: (element-type FwTalkSheetRow): what may be said, what to answer, what not
 *
 * Shows the answer under what it answers.
 */
void
fw_talk_parts_show_answers (GtkBox *box,
                            GPtrArray *rows)
{
  fw_box_clear (box);
  for (guint i = 0; i < rows->len; i++)
    {
      const FwTalkSheetRow *row = rows->pdata[i];
      GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_box_append (GTK_BOX (texts), fw_talk_parts_new_line (row->title, "heading"));
      if (says (row->text))
        gtk_box_append (GTK_BOX (texts), fw_talk_parts_new_line (row->text, NULL));
      if (says (row->note))
        gtk_box_append (GTK_BOX (texts), fw_talk_parts_new_line (row->note, "dim-label"));
      gtk_box_append (box, texts);
    }
}

/**
 * fw_talk_parts_dup_said:
 *
 * Returns: (transfer full): what the parts that are only read say, in one text, to find out whether they still say it
 */
char *
fw_talk_parts_dup_said (FwTalkSheet *sheet)
{
  static const char *const parts[] = { "bring", "facts", "objections", "aim", "never", "offer", "open" };
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GPtrArray *rows = fw_talk_sheet_get (sheet, parts[i]);

      for (guint r = 0; r < rows->len; r++)
        {
          const FwTalkSheetRow *row = rows->pdata[r];

          /* Which things are packed is shown by their own checks. */
          g_string_append_printf (said, "%s\t%s\t%s\n", says (row->title) ? row->title : "",
                                  says (row->text) && i > 0 ? row->text : says (row->text) ? g_utf8_next_char (row->text) : "",
                                  says (row->note) ? row->note : "");
        }
      g_string_append_c (said, '\f');
    }
  return g_string_free (said, FALSE);
}
