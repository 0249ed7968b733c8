/* The talks on record, as far as figures are made of them: where they stood when a mood was seen, what was taken in, how long they lasted. */
#include "departure/fw-talk-records-private.h"

#include <stdio.h>
#include <string.h>

#include "interview/fw-script.h"

#define TALKS_AT_ONCE 200

/* A page of talks with what belongs to them. */
typedef struct
{
  FwLeavingRecords *records;
  FwStore *store;
  GHashTable *branches;
  GHashTable *departments;
  GCancellable *cancellable;
  GPtrArray *talks;
  GPtrArray *entries; /* of all of them, a talk's together in order */
  guint entry;
} Page;

void
_fw_talk_name_free (gpointer data)
{
  FwTalkName *name = data;

  g_free (name->zh);
  g_free (name->en);
  g_free (name);
}

/* The key of what a scene is called; what scripts share has none of them in it. */
char *
_fw_talk_scene_key (const char *script,
                    const char *scene)
{
  return script != NULL ? g_strdup_printf ("%s/%s", script, scene) : g_strdup (scene);
}

/* Returns: (transfer none) (nullable): what is called so; %NULL of what no script or lexicon has any more */
const FwTalkName *
_fw_talk_records_name (const FwLeavingRecords *self,
                       const char *key)
{
  return key != NULL ? g_hash_table_lookup (self->talk_names, key) : NULL;
}

static FwTalkName *
add_name (FwLeavingRecords *self,
          const char *key,
          const FwSaid *said)
{
  FwTalkName *name = g_new0 (FwTalkName, 1);

  name->zh = g_strdup (said->zh != NULL ? said->zh : "");
  name->en = g_strdup (said->en != NULL ? said->en : "");
  if (g_str_has_suffix (name->zh, "。"))
    name->zh[strlen (name->zh) - strlen ("。")] = '\0';
  if (g_str_has_suffix (name->en, "."))
    name->en[strlen (name->en) - 1] = '\0';
  g_hash_table_replace (self->talk_names, g_strdup (key), name);
  return name;
}

static void
add_script_names (FwLeavingRecords *self,
                  const FwScript *script)
{
  FwTalkName *name = add_name (self, script->id, &script->title);

  if (script->minutes != NULL && sscanf (script->minutes, "%u-%u", &name->least_minutes, &name->most_minutes) == 1)
    name->most_minutes = name->least_minutes;
  for (guint i = 0; i < script->scenes->len; i++)
    {
      const FwScene *scene = script->scenes->pdata[i];
      g_autofree char *key = _fw_talk_scene_key (script->id, scene->id);

      add_name (self, key, &scene->aim);
    }
}

static gboolean
read_script_names (FwLeavingRecords *self,
                   GError **error)
{
  g_autoptr (FwScripts) scripts = fw_scripts_new (error);
  GPtrArray *list;

  if (scripts == NULL)
    return FALSE;
  list = fw_scripts_list (scripts);
  for (guint i = 0; i < list->len; i++)
    add_script_names (self, list->pdata[i]);
  list = fw_scripts_list_shared (scripts);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *key = g_strconcat ("@", ((FwScene *) list->pdata[i])->id, NULL);

      add_name (self, key, &((FwScene *) list->pdata[i])->aim);
    }
  list = fw_scripts_list_objections (scripts);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *key = g_strconcat ("objection:", ((FwObjection *) list->pdata[i])->id, NULL);

      add_name (self, key, &((FwObjection *) list->pdata[i])->said);
    }
  return TRUE;
}

static gboolean
read_names (FwLeavingRecords *self,
            GError **error)
{
  g_autoptr (FwLexicon) lexicon = fw_lexicon_new (error);
  GPtrArray *classes = lexicon != NULL ? fw_lexicon_get_classes (lexicon) : NULL;

  if (classes == NULL)
    return FALSE;
  for (guint i = 0; i < classes->len; i++)
    {
      const FwPhraseClass *class = classes->pdata[i];
      g_autofree char *key = g_strconcat ("class:", class->id, NULL);

      add_name (self, key, &class->title);
    }
  return read_script_names (self, error);
}

static guint
find_place (GHashTable *indexes,
            const char *id)
{
  guint found = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (indexes, id)) : 0;

  return found > 0 ? found - 1 : FW_NO_PLACE;
}

