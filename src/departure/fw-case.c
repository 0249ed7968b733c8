#include "departure/fw-case-private.h"

#include "departure/fw-departure-enums.h"

enum
{
  PROP_0,
  PROP_WORKPLACE,
  PROP_ID,
  PROP_NUMBER,
  PROP_EMPLOYEE,
  PROP_EMPLOYEE_NAME,
  PROP_EMPLOYEE_NUMBER,
  PROP_DEPARTMENT,
  PROP_KIND,
  PROP_GROUND,
  PROP_GROUND_TITLE,
  PROP_LAST_DAY,
  PROP_OPENED_ON,
  PROP_PAUSED_ON,
  PROP_PAUSE_REASON,
  PROP_LOOK_AGAIN,
  PROP_STATE,
  PROP_VERDICT,
  PROP_WHO_VERDICT,
  PROP_WAY_VERDICT,
  PROP_MATERIALS_VERDICT,
  PROP_CHECKS_VERDICT,
  PROP_MONEY_VERDICT,
  PROP_RISK_VERDICT,
  PROP_PAPERS_VERDICT,
  PROP_SUMMARY_VERDICT,
  PROP_JUDGING,
  PROP_JUDGE_ERROR,
  PROP_SAVED_AT,
  PROP_SAVE_ERROR,
  PROP_CURRENCY,
  PROP_PACK,
  PROP_PACK_VERSION,
  PROP_PACK_SHA256,
  PROP_PACK_KEPT,
  PROP_PACK_CHANGED,
  PROP_PACK_TITLE,
  PROP_PACK_REVIEWED_BY,
  PROP_PACK_REVIEWED_ON,
  PROP_LAW_DAY,
  PROP_GROUNDS,
  PROP_STATUS_ROWS,
  PROP_MATERIALS,
  PROP_FINDINGS,
  PROP_DOCUMENTS,
  PROP_PRICES,
  PROP_FIGURES,
  PROP_READINGS,
  PROP_SETTLEMENT,
  PROP_WEAK_POINTS,
  PROP_RISK,
  PROP_OFFERS,
  PROP_DEADLINES,
  PROP_STEPS,
  PROP_TASKS,
  PROP_DELIVERIES,
  PROP_EVENTS,
  PROP_CHANGES,
  PROP_REASONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FwCase, fw_case, G_TYPE_OBJECT)

static const char *const state_texts[] = { "draft",    "submitted", "returned", "approved",
                                           "issued", "delivered", "closed",   "withdrawn" };

FwCaseState
_fw_case_state_parse (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_texts); i++)
    if (g_strcmp0 (text, state_texts[i]) == 0)
      return (FwCaseState) i;
  return FW_CASE_STATE_DRAFT;
}

const char *
_fw_case_state_text (FwCaseState state)
{
  return state_texts[state];
}

static const char *
row_text (FwCase *self,
          const char *field)
{
  return self->judged != NULL ? fw_record_get (self->judged->records->row, field) : NULL;
}

static const char *
person_text (FwCase *self,
             const char *field)
{
  return self->judged != NULL ? fw_record_get (self->judged->records->person, field) : NULL;
}

/* What is said now, drafts included. */
const char *
_fw_case_answer (FwCase *self,
                 const char *path)
{
  gpointer value;

  if (g_hash_table_lookup_extended (self->pending, path, NULL, &value))
    return value;
  return self->judged != NULL ? g_hash_table_lookup (self->judged->answers, path) : NULL;
}

