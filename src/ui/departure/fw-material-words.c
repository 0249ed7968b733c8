#include "config.h"

#include "ui/departure/fw-material-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-verdict-row.h"

/* What the page of materials says of one of them. */

/**
 * fw_material_count_found:
 *
 * Returns: how many records of the person were found that may be this material
 */
guint
fw_material_count_found (FwCaseItem *material)
{
  GListModel *found = fw_case_item_get_list (material, "found");

  return found != NULL ? g_list_model_get_n_items (found) : 0;
}

/* Where it was taken from: a record of the person, or a file by its name. */
static char *
dup_source (FwCaseItem *material)
{
  const char *kind = fw_case_item_get_text (material, "source-kind");
  const char *source = fw_case_item_get_text (material, "source");

  if (kind != NULL)
    return g_strdup_printf (_("Records: %s"), fw_record_words_kind (kind));
  /* The name of the file stands in the row already. */
  return g_strdup (g_strcmp0 (source, fw_case_item_get_text (material, "file-name")) != 0 ? source : NULL);
}

/**
 * fw_material_dup_origin:
 *
 * Returns: (transfer full) (nullable): where it comes from and when, or when it is needed; nothing for what is missing
 */
char *
fw_material_dup_origin (FwCaseItem *material)
{
  g_autofree char *source = dup_source (material);
  g_autofree char *day = fw_case_name_day (fw_case_item_get_text (material, "date"));
  const char *moment = fw_case_item_get_text (material, "moment");

  switch (fw_case_item_get_choice (material, "state"))
    {
    case FW_MATERIAL_PRESENT:
      if (source != NULL && day != NULL)
        return g_strdup_printf ("%s · %s", source, day);
      return source != NULL ? g_steal_pointer (&source) : g_steal_pointer (&day);
    case FW_MATERIAL_LATER:
      if (g_strcmp0 (moment, "delivery") == 0)
        return g_strdup (_("before delivery"));
      return g_strdup (_("before closing"));
    case FW_MATERIAL_MISSING:
    case FW_MATERIAL_RECOMMENDED:
    default:
      return NULL;
    }
}

/**
 * fw_material_dup_found_line:
 *
 * Returns: (transfer full) (nullable): what was found of it, in a few words: "Review · 3 April 2026"
 */
char *
fw_material_dup_found_line (FwCaseItem *material)
{
  GListModel *found = fw_case_item_get_list (material, "found");
  guint count = fw_material_count_found (material);
  g_autoptr (FwCaseItem) last = count > 0 ? g_list_model_get_item (found, count - 1) : NULL;
  g_autofree char *day = last != NULL ? fw_case_name_day (fw_case_item_get_text (last, "date")) : NULL;
  const char *kind = last != NULL ? fw_record_words_kind (fw_case_item_get_text (last, "kind")) : NULL;

  if (count == 0)
    return NULL;
  if (count > 1)
    return g_strdup_printf (ngettext ("Found in the records: %s, %u record", "Found in the records: %s, %u records", count),
                            kind, count);
  return day != NULL ? g_strdup_printf (_("Found in the records: %s, %s"), kind, day)
                     : g_strdup_printf (_("Found in the records: %s"), kind);
}

/**
 * fw_material_name_moment:
 *
 * Returns: (transfer none): when it has to be there
 */
const char *
fw_material_name_moment (FwCaseItem *material)
{
  const char *moment = fw_case_item_get_text (material, "moment");

  if (!fw_case_item_get_truth (material, "required"))
    return _("It need not be there; it helps.");
  if (g_strcmp0 (moment, "delivery") == 0)
    return _("Before the paper is delivered.");
  return g_strcmp0 (moment, "closing") == 0 ? _("Before the case is closed.") : _("Before the final paper.");
}

/**
 * fw_material_stops_papers:
 * @materials: those of a case
 *
 * Returns: whether one is missing without which no final paper is made; others are missing only before delivery
 */
