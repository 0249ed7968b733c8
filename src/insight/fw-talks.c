#include "insight/fw-talks.h"

#include <stdlib.h>
#include <string.h>

static void
scene_free (gpointer data)
{
  FwTalkScene *scene = data;

  g_array_unref (scene->talks);
  g_array_unref (scene->turned);
  g_free (scene);
}

static void
alert_free (gpointer data)
{
  FwTalkAlertClass *alert = data;

  g_array_unref (alert->talks);
  g_array_unref (alert->reasons);
  g_free (alert);
}

static void
length_free (gpointer data)
{
  FwTalkLength *length = data;

  g_array_unref (length->talks);
  g_array_unref (length->seconds);
  g_free (length);
}

void
fw_talks_free (FwTalks *self)
{
  g_ptr_array_unref (self->scenes);
  g_ptr_array_unref (self->alerts);
  g_ptr_array_unref (self->lengths);
  g_free (self);
}

/* A talk counts once, however often it comes to the same place. */
static void
count_once (GArray *talks,
            guint talk)
{
  if (talks->len == 0 || g_array_index (talks, guint, talks->len - 1) != talk)
    g_array_append_val (talks, talk);
}

/* What scripts share is one scene, whichever script turned to it: "@tears", "objection:o05". */
static gboolean
is_shared (const char *scene)
{
  return *scene == '@' || strchr (scene, ':') != NULL;
}

static FwTalkScene *
scene_of (GPtrArray *scenes,
          const char *script,
          const char *name)
{
  FwTalkScene *scene;

  if (is_shared (name))
    script = NULL;
  for (guint i = 0; i < scenes->len; i++)
    {
      scene = scenes->pdata[i];
      if (g_strcmp0 (scene->script, script) == 0 && g_str_equal (scene->scene, name))
        return scene;
    }
  scene = g_new0 (FwTalkScene, 1);
  scene->script = script;
  scene->scene = name;
  scene->talks = g_array_new (FALSE, FALSE, sizeof (guint));
  scene->turned = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (scenes, scene);
  return scene;
}

static gboolean
is_bad (const char *mood)
{
  return g_str_equal (mood, "upset") || g_str_equal (mood, "angry") || g_str_equal (mood, "tears");
}

/* A mood turns where somebody sees the person upset, angry or in tears who was seen otherwise before, or not seen yet. */
static gboolean
read_scenes (FwTalks *self,
             const FwTalkHeld *talk,
             guint index)
{
  FwTalkScene *scene = NULL;
  const char *mood = NULL;

  for (guint i = 0; i < talk->n_events; i++)
    {
      const FwTalkEvent *event = &talk->events[i];

      if (event->sort == FW_TALK_CAME_TO)
        {
          scene = scene_of (self->scenes, talk->script, event->name);
          count_once (scene->talks, index);
        }
      if (event->sort != FW_TALK_SEEN)
        continue;
      if (scene != NULL && is_bad (event->name) && g_strcmp0 (mood, event->name) != 0)
        count_once (scene->turned, index);
      mood = event->name;
    }
  return mood != NULL;
}

static void
count_reasons (FwTalkAlertClass *alert,
               const FwTalkHeld *talk)
{
  alert->n_reasoned += talk->n_reasons > 0;
  for (guint i = 0; i < talk->n_reasons; i++)
    {
      FwTalkReason found = { talk->reasons[i], 1 };
      gboolean twice = FALSE, known = FALSE;

      for (guint k = 0; k < i; k++)
        twice = twice || g_str_equal (talk->reasons[k], found.reason);
      for (guint k = 0; k < alert->reasons->len && !twice; k++)
        if (g_str_equal (g_array_index (alert->reasons, FwTalkReason, k).reason, found.reason))
          {
            g_array_index (alert->reasons, FwTalkReason, k).n_talks++;
            known = TRUE;
          }
      if (!twice && !known)
        g_array_append_val (alert->reasons, found);
    }
}

static FwTalkAlertClass *
alert_of (GPtrArray *alerts,
          const char *name)
{
  FwTalkAlertClass *alert;

  for (guint i = 0; i < alerts->len; i++)
    if (g_str_equal (((FwTalkAlertClass *) alerts->pdata[i])->alert, name))
      return alerts->pdata[i];
  alert = g_new0 (FwTalkAlertClass, 1);
  alert->alert = name;
  alert->talks = g_array_new (FALSE, FALSE, sizeof (guint));
  alert->reasons = g_array_new (FALSE, FALSE, sizeof (FwTalkReason));
  g_ptr_array_add (alerts, alert);
  return alert;
}

static void
read_alerts (FwTalks *self,
             const FwTalkHeld *talk,
             guint index)
{
  for (guint i = 0; i < talk->n_events; i++)
    {
      FwTalkAlertClass *alert = talk->events[i].sort == FW_TALK_TAKEN_IN ? alert_of (self->alerts, talk->events[i].name) : NULL;
      guint before = alert != NULL ? alert->talks->len : 0;

      if (alert == NULL)
        continue;
      count_once (alert->talks, index);
      if (alert->talks->len > before)
        count_reasons (alert, talk);
    }
}

