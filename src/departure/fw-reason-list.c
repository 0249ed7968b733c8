#include "departure/fw-reason-list.h"

#include <string.h>

#include "core/fw-paths.h"
#include "departure/fw-setting-private.h"

/* What the company has made of the list: a key file, [id] with zh and en of its own reasons, hidden=true of those no longer offered. */
#define SETTING "reasons"
#define FILE_NAME "reasons.ini"
#define MOST_OWN 99
#define MOST_NAME 40 /* characters: it has to fit beside a bar */

static void
reason_free (gpointer data)
{
  FwLeavingReason *reason = data;

  g_free (reason->id);
  g_free (reason->group);
  g_free (reason->zh);
  g_free (reason->en);
  g_free (reason);
}

void
fw_reason_list_free (FwReasonList *self)
{
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

static GKeyFile *
load_shipped (GError **error)
{
  g_autofree char *path = fw_paths_find_data (FILE_NAME);
  g_autoptr (GKeyFile) names = g_key_file_new ();

  if (path != NULL && g_key_file_load_from_file (names, path, G_KEY_FILE_NONE, error))
    return g_steal_pointer (&names);
  if (path == NULL)
    g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_FAILED, FILE_NAME " is not installed");
  return NULL;
}

/* Returns: (transfer full) (nullable): what the company has made of the list; empty where nothing */
static GKeyFile *
load_own (FwStore *store,
          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = _fw_setting_dup (store, SETTING, &problem);
  g_autoptr (GKeyFile) own = g_key_file_new ();

  if (problem == NULL && text != NULL)
    g_key_file_load_from_data (own, text, strlen (text), G_KEY_FILE_NONE, &problem);
  if (problem == NULL)
    return g_steal_pointer (&own);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static void
merge (GKeyFile *names,
       GKeyFile *own)
{
  g_auto (GStrv) ids = g_key_file_get_groups (own, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (own, ids[i], NULL, NULL);

      for (guint k = 0; keys != NULL && keys[k] != NULL; k++)
        {
          g_autofree char *value = g_key_file_get_string (own, ids[i], keys[k], NULL);

          g_key_file_set_string (names, ids[i], keys[k], value);
        }
    }
}

/**
 * fw_reason_list_load_names:
 *
 * Returns: (transfer full) (nullable): what reasons and their groups are called, a group each with zh and en; the company's own among them
 */
GKeyFile *
fw_reason_list_load_names (FwStore *store,
                           GError **error)
{
  g_autoptr (GKeyFile) names = load_shipped (error);
  g_autoptr (GKeyFile) own = names != NULL ? load_own (store, error) : NULL;

  if (own == NULL)
    return NULL;
  merge (names, own);
  return g_steal_pointer (&names);
}

static FwLeavingReason *
reason_new (GKeyFile *names,
            const char *id)
{
  const char *dash = strchr (id, '-');
  FwLeavingReason *reason = g_new0 (FwLeavingReason, 1);

  reason->id = g_strdup (id);
  reason->group = dash != NULL ? g_strndup (id, (gsize) (dash - id)) : g_strdup (id);
  reason->zh = g_key_file_get_string (names, id, "zh", NULL);
  reason->en = g_key_file_get_string (names, id, "en", NULL);
  reason->own = g_key_file_get_boolean (names, id, "own", NULL);
  reason->hidden = g_key_file_get_boolean (names, id, "hidden", NULL);
  return reason;
}

/* The reasons of each group together, in the order in which they stand: the company's own behind those that are shipped. */
static void
add_reasons_of (FwReasonList *self,
                GKeyFile *names,
                char **ids,
                const FwLeavingReason *group)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      FwLeavingReason *reason = reason_new (names, ids[i]);

      if (strchr (ids[i], '-') != NULL && g_str_equal (reason->group, group->id) && reason->zh != NULL && reason->en != NULL)
        g_ptr_array_add (self->reasons, reason);
      else
        reason_free (reason);
    }
}

/**
 * fw_reason_list_read:
 *
 * Returns: (transfer full) (nullable): the reasons that may be chosen, and those on record that may be no more
 */
FwReasonList *
fw_reason_list_read (FwStore *store,
                     GError **error)
{
  g_autoptr (GKeyFile) names = fw_reason_list_load_names (store, error);
  g_auto (GStrv) ids = names != NULL ? g_key_file_get_groups (names, NULL) : NULL;
  FwReasonList *self;

  if (names == NULL)
    return NULL;
  self = g_new0 (FwReasonList, 1);
  self->groups = g_ptr_array_new_with_free_func (reason_free);
  self->reasons = g_ptr_array_new_with_free_func (reason_free);
  for (guint i = 0; ids[i] != NULL; i++)
    if (strchr (ids[i], '-') == NULL)
      {
        g_ptr_array_add (self->groups, reason_new (names, ids[i]));
        add_reasons_of (self, names, ids, g_ptr_array_index (self->groups, self->groups->len - 1));
      }
  return self;
}

