#include "departure/fw-case-private.h"

#include <string.h>

/* What a person says about a case: drafts in memory, taken in with the next act. */

static gboolean
refuse (GError **error,
        const char *reason)
{
  g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED, reason);
  return FALSE;
}

static gboolean
is_open (FwCase *self,
         GError **error)
{
  return !fw_case_has_ended (self) || refuse (error, "the case is closed and changes no more");
}

/* Paths that are not the case's to say: what the program works out, what the records hold, what acts bring about. */
gboolean
_fw_case_may_say (const char *path)
{
  static const char *const closed[] = { "@",       "assessment", "evidence",           "override",      "local",
                                        "setting", "case/@id",   "case/@number",       "case/document", "employee/protection",
                                        "status/", "wording",    "departure/@ground", "departure/@kind" };

  if (g_str_has_prefix (path, "setting/"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    if (g_str_has_prefix (path, closed[i]))
      return FALSE;
  return TRUE;
}

/* A reading that the pack does not know would be passed over; one of an earlier pack can still be taken back. */
static gboolean
check_reading (FwCase *self,
               const char *id,
               const char *value,
               GError **error)
{
  GPtrArray *settings = _fw_case_get_judged (self)->settings;

  if (value == NULL)
    return TRUE;
  for (guint i = 0; i < settings->len; i++)
    {
      const FwSetting *setting = settings->pdata[i];

      if (!g_str_equal (setting->id, id))
        continue;
      if (fw_setting_takes (setting, value))
        return TRUE;
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the setting ‘%s’ cannot be ‘%s’", id, value);
      return FALSE;
    }
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the pack has no setting ‘%s’", id);
  return FALSE;
}

/* The place, from 1, of the child that a predicate of a template means: the last one, or that with an id. */
static guint
find_place (FwXmlNode *first,
            const char *name,
            const char *predicate)
{
  guint last = 0;

  for (FwXmlNode *node = first; node != NULL; node = fw_xml_node_next (node, name))
    {
      g_autofree char *own = g_strdup_printf ("[@id='%s']", fw_xml_node_get (node, "id"));

      last++;
      if (g_str_equal (predicate, own))
        return last;
    }
  return MAX (last, 1);
}

/* A paper asks for "employee/training[last()]/@date" or "company/rule[@id='SC-3-2']/@clause"; answers have places. */
static char *
settle_path (FwCase *self,
             const char *path)
{
  FwXmlNode *node = fw_facts_get_root (_fw_case_get_judged (self)->facts);
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (steps[i], strcspn (steps[i], "["));
      const char *predicate = steps[i] + strlen (name);
      guint place;

      node = node != NULL && *name != '@' ? fw_xml_node_child (node, name) : NULL;
      if (*predicate != '[' || g_ascii_isdigit (predicate[1]))
        continue;
      place = find_place (node, name, predicate);
      g_free (steps[i]);
      steps[i] = g_strdup_printf ("%s[%u]", name, place);
    }
  return g_strjoinv ("/", steps);
}

/**
 * fw_case_set:
 * @asked_path: a facts path, for example "departure/@last-day", or "setting/ID" for a reading of the law
 * @value: (nullable): its new value; %NULL or an empty text: unknown again
 *
 * Says something about the case. What the person's records already know stands; an answer only fills what they leave open.
 *
 * Returns: %FALSE with %FW_WORKPLACE_ERROR_INPUT where facts have no such path or no such value, with %FW_WORKPLACE_ERROR_REFUSED and
 *   the reason where a sum is offered below what the law gives
 */
gboolean
fw_case_set (FwCase *self,
             const char *asked_path,
             const char *value,
             GError **error)
{
  g_autofree char *path = settle_path (self, asked_path);

  if (!is_open (self, error))
    return FALSE;
  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_str_equal (path, "departure/@ground") && value != NULL)
    return fw_case_choose (self, NULL, value, error);
  if (g_str_equal (path, "departure/@kind") && value != NULL)
    return fw_case_choose (self, value, NULL, error);
  if (!_fw_case_may_say (path))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ is not for the case to say", path);
      return FALSE;
    }
  if (g_str_has_prefix (path, "setting/") ? !check_reading (self, path + strlen ("setting/"), value, error)
      : value != NULL && !_fw_workplace_check_answer (fw_case_get_workplace (self), path, value, error))
    return FALSE;
  if (value != NULL && !_fw_case_reaches_floor (_fw_case_get_judged (self), path, value, error))
    return FALSE;
  _fw_case_draft (self, path, value);
  return TRUE;
}

static FwCaseItem *
find_ground (FwCase *self,
             const char *ground)
{
  GListModel *grounds = fw_case_get_grounds (self);

  for (guint i = 0; i < g_list_model_get_n_items (grounds); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (grounds, i);

      if (g_strcmp0 (fw_case_item_get_id (row), ground) == 0)
        return row;
    }
  return NULL;
}

