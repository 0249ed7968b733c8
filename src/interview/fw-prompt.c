/* Which form of a prompt is said to this person, with the person's own figures in it. */
#include "interview/fw-script-private.h"

#include <string.h>

/* The filling of one text. */
typedef struct
{
  FwScripts *scripts;
  FwFacts *facts;
  gboolean chinese;
  GStrvBuilder *missing; /* ids of figures */
} FwFilling;

static void
line_free (FwLine *self)
{
  _fw_said_clear (&self->text);
  g_strfreev (self->missing);
  g_free (self);
}

/**
 * _fw_prompt_figures:
 *
 * Returns: (transfer full): what stands in braces in a text, each once
 */
GStrv
_fw_prompt_figures (const char *text)
{
  g_autoptr (GStrvBuilder) figures = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *open = text; (open = strchr (open, '{')) != NULL; open++)
    {
      const char *close = strchr (open, '}');
      char *name = close != NULL ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;

      if (name != NULL && g_hash_table_add (seen, name))
        g_strv_builder_add (figures, name);
    }
  return g_strv_builder_end (figures);
}

/* What no figure is called is an XPath on the facts itself. */
static gboolean
say_figure (FwFilling *self,
            const char *name,
            char **said,
            GError **error)
{
  FwFigure *figure = g_hash_table_lookup (self->scripts->figures, name);
  g_autoptr (FwXPath) path = NULL;

  if (figure != NULL)
    return _fw_figure_say (figure, self->facts, self->chinese, said, error);
  path = fw_xpath_new (name, error);
  return path != NULL && fw_xpath_string (path, self->facts, said, error);
}

/* Where a figure is not known the text says which, instead of leaving a hole. */
static char *
name_of_unknown (FwFilling *self,
                 const char *name)
{
  const FwFigure *figure = g_hash_table_lookup (self->scripts->figures, name);
  const char *called = figure == NULL ? name : self->chinese ? figure->name.zh : figure->name.en;

  return self->chinese ? g_strdup_printf ("〔%s：还不知道〕", called) : g_strdup_printf ("[%s: not known yet]", called);
}

static char *
fill (FwFilling *self,
      const char *text,
      GError **error)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *open, *close;

  while ((open = strchr (text, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_autofree char *name = g_strndup (open + 1, (gsize) (close - open - 1));
      g_autofree char *said = NULL;

      if (!say_figure (self, name, &said, error))
        return NULL;
      if (said == NULL)
        {
          g_strv_builder_add (self->missing, name);
          said = name_of_unknown (self, name);
        }
      g_string_append_len (filled, text, open - text);
      g_string_append (filled, said);
      text = close + 1;
    }
  g_string_append (filled, text);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static FwLine *
fill_prompt (FwScripts *scripts,
             const FwPrompt *prompt,
             FwFacts *facts,
             GError **error)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) again = g_strv_builder_new ();
  FwFilling chinese = { scripts, facts, TRUE, missing };
  FwFilling english = { scripts, facts, FALSE, again };
  g_autofree char *zh = fill (&chinese, prompt->text.zh, error);
  g_autofree char *en = zh != NULL ? fill (&english, prompt->text.en, error) : NULL;
  FwLine *line;

  if (en == NULL)
    return NULL;
  line = g_new0 (FwLine, 1);
  line->prompt = prompt;
  line->text.zh = g_steal_pointer (&zh);
  line->text.en = g_steal_pointer (&en);
  line->missing = g_strv_builder_end (missing);
  return line;
}

static gboolean
holds (FwScripts *self,
       const char *when,
       FwFacts *facts,
       gboolean *truth,
       GError **error)
{
  FwXPath *path = g_hash_table_lookup (self->whens, when);

  if (path == NULL)
    {
      path = fw_xpath_new (when, error);
      if (path == NULL)
        return FALSE;
      g_hash_table_insert (self->whens, g_strdup (when), path);
    }
  return fw_xpath_truth (path, facts, truth, error);
}

/* How well a form fits: 0 not at all, the more is asked for the better. */
static gboolean
rate (FwScripts *self,
      const FwPrompt *prompt,
      FwFacts *facts,
      const char *temperament,
      guint *fit,
      GError **error)
{
  gboolean truth = TRUE;

  *fit = 0;
  if (prompt->when != NULL && !holds (self, prompt->when, facts, &truth, error))
    return FALSE;
  if (truth && (prompt->temperament == NULL || g_strcmp0 (prompt->temperament, temperament) == 0))
    *fit = 1 + (prompt->when != NULL ? 2 : 0) + (prompt->temperament != NULL ? 1 : 0);
  return TRUE;
}

/* The form of a place that fits best, of those for known figures or of those for unknown ones; the first of equals. */
static gboolean
choose (FwScripts *self,
        GPtrArray *prompts,
        guint place,
        gboolean unknown,
        FwFacts *facts,
        const char *temperament,
        const FwPrompt **best,
        GError **error)
{
  guint best_fit = 0;

  *best = NULL;
  for (guint i = 0; i < prompts->len; i++)
    {
      const FwPrompt *prompt = prompts->pdata[i];
      guint fit;

      if (prompt->place != place || prompt->unknown != unknown)
        continue;
      if (!rate (self, prompt, facts, temperament, &fit, error))
        return FALSE;
      if (fit > best_fit)
        {
          best_fit = fit;
          *best = prompt;
        }
    }
  return TRUE;
}

