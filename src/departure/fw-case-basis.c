#include "departure/fw-case-basis-private.h"

#include "departure/fw-case-rows-private.h"
#include "departure/fw-employee-facts-private.h"

/*
 * What a case stands on beside its own facts: the law, the figures of its place, the readings that the company has chosen. It
 * is a key file, with what came of it, so that a later judging can say what changed and why.
 *
 * Until the first paper is issued it follows, and a change is shown until somebody has acknowledged it; from then on it stays,
 * kept with the case.
 */

static const char *const figure_names[] = { "average-monthly-wage", "average-annual-wage-for-tax", "minimum-monthly-wage",
                                            "enterprise-average-wage", "confirmed" };
static const char *const about_figures[] = { "year", "source", "confirmed-by", "confirmed-on" };

static void
set_text (GKeyFile *keys,
          const char *group,
          const char *key,
          const char *value)
{
  g_key_file_set_string (keys, group, key, value != NULL ? value : "");
}

static char *
get_text (GKeyFile *keys,
          const char *group,
          const char *key)
{
  char *text = g_key_file_get_string (keys, group, key, NULL);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
is_same (GKeyFile *a,
         GKeyFile *b,
         const char *group,
         const char *key)
{
  g_autofree char *left = get_text (a, group, key);
  g_autofree char *right = get_text (b, group, key);

  return g_str_equal (left, right);
}

/* The reading that the company has chosen for a place, "" where it follows the pack. */
static const char *
house_reading (FwCaseRecords *records,
               const char *place,
               const char *setting)
{
  g_autofree char *path = g_strconcat ("setting/", setting, NULL);
  g_autofree char *of_place = place != NULL ? g_strconcat (path, "@", place, NULL) : NULL;
  const char *value = of_place != NULL ? g_hash_table_lookup (records->house, of_place) : NULL;

  if (value == NULL)
    value = g_hash_table_lookup (records->house, path);
  return value != NULL ? value : "";
}

static void
write_readings (GKeyFile *keys,
                FwCaseRecords *records,
                const char *place,
                FwPack *pack)
{
  GPtrArray *settings = fw_pack_get_settings (pack);

  for (guint i = 0; i < settings->len; i++)
    {
      const FwSetting *setting = settings->pdata[i];

      if (setting->paper == NULL)
        set_text (keys, "readings", setting->id, house_reading (records, place, setting->id));
    }
}

static void
write_amount (GKeyFile *keys,
              const char *key,
              const FwNumber *amount)
{
  g_autofree char *text = fw_number_to_fixed (amount, 2);

  set_text (keys, "amounts", key, text);
}

static void
write_outcome (GKeyFile *keys,
               FwAssessment *assessment)
{
  static const char *const words[] = { "info", "warn", "block" };
  const FwAmount *damages = fw_assessment_get_damages (assessment), *tax = fw_assessment_get_tax (assessment);
  GPtrArray *other = fw_assessment_get_other (assessment), *findings = fw_assessment_get_findings (assessment);

  write_amount (keys, "severance", fw_assessment_get_severance (assessment)->amount);
  write_amount (keys, "notice", fw_assessment_get_notice (assessment)->pay_in_lieu);
  if (damages != NULL)
    write_amount (keys, "damages", damages->amount);
  if (tax != NULL)
    write_amount (keys, "tax", tax->amount);
  for (guint i = 0; other != NULL && i < other->len; i++)
    {
      const FwAmount *amount = other->pdata[i];
      g_autofree char *key = g_strconcat ("other.", amount->id, NULL);

      write_amount (keys, key, amount->amount);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const FwFinding *finding = findings->pdata[i];

      if (finding->severity != FW_SEVERITY_INFO && !g_str_has_prefix (finding->id, "missing."))
        set_text (keys, "checks", finding->id, words[finding->severity]);
    }
}

/* The day of the law as the case itself says it; where it says none it is today, and a figure that takes another's place on
 * that day is a change. */
static const char *
said_law_day (FwFacts *facts)
{
  const char *notified = fw_facts_get (facts, "departure/@notified");

  return notified != NULL ? notified : fw_facts_get (facts, "departure/@last-day");
}

/* What a judging stood on and what came of it. */
char *
_fw_case_basis_write (FwCaseRecords *records,
                      FwFacts *facts,
                      FwPack *pack,
                      FwAssessment *assessment)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  const char *place = fw_facts_get (facts, "@place");

  set_text (keys, "basis", "pack", fw_pack_get_id (pack));
  set_text (keys, "basis", "version", fw_pack_get_version (pack));
  set_text (keys, "basis", "sha256", fw_pack_get_hash (pack));
  set_text (keys, "basis", "place", place);
  set_text (keys, "basis", "law-day", said_law_day (facts));
  set_text (keys, "basis", "ground", fw_facts_get (facts, "departure/@ground"));
  for (guint i = 0; i < G_N_ELEMENTS (figure_names) + G_N_ELEMENTS (about_figures); i++)
    {
      const char *name = i < G_N_ELEMENTS (figure_names) ? figure_names[i] : about_figures[i - G_N_ELEMENTS (figure_names)];
      g_autofree char *path = g_strconcat ("local/@", name, NULL);

      set_text (keys, "figures", name, fw_facts_get (facts, path));
    }
  write_readings (keys, records, place, pack);
  if (assessment != NULL)
    write_outcome (keys, assessment);
  return g_key_file_to_data (keys, NULL, NULL);
}

