/* What is prepared for a talk, in the user's words: the page shows it and the sheet of paper says the same. */
#include "config.h"

#include "ui/departure/fw-talk-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "departure/fw-talk-facts.h"
#include "ui/departure/fw-case-words.h"

/* Words that say something, behind one another. */
static void
append (GString *text,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* Adds what is said of @value, where it is known. */
G_GNUC_PRINTF (3, 4)
static void
append_said (GString *text,
             const char *value,
             const char *format,
             ...)
{
  g_autofree char *part = NULL;
  va_list arguments;

  if (value == NULL)
    return;
  va_start (arguments, format);
  part = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  append (text, part);
}

/* A day or a month in full, or the name of a period. */
static char *
dup_period (const char *period)
{
  char *day = period != NULL ? fw_case_name_day (period) : NULL;
  g_autofree char *first = day == NULL && period != NULL ? g_strconcat (period, "-01", NULL) : NULL;
  FwDate month = fw_date_from_string (first);
  g_autoptr (GDateTime) moment = fw_date_is_known (month) ? g_date_time_new_utc (month.year, month.month, 1, 0, 0, 0) : NULL;

  if (day != NULL || moment == NULL)
    return day != NULL ? day : g_strdup (period);
  /* Translators: a month in full, by g_date_time_format(). */
  return g_date_time_format (moment, _("%B %Y"));
}

static char *
dup_span (const FwTalkFact *fact)
{
  g_autofree char *from = dup_period (fact->from);
  g_autofree char *until = dup_period (fact->until);

  if (until == NULL || g_strcmp0 (from, until) == 0)
    return g_steal_pointer (&from);
  /* Translators: from a month until another. */
  return g_strdup_printf (_("%s – %s"), from, until);
}

static const char *
name_kind (FwTalkFactKind kind)
{
  static const char *const names[] = {
    [FW_TALK_FACT_REVIEW] = N_("Targets and results"), [FW_TALK_FACT_APPRAISAL] = N_("Assessment"),
    [FW_TALK_FACT_BREACH] = N_("What was established"), [FW_TALK_FACT_RULE] = N_("Rule or standard"),
    [FW_TALK_FACT_TALK] = N_("Talks on record"),       [FW_TALK_FACT_TRAINING] = N_("Training"),
    [FW_TALK_FACT_PAY] = N_("Pay"),                    [FW_TALK_FACT_TENURE] = N_("Length of service"),
    [FW_TALK_FACT_PROJECT] = N_("Projects"),
  };

  return kind < G_N_ELEMENTS (names) ? _(names[kind]) : "";
}

static void
add_review (FwTalkSheet *sheet,
            const FwTalkFact *fact)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *span = dup_span (fact);
  g_autofree char *points = fact->score && fact->value != NULL ? g_strdup_printf (_("%s points"), fact->value) : NULL;

  append (note, span);
  append_said (note, fact->target, _("target %s"), fact->target);
  append_said (note, fact->team, _("team average %s"), fact->team);
  if (fact->team == NULL)
    append (note, _("the team’s average is not on record"));
  if (fact->signed_for == 0)
    append (note, _("not signed by the employee"));
  fw_talk_sheet_add (sheet, "facts", fact->name != NULL ? fact->name : name_kind (fact->kind),
                     points != NULL ? points : fact->value != NULL ? fact->value : _("no result on record"), note->str, fact->value == NULL);
}

static void
add_appraisal (FwTalkSheet *sheet,
               const FwTalkFact *fact)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *delivered = fact->until != NULL ? dup_period (fact->until) : NULL;
  g_autofree char *period = dup_period (fact->from);
  const char *title = g_strcmp0 (fact->name, "1") == 0   ? _("First assessment")
                      : g_strcmp0 (fact->name, "2") == 0 ? _("Second assessment")
                                                         : name_kind (fact->kind);

  append_said (text, fact->value, _("reached %s"), fact->value);
  append_said (text, fact->target, _("target %s"), fact->target);
  append (note, period);
  append_said (note, delivered, _("delivered on %s"), delivered);
  if (delivered == NULL)
    append (note, _("no proof of delivery"));
  fw_talk_sheet_add (sheet, "facts", title, text->str, note->str, FALSE);
}