static void
fw_case_get_property (GObject *object,
                      guint property_id,
                      GValue *value,
                      GParamSpec *pspec)
{
  FwCase *self = FW_CASE (object);
  FwCaseJudged *judged = self->judged;

  if (property_id >= PROP_WHO_VERDICT && property_id <= PROP_SUMMARY_VERDICT)
    {
      g_value_set_enum (value, fw_case_get_step_verdict (self, property_id - PROP_WHO_VERDICT));
      return;
    }
  if (property_id >= PROP_GROUNDS && property_id <= PROP_REASONS)
    {
      g_value_set_object (value, self->lists[property_id - PROP_GROUNDS]);
      return;
    }
  switch (property_id)
    {
    case PROP_WORKPLACE:
      g_value_set_object (value, self->workplace);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NUMBER:
      g_value_set_string (value, row_text (self, "number"));
      break;
    case PROP_EMPLOYEE:
      g_value_set_string (value, row_text (self, "employee-id"));
      break;
    case PROP_EMPLOYEE_NAME:
      g_value_set_string (value, person_text (self, "name"));
      break;
    case PROP_EMPLOYEE_NUMBER:
      g_value_set_string (value, person_text (self, "number"));
      break;
    case PROP_DEPARTMENT:
      g_value_set_string (value, person_text (self, "department"));
      break;
    case PROP_KIND:
      g_value_set_string (value, _fw_case_answer (self, "departure/@kind"));
      break;
    case PROP_GROUND:
      g_value_set_string (value, _fw_case_answer (self, "departure/@ground"));
      break;
    case PROP_GROUND_TITLE:
      g_value_set_string (value, judged != NULL ? judged->ground_title : NULL);
      break;
    case PROP_LAST_DAY:
      g_value_set_string (value, _fw_case_answer (self, "departure/@last-day"));
      break;
    case PROP_OPENED_ON:
      g_value_set_string (value, row_text (self, "opened"));
      break;
    case PROP_PAUSED_ON:
      g_value_set_string (value, row_text (self, "paused"));
      break;
    case PROP_PAUSE_REASON:
      g_value_set_string (value, row_text (self, "pause-reason"));
      break;
    case PROP_LOOK_AGAIN:
      g_value_set_string (value, row_text (self, "look-again"));
      break;
    case PROP_STATE:
      g_value_set_enum (value, fw_case_get_state (self));
      break;
    case PROP_VERDICT:
      g_value_set_enum (value, fw_case_get_verdict (self));
      break;
    case PROP_JUDGING:
      g_value_set_boolean (value, self->running > 0 || self->judge_source != 0);
      break;
    case PROP_JUDGE_ERROR:
      g_value_set_string (value, self->judge_error);
      break;
    case PROP_SAVED_AT:
      g_value_set_string (value, self->saved_at);
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, self->save_error);
      break;
    case PROP_CURRENCY:
      g_value_set_string (value, judged != NULL ? judged->currency : NULL);
      break;
    case PROP_PACK:
      g_value_set_string (value, judged != NULL ? judged->pack : NULL);
      break;
    case PROP_PACK_VERSION:
      g_value_set_string (value, judged != NULL ? judged->pack_version : NULL);
      break;
    case PROP_PACK_SHA256:
      g_value_set_string (value, judged != NULL ? judged->pack_hash : NULL);
      break;
    case PROP_PACK_KEPT:
      if (judged != NULL && judged->records->pack_used != NULL)
        g_value_set_string (value, fw_record_get (judged->records->pack_used, "sha256"));
      break;
    case PROP_PACK_CHANGED:
      g_value_set_boolean (value, judged != NULL && judged->pack_changed);
      break;
    case PROP_PACK_TITLE:
      g_value_set_string (value, judged != NULL ? judged->pack_title : NULL);
      break;
    case PROP_PACK_REVIEWED_BY:
      g_value_set_string (value, judged != NULL ? judged->reviewed_by : NULL);
      break;
    case PROP_PACK_REVIEWED_ON:
      g_value_set_string (value, judged != NULL ? judged->reviewed_on : NULL);
      break;
    case PROP_LAW_DAY:
      g_value_take_string (value, judged != NULL ? fw_date_to_string (judged->law_day) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
fw_case_set_property (GObject *object,
                      guint property_id,
                      const GValue *value,
                      GParamSpec *pspec)
{
  FwCase *self = FW_CASE (object);

  switch (property_id)
    {
    case PROP_WORKPLACE:
      self->workplace = g_value_dup_object (value);
      break;
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* Makes the object of a case, not judged yet. Takes what was kept of it. */
FwCase *
_fw_case_new (FwWorkplace *workplace,
              FwCaseKept *kept)
{
  FwCase *self = g_object_new (FW_TYPE_CASE, "workplace", workplace, "id", kept->id, NULL);

  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->seen);
  self->pending = g_hash_table_ref (kept->pending);
  self->seen = g_hash_table_ref (kept->seen);
  _fw_case_follow (self);
  _fw_case_kept_free (kept);
  return self;
}

static void
fw_case_dispose (GObject *object)
{
  FwCase *self = FW_CASE (object);

  g_clear_handle_id (&self->judge_source, g_source_remove);
  if (self->judging != NULL)
    g_cancellable_cancel (self->judging);
  g_clear_object (&self->judging);
  G_OBJECT_CLASS (fw_case_parent_class)->dispose (object);
}

static void
fw_case_finalize (GObject *object)
{
  FwCase *self = FW_CASE (object);

  g_clear_pointer (&self->judged, _fw_case_judged_unref);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->events);
  for (guint i = 0; i < FW_CASE_N_LISTS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->workplace);
  g_free (self->id);
  g_free (self->judge_error);
  g_free (self->saved_at);
  g_free (self->save_error);
  G_OBJECT_CLASS (fw_case_parent_class)->finalize (object);
}

static void
install_texts (GObjectClass *object_class)
{
  static const struct
  {
    guint id;
    const char *name;
  } texts[] = {
    { PROP_NUMBER, "number" },
    { PROP_EMPLOYEE, "employee" },
    { PROP_EMPLOYEE_NAME, "employee-name" },
    { PROP_EMPLOYEE_NUMBER, "employee-number" },
    { PROP_DEPARTMENT, "department" },
    { PROP_KIND, "kind" },
    { PROP_GROUND, "ground" },
    { PROP_GROUND_TITLE, "ground-title" },
    { PROP_LAST_DAY, "last-day" },
    { PROP_OPENED_ON, "opened-on" },
    { PROP_PAUSED_ON, "paused-on" },
    { PROP_PAUSE_REASON, "pause-reason" },
    { PROP_LOOK_AGAIN, "look-again" },
    { PROP_JUDGE_ERROR, "judge-error" },
    { PROP_SAVED_AT, "saved-at" },
    { PROP_SAVE_ERROR, "save-error" },
    { PROP_CURRENCY, "currency" },
    { PROP_PACK, "pack" },
    { PROP_PACK_VERSION, "pack-version" },
    { PROP_PACK_SHA256, "pack-sha256" },
    { PROP_PACK_KEPT, "pack-kept" },
    { PROP_PACK_TITLE, "pack-title" },
    { PROP_PACK_REVIEWED_BY, "pack-reviewed-by" },
    { PROP_PACK_REVIEWED_ON, "pack-reviewed-on" },
    { PROP_LAW_DAY, "law-day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] =
      g_param_spec_string (texts[i].name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_verdicts_and_lists (GObjectClass *object_class)
{
  static const char *const verdicts[] = { "who-verdict",    "way-verdict",     "materials-verdict", "checks-verdict",
                                          "money-verdict", "risk-verdict", "papers-verdict", "summary-verdict" };
  static const char *const lists[] = { "grounds", "status-rows", "materials", "findings", "documents", "prices", "figures",
                                        "readings", "settlement", "weak-points", "risk", "offers", "deadlines", "steps", "tasks",
                                        "deliveries", "events", "changes", "reasons" };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    properties[PROP_WHO_VERDICT + i] = g_param_spec_enum (verdicts[i], NULL, NULL, FW_TYPE_VERDICT, FW_VERDICT_UNKNOWN,
                                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    properties[PROP_GROUNDS + i] =
      g_param_spec_object (lists[i], NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
fw_case_class_init (FwCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fw_case_get_property;
  object_class->set_property = fw_case_set_property;
  object_class->dispose = fw_case_dispose;
  object_class->finalize = fw_case_finalize;
  install_texts (object_class);
  install_verdicts_and_lists (object_class);
  properties[PROP_WORKPLACE] = g_param_spec_object ("workplace", NULL, NULL, FW_TYPE_WORKPLACE, once);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, once);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, FW_TYPE_CASE_STATE, FW_CASE_STATE_DRAFT, read);
  properties[PROP_VERDICT] = g_param_spec_enum ("verdict", NULL, NULL, FW_TYPE_VERDICT, FW_VERDICT_UNKNOWN, read);
  properties[PROP_JUDGING] = g_param_spec_boolean ("judging", NULL, NULL, FALSE, read);
  properties[PROP_PACK_CHANGED] = g_param_spec_boolean ("pack-changed", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_case_init (FwCase *self)
{
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->events = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < FW_CASE_N_LISTS; i++)
    self->lists[i] = g_list_store_new (FW_TYPE_CASE_ITEM);
}

/* What the object hands to those who work on it */

FwScene *
_fw_case_dup_scene (FwCase *self)
{
  return _fw_workplace_dup_scene (self->workplace);
}

static GHashTable *
copy_answers (GHashTable *answers)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &path, &value))
    g_hash_table_replace (copy, g_strdup (path), g_strdup (value));
  return copy;
}

GHashTable *
_fw_case_dup_pending (FwCase *self)
{
  return copy_answers (self->pending);
}

FwCaseJudged *
_fw_case_get_judged (FwCase *self)
{
  return self->judged;
}

void
_fw_case_note_event (FwCase *self,
                     const char *event)
{
  g_ptr_array_add (self->events, g_strdup (event));
}

/* Every property but the lists, which tell of themselves. */
void
_fw_case_notify_all (FwCase *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_NUMBER; i < PROP_GROUNDS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Shows a judging: the lists follow in place. One that is under way is older, and nobody waits for it any more. */
void
_fw_case_apply (FwCase *self,
                FwCaseJudged *judged)
{
  _fw_case_judged_ref (judged);
  g_clear_pointer (&self->judged, _fw_case_judged_unref);
  self->judged = judged;
  self->serial++;
  for (guint i = 0; i < FW_CASE_N_LISTS; i++)
    _fw_case_items_follow (self->lists[i], judged->lists[i]);
  g_clear_pointer (&self->judge_error, g_free);
  _fw_case_notify_all (self);
}

/* Shows what an act left, unless a later act's end is shown: what it took in of the drafts is drafted no longer. */
void
_fw_case_apply_act (FwCase *self,
                    FwCaseJudged *after,
                    GHashTable *taken_in,
                    guint number)
{
  GHashTableIter iter;
  gpointer path, value;

  g_hash_table_iter_init (&iter, taken_in);
  while (g_hash_table_iter_next (&iter, &path, &value))
    if (g_strcmp0 (g_hash_table_lookup (self->pending, path), value) == 0)
      g_hash_table_remove (self->pending, path);
  if (number < self->act)
    return;
  self->act = number;
  _fw_case_apply (self, after);
}

/* Getters */

/**
 * fw_case_get_workplace:
 *
 * Returns: (transfer none): where the case is worked on
 */
FwWorkplace *
fw_case_get_workplace (FwCase *self)
{
  return self->workplace;
}

const char *
fw_case_get_id (FwCase *self)
{
  return self->id;
}

/**
 * fw_case_get_number:
 *
 * Returns: (nullable): "2026-0012", the twelfth case of its year
 */
const char *
fw_case_get_number (FwCase *self)
{
  return row_text (self, "number");
}

const char *
fw_case_get_employee (FwCase *self)
{
  return row_text (self, "employee-id");
}

const char *
fw_case_get_kind (FwCase *self)
{
  return _fw_case_answer (self, "departure/@kind");
}

const char *
fw_case_get_ground (FwCase *self)
{
  return _fw_case_answer (self, "departure/@ground");
}

FwCaseState
fw_case_get_state (FwCase *self)
{
  return _fw_case_state_parse (row_text (self, "state"));
}

/**
 * fw_case_get_verdict:
 *
 * Returns: the gravest verdict of the case as judged last, %FW_VERDICT_UNKNOWN while no ground is chosen
 */
FwVerdict
fw_case_get_verdict (FwCase *self)
{
  return self->judged != NULL ? self->judged->verdicts[FW_CASE_STEP_SUMMARY] : FW_VERDICT_UNKNOWN;
}

/**
 * fw_case_get_step_verdict:
 *
 * Returns: the verdict of one step; %FW_VERDICT_SEEN_AGAIN where it says something else than when it was left, unless it
 *   now is graver than a note
 */
FwVerdict
fw_case_get_step_verdict (FwCase *self,
                          FwCaseStep step)
{
  const char *seen = g_hash_table_lookup (self->seen, GUINT_TO_POINTER (step));
  FwVerdict verdict = self->judged != NULL ? self->judged->verdicts[step] : FW_VERDICT_UNKNOWN;

  if (seen != NULL && verdict < FW_VERDICT_MISSING && g_strcmp0 (seen, self->judged->shown[step]) != 0)
    return FW_VERDICT_SEEN_AGAIN;
  return verdict;
}

/**
 * fw_case_get_assessment:
 *
 * Returns: (nullable): what the pack said last, %NULL while no ground is chosen; borrowed until the next judging
 */
FwAssessment *
fw_case_get_assessment (FwCase *self)
{
  return self->judged != NULL ? self->judged->assessment : NULL;
}

/**
 * fw_case_dup_facts:
 *
 * Returns: (transfer full) (nullable): a copy of the facts as they were judged last, to be used by the caller's thread
 */
FwFacts *
fw_case_dup_facts (FwCase *self,
                   GError **error)
{
  if (self->judged != NULL)
    return fw_facts_copy (self->judged->facts);
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_FAILED, "case %s was not judged yet", self->id);
  return NULL;
}

GListModel *
fw_case_get_grounds (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_GROUNDS]);
}

GListModel *
fw_case_get_status_rows (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_STATUS_ROWS]);
}

GListModel *
fw_case_get_materials (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_MATERIALS]);
}

