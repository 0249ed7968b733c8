/* What is typed in a talk, and what it is watched for. */
#include "departure/fw-talk-private.h"

GListModel *
fw_talk_get_entries (FwTalk *self)
{
  return G_LIST_MODEL (self->entries);
}

/* Takes the entry. */
void
_fw_talk_add (FwTalk *self,
              FwTalkEntry *entry)
{
  g_list_store_append (self->entries, entry);
  g_object_unref (entry);
  _fw_talk_save (self);
}

/**
 * fw_talk_get_typed:
 *
 * Returns: the line that is being typed
 */
const char *
fw_talk_get_typed (FwTalk *self)
{
  return fw_typed_source_get_text (self->typing);
}

/* The gravest first, what is to life and limb above all, the newest of equals. */
static int
compare_alerts_cb (gconstpointer a,
                   gconstpointer b)
{
  const FwTalkAlert *one = *(const FwTalkAlert *const *) a, *other = *(const FwTalkAlert *const *) b;

  if (one->of->danger != other->of->danger)
    return one->of->danger ? -1 : 1;
  if (one->severity != other->severity)
    return one->severity > other->severity ? -1 : 1;
  return (int) other->seconds - (int) one->seconds;
}

static void
show_alert (FwTalk *self,
            const FwAlert *found,
            const char *text,
            FwTalkSpeaker speaker)
{
  FwTalkAlert *alert = g_new0 (FwTalkAlert, 1);

  alert->of = found->phrase->of;
  alert->severity = found->severity;
  alert->possible = found->possible;
  alert->negated = found->negated;
  alert->own = speaker != FW_TALK_EMPLOYEE;
  alert->seconds = fw_talk_get_seconds (self);
  alert->count = fw_cool_down_get_count (self->cool_down, alert->of);
  alert->words = g_utf8_substring (text, found->offset, found->offset + found->length);
  g_ptr_array_add (self->raised, alert);
  for (guint i = 0; i < self->alerts->len; i++)
    if (((FwTalkAlert *) self->alerts->pdata[i])->of == alert->of)
      g_ptr_array_remove_index (self->alerts, i--);
  g_ptr_array_add (self->alerts, alert);
  g_ptr_array_sort (self->alerts, compare_alerts_cb);
}

/* A class that this line has raised already is raised again only where it turns graver. */
static gboolean
is_new (FwTalk *self,
        const FwAlert *found,
        GHashTable *heard)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (heard, found->phrase->of));

  if (found->severity + 1 <= before)
    return FALSE;
  g_hash_table_insert (heard, found->phrase->of, GUINT_TO_POINTER (found->severity + 1));
  return fw_cool_down_admit (self->cool_down, found, fw_talk_get_seconds (self)) ||
         found->severity == FW_ALERT_CRITICAL;
}

/**
 * _fw_talk_collect_alerts:
 *
 * Returns: (transfer floating): all alerts, and whether each still waits to be acknowledged
 */
GVariant *
_fw_talk_collect_alerts (FwTalk *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (FW_TALK_ALERTS_TYPE));
  for (guint i = 0; i < self->raised->len; i++)
    {
      const FwTalkAlert *alert = self->raised->pdata[i];

      g_variant_builder_add (&builder, "(subbbuusb)", alert->of->id, (guint) alert->severity, alert->possible, alert->negated,
                             alert->own, alert->seconds, alert->count, alert->words,
                             g_ptr_array_find (self->alerts, alert, NULL));
    }
  return g_variant_builder_end (&builder);
}