static const FwLeavingReason *
find (GPtrArray *list,
      const char *id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((FwLeavingReason *) list->pdata[i])->id, id) == 0)
      return list->pdata[i];
  return NULL;
}

/**
 * fw_reason_list_find:
 *
 * Returns: (transfer none) (nullable): the reason of an id; %NULL where the list has none of it
 */
const FwLeavingReason *
fw_reason_list_find (const FwReasonList *self,
                     const char *id)
{
  return find (self->reasons, id);
}

/**
 * fw_leaving_reason_get_name:
 * @language: "zh" or "en"
 *
 * Returns: (transfer none): what it is called in front of the user
 */
const char *
fw_leaving_reason_get_name (const FwLeavingReason *self,
                            const char *language)
{
  return g_strcmp0 (language, "zh") == 0 ? self->zh : self->en;
}

static FwEvent *
save_own (FwWorkplace *workplace,
          GKeyFile *own,
          GError **error)
{
  g_autofree char *text = g_key_file_to_data (own, NULL, NULL);

  return _fw_setting_put (fw_workplace_get_store (workplace), fw_workplace_get_who (workplace), SETTING, g_strstrip (text), error);
}

static gboolean
check_name (const FwReasonList *list,
            const char *group,
            const char *name,
            GError **error)
{
  if (find (list->groups, group) == NULL)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "there is no group of reasons ‘%s’", group);
  else if (*name == '\0' || g_utf8_strlen (name, -1) > MOST_NAME)
    g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "a reason is called by one to %d characters", MOST_NAME);
  else
    return TRUE;
  return FALSE;
}

/* Where a reason of that name is there already, hidden or not. */
static const FwLeavingReason *
find_named (const FwReasonList *list,
            const char *name)
{
  for (guint i = 0; i < list->reasons->len; i++)
    {
      const FwLeavingReason *reason = list->reasons->pdata[i];

      if (g_str_equal (reason->zh, name) || g_ascii_strcasecmp (reason->en, name) == 0)
        return reason;
    }
  return NULL;
}

static char *
make_id (GKeyFile *own,
         const char *group)
{
  for (guint i = 1; i <= MOST_OWN; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-own-%u", group, i);

      if (!g_key_file_has_group (own, id))
        return g_steal_pointer (&id);
    }
  return NULL;
}

/**
 * fw_reason_list_add:
 * @group: the group it belongs to
 * @name: what it is called, in the company's own words
 * @id: (out) (optional): the new reason's id
 *
 * Adds a reason that only this company has. One of that name that was hidden is offered again.
 *
 * Returns: (transfer full) (nullable): the event, which undo takes back; %FW_WORKPLACE_ERROR_THERE where it is offered already
 */
FwEvent *
fw_reason_list_add (FwWorkplace *workplace,
                    const char *group,
                    const char *name,
                    char **id,
                    GError **error)
{
  FwStore *store = fw_workplace_get_store (workplace);
  g_autofree char *clean = g_strstrip (g_strdup (name));
  g_autoptr (FwReasonList) list = fw_reason_list_read (store, error);
  g_autoptr (GKeyFile) own = list != NULL ? load_own (store, error) : NULL;
  const FwLeavingReason *there = list != NULL ? find_named (list, clean) : NULL;
  g_autofree char *new_id = NULL;

  if (own == NULL || !check_name (list, group, clean, error))
    return NULL;
  if (there != NULL && !there->hidden)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE, "‘%s’ is on the list", there->id);
      return NULL;
    }
  new_id = there != NULL ? g_strdup (there->id) : make_id (own, group);
  if (new_id == NULL)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "a group has at most %d reasons of one's own", MOST_OWN);
      return NULL;
    }
  if (there != NULL)
    g_key_file_remove_key (own, new_id, "hidden", NULL);
  else
    {
      g_key_file_set_string (own, new_id, "zh", clean);
      g_key_file_set_string (own, new_id, "en", clean);
      g_key_file_set_boolean (own, new_id, "own", TRUE);
    }
  if (id != NULL)
    *id = g_strdup (new_id);
  return save_own (workplace, own, error);
}

/**
 * fw_reason_list_set_hidden:
 *
 * Offers a reason no more, or again. What is on record of it stays and keeps its name.
 *
 * Returns: (transfer full) (nullable): the event, which undo takes back
 */
FwEvent *
fw_reason_list_set_hidden (FwWorkplace *workplace,
                           const char *id,
                           gboolean hidden,
                           GError **error)
{
  FwStore *store = fw_workplace_get_store (workplace);
  g_autoptr (FwReasonList) list = fw_reason_list_read (store, error);
  g_autoptr (GKeyFile) own = list != NULL ? load_own (store, error) : NULL;

  if (own == NULL)
    return NULL;
  if (fw_reason_list_find (list, id) == NULL)
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_NOT_FOUND, "there is no reason ‘%s’", id);
      return NULL;
    }
  if (hidden)
    g_key_file_set_boolean (own, id, "hidden", TRUE);
  else
    g_key_file_remove_key (own, id, "hidden", NULL);
  return save_own (workplace, own, error);
}