static GKeyFile *
parse (const char *text)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  return text != NULL && g_key_file_load_from_data (keys, text, -1, G_KEY_FILE_NONE, NULL) ? g_steal_pointer (&keys) : NULL;
}

/* The answers with the readings of @basis in place of those that the company has now; the case's own stay. */
static GHashTable *
with_readings (FwCaseRecords *records,
               GHashTable *answers,
               GKeyFile *basis,
               const char *place)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) ids = g_key_file_get_keys (basis, "readings", NULL, NULL);
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &path, &value))
    g_hash_table_replace (copy, g_strdup (path), g_strdup (value));
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *own = g_strconcat ("setting/", ids[i], NULL);
      g_autofree char *of_place = g_strconcat (own, "@", place, NULL);
      g_autofree char *reading = get_text (basis, "readings", ids[i]);

      g_hash_table_remove (copy, of_place);
      if (_fw_case_chose_reading (records, answers, own))
        continue;
      g_hash_table_remove (copy, own);
      if (*reading != '\0')
        g_hash_table_replace (copy, g_steal_pointer (&own), g_steal_pointer (&reading));
    }
  return copy;
}

/* Whether the store still has the same amounts: then what is known of them today, such as that somebody has confirmed them
 * since, holds for the case too. */
static gboolean
has_same_figures (FwFacts *facts,
                  GKeyFile *basis)
{
  for (guint i = 0; i < G_N_ELEMENTS (figure_names) - 1; i++)
    {
      g_autofree char *path = g_strconcat ("local/@", figure_names[i], NULL);
      g_autofree char *kept = get_text (basis, "figures", figure_names[i]);
      const char *now = fw_facts_get (facts, path);

      if (!g_str_equal (kept, now != NULL ? now : ""))
        return FALSE;
    }
  return TRUE;
}

/* The facts of the case as they would be on another basis: all that is known now, with its figures and readings. What
 * is @fixed is the amounts. */
FwFacts *
_fw_case_basis_facts (FwStore *store,
                      FwCaseRecords *records,
                      GHashTable *answers,
                      FwDate today,
                      const char *text,
                      gboolean fixed,
                      GError **error)
{
  g_autoptr (GKeyFile) basis = parse (text);
  g_autoptr (GHashTable) other = NULL;
  g_autofree char *place = NULL;
  FwFacts *facts;

  if (basis == NULL)
    return _fw_case_facts_new (store, records, answers, today, error);
  place = get_text (basis, "basis", "place");
  other = with_readings (records, answers, basis, place);
  facts = _fw_case_facts_new (store, records, other, today, error);
  if (facts != NULL && fixed && has_same_figures (facts, basis))
    return facts;
  for (guint i = 0; facts != NULL && i < G_N_ELEMENTS (figure_names) + G_N_ELEMENTS (about_figures); i++)
    {
      const char *name = i < G_N_ELEMENTS (figure_names) ? figure_names[i] : about_figures[i - G_N_ELEMENTS (figure_names)];
      g_autofree char *path = g_strconcat ("local/@", name, NULL);
      g_autofree char *value = get_text (basis, "figures", name);

      fw_facts_remove (facts, path);
      if (*value != '\0')
        _fw_facts_put (facts, path, value);
    }
  return facts;
}

/* Rows */

