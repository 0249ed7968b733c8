#include "departure/fw-workplace-private.h"

#include "departure/fw-employee-facts-private.h"
#include "departure/fw-engine-private.h"
#include "departure/fw-talk-draft-private.h"

G_DEFINE_QUARK (fw-workplace-error-quark, fw_workplace_error)

struct _FwWorkplace
{
  GObject parent_instance;

  FwStore *store;
  FwEngine *engine;
  FwSchema *schema; /* of the facts; used by the thread that owns the workplace only */
  FwDate today;
  GTimeZone *zone; /* whose day is followed, NULL where the day stays as it was given */
  guint clock_source;
  char *who;
  char *language;
  GHashTable *unsaved_talks; /* char* id of a case → FwTalk */
};

/* A case that is open at midnight is to be judged by the new day soon, not to the second. */
#define SECONDS_BETWEEN_LOOKS 30

enum
{
  PROP_0,
  PROP_WHO,
  PROP_LANGUAGE,
  PROP_TODAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FwWorkplace, fw_workplace, G_TYPE_OBJECT)

static void
fw_workplace_get_property (GObject *object,
                           guint property_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  FwWorkplace *self = FW_WORKPLACE (object);

  switch (property_id)
    {
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_TODAY:
      g_value_take_string (value, fw_date_to_string (self->today));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
fw_workplace_finalize (GObject *object)
{
  FwWorkplace *self = FW_WORKPLACE (object);

  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->engine, _fw_engine_unref);
  g_clear_pointer (&self->schema, fw_schema_free);
  g_hash_table_unref (self->unsaved_talks);
  g_free (self->who);
  g_free (self->language);
  G_OBJECT_CLASS (fw_workplace_parent_class)->finalize (object);
}

static void
fw_workplace_class_init (FwWorkplaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fw_workplace_get_property;
  object_class->finalize = fw_workplace_finalize;
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, read);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, read);
  properties[PROP_TODAY] = g_param_spec_string ("today", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fw_workplace_init (FwWorkplace *self)
{
  self->engine = _fw_engine_new ();
  self->unsaved_talks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * fw_workplace_new:
 * @store: an opened store
 * @today: the day on which all is judged, in the store's time zone
 * @who: the account at work, named in every event
 * @language: "zh" or "en": of what is shown
 *
 * Returns: (transfer full): where cases are worked on
 */
FwWorkplace *
fw_workplace_new (FwStore *store,
                  FwDate today,
                  const char *who,
                  const char *language)
{
  FwWorkplace *self = g_object_new (FW_TYPE_WORKPLACE, NULL);

  self->store = g_object_ref (store);
  self->today = today;
  self->who = g_strdup (who);
  self->language = g_strdup (language);
  return self;
}

/**
 * fw_workplace_get_store:
 *
 * Returns: (transfer none): the store
 */
FwStore *
fw_workplace_get_store (FwWorkplace *self)
{
  return self->store;
}

/* The talks of which something is not in the store yet; they live until it is, whoever else lets go of them. */
GHashTable *
_fw_workplace_get_unsaved_talks (FwWorkplace *self)
{
  return self->unsaved_talks;
}

FwDate
fw_workplace_get_today (FwWorkplace *self)
{
  return self->today;
}

/**
 * fw_workplace_set_today:
 *
 * Says that another day has begun. Open cases are judged again by it.
 */
void
fw_workplace_set_today (FwWorkplace *self,
                        FwDate today)
{
  if (fw_date_compare (self->today, today) == 0)
    return;
  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

static gboolean
look_at_clock_cb (gpointer user_data)
{
  FwWorkplace *self = user_data;

  fw_workplace_set_today (self, fw_date_today (self->zone));
  return G_SOURCE_CONTINUE;
}

/**
 * fw_workplace_follow_clock:
 * @zone: the store's time zone
 *
 * Says today's date from now on, also to a window that stays open over midnight. Needs the main loop of the thread that
 * owns the workplace.
 */
void
fw_workplace_follow_clock (FwWorkplace *self,
                           GTimeZone *zone)
{
  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
  self->clock_source = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_at_clock_cb, self);
  look_at_clock_cb (self);
}

const char *
fw_workplace_get_who (FwWorkplace *self)
{
  return self->who;
}

/**
 * fw_workplace_set_language:
 * @language: "zh" or "en"
 *
 * Changes the language of what is shown. Open cases follow.
 */
void
fw_workplace_set_language (FwWorkplace *self,
                           const char *language)
{
  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/* The scene for a worker thread */

FwScene *
_fw_workplace_dup_scene (FwWorkplace *self)
{
  FwScene *scene = g_new0 (FwScene, 1);

  g_atomic_ref_count_init (&scene->references);
  scene->store = g_object_ref (self->store);
  scene->engine = _fw_engine_ref (self->engine);
  scene->today = self->today;
  scene->who = g_strdup (self->who);
  scene->chinese = g_strcmp0 (self->language, "en") != 0;
  return scene;
}

FwScene *
_fw_scene_ref (FwScene *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
_fw_scene_unref (FwScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_object_unref (self->store);
  _fw_engine_unref (self->engine);
  g_free (self->who);
  g_free (self);
}

/* Checking what is said */

static gboolean
check_facts (FwWorkplace *self,
             FwFacts *facts,
             const char *path,
             const char *value,
             GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!fw_xml_can_hold (value))
    {
      g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ takes no such value: it has characters that no text may have",
                   path);
      return FALSE;
    }
  if (self->schema == NULL)
    self->schema = fw_facts_load_schema (error);
  if (self->schema == NULL)
    return FALSE;
  if (fw_facts_set (facts, path, value, &problem) && fw_facts_validate (facts, self->schema, &problem))
    return TRUE;
  g_set_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT, "‘%s’ takes no such value: %s", path,
               problem->message);
  return FALSE;
}

/* Whether facts have such a path and such a value there. */
gboolean
_fw_workplace_check_answer (FwWorkplace *self,
                            const char *path,
                            const char *value,
                            GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();

  return check_facts (self, facts, path, value, error);
}

/* The same for an attribute of a protection. */
gboolean
_fw_workplace_check_protection (FwWorkplace *self,
                                const char *kind,
                                const char *attribute,
                                const char *value,
                                GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();
  g_autofree char *path = g_strconcat ("employee/protection/@", attribute, NULL);

  _fw_facts_put (facts, "employee/protection/@kind", kind);
  return value == NULL || check_facts (self, facts, path, value, error);
}

/**
 * fw_workplace_dup_employee_facts:
 * @as_of: the day as of which the records are read
 *
 * Returns: (transfer full) (nullable): what the store knows of one person, with the figures of the place; no case
 */
FwFacts *
fw_workplace_dup_employee_facts (FwWorkplace *self,
                                 const char *employee_id,
                                 FwDate as_of,
                                 GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();

  if (!_fw_employee_facts_fill (self->store, employee_id, as_of, facts, error) ||
      !_fw_local_facts_fill (self->store, as_of, facts, error))
    return NULL;
  return g_steal_pointer (&facts);
}

/* The pack of the company's law: that of its first legal employer, else the only one there is. */
FwPack *
_fw_workplace_find_pack (FwPacks *packs,
                         FwRecord *employer,
                         GError **error)
{
  const char *jurisdiction = employer != NULL ? fw_record_get (employer, "jurisdiction") : NULL;
  g_auto (GStrv) ids = NULL;

  if (jurisdiction != NULL)
    return fw_packs_get (packs, jurisdiction, error);
  ids = fw_packs_list (packs);
  if (ids[0] != NULL)
    return fw_packs_get (packs, ids[0], error);
  g_set_error_literal (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_FAILED, "there is no pack");
  return NULL;
}