static void
read_length (FwTalks *self,
             const FwTalkHeld *talk,
             guint index)
{
  FwTalkLength *length = NULL;
  guint place = 0;

  if (talk->seconds == 0)
    return;
  for (guint i = 0; i < self->lengths->len && length == NULL; i++)
    if (g_strcmp0 (((FwTalkLength *) self->lengths->pdata[i])->script, talk->script) == 0)
      length = self->lengths->pdata[i];
  if (length == NULL)
    {
      length = g_new0 (FwTalkLength, 1);
      length->script = talk->script;
      length->talks = g_array_new (FALSE, FALSE, sizeof (guint));
      length->seconds = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->lengths, length);
    }
  while (place < length->seconds->len && g_array_index (length->seconds, guint, place) <= talk->seconds)
    place++;
  g_array_insert_val (length->seconds, place, talk->seconds);
  g_array_insert_val (length->talks, place, index);
}

static int
compare_scenes_cb (gconstpointer a,
                   gconstpointer b)
{
  const FwTalkScene *one = *(FwTalkScene *const *) a, *other = *(FwTalkScene *const *) b;

  if (one->turned->len != other->turned->len)
    return one->turned->len > other->turned->len ? -1 : 1;
  if (one->talks->len != other->talks->len)
    return one->talks->len < other->talks->len ? -1 : 1;
  return g_strcmp0 (one->scene, other->scene);
}

static int
compare_alerts_cb (gconstpointer a,
                   gconstpointer b)
{
  const FwTalkAlertClass *one = *(FwTalkAlertClass *const *) a, *other = *(FwTalkAlertClass *const *) b;

  if (one->talks->len != other->talks->len)
    return one->talks->len > other->talks->len ? -1 : 1;
  return g_strcmp0 (one->alert, other->alert);
}

static int
compare_reasons_cb (gconstpointer a,
                    gconstpointer b)
{
  const FwTalkReason *one = a, *other = b;

  if (one->n_talks != other->n_talks)
    return one->n_talks > other->n_talks ? -1 : 1;
  return g_strcmp0 (one->reason, other->reason);
}

static int
compare_lengths_cb (gconstpointer a,
                    gconstpointer b)
{
  const FwTalkLength *one = *(FwTalkLength *const *) a, *other = *(FwTalkLength *const *) b;

  if (one->talks->len != other->talks->len)
    return one->talks->len > other->talks->len ? -1 : 1;
  return g_strcmp0 (one->script, other->script);
}

static void
finish_scenes (FwTalks *self)
{
  self->n_scenes = self->scenes->len;
  for (guint i = self->scenes->len; i > 0; i--)
    if (((FwTalkScene *) self->scenes->pdata[i - 1])->turned->len == 0)
      g_ptr_array_remove_index (self->scenes, i - 1);
  g_ptr_array_sort (self->scenes, compare_scenes_cb);
}

static void
finish_alerts (FwTalks *self)
{
  g_ptr_array_sort (self->alerts, compare_alerts_cb);
  for (guint i = 0; i < self->alerts->len; i++)
    {
      FwTalkAlertClass *alert = self->alerts->pdata[i];

      g_array_sort (alert->reasons, compare_reasons_cb);
      if (alert->talks->len < FW_TALKS_FEW)
        g_array_set_size (alert->reasons, 0);
    }
}

static void
finish_lengths (FwTalks *self)
{
  g_ptr_array_sort (self->lengths, compare_lengths_cb);
  for (guint i = 0; i < self->lengths->len; i++)
    {
      FwTalkLength *length = self->lengths->pdata[i];
      guint n = length->seconds->len;

      if (n >= FW_TALKS_FEW)
        length->median = (g_array_index (length->seconds, guint, (n - 1) / 2) + g_array_index (length->seconds, guint, n / 2)) / 2;
    }
}

/**
 * fw_talks_new:
 * @talks: (array length=n_talks): their texts must outlive the answer
 *
 * Returns: (transfer full): what they say together
 */
FwTalks *
fw_talks_new (const FwTalkHeld *talks,
              guint n_talks)
{
  FwTalks *self = g_new0 (FwTalks, 1);

  self->n_talks = n_talks;
  self->scenes = g_ptr_array_new_with_free_func (scene_free);
  self->alerts = g_ptr_array_new_with_free_func (alert_free);
  self->lengths = g_ptr_array_new_with_free_func (length_free);
  for (guint i = 0; i < n_talks; i++)
    {
      self->n_observed += read_scenes (self, &talks[i], i);
      read_alerts (self, &talks[i], i);
      read_length (self, &talks[i], i);
    }
  finish_scenes (self);
  finish_alerts (self);
  finish_lengths (self);
  return self;
}