gboolean
fw_material_stops_papers (GListModel *materials)
{
  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (FwCaseItem) material = g_list_model_get_item (materials, i);

      if (fw_case_item_get_choice (material, "state") == FW_MATERIAL_MISSING &&
          g_strcmp0 (fw_case_item_get_text (material, "moment"), "paper") == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * fw_material_dup_without:
 * @prices: the prices of its case
 *
 * Returns: (transfer full) (nullable): what happens without it, with what a dismissal that is found unlawful costs where
 *   the text speaks of it
 */
char *
fw_material_dup_without (FwCaseItem *material,
                         GListModel *prices)
{
  const char *without = fw_case_item_get_text (material, "without");

  for (guint i = 0; without != NULL && strstr (without, "2N") != NULL && i < g_list_model_get_n_items (prices); i++)
    {
      g_autoptr (FwCaseItem) price = g_list_model_get_item (prices, i);
      g_autofree char *amount = fw_case_name_money (fw_case_item_get_text (price, "amount"));

      if (g_strcmp0 (fw_case_item_get_id (price), "2n") == 0 && fw_case_item_get_text (price, "amount") != NULL)
        return g_strdup_printf (_("%s\n2N here: %s"), without, amount);
    }
  return g_strdup (without);
}

/* The file that proves it, or how many there are and the names. */
static char *
dup_files_line (FwCaseItem *material)
{
  const char *const *names = fw_case_item_get_texts (material, "files");
  guint count = names != NULL ? g_strv_length ((char **) names) : 0;
  g_autofree char *joined = count > 1 ? g_strjoinv (_("; "), (char **) names) : NULL;

  if (joined == NULL)
    return g_strdup (fw_case_item_get_text (material, "file-name"));
  /* Translators: number of files, their names. */
  return g_strdup_printf (ngettext ("%u file: %s", "%u files: %s", count), count, joined);
}

static FwTagStyle
style_of (FwMaterialState state)
{
  switch (state)
    {
    case FW_MATERIAL_PRESENT:
      return FW_TAG_STYLE_CLEAR;
    case FW_MATERIAL_MISSING:
      return FW_TAG_STYLE_MISSING;
    case FW_MATERIAL_LATER:
    case FW_MATERIAL_RECOMMENDED:
    default:
      return FW_TAG_STYLE_PLAIN;
    }
}

/**
 * fw_material_row_new:
 *
 * Returns: a row of the list: state, title, what there is of it or why it matters, where from. Its data "material" is the id
 */
GtkWidget *
fw_material_row_new (FwCaseItem *material)
{
  FwTagStyle style = style_of (fw_case_item_get_choice (material, "state"));
  g_autofree char *found = fw_material_dup_found_line (material);
  g_autofree char *file = dup_files_line (material);
  gboolean missing = fw_case_item_get_choice (material, "state") == FW_MATERIAL_MISSING;
  g_autofree char *why = fw_sentence_dup_first (fw_case_item_get_text (material, missing ? "without" : "why"), NULL);
  g_autofree char *origin = fw_material_dup_origin (material);
  GtkWidget *row = fw_verdict_row_new (style, fw_case_item_get_text (material, "title"),
                                       file != NULL ? file : found != NULL ? found : why);

  if (style != FW_TAG_STYLE_MISSING || found != NULL)
    g_object_set (row, "word", "", NULL);
  if (found != NULL)
    fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), fw_tag_new (FW_TAG_STYLE_ACCENT, _("Found")));
  if (origin != NULL)
    {
      GtkWidget *label = gtk_label_new (origin);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_set_tooltip_text (label, origin);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      fw_verdict_row_add_suffix (FW_VERDICT_ROW (row), label);
    }
  g_object_set_data_full (G_OBJECT (row), "material", g_strdup (fw_case_item_get_id (material)), g_free);
  fw_step_page_name_focus (row, fw_case_item_get_id (material));
  return row;
}