static void
add_rule (FwTalkSheet *sheet,
          const FwTalkFact *fact)
{
  g_autofree char *signed_on = fact->from != NULL ? fw_case_name_day (fact->from) : NULL;
  g_autofree char *note = signed_on != NULL ? g_strdup_printf (_("signed for on %s"), signed_on) : NULL;
  g_autofree char *text = fact->value != NULL ? g_strdup_printf ("%s %s", fact->name, fact->value) : g_strdup (fact->name);

  fw_talk_sheet_add (sheet, "facts", name_kind (fact->kind), text != NULL ? text : _("without a title"),
                     note != NULL ? note : _("no receipt on record"), FALSE);
}

static void
add_talk (FwTalkSheet *sheet,
          const FwTalkFact *fact)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *day = dup_period (fact->from);

  append (about, day);
  append (about, fact->by);
  if (fact->signed_for == 1)
    append (about, _("signed by the employee"));
  fw_talk_sheet_add (sheet, "facts", name_kind (fact->kind), about->str, fact->name, FALSE);
}

static void
add_training (FwTalkSheet *sheet,
              const FwTalkFact *fact)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *day = dup_period (fact->from);

  append (note, day);
  append_said (note, fact->value, _("%s points"), fact->value);
  append_said (note, fact->value != NULL ? fact->target : NULL, _("%s to pass"), fact->target);
  if (fact->value == NULL)
    append (note, _("no score on record"));
  fw_talk_sheet_add (sheet, "facts", name_kind (fact->kind), fact->name != NULL ? fact->name : _("without a title"), note->str, FALSE);
}

static void
add_pay (FwTalkSheet *sheet,
         const FwTalkFact *fact)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *sum = fw_case_name_money (fact->value);
  g_autofree char *day = dup_period (fact->from);
  g_autofree char *raised = day != NULL && fact->target != NULL ? g_strdup_printf (_("last raised by %s%% on %s"), fact->target, day) : NULL;
  g_autofree char *month = dup_period (fact->until);
  g_autofree char *text = month != NULL ? g_strdup_printf (_("%s gross in %s"), sum, month) : g_strdup (sum);

  append (note, raised);
  append_said (note, raised != NULL ? fact->team : NULL, _("team average %s%%"), fact->team);
  fw_talk_sheet_add (sheet, "facts", name_kind (fact->kind), text, note->str, FALSE);
}

static void
add_project (FwTalkSheet *sheet,
             const FwTalkFact *fact)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *until = dup_period (fact->until);

  append (note, fact->target);
  append (note, fact->value);
  append_said (note, until, _("planned until %s"), until);
  fw_talk_sheet_add (sheet, "facts", name_kind (fact->kind), fact->name != NULL ? fact->name : _("without a title"), note->str, FALSE);
}

static void
add_unknown (FwTalkSheet *sheet,
             const FwTalkFact *fact,
             GString *rest)
{
  g_autofree char *text = *fact->ask != '\0' ? g_strdup_printf (_("not on record: %s"), fact->ask) : g_strdup (_("not on record"));
  const char *name = fact->name != NULL ? fact->name : name_kind (fact->kind);

  if (fact->needed)
    fw_talk_sheet_add (sheet, "facts", name, text, NULL, TRUE);
  else
    /* Translators: between the things of a list. */
    g_string_append_printf (rest, "%s%s", rest->len > 0 ? _(", ") : "", name);
}

/* An amount alone reads as any number. */
static char *
name_money (const char *amount)
{
  return g_strdup_printf (_("%s yuan"), amount);
}

static void
add_fact (FwTalkSheet *sheet,
          FwTalk *talk,
          const FwTalkFact *fact)
{
  g_autofree char *day = fact->kind == FW_TALK_FACT_TENURE || fact->kind == FW_TALK_FACT_BREACH ? dup_period (fact->from) : NULL;
  g_autofree char *tenure = NULL;
  g_autofree char *hired = NULL;
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;

  switch (fact->kind)
    {
    case FW_TALK_FACT_REVIEW:
      add_review (sheet, fact);
      break;
    case FW_TALK_FACT_APPRAISAL:
      add_appraisal (sheet, fact);
      break;
    case FW_TALK_FACT_BREACH:
      fw_talk_sheet_add (sheet, "facts", name_kind (fact->kind), fact->name, day, FALSE);
      break;
    case FW_TALK_FACT_RULE:
      add_rule (sheet, fact);
      break;
    case FW_TALK_FACT_TALK:
      add_talk (sheet, fact);
      break;
    case FW_TALK_FACT_TRAINING:
      add_training (sheet, fact);
      break;
    case FW_TALK_FACT_PAY:
      add_pay (sheet, fact);
      break;
    case FW_TALK_FACT_TENURE:
      tenure = fw_talk_dup_tenure (talk);
      hired = g_strdup_printf (_("here since %s"), day);
      fw_talk_sheet_add (sheet, "facts", name_kind (fact->kind), tenure != NULL ? tenure : hired, tenure != NULL ? hired : NULL, FALSE);
      break;
    case FW_TALK_FACT_PROJECT:
      add_project (sheet, fact);
      break;
    case FW_TALK_FACT_FIGURE:
    default:
      title = fw_case_begin_upper (fact->name);
      value = fact->money ? name_money (fact->value) : g_strdup (fact->value);
      fw_talk_sheet_add (sheet, "facts", title, value, NULL, FALSE);
    }
}