GListModel *
fw_case_get_findings (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_FINDINGS]);
}

GListModel *
fw_case_get_documents (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_DOCUMENTS]);
}

GListModel *
fw_case_get_prices (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_PRICES]);
}

GListModel *
fw_case_get_figures (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_FIGURES]);
}

GListModel *
fw_case_get_readings (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_READINGS]);
}

GListModel *
fw_case_get_settlement (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_SETTLEMENT]);
}

GListModel *
fw_case_get_deadlines (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_DEADLINES]);
}

GListModel *
fw_case_get_tasks (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_TASKS]);
}

GListModel *
fw_case_get_deliveries (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_DELIVERIES]);
}

GListModel *
fw_case_get_reasons (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_REASONS]);
}

GListModel *
fw_case_get_events (FwCase *self)
{
  return G_LIST_MODEL (self->lists[FW_CASE_LIST_EVENTS]);
}

/**
 * fw_case_is_paused:
 *
 * Returns: whether the case waits, with a reason and a day on which it is looked at again
 */
gboolean
fw_case_is_paused (FwCase *self)
{
  return row_text (self, "paused") != NULL;
}

/**
 * fw_case_has_ended:
 *
 * Returns: whether the case is closed or withdrawn: it is read from then on, and changes no more
 */
gboolean
fw_case_has_ended (FwCase *self)
{
  FwCaseState state = fw_case_get_state (self);

  return state == FW_CASE_STATE_CLOSED || state == FW_CASE_STATE_WITHDRAWN;
}