static FwCaseItem *
add_change (GPtrArray *rows,
            const char *sort,
            const char *name,
            const char *before,
            const char *after)
{
  g_autofree char *id = g_strdup_printf ("%s/%s", sort, name);
  FwCaseItem *item = _fw_case_item_new (FW_TYPE_CHANGE_ITEM, id);

  _fw_case_item_set_text (item, "sort", sort);
  _fw_case_item_set_text (item, "name", name);
  _fw_case_item_set_text (item, "before", before != NULL && *before != '\0' ? before : NULL);
  _fw_case_item_set_text (item, "after", after != NULL && *after != '\0' ? after : NULL);
  g_ptr_array_add (rows, item);
  return item;
}

/* Why: the law, the figures, the readings that are another. */
static void
add_figures (GPtrArray *rows,
             GKeyFile *before,
             GKeyFile *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (figure_names); i++)
    {
      g_autofree char *old = get_text (before, "figures", figure_names[i]);
      g_autofree char *new = get_text (after, "figures", figure_names[i]);
      g_autofree char *source = get_text (after, "figures", "source");

      if (!g_str_equal (old, new))
        _fw_case_item_set_text (add_change (rows, "figure", figure_names[i], old, new), "why", source);
    }
}

static const char *
name_option (FwScene *scene,
             const FwSetting *setting,
             const char *value)
{
  for (guint i = 0; i < setting->options->len; i++)
    {
      const FwOption *option = setting->options->pdata[i];

      if (g_str_equal (option->id, *value != '\0' ? value : setting->default_value))
        return _fw_scene_pick (scene, option->text.zh, option->text.en);
    }
  return *value != '\0' ? value : setting->default_value;
}

static void
add_readings (GPtrArray *rows,
              FwScene *scene,
              FwPack *pack,
              GKeyFile *before,
              GKeyFile *after)
{
  GPtrArray *settings = fw_pack_get_settings (pack);

  for (guint i = 0; i < settings->len; i++)
    {
      const FwSetting *setting = settings->pdata[i];
      g_autofree char *old = get_text (before, "readings", setting->id);
      g_autofree char *new = get_text (after, "readings", setting->id);

      if (setting->paper == NULL && !g_str_equal (old, new))
        _fw_case_item_set_text (add_change (rows, "reading", setting->id, name_option (scene, setting, old),
                                            name_option (scene, setting, new)),
                                "title", _fw_scene_pick (scene, setting->title.zh, setting->title.en));
    }
}

static GPtrArray *
find_causes (FwScene *scene,
             FwPack *pack,
             GKeyFile *before,
             GKeyFile *after)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *old = get_text (before, "basis", "version");
  g_autofree char *new = get_text (after, "basis", "version");

  if (!is_same (before, after, "basis", "sha256"))
    add_change (rows, "pack", "version", old, new);
  add_figures (rows, before, after);
  add_readings (rows, scene, pack, before, after);
  return rows;
}

/* What both say of a group, each name once. */
static GPtrArray *
list_names (GKeyFile *before,
            GKeyFile *after,
            const char *group)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GKeyFile *both[] = { after, before };

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (both[k], group, NULL, NULL);

      for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
        if (!g_ptr_array_find_with_equal_func (names, keys[i], g_str_equal, NULL))
          g_ptr_array_add (names, g_strdup (keys[i]));
    }
  return names;
}

/* What it did: the amounts and the checks that came out otherwise. */
static void
add_effects (GPtrArray *rows,
             FwScene *scene,
             GKeyFile *before,
             GKeyFile *after,
             FwAssessment *was,
             FwAssessment *is)
{
  static const char *const groups[][2] = { { "amounts", "amount" }, { "checks", "check" } };

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    {
      g_autoptr (GPtrArray) names = list_names (before, after, groups[g][0]);

      for (guint i = 0; i < names->len; i++)
        {
          const char *name = names->pdata[i];
          g_autofree char *old = get_text (before, groups[g][0], name);
          g_autofree char *new = get_text (after, groups[g][0], name);
          const FwFinding *finding = g == 1 && is != NULL ? fw_assessment_find (is, name) : NULL;
          FwCaseItem *item;

          if (g_str_equal (old, new))
            continue;
          item = add_change (rows, groups[g][1], name, old, new);
          if (finding == NULL && g == 1 && was != NULL)
            finding = fw_assessment_find (was, name);
          if (finding != NULL)
            _fw_case_item_set_text (item, "title", _fw_scene_pick (scene, finding->message.zh, finding->message.en));
        }
    }
}