/* What is known in the order of the talk; what is not, and nobody will say, in one line at the end. */
static void
add_facts (FwTalkSheet *sheet,
           FwTalk *talk)
{
  g_autoptr (GPtrArray) facts = fw_talk_list_facts (talk);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const FwTalkFact *fact = facts->pdata[i];

      if (fact->known)
        add_fact (sheet, talk, fact);
      else
        add_unknown (sheet, fact, rest);
    }
  if (rest->len > 0)
    fw_talk_sheet_add (sheet, "facts", _("The records do not have"), rest->str, NULL, TRUE);
}

static gboolean
is_chinese (FwTalk *talk)
{
  g_autofree char *language = NULL;

  g_object_get (fw_case_get_workplace (fw_talk_get_case (talk)), "language", &language, NULL);
  return g_strcmp0 (language, "zh") == 0;
}

/* Figures that are filled in for the talk; those of the people at the table stand with them. */
static void
add_arranged (FwTalkSheet *sheet,
              FwTalk *talk)
{
  static const char *const people[] = { "call", "hr", "manager", NULL };
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (talk, FALSE);
  gboolean chinese = is_chinese (talk);

  for (guint i = 0; i < figures->len; i++)
    {
      const FwScriptFigure *figure = figures->pdata[i];
      const char *name = chinese ? figure->name.zh : figure->name.en, *ask = chinese ? figure->ask.zh : figure->ask.en;
      const char *value = chinese ? figure->written.zh : figure->written.en;
      g_autofree char *unknown = NULL;
      g_autofree char *money = value != NULL && g_strcmp0 (figure->kind, "money") == 0 ? name_money (value) : NULL;

      if (!g_str_has_prefix (figure->path, "case/talk/") || g_strv_contains (people, figure->id))
        continue;
      if (value == NULL)
        unknown = *ask != '\0' ? g_strdup_printf (_("not known yet: %s"), ask) : g_strdup (_("not known yet"));
      fw_talk_sheet_add (sheet, "say", name, money != NULL ? money : value != NULL ? value : unknown, NULL, value == NULL);
    }
}

/* People */

/**
 * fw_talk_words_dup_manager:
 *
 * Returns: (transfer full): who of the department sits at the table, or that nobody is named yet
 */
char *
fw_talk_words_dup_manager (FwTalk *talk)
{
  const char *name = fw_talk_get_manager_name (talk);

  return g_strdup (name != NULL ? name : _("nobody is named yet"));
}

static char *
dup_answer (FwTalk *talk)
{
  const char *note = fw_talk_get_manager_note (talk);

  switch (fw_talk_get_manager (talk))
    {
    case FW_TALK_MANAGER_ASKED:
      return g_strdup (_("asked, no answer yet"));
    case FW_TALK_MANAGER_COMES:
      return g_strdup (_("comes"));
    case FW_TALK_MANAGER_DECLINES:
      return *note != '\0' ? g_strdup_printf (_("does not come: %s"), note) : g_strdup (_("does not come"));
    case FW_TALK_MANAGER_NOT_ASKED:
    default:
      return g_strdup (_("not asked yet"));
    }
}

static void
add_people (FwTalkSheet *sheet,
            FwTalk *talk,
            const FwScript *script)
{
  const char *hr = fw_talk_get_leader (talk), *call = fw_case_get (fw_talk_get_case (talk), "case/talk/@call");
  g_autofree char *name = NULL;
  g_autofree char *manager = fw_talk_words_dup_manager (talk);
  g_autofree char *answer = dup_answer (talk);
  g_autofree char *present = fw_talk_dup_text (talk, &script->present);
  g_autofree char *absent = fw_talk_dup_text (talk, &script->absent);
  g_autofree char *away = *absent != '\0' ? g_strdup_printf (_("not there: %s"), absent) : NULL;
  g_autofree char *called = call != NULL ? g_strdup_printf (_("spoken to as %s"), call) : NULL;

  g_object_get (fw_talk_get_case (talk), "employee-name", &name, NULL);
  fw_talk_sheet_add (sheet, "who", _("HR, leads the talk"), hr != NULL ? hr : _("nobody is named yet"), NULL, hr == NULL);
  fw_talk_sheet_add (sheet, "who", _("Manager"), manager, answer, FALSE);
  fw_talk_sheet_add (sheet, "who", _("Employee"), name, called, FALSE);
  if (*present != '\0')
    fw_talk_sheet_add (sheet, "who", _("By the script"), present, away, FALSE);
}

