/* One person's part of the reckoning of everybody: whether employed on the day, by which law, and what is lacking. */
#include "departure/fw-liability-work-private.h"

#include "departure/fw-employee-facts-private.h"
#include "rules/fw-leaving-cost.h"

#include <string.h>

/* Everybody of an employer and a branch has law, place and figures in common; of one thread. */
typedef struct
{
  FwPack *pack;             /* NULL: none says how */
  FwFacts *facts;
  GHashTable *settings;     /* id → value, borrowed */
} Terms;

static void
terms_free (gpointer data)
{
  Terms *terms = data;

  g_clear_pointer (&terms->facts, fw_facts_unref);
  g_clear_pointer (&terms->settings, g_hash_table_unref);
  g_free (terms);
}

static void
gap_free (gpointer data)
{
  FwLiabilityGap *gap = data;

  g_free (gap->id);
  g_free (gap->zh);
  g_free (gap->en);
  g_free (gap);
}

/* The rows of the next person: from *next on, which is moved behind them. */
static guint
rows_of (GPtrArray *rows,
         const char *employee_id,
         guint *next)
{
  guint first;

  while (*next < rows->len && g_strcmp0 (fw_record_get (rows->pdata[*next], "employee-id"), employee_id) < 0)
    ++*next;
  first = *next;
  while (*next < rows->len && g_strcmp0 (fw_record_get (rows->pdata[*next], "employee-id"), employee_id) == 0)
    ++*next;
  return first;
}

static gboolean
is_before (FwDate day,
           FwDate other)
{
  return fw_date_is_known (day) && fw_date_compare (day, other) < 0;
}

/* The employment of the day among the person's, the latest that had begun. Answers whether the person was employed, as far as
 * is known: somebody without any employment on record is, and what is lacking is said. */
static gboolean
find_employment (FwLiabilityWork *work,
                 FwRecord *employee,
                 GPtrArray *employments,
                 guint first,
                 guint end,
                 FwRecord **employment)
{
  FwDate left = fw_record_get_date (employee, "left");

  *employment = NULL;
  if (is_before (left, work->on) || (!fw_date_is_known (left) && g_strcmp0 (fw_record_get (employee, "status"), "left") == 0))
    return FALSE;
  for (guint i = first; i < end; i++)
    if (fw_date_compare (fw_record_get_date (employments->pdata[i], "hired"), work->on) <= 0)
      *employment = employments->pdata[i];
  if (*employment == NULL)
    return first == end;
  return !is_before (fw_record_get_date (*employment, "ended"), work->on);
}

static void
add_gap (FwLiabilityReckoned *person,
         const char *id,
         const char *zh,
         const char *en)
{
  FwLiabilityGap *gap = g_new0 (FwLiabilityGap, 1);

  gap->id = g_strdup (id);
  gap->zh = g_strdup (zh);
  gap->en = g_strdup (en);
  if (person->open.gaps == NULL)
    person->open.gaps = g_ptr_array_new_with_free_func (gap_free);
  g_ptr_array_add (person->open.gaps, gap);
}

/* How the company reads the law in a city: what it chose for it, else for everywhere. */
static GHashTable *
settings_at (FwLiabilityWork *work,
             const char *place)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint of_city = 0; of_city < 2; of_city++)
    {
      g_hash_table_iter_init (&iter, work->house);
      while (g_hash_table_iter_next (&iter, &key, &value))
        {
          const char *id = g_str_has_prefix (key, "setting/") ? (const char *) key + strlen ("setting/") : NULL;
          const char *at = id != NULL ? strchr (id, '@') : NULL;

          if (id != NULL && (at != NULL) == (of_city == 1) && (at == NULL || g_strcmp0 (at + 1, place) == 0))
            g_hash_table_replace (settings, g_strndup (id, at != NULL ? (gsize) (at - id) : strlen (id)), value);
        }
    }
  return settings;
}

/* What a pack no longer has, or says of papers alone, is none of its settings for amounts. */
static void
drop_unknown_settings (GHashTable *settings,
                       FwPack *pack)
{
  GPtrArray *known = fw_pack_get_settings (pack);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gboolean found = FALSE;

      for (guint i = 0; !found && i < known->len; i++)
        found = g_str_equal (((FwSetting *) known->pdata[i])->id, id);
      if (!found)
        g_hash_table_iter_remove (&iter);
    }
}

/* The first pack that is used says in the result what it assumes, and how fine its money is. */
static void
note_pack (FwLiabilityWork *work,
           FwPack *pack)
{
  FwText assumes = fw_pack_get_leaving_assumes (pack);

  g_mutex_lock (&work->lock);
  if (work->result->assumes_zh == NULL)
    {
      work->result->assumes_zh = g_strdup (assumes.zh);
      work->result->assumes_en = g_strdup (assumes.en);
      work->result->digits = fw_pack_get_digits (pack);
    }
  if (fw_pack_get_review (pack).zh == NULL || *fw_pack_get_review (pack).zh == '\0')
    work->result->unreviewed = TRUE;
  g_mutex_unlock (&work->lock);
}