static gboolean
read_entries (Page *page,
              GError **error)
{
  static const char *const sorts[] = { "scene", "mood", "alert", "break", NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (FwQuery) query = fw_query_new ();

  for (guint i = 0; i < page->talks->len; i++)
    g_ptr_array_add (ids, (gpointer) fw_record_get_id (page->talks->pdata[i]));
  g_ptr_array_add (ids, NULL);
  fw_query_one_of (query, "talk-id", (const char *const *) ids->pdata);
  fw_query_one_of (query, "sort", sorts);
  fw_query_order (query, "talk-id", FALSE);
  fw_query_order (query, "position", FALSE);
  g_clear_pointer (&page->entries, g_ptr_array_unref);
  page->entries = fw_store_list (page->store, "talk-entry", query, page->cancellable, error);
  page->entry = 0;
  return page->entries != NULL;
}

static const char *
keep (Page *page,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (page->records->texts, text) : NULL;
}

/* A break is no part of the talk. */
static void
leave_out (FwTalkOnRecord *talk,
           const char *seconds)
{
  guint away = (guint) g_ascii_strtoull (seconds, NULL, 10);

  talk->seconds -= MIN (away, talk->seconds);
}

static void
add_events (Page *page,
            FwTalkOnRecord *talk,
            const char *talk_id)
{
  talk->first_event = page->records->talk_events->len;
  for (; page->entry < page->entries->len; page->entry++)
    {
      FwRecord *entry = page->entries->pdata[page->entry];
      int order = g_strcmp0 (fw_record_get (entry, "talk-id"), talk_id);
      const char *sort = fw_record_get (entry, "sort"), *detail = fw_record_get (entry, "detail");
      FwTalkEvent event = { FW_TALK_TAKEN_IN, keep (page, detail) };

      if (order > 0)
        break;
      if (order == 0 && detail != NULL && g_str_equal (sort, "break"))
        leave_out (talk, detail);
      if (order < 0 || detail == NULL || g_str_equal (sort, "break"))
        continue;
      if (g_str_equal (sort, "scene"))
        event.sort = FW_TALK_CAME_TO;
      else if (g_str_equal (sort, "mood"))
        event.sort = FW_TALK_SEEN;
      g_array_append_val (page->records->talk_events, event);
    }
  talk->n_events = page->records->talk_events->len - talk->first_event;
}

static void
add_reason (Page *page,
            const char *reason)
{
  const char *dash = strchr (reason, '-');
  g_autofree char *group = dash != NULL ? g_strndup (reason, (gsize) (dash - reason)) : NULL;
  gboolean known = group != NULL && g_key_file_has_group (page->records->reason_names, group);

  g_ptr_array_add (page->records->talk_reasons, (gpointer) keep (page, known ? group : reason));
}

static gboolean
add_reasons (Page *page,
             FwTalkOnRecord *talk,
             const char *case_id,
             GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new_equals ("case-id", case_id);
  g_autoptr (GPtrArray) reasons = fw_store_list (page->store, "case-reason", query, page->cancellable, error);

  if (reasons == NULL)
    return FALSE;
  talk->first_reason = page->records->talk_reasons->len;
  for (guint i = 0; i < reasons->len; i++)
    add_reason (page, fw_record_get (reasons->pdata[i], "reason"));
  talk->n_reasons = reasons->len;
  return TRUE;
}

static gboolean
add_terms (Page *page,
           FwTalkOnRecord *talk,
           const char *case_id,
           GError **error)
{
  g_autoptr (FwRecord) its = fw_store_get (page->store, "case", case_id, error);
  FwLeavingTerms terms;

  if (its == NULL)
    return FALSE;
  terms = (FwLeavingTerms){ fw_record_get (its, "kind"), fw_record_get (its, "proposer"), fw_record_get (its, "employer-offer"),
                            fw_record_get (its, "employee-renews") };
  talk->kind = fw_leaving_kind_from_name (terms.kind);
  talk->group = fw_leaving_group_of (&terms);
  return add_reasons (page, talk, case_id, error);
}

/* Entries follow the talks in the order of their ids. */
static gboolean
add_talk (Page *page,
          FwRecord *record,
          GError **error)
{
  g_autoptr (FwRecord) person = fw_store_get (page->store, "employee", fw_record_get (record, "employee-id"), error);
  FwTalkOnRecord talk = { .talk = (guint32) fw_record_get_seq (record), .on = fw_record_get_date (record, "on") };

  if (person == NULL || !add_terms (page, &talk, fw_record_get (record, "case-id"), error))
    return FALSE;
  talk.person = (guint32) fw_record_get_seq (person);
  talk.branch = find_place (page->branches, fw_record_get (person, "branch-id"));
  talk.department = find_place (page->departments, fw_record_get (person, "department-id"));
  talk.script = keep (page, fw_record_get (record, "script"));
  talk.seconds = (guint) MAX (fw_record_get_count (record, "seconds", 0), 0);
  add_events (page, &talk, fw_record_get_id (record));
  g_array_append_val (page->records->talks, talk);
  return TRUE;
}

static gboolean
read_page (Page *page,
           const char *after,
           GError **error)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  fw_query_where (query, "id", FW_QUERY_ABOVE, after);
  fw_query_order (query, "id", FALSE);
  fw_query_page (query, 0, TALKS_AT_ONCE);
  g_clear_pointer (&page->talks, g_ptr_array_unref);
  page->talks = fw_store_list (page->store, "talk", query, page->cancellable, error);
  if (page->talks == NULL || (page->talks->len > 0 && !read_entries (page, error)))
    return FALSE;
  for (guint i = 0; i < page->talks->len; i++)
    if (!add_talk (page, page->talks->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Reads the talks of all people, page by page; what scripts and classes are called only where there is a talk. */
gboolean
_fw_talk_records_read (FwLeavingRecords *self,
                       FwStore *store,
                       GHashTable *branches,
                       GHashTable *departments,
                       GCancellable *cancellable,
                       GError **error)
{
  Page page = { self, store, branches, departments, cancellable, NULL, NULL, 0 };
  g_autofree char *after = g_strdup ("");
  gboolean ok;

  while ((ok = read_page (&page, after, error)) && page.talks->len > 0)
    {
      g_free (after);
      after = g_strdup (fw_record_get_id (page.talks->pdata[page.talks->len - 1]));
    }
  g_clear_pointer (&page.talks, g_ptr_array_unref);
  g_clear_pointer (&page.entries, g_ptr_array_unref);
  return ok && (self->talks->len == 0 || read_names (self, error));
}