/* A class that the lexicon no longer has is forgotten. */
void
_fw_talk_restore_alerts (FwTalk *self,
                         GVariant *alerts)
{
  GVariantIter iter;
  const char *id, *words;
  guint severity, seconds, count;
  gboolean possible, negated, own, waits;

  g_variant_iter_init (&iter, alerts);
  while (g_variant_iter_next (&iter, "(&subbbuu&sb)", &id, &severity, &possible, &negated, &own, &seconds, &count, &words, &waits))
    {
      const FwPhraseClass *of = fw_lexicon_find_class (fw_phrase_watch_get_lexicon (self->watch), id);
      FwTalkAlert *alert;

      if (of == NULL || severity > FW_ALERT_CRITICAL)
        continue;
      alert = g_new0 (FwTalkAlert, 1);
      *alert = (FwTalkAlert){ of, (FwAlertSeverity) severity, possible, negated, own, seconds, count, g_strdup (words) };
      g_ptr_array_add (self->raised, alert);
      if (waits)
        g_ptr_array_add (self->alerts, alert);
    }
  g_ptr_array_sort (self->alerts, compare_alerts_cb);
}

static void
alerts_changed (FwTalk *self)
{
  _fw_talk_save (self);
  g_signal_emit_by_name (self, "alerts-changed");
}

/* @final: nothing more comes. @heard: what its line has raised already. */
void
_fw_talk_watch (FwTalk *self,
                const char *text,
                FwTalkSpeaker speaker,
                gboolean final,
                GHashTable *heard)
{
  FwSpeaker whose = speaker == FW_TALK_EMPLOYEE ? FW_SPEAKER_EMPLOYEE : FW_SPEAKER_INTERVIEWER;
  g_autoptr (GArray) found =
    final ? fw_phrase_watch_read (self->watch, text, -1, whose) : fw_phrase_watch_read_draft (self->watch, text, -1, whose);
  gboolean shown = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const FwAlert *alert = &g_array_index (found, FwAlert, i);

      if (is_new (self, alert, heard))
        {
          show_alert (self, alert, text, speaker);
          shown = TRUE;
        }
    }
  if (shown)
    alerts_changed (self);
}

/**
 * fw_talk_type:
 * @text: the whole line as it stands now
 *
 * What is being typed: a draft at once, and watched for phrases before this returns.
 */
void
fw_talk_type (FwTalk *self,
              const char *text)
{
  fw_typed_source_type (self->typing, text, FW_VOICE_UNKNOWN);
}

/* What one entry holds at most; a sentence is far shorter, and a record's text ends at a MiB. */
#define LONGEST_ENTRY 8000

/* What was pasted may be as long as a book: then it is several entries. */
static void
keep_typed (FwTalk *self,
            const char *words)
{
  glong left = g_utf8_strlen (words, -1);

  for (const char *at = words; left > 0; left -= LONGEST_ENTRY)
    {
      const char *end = g_utf8_offset_to_pointer (at, MIN (left, LONGEST_ENTRY));
      g_autofree char *part = g_strndup (at, (gsize) (end - at));

      _fw_talk_add (self, fw_talk_entry_new (self->keep_as, self->speaker, fw_talk_get_seconds (self), part, NULL));
      at = end;
    }
}

/* What is typed has changed, or is done. Whose words they are, the talk knows. */
void
_fw_talk_typed (FwTalk *self,
                const FwHeard *heard)
{
  g_autofree char *words = heard->final ? _fw_talk_tidy (heard->text) : NULL;

  _fw_talk_watch (self, heard->text, self->speaker, heard->final, self->heard);
  if (!heard->final)
    {
      _fw_talk_save_line (self);
      return;
    }
  g_hash_table_remove_all (self->heard);
  self->line_unsaved = TRUE;
  keep_typed (self, words);
  _fw_talk_changed (self);
}

FwTalkSpeaker
fw_talk_get_speaker (FwTalk *self)
{
  return self->speaker;
}

/**
 * fw_talk_set_speaker:
 *
 * Whose words are typed; what stands in the line already is read again as theirs.
 */
void
fw_talk_set_speaker (FwTalk *self,
                     FwTalkSpeaker speaker)
{
  if (self->speaker == speaker)
    return;
  self->speaker = speaker;
  _fw_talk_watch (self, fw_talk_get_typed (self), speaker, FALSE, self->heard);
  _fw_talk_changed (self);
}