/* What may come, what must not, what is left */

static void
add_objections (FwTalkSheet *sheet,
                FwTalk *talk)
{
  g_autoptr (GPtrArray) objections = fw_talk_list_objections (talk);

  for (guint i = 0; i < objections->len; i++)
    {
      const FwObjection *objection = objections->pdata[i];
      g_autofree char *said = fw_talk_dup_text (talk, &objection->said);
      g_autofree char *answer = fw_talk_dup_answer (talk, objection);
      g_autofree char *avoid = fw_talk_dup_text (talk, &objection->avoid);
      g_autofree char *warning = *avoid != '\0' ? g_strdup_printf (_("Not: %s"), avoid) : NULL;

      fw_talk_sheet_add (sheet, "objections", said, answer, warning, FALSE);
    }
}

/* The first sentence names what may be offered; what follows it is where that ends, and nothing to be offered. */
static void
add_offers (FwTalkSheet *sheet,
            const char *offer)
{
  g_auto (GStrv) sentences = g_regex_split_simple ("。|\\. ", offer, 0, 0);

  for (guint s = 0; sentences[s] != NULL; s++)
    {
      g_auto (GStrv) points = g_regex_split_simple ("；|; ", sentences[s], 0, 0);

      for (guint i = 0; points[i] != NULL; i++)
        if (*g_strstrip (points[i]) != '\0')
          fw_talk_sheet_add (sheet, "offer", s > 0 ? _("Heed") : NULL, points[i], NULL, FALSE);
    }
}

static void
add_sentences (FwTalkSheet *sheet,
               FwTalk *talk,
               const FwScript *script)
{
  g_autofree char *aim = fw_talk_dup_text (talk, &script->aim);
  g_autofree char *offer = fw_talk_dup_text (talk, &script->offer);

  if (*aim != '\0')
    fw_talk_sheet_add (sheet, "aim", NULL, aim, NULL, FALSE);
  for (guint i = 0; i < script->never->len; i++)
    {
      const FwNever *never = script->never->pdata[i];
      g_autofree char *text = fw_talk_dup_text (talk, &never->text);
      g_autofree char *because = fw_talk_dup_text (talk, &never->because);

      fw_talk_sheet_add (sheet, "never", NULL, text, *because != '\0' ? because : NULL, FALSE);
    }
  add_offers (sheet, offer);
}

static void
add_open (FwTalkSheet *sheet,
          FwTalk *talk)
{
  g_autoptr (GPtrArray) all = fw_talk_list_open (talk);
  g_autoptr (GString) materials = g_string_new (NULL);
  static const char *const why[] = {
    [FW_TALK_OPEN_CHECK] = N_("the law does not allow it yet"),
    [FW_TALK_OPEN_PROMISE] = N_("promised"),
    [FW_TALK_OPEN_POINT] = N_("left open in an earlier talk"),
  };

  for (guint i = 0; i < all->len; i++)
    {
      const FwTalkOpen *open = all->pdata[i];
      g_autofree char *day = open->due != NULL ? fw_case_name_day (open->due) : NULL;
      g_autofree char *due = day != NULL ? g_strdup_printf (_("by %s"), day) : NULL;

      if (open->sort == FW_TALK_OPEN_MATERIAL)
        g_string_append_printf (materials, "%s%s", materials->len > 0 ? _(", ") : "", open->text);
      else
        fw_talk_sheet_add (sheet, "open", NULL, open->text, due != NULL ? due : _(why[open->sort]), FALSE);
    }
  if (materials->len > 0)
    fw_talk_sheet_add (sheet, "open", NULL, _("Papers that are still missing"), materials->str, FALSE);
}

static const struct
{
  const char *temperament;
  const char *word;
  const char *manner;
} manners[] = {
  { "open", N_("Outspoken"), N_("Speak plainly, and ask what the other thinks of it.") },
  { "reserved", N_("Reserved"), N_("Stop for three seconds after each sentence, and do not fill the silence. Let the paper be read first.") },
  { "sensitive", N_("Sensitive"), N_("The person first, the matter second. Go slowly; a break is always possible.") },
  { "assertive", N_("Assertive"), N_("The result first, then the facts one by one. Do not argue; write each objection down.") },
};