static gboolean
kind_exists (const char *kind)
{
  static const char *const kinds[] = { "resignation", "mutual", "dismissal", "redundancy", "expiry", "retirement", "other", NULL };

  return g_strv_contains (kinds, kind);
}

/**
 * fw_case_choose:
 * @kind: (nullable): the way, %NULL: that of the ground
 * @ground: (nullable): a ground of the pack, %NULL: none yet
 *
 * Chooses way and ground. Refused once a notice has been issued: the ground it states is final.
 */
gboolean
fw_case_choose (FwCase *self,
                const char *kind,
                const char *ground,
                GError **error)
{
  FwCaseItem *row = ground != NULL ? find_ground (self, ground) : NULL;
  const char *of_ground = row != NULL ? fw_case_item_get_text (row, "kind") : NULL;

  if (!is_open (self, error))
    return FALSE;
  if (fw_case_get_state (self) == FW_CASE_STATE_ISSUED || fw_case_get_state (self) == FW_CASE_STATE_DELIVERED)
    return refuse (error, "the notice has been issued and its ground is final: withdraw the case and open another");
  if ((ground != NULL && row == NULL) || (kind != NULL && of_ground != NULL && !g_str_equal (kind, of_ground)) ||
      (kind != NULL && !kind_exists (kind)))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the pack has no ground ‘%s’%s%s%s",
                   ground != NULL ? ground : "", kind != NULL ? " of the kind ‘" : "", kind != NULL ? kind : "",
                   kind != NULL ? "’" : "");
      return FALSE;
    }
  _fw_case_draft (self, "departure/@kind", kind != NULL ? kind : of_ground);
  _fw_case_draft (self, "departure/@ground", ground);
  return TRUE;
}

static gboolean
has_status_row (FwCase *self,
                const char *kind,
                GError **error)
{
  GListModel *rows = fw_case_get_status_rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (fw_case_item_get_id (row), kind) == 0)
        return TRUE;
    }
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "the status check has no row ‘%s’ for this person", kind);
  return FALSE;
}

/**
 * fw_case_set_status:
 * @kind: a row of the status check
 * @attribute: from, until, grade, infant-born, exit-medical, asked-of or on
 * @value: (nullable): %NULL: unknown again
 *
 * Says a detail of one row of the status check.
 */
gboolean
fw_case_set_status (FwCase *self,
                    const char *kind,
                    const char *attribute,
                    const char *value,
                    GError **error)
{
  static const char *const own[] = { "asked-of", "on", NULL };
  g_autofree char *path = g_strdup_printf ("status/%s/@%s", kind, attribute);

  if (value != NULL && *value == '\0')
    value = NULL;
  if (!is_open (self, error) || !has_status_row (self, kind, error))
    return FALSE;
  if (g_str_equal (attribute, "on") && value != NULL && !fw_date_is_known (fw_date_from_string (value)))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ is not a day", value);
      return FALSE;
    }
  if (!g_strv_contains (own, attribute) &&
      !_fw_workplace_check_protection (fw_case_get_workplace (self), kind, attribute, value, error))
    return FALSE;
  _fw_case_draft (self, path, value);
  return TRUE;
}

/**
 * fw_case_answer_status:
 * @kind: a row of the status check
 * @asked_of: (nullable): who was asked
 * @on: (nullable): when; %NULL: today
 *
 * Answers one row of the status check. A "yes" protects at once, before the form is taken.
 */
gboolean
fw_case_answer_status (FwCase *self,
                       const char *kind,
                       FwStatusAnswer answer,
                       const char *asked_of,
                       const char *on,
                       GError **error)
{
  static const char *const words[] = { "unknown", "yes", "no" };
  g_autofree char *path = g_strdup_printf ("status/%s/@answer", kind);
  g_autofree char *today = fw_date_to_string (fw_workplace_get_today (fw_case_get_workplace (self)));

  if (!is_open (self, error) || !has_status_row (self, kind, error) ||
      !fw_case_set_status (self, kind, "on", on != NULL ? on : today, error) ||
      (asked_of != NULL && !fw_case_set_status (self, kind, "asked-of", asked_of, error)))
    return FALSE;
  _fw_case_draft (self, path, words[answer]);
  return TRUE;
}

/**
 * fw_case_get:
 * @path: a facts path, for example "departure/@last-day"
 *
 * Returns: (nullable): what the case says, else what the records say; %NULL where neither knows. Borrowed until the
 *   next change
 */
const char *
fw_case_get (FwCase *self,
             const char *path)
{
  const char *value = _fw_case_answer (self, path);

  if (value != NULL || g_hash_table_contains (self->pending, path) || _fw_case_path_is_own (path) || self->judged == NULL)
    return value;
  return fw_facts_get (self->judged->facts, path);
}