/**
 * fw_talk_keep:
 * @sort: note, agreed, open or promise
 *
 * Keeps the line as an entry, and begins a new one.
 *
 * Returns: whether there was anything to keep
 */
gboolean
fw_talk_keep (FwTalk *self,
              FwTalkSort sort)
{
  self->keep_as = sort;
  return fw_typed_source_keep (self->typing, FW_VOICE_UNKNOWN);
}

/* Seconds in which the same mood is seen once: a key may be held down a moment too long. */
#define SECONDS_OF_ONE_LOOK 2

static gboolean
was_just_seen (FwTalk *self,
               FwTalkMood mood)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autoptr (FwTalkEntry) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1) : NULL;

  return last != NULL && fw_talk_entry_get_sort (last) == FW_TALK_MOOD &&
         fw_talk_mood_from_string (fw_talk_entry_get_detail (last)) == mood &&
         fw_talk_entry_get_seconds (last) + SECONDS_OF_ONE_LOOK > fw_talk_get_seconds (self);
}

/**
 * fw_talk_observe:
 *
 * Notes what one sees of the other's mood. It is about the pace of the talk, never about the person.
 */
void
fw_talk_observe (FwTalk *self,
                 FwTalkMood mood)
{
  if (was_just_seen (self, mood))
    return;
  _fw_talk_add (self, fw_talk_entry_new (FW_TALK_MOOD, FW_TALK_HR, fw_talk_get_seconds (self), NULL,
                                         fw_talk_mood_to_string (mood)));
  _fw_talk_changed (self);
}

/**
 * fw_talk_get_mood:
 * @before: (out) (nullable): the mood observed before it
 *
 * Returns: what was observed last; %FW_TALK_N_MOODS where nothing was
 */
FwTalkMood
fw_talk_get_mood (FwTalk *self,
                  FwTalkMood *before)
{
  FwTalkMood found[2] = { FW_TALK_N_MOODS, FW_TALK_N_MOODS };
  guint n_found = 0;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i > 0 && n_found < 2; i--)
    {
      g_autoptr (FwTalkEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i - 1);

      if (fw_talk_entry_get_sort (entry) == FW_TALK_MOOD)
        found[n_found++] = fw_talk_mood_from_string (fw_talk_entry_get_detail (entry));
    }
  if (before != NULL)
    *before = found[1];
  return found[0];
}

/**
 * fw_talk_get_alerts:
 *
 * Returns: (transfer none) (element-type FwTalkAlert): what is not acknowledged yet, the gravest first
 */
GPtrArray *
fw_talk_get_alerts (FwTalk *self)
{
  return self->alerts;
}

/**
 * fw_talk_get_raised:
 *
 * Returns: (transfer none) (element-type FwTalkAlert): all alerts since the talk was opened, in order
 */
GPtrArray *
fw_talk_get_raised (FwTalk *self)
{
  return self->raised;
}

/**
 * fw_talk_acknowledge:
 *
 * The first alert was seen.
 */
void
fw_talk_acknowledge (FwTalk *self)
{
  if (self->alerts->len == 0)
    return;
  g_ptr_array_remove_index (self->alerts, 0);
  alerts_changed (self);
}

/**
 * fw_talk_take_in:
 *
 * Takes the first alert into the minutes, in the words in which it was said.
 */
void
fw_talk_take_in (FwTalk *self)
{
  const FwTalkAlert *alert = self->alerts->len > 0 ? self->alerts->pdata[0] : NULL;

  if (alert == NULL)
    return;
  _fw_talk_add (self, fw_talk_entry_new (FW_TALK_ALERT, alert->own ? FW_TALK_HR : FW_TALK_EMPLOYEE, alert->seconds,
                                         alert->words, alert->of->id));
  fw_talk_acknowledge (self);
}