/**
 * fw_talk_words_manner:
 *
 * Returns: (transfer none): how to talk with a person of this temperament
 */
const char *
fw_talk_words_manner (FwTalk *talk)
{
  for (guint i = 0; i < G_N_ELEMENTS (manners); i++)
    if (g_strcmp0 (manners[i].temperament, fw_talk_get_temperament (talk)) == 0)
      return _(manners[i].manner);
  return _("Not known: ask the manager. Until then the plain wording is used.");
}

static const char *
name_temperament (FwTalk *talk)
{
  for (guint i = 0; i < G_N_ELEMENTS (manners); i++)
    if (g_strcmp0 (manners[i].temperament, fw_talk_get_temperament (talk)) == 0)
      return _(manners[i].word);
  return NULL;
}

/**
 * fw_talk_words_objections:
 *
 * Returns: (transfer none): the heading over what the person may say
 */
const char *
fw_talk_words_objections (FwTalk *talk)
{
  const char *sex = fw_case_get (fw_talk_get_case (talk), "employee/@sex");

  if (g_strcmp0 (sex, "male") == 0)
    return _("He may say");
  return g_strcmp0 (sex, "female") == 0 ? _("She may say") : _("What may be said");
}

/**
 * fw_talk_words_dup_minutes:
 *
 * Returns: (transfer full) (nullable): how many minutes a talk by @script takes, "30" or a span of them; %NULL where nobody can say
 */
char *
fw_talk_words_dup_minutes (const FwScript *script)
{
  g_auto (GStrv) ends = g_strsplit (script->minutes, "-", 2);

  if (*script->minutes == '\0')
    return NULL;
  /* Translators: from so many to so many minutes. */
  return ends[1] != NULL ? g_strdup_printf (_("%s–%s"), ends[0], ends[1]) : g_strdup (ends[0]);
}

/**
 * fw_talk_words_dup_line:
 *
 * Returns: (transfer full): when, where, how long and by which script, as far as it is known
 */
char *
fw_talk_words_dup_line (FwTalk *talk)
{
  const FwScript *script = fw_talk_get_script (talk);
  GString *line = g_string_new (NULL);
  g_autofree char *title = script != NULL ? fw_talk_dup_text (talk, &script->title) : NULL;
  g_autofree char *minutes = script != NULL ? fw_talk_words_dup_minutes (script) : NULL;

  append (line, fw_talk_get_time (talk));
  append (line, fw_talk_get_place (talk));
  append_said (line, minutes, _("about %s minutes"), minutes);
  append_said (line, title, _("script: %s"), title);
  return g_string_free (line, FALSE);
}

/**
 * fw_talk_words_make_sheet:
 *
 * Returns: (transfer full): all that is prepared for the talk, as it stands now; without parts where no script is chosen
 */
FwTalkSheet *
fw_talk_words_make_sheet (FwTalk *talk)
{
  const FwScript *script = fw_talk_get_script (talk);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *known = fw_talk_words_dup_line (talk);
  g_autofree char *line = script == NULL || script->reviewed
                            ? g_steal_pointer (&known)
                            : g_strdup_printf ("%s · %s", known, _("No lawyer has reviewed this script"));
  g_autoptr (GPtrArray) things = fw_talk_list_things (talk);
  FwTalkSheet *sheet;

  g_object_get (fw_talk_get_case (talk), "employee-name", &name, NULL);
  title = g_strdup_printf (_("The talk with %s"), name);
  sheet = fw_talk_sheet_new (title, line);
  if (script == NULL)
    return sheet;
  add_people (sheet, talk, script);
  for (guint i = 0; i < things->len; i++)
    {
      const FwTalkThing *thing = things->pdata[i];
      g_autofree char *ticked = g_strdup_printf ("%s%s", fw_talk_is_brought (talk, thing->key) ? "√" : "□", thing->text);

      fw_talk_sheet_add (sheet, "bring", NULL, ticked, NULL, FALSE);
    }
  add_facts (sheet, talk);
  add_arranged (sheet, talk);
  add_objections (sheet, talk);
  add_sentences (sheet, talk, script);
  add_open (sheet, talk);
  fw_talk_sheet_add (sheet, "manner", name_temperament (talk), fw_talk_words_manner (talk), NULL, FALSE);
  return sheet;
}