/* The case judged on another basis, and that basis as a key file with what came of it. */
static FwAssessment *
assess_on (FwScene *scene,
           FwCaseJudged *judged,
           FwPack *pack,
           const char *basis,
           char **written,
           GError **error)
{
  g_autoptr (FwFacts) facts =
    _fw_case_basis_facts (scene->store, judged->records, judged->answers, scene->today, basis, FALSE, error);
  FwAssessment *assessment = facts != NULL ? fw_pack_assess (pack, facts, NULL, error) : NULL;

  if (assessment != NULL)
    *written = _fw_case_basis_write (judged->records, facts, pack, assessment);
  return assessment;
}

/* Whether two may be compared: the case has moved neither to another place nor to another day of the law or ground. */
static gboolean
is_comparable (GKeyFile *a,
               GKeyFile *b)
{
  return is_same (a, b, "basis", "pack") && is_same (a, b, "basis", "place") && is_same (a, b, "basis", "law-day") &&
         is_same (a, b, "basis", "ground");
}

/* What stood first and what stands now; where the law is another, what came of it then is all that is known. */
static gboolean
compare (FwScene *scene,
         FwCaseJudged *judged,
         FwPack *pack,
         GKeyFile *kept,
         GKeyFile *current,
         GPtrArray *rows,
         GError **error)
{
  const char *other_text = judged->records->basis != NULL ? NULL : judged->records->seen_basis;
  g_autoptr (FwAssessment) other = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GKeyFile) reckoned = NULL;
  gboolean is_fixed = judged->records->basis != NULL, same_law = is_same (kept, current, "basis", "sha256");

  if (!is_fixed && !same_law)
    {
      add_effects (rows, scene, kept, current, NULL, judged->assessment);
      return TRUE;
    }
  other = assess_on (scene, judged, pack, other_text, &written, error);
  if (other == NULL)
    return FALSE;
  reckoned = parse (written);
  if (is_fixed)
    {
      g_autoptr (GKeyFile) here = parse (judged->basis);

      add_effects (rows, scene, same_law ? here : kept, reckoned, judged->assessment, other);
    }
  else
    add_effects (rows, scene, reckoned, current, other, judged->assessment);
  return TRUE;
}

/* Keeps what was seen, so that the next judging has something to be held against. */
static gboolean
keep_seen (FwScene *scene,
           FwCaseJudged *judged,
           GError **error)
{
  if (judged->records->basis != NULL || fw_store_get_mode (scene->store) != FW_STORE_WRITE ||
      g_strcmp0 (judged->basis, judged->records->seen_basis) == 0)
    return TRUE;
  return fw_store_set_draft (scene->store, fw_record_get_id (judged->records->row), "basis", judged->basis, error);
}

/* What the law, the figures and the readings of today make otherwise than what the case was last seen with, or is fixed to:
 * first why, then what of it. Nothing where nothing comes of it. */
GPtrArray *
_fw_case_change_rows (FwScene *scene,
                      FwCaseJudged *judged,
                      FwPack *pack,
                      GError **error)
{
  FwRecord *fixed = judged->records->basis;
  g_autoptr (GKeyFile) kept = parse (fixed != NULL ? fw_record_get (fixed, "text") : judged->records->seen_basis);
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GKeyFile) current = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (FwFacts) facts = NULL;
  guint causes;

  judged->basis = _fw_case_basis_write (judged->records, judged->facts, pack, judged->assessment);
  if (judged->assessment == NULL)
    return g_steal_pointer (&none);
  if (fixed != NULL)
    facts = _fw_case_facts_new (scene->store, judged->records, judged->answers, scene->today, error);
  if (fixed != NULL && facts == NULL)
    return NULL;
  judged->present_basis = facts != NULL ? _fw_case_basis_write (judged->records, facts, pack, NULL) : g_strdup (judged->basis);
  current = parse (judged->present_basis);
  if (kept == NULL || (fixed == NULL && !is_comparable (kept, current)))
    return keep_seen (scene, judged, error) ? g_steal_pointer (&none) : NULL;
  rows = find_causes (scene, pack, kept, current);
  causes = rows->len;
  if (causes > 0 && !compare (scene, judged, pack, kept, current, rows, error))
    return NULL;
  if (rows->len > causes)
    return g_steal_pointer (&rows);
  return keep_seen (scene, judged, error) ? g_steal_pointer (&none) : NULL;
}