/* What is said at one place; nothing where the figures of an optional prompt, or all conditions, fail. */
static gboolean
read_place (FwScripts *self,
            GPtrArray *prompts,
            guint place,
            FwFacts *facts,
            const char *temperament,
            GPtrArray *lines,
            GError **error)
{
  const FwPrompt *known, *unknown;
  FwLine *line = NULL;

  if (!choose (self, prompts, place, FALSE, facts, temperament, &known, error) ||
      !choose (self, prompts, place, TRUE, facts, temperament, &unknown, error))
    return FALSE;
  if (known != NULL && (line = fill_prompt (self, known, facts, error)) == NULL)
    return FALSE;
  if (line != NULL && *line->missing != NULL && (known->optional || unknown != NULL))
    g_clear_pointer (&line, line_free);
  if (line == NULL && unknown != NULL && (line = fill_prompt (self, unknown, facts, error)) == NULL)
    return FALSE;
  if (line != NULL)
    g_ptr_array_add (lines, line);
  return TRUE;
}

/* Who prepares the talk knows better than the record. */
static const char *
temperament_of (FwFacts *facts)
{
  const char *chosen = fw_facts_get (facts, "case/talk/@temperament");

  return chosen != NULL ? chosen : fw_facts_get (facts, "employee/@temperament");
}

/**
 * fw_scripts_read:
 * @prompts: (element-type FwPrompt): of a scene or an objection
 * @temperament: (nullable): whom one speaks to; %NULL: what the facts say
 *
 * Returns: (transfer full) (element-type FwLine) (nullable): what to say to this person, in order; valid as long as the scripts. %NULL where an
 *   expression fails
 */
GPtrArray *
fw_scripts_read (FwScripts *self,
                 GPtrArray *prompts,
                 FwFacts *facts,
                 const char *temperament,
                 GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  const char *of_facts = temperament_of (facts);
  guint last = 0;

  for (guint i = 0; i < prompts->len; i++)
    last = MAX (last, ((FwPrompt *) prompts->pdata[i])->place);
  for (guint place = 1; place <= last; place++)
    if (!read_place (self, prompts, place, facts, temperament != NULL ? temperament : of_facts, lines, error))
      return NULL;
  return g_steal_pointer (&lines);
}

/**
 * fw_scripts_fill:
 * @text: of a branch or a hint, with figures in braces
 *
 * Returns: (transfer full) (nullable): the text with this person's figures; which are not known stands in their place. %NULL where an
 *   expression fails
 */
char *
fw_scripts_fill (FwScripts *self,
                 const char *text,
                 FwFacts *facts,
                 gboolean chinese,
                 GError **error)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  FwFilling filling = { self, facts, chinese, missing };

  return fill (&filling, text, error);
}

/**
 * fw_scripts_write_figure:
 * @id: of a figure
 *
 * Returns: (transfer full) (nullable): the figure as it is read from a sheet; %NULL where it is not known, or there is none of that name
 */
char *
fw_scripts_write_figure (FwScripts *self,
                         const char *id,
                         FwFacts *facts,
                         gboolean chinese,
                         GError **error)
{
  FwFigure *figure = g_hash_table_lookup (self->figures, id);
  char *written = NULL;

  if (figure != NULL)
    _fw_figure_write (figure, facts, chinese, &written, error);
  return written;
}

static void
figure_free (FwScriptFigure *self)
{
  g_free (self->id);
  g_free (self->path);
  _fw_said_clear (&self->name);
  _fw_said_clear (&self->value);
  _fw_said_clear (&self->written);
  _fw_said_clear (&self->ask);
  g_free (self);
}

static gboolean
list_figure (FwScripts *self,
             FwFigure *figure,
             FwFacts *facts,
             GPtrArray *figures,
             GError **error)
{
  FwScriptFigure *listed = g_new0 (FwScriptFigure, 1);

  g_ptr_array_add (figures, listed);
  listed->id = g_strdup (figure->id);
  listed->kind = _fw_figure_kind (figure);
  listed->ask.zh = g_strdup (figure->ask.zh);
  listed->ask.en = g_strdup (figure->ask.en);
  listed->path = g_strdup (fw_xpath_get_text (figure->path));
  listed->name.zh = g_strdup (figure->name.zh);
  listed->name.en = g_strdup (figure->name.en);
  listed->prepared = figure->prepared;
  return _fw_figure_say (figure, facts, TRUE, &listed->value.zh, error) &&
         _fw_figure_say (figure, facts, FALSE, &listed->value.en, error) &&
         _fw_figure_write (figure, facts, TRUE, &listed->written.zh, error) &&
         _fw_figure_write (figure, facts, FALSE, &listed->written.en, error);
}

/**
 * fw_scripts_list_figures:
 * @prompts: (element-type FwPrompt): of a scene, or of several
 *
 * Returns: (transfer full) (element-type FwScriptFigure) (nullable): the figures that are said there to this person, each once, in the order in
 *   which they are needed; %NULL where an expression fails
 */
GPtrArray *
fw_scripts_list_figures (FwScripts *self,
                         GPtrArray *prompts,
                         FwFacts *facts,
                         GError **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < prompts->len; i++)
    {
      g_auto (GStrv) names = _fw_prompt_figures (((const FwPrompt *) prompts->pdata[i])->text.zh);
      guint fit;

      if (!rate (self, prompts->pdata[i], facts, temperament_of (facts), &fit, error))
        return NULL;
      for (guint j = 0; fit > 0 && names[j] != NULL; j++)
        {
          FwFigure *figure = g_hash_table_lookup (self->figures, names[j]);

          if (figure != NULL && g_hash_table_add (seen, figure) && !list_figure (self, figure, facts, figures, error))
            return NULL;
        }
    }
  return g_steal_pointer (&figures);
}
