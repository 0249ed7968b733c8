#include "interview/fw-cool-down.h"

typedef struct
{
  gint64 shown;             /* seconds of the talk */
  FwAlertSeverity severity; /* of what was shown */
  guint count;              /* since the talk began */
} FwShown;

struct _FwCoolDown
{
  GHashTable *shown; /* FwPhraseClass → FwShown */
};

/**
 * fw_cool_down_new:
 *
 * Returns: (transfer full): for one talk; the lexicon of its alerts has to outlive it
 */
FwCoolDown *
fw_cool_down_new (void)
{
  FwCoolDown *self = g_new0 (FwCoolDown, 1);

  self->shown = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
fw_cool_down_free (FwCoolDown *self)
{
  g_hash_table_unref (self->shown);
  g_free (self);
}

/**
 * fw_cool_down_admit:
 * @seconds: since the talk began
 *
 * Counts an alert.
 *
 * Returns: whether it is to be shown: it is the first of its class, graver than the last one shown, its class has cooled down, or it is
 *   critical, which always is
 */
gboolean
fw_cool_down_admit (FwCoolDown *self,
                    const FwAlert *alert,
                    gint64 seconds)
{
  FwPhraseClass *of = alert->phrase->of;
  FwShown *last = g_hash_table_lookup (self->shown, of);
  gboolean first = last == NULL;

  if (first)
    {
      last = g_new0 (FwShown, 1);
      g_hash_table_insert (self->shown, of, last);
    }
  last->count++;
  if (!first && alert->severity != FW_ALERT_CRITICAL && alert->severity <= last->severity &&
      seconds - last->shown < (gint64) of->cooldown_seconds)
    return FALSE;
  last->shown = seconds;
  last->severity = alert->severity;
  return TRUE;
}

/**
 * fw_cool_down_get_count:
 *
 * Returns: how often the class has been alerted to, shown or not
 */
guint
fw_cool_down_get_count (FwCoolDown *self,
                        const FwPhraseClass *of)
{
  const FwShown *last = g_hash_table_lookup (self->shown, of);

  return last != NULL ? last->count : 0;
}