static Terms *
terms_new (FwLiabilityWork *work,
           FwPacks *packs,
           FwRecord *employer,
           FwRecord *employee,
           GError **error)
{
  Terms *terms = g_new0 (Terms, 1);

  terms->facts = fw_facts_new ();
  if (!_fw_employee_facts_fill_place (work->store, employer, employee, work->on, terms->facts, error))
    {
      terms_free (terms);
      return NULL;
    }
  terms->pack = fw_packs_get_for_facts (packs, terms->facts, NULL);
  if (terms->pack != NULL && !fw_pack_has_leaving_cost (terms->pack))
    terms->pack = NULL;
  if (terms->pack == NULL)
    return terms;
  terms->settings = settings_at (work, fw_facts_get (terms->facts, "@place"));
  drop_unknown_settings (terms->settings, terms->pack);
  note_pack (work, terms->pack);
  return terms;
}

static Terms *
find_terms (FwLiabilityWork *work,
            FwPacks *packs,
            GHashTable *known,
            FwRecord *employer,
            FwRecord *employee,
            GError **error)
{
  const char *branch = fw_record_get (employee, "branch-id");
  g_autofree char *key = g_strdup_printf ("%s %s", fw_record_get_id (employer), branch != NULL ? branch : "");
  Terms *terms = g_hash_table_lookup (known, key);

  if (terms == NULL && (terms = terms_new (work, packs, employer, employee, error)) != NULL)
    g_hash_table_insert (known, g_steal_pointer (&key), terms);
  return terms;
}

static gboolean
reckon_amounts (FwLiabilityPage *page,
                Terms *terms,
                FwRecord *employment,
                guint first_wage,
                FwLiabilityReckoned *person,
                GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_copy (terms->facts);
  g_auto (FwLeavingCost) cost = { 0 };

  if (!_fw_employee_facts_fill_terms (facts, person->open.employee, employment, page->wages, first_wage, page->wage, error) ||
      !fw_pack_reckon_leaving (terms->pack, facts, terms->settings, &cost, error))
    return FALSE;
  person->open.severance = g_steal_pointer (&cost.severance);
  person->open.with_notice = g_steal_pointer (&cost.with_notice);
  person->open.damages = g_steal_pointer (&cost.damages);
  person->open.digits = fw_pack_get_digits (terms->pack);
  person->open.uncapped = cost.uncapped;
  for (guint i = 0; cost.gaps != NULL && i < cost.gaps->len; i++)
    {
      const FwLeavingGap *gap = &g_array_index (cost.gaps, FwLeavingGap, i);

      add_gap (person, gap->id, gap->name.zh, gap->name.en);
    }
  return TRUE;
}

static const char *
find_place (FwLiabilityWork *work,
            FwLiabilityGrouping grouping,
            const char *id,
            FwLiabilityReckoned *person)
{
  FwLiabilityPlace *place = id != NULL ? g_hash_table_lookup (work->places[grouping], id) : NULL;

  person->places.rows[grouping] = place != NULL ? place->row : work->nowhere[grouping];
  return place != NULL ? fw_record_get (place->record, "name") : NULL;
}

static FwRecord *
find_employer (FwLiabilityWork *work,
               FwRecord *employment,
               FwRecord *employee)
{
  const char *id = employment != NULL ? fw_record_get (employment, "employer-id") : NULL;
  FwLiabilityPlace *place;

  if (id == NULL)
    id = fw_record_get (employee, "employer-id");
  if (id == NULL)
    return work->only_employer;
  place = g_hash_table_lookup (work->places[FW_LIABILITY_BY_EMPLOYER], id);
  return place != NULL ? place->record : NULL;
}

/* Adds @employee to the page's people where employed on the day; the employees of the page in their order. @known is of the thread. */
gboolean
_fw_liability_reckon_person (FwLiabilityWork *work,
                             FwPacks *packs,
                             GHashTable *known,
                             FwLiabilityPage *page,
                             FwRecord *employee,
                             GError **error)
{
  const char *id = fw_record_get_id (employee);
  guint first = rows_of (page->employments, id, &page->employment), first_wage = rows_of (page->wages, id, &page->wage);
  FwRecord *employment, *employer;
  FwLiabilityReckoned *person;
  Terms *terms = NULL;

  if (!find_employment (work, employee, page->employments, first, page->employment, &employment))
    return TRUE;
  employer = find_employer (work, employment, employee);
  person = g_new0 (FwLiabilityReckoned, 1);
  g_ptr_array_add (page->people, person);
  person->open.employee = g_object_ref (employee);
  person->open.employer =
    find_place (work, FW_LIABILITY_BY_EMPLOYER, employer != NULL ? fw_record_get_id (employer) : NULL, person);
  person->open.branch = find_place (work, FW_LIABILITY_BY_BRANCH, fw_record_get (employee, "branch-id"), person);
  person->open.department = find_place (work, FW_LIABILITY_BY_DEPARTMENT, fw_record_get (employee, "department-id"), person);
  if (employer == NULL)
    {
      add_gap (person, "employer", "用人单位", "Employer");
      return TRUE;
    }
  terms = find_terms (work, packs, known, employer, employee, error);
  if (terms == NULL)
    return FALSE;
  if (terms->pack != NULL)
    return reckon_amounts (page, terms, employment, first_wage, person, error);
  add_gap (person, "law", "当地的法规包", "The pack of the place’s law");
  return TRUE;
}

/* What one thread knows of employers and branches, to be given to each of its persons. */
GHashTable *
_fw_liability_terms_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, terms_free);
}
