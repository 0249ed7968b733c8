#include "config.h"

#include "ui/employees/fw-employee-columns.h"

#include <glib/gi18n.h>

#include "store/fw-search.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-tag.h"

/* What can be shown of a person in the list; an id is what the store orders by. */
static const FwGridColumn columns[] = {
  { "name", N_("Name"), FW_GRID_LOOK_NAME, 160, 3, TRUE },
  { "number", N_("Number"), FW_GRID_LOOK_DIM, 84, 0, TRUE },
  { "department", N_("Department"), FW_GRID_LOOK_PLAIN, 140, 4, TRUE },
  { "position", N_("Position"), FW_GRID_LOOK_PLAIN, 126, 3, TRUE },
  { "level", N_("Level"), FW_GRID_LOOK_PLAIN, 84, 1, TRUE },
  { "branch", N_("Branch"), FW_GRID_LOOK_PLAIN, 120, 2, TRUE },
  { "tenure", N_("Tenure"), FW_GRID_LOOK_PLAIN, 148, 0, TRUE },
  { "hired", N_("Hired"), FW_GRID_LOOK_FIGURES, 100, 0, TRUE },
  { "contract", N_("Contract"), FW_GRID_LOOK_PLAIN, 104, 0, TRUE },
  { "contract-end", N_("Contract until"), FW_GRID_LOOK_FIGURES, 108, 0, TRUE },
  { "probation-end", N_("Probation until"), FW_GRID_LOOK_FIGURES, 108, 0, TRUE },
  { "phone", N_("Telephone"), FW_GRID_LOOK_FIGURES, 124, 0, TRUE },
  { "email", N_("Email"), FW_GRID_LOOK_PLAIN, 170, 2, TRUE },
  { "status", N_("Status"), FW_GRID_LOOK_PLAIN, 84, 0, TRUE },
  { "attention", N_("Needs attention"), FW_GRID_LOOK_TAG, 164, 0, TRUE },
};

/* What is shown until somebody chooses, and what of it in a narrow window. */
static const char *const usual[] = { "name", "number", "department", "position", "tenure", "contract-end", "status",
                                     "attention", NULL };
static const char *const usual_narrow[] = { "name", "department", "status", "attention", NULL };

/**
 * fw_employee_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_columns): every column, in the order in which they stand
 */
const FwGridColumn *
fw_employee_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * fw_employee_columns_find:
 *
 * Returns: (transfer none) (nullable): the column of this id
 */
const FwGridColumn *
fw_employee_columns_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (columns[i].id, id) == 0)
      return &columns[i];
  return NULL;
}

/**
 * fw_employee_columns_dup_usual:
 * @narrow: leaves out what does not tell people apart
 *
 * Returns: (transfer full): the ids of the columns that are shown until somebody chooses
 */
GStrv
fw_employee_columns_dup_usual (gboolean narrow)
{
  return g_strdupv ((char **) (narrow ? usual_narrow : usual));
}

static char *
describe_tenure (FwRecord *person, FwDate today)
{
  FwDate hired = fw_record_get_date (person, "hired");
  FwDate left = fw_record_get_date (person, "left");
  FwDate until = fw_date_is_known (left) ? left : today;

  if (!fw_date_is_known (hired) || !fw_date_is_known (until) || fw_date_compare (until, hired) < 0)
    return NULL;
  return fw_record_words_span (fw_date_span (hired, until).months);
}

static gboolean
is_protected (FwRecord *person, FwDate today)
{
  FwDate from = fw_record_get_date (person, "protection-from");
  FwDate until = fw_record_get_date (person, "protection-until");

  return fw_record_get (person, "protection") != NULL && (!fw_date_is_known (from) || fw_date_compare (from, today) <= 0)
         && (!fw_date_is_known (until) || fw_date_compare (until, today) >= 0);
}

/* A contract that has run out or will soon, else a probation that ends soon. */
static char *
describe_term (FwRecord *person, FwDate today, int *style)
{
  FwDate end = fw_record_get_date (person, "contract-end");
  FwDate probation = fw_record_get_date (person, "probation-end");
  const int days = fw_date_is_known (end) ? fw_date_days_between (today, end) : G_MAXINT;

  *style = FW_TAG_STYLE_NOTE;
  if (days < 0)
    return g_strdup (_("Contract ran out"));
  if (days <= FW_SEARCH_ATTENTION_DAYS)
    return g_strdup_printf (ngettext ("Ends in %d day", "Ends in %d days", (gulong) days), days);
  *style = FW_TAG_STYLE_PLAIN;
  if (fw_date_is_known (probation) && fw_date_compare (probation, today) >= 0
      && fw_date_days_between (today, probation) <= FW_SEARCH_ATTENTION_DAYS)
    return g_strdup_printf (_("Probation ends %d-%02d"), probation.month, probation.day);
  return NULL;
}

/* The gravest thing, as the order of the column has them. */
static char *
describe_attention (FwRecord *person, FwDate today, int *style)
{
  const char *kind = fw_record_get (person, "case-kind");

  if (kind != NULL)
    {
      *style = g_str_equal (kind, "dismissal") || g_str_equal (kind, "redundancy") ? FW_TAG_STYLE_NOTE
                                                                                    : FW_TAG_STYLE_PLAIN;
      return g_strdup (fw_record_words_choice (kind));
    }
  if (!fw_date_is_known (today) || fw_record_get (person, "left") != NULL)
    return NULL;
  if (is_protected (person, today))
    {
      const char *word = fw_record_words_choice (fw_record_get (person, "protection"));

      *style = FW_TAG_STYLE_ACCENT;
      return g_strdup (word != NULL ? word : _("Protected"));
    }
  return describe_term (person, today, style);
}

/**
 * fw_employee_columns_describe:
 * @person: an overview
 * @accent: (out): set where the cell has the accent colour; of a tag, its style
 *
 * Returns: (transfer full) (nullable): what stands in the column of this person; %NULL where nothing is known
 */
char *
fw_employee_columns_describe (FwRecord *person, const FwGridColumn *column, FwDate today, int *accent)
{
  const char *value;

  *accent = 0;
  if (fw_record_get (person, "number") == NULL)
    return NULL; /* on its way from the store */
  if (g_str_equal (column->id, "tenure"))
    return describe_tenure (person, today);
  if (g_str_equal (column->id, "attention"))
    return describe_attention (person, today, accent);
  value = fw_record_get (person, column->id);
  if (g_str_equal (column->id, "status"))
    {
      *accent = g_strcmp0 (value, "leaving") == 0;
      return g_strdup (fw_record_words_choice (value != NULL ? value : "active"));
    }
  if (g_str_equal (column->id, "contract") && value != NULL)
    return g_strdup (fw_record_words_choice (value));
  if (g_str_equal (column->id, "contract-end") && value == NULL
      && g_strcmp0 (fw_record_get (person, "contract"), "open-ended") == 0)
    return g_strdup (fw_record_words_choice ("open-ended"));
  return g_strdup (value);
}
