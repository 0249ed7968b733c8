/* Articles, the status check, materials, calculations, deadlines, settings and sources as a person reads them. */
#include "rules/fw-law-private.h"

#include <string.h>

static gint
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const FwArticle *const *one = a, *const *other = b;

  return (*one)->order < (*other)->order ? -1 : 1;
}

/* Which grounds and checks rest on an article. Both are entries already. */
static void
say_citing (FwLawReader *reader,
            FwLawEntry *entry,
            const char *article)
{
  g_autofree char *key = g_strconcat ("article:", article, NULL);

  for (guint i = 0; i < reader->entries->len; i++)
    {
      const FwLawEntry *other = reader->entries->pdata[i];
      GPtrArray *articles = other->kind == FW_LAW_GROUND || other->kind == FW_LAW_CHECK ? fw_law_entry_section (other, "articles") : NULL;

      for (guint j = 0; articles != NULL && j < articles->len; j++)
        if (strcmp (((FwLawLine *) articles->pdata[j])->target, key) == 0)
          {
            _fw_law_say (entry, other->kind == FW_LAW_GROUND ? "grounds" : "checks", NULL, other->title, other->key);
            break;
          }
    }
}

static const FwLaw *
find_law (FwLawReader *reader,
          const char *id)
{
  for (guint i = 0; i < reader->pack->laws->len; i++)
    if (g_strcmp0 (((FwLaw *) reader->pack->laws->pdata[i])->id, id) == 0)
      return reader->pack->laws->pdata[i];
  return NULL;
}

static void
read_article (FwLawReader *reader,
              const FwArticle *article)
{
  const FwLaw *law = find_law (reader, article->law);
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_ARTICLE, article->id, article->name, article->in_force);

  entry->quotation = g_strdup (_fw_law_pick (reader, article->text));
  entry->confidence = g_strdup (article->confidence);
  if (law != NULL)
    {
      entry->citation = g_strdup (_fw_law_pick (reader, law->name));
      entry->source = g_strdup (law->source);
      _fw_law_say_key (entry, "law", entry->citation, FW_LAW_SOURCE, law->id);
    }
  say_citing (reader, entry, article->id);
}

static void
read_law (FwLawReader *reader,
          const FwLaw *law,
          GPtrArray *articles)
{
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_SOURCE, law->id, law->name, (FwInForce){ law->from, law->until });
  g_autofree char *issuer = law->issuer.zh != NULL || law->issuer.en != NULL
                              ? g_strjoin (" ", law->issuer.zh != NULL ? law->issuer.zh : "", law->issuer.en, NULL)
                              : NULL;

  entry->source = g_strdup (law->source);
  entry->citation = g_steal_pointer (&issuer);
  for (guint i = 0; i < articles->len; i++)
    {
      const FwArticle *article = articles->pdata[i];

      if (strcmp (article->law, law->id) == 0)
        _fw_law_say_key (entry, "articles", _fw_law_pick (reader, article->name), FW_LAW_ARTICLE, article->id);
    }
}

static void
read_articles (FwLawReader *reader)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer article;

  g_hash_table_iter_init (&iter, reader->pack->articles);
  while (g_hash_table_iter_next (&iter, NULL, &article))
    g_ptr_array_add (articles, article);
  g_ptr_array_sort (articles, compare_articles);
  for (guint i = 0; i < articles->len; i++)
    read_article (reader, articles->pdata[i]);
  for (guint i = 0; i < reader->pack->laws->len; i++)
    read_law (reader, reader->pack->laws->pdata[i], articles);
}

static void
read_protection (FwLawReader *reader,
                 const FwProtectionRow *row)
{
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_PROTECTION, row->kind, row->name, (FwInForce){ FW_DATE_UNKNOWN, FW_DATE_UNKNOWN });
  g_auto (GStrv) patterns = g_strsplit_set (row->blocks != NULL ? row->blocks : "", " \t\r\n", -1);

  _fw_law_say (entry, "asks", NULL, _fw_law_pick (reader, row->ask), NULL);
  _fw_law_say (entry, "until", NULL, _fw_law_pick (reader, row->until), NULL);
  _fw_law_say (entry, "note", NULL, _fw_law_pick (reader, row->note), NULL);
  for (guint i = 0; i < reader->pack->grounds->len; i++)
    {
      const FwGround *ground = reader->pack->grounds->pdata[i];

      if (_fw_grounds_include (patterns, ground->id))
        _fw_law_say_key (entry, "blocks", _fw_law_pick (reader, ground->title), FW_LAW_GROUND, ground->id);
    }
  _fw_law_cite (reader, entry, &row->citation);
}

static gboolean
needs_material (const FwGroundRule *ground,
                const char *material)
{
  for (guint i = 0; i < ground->materials->len; i++)
    if (strcmp (((FwGroundMaterial *) ground->materials->pdata[i])->ref, material) == 0)
      return TRUE;
  return FALSE;
}

static void
read_material (FwLawReader *reader,
               const FwMaterial *material)
{
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_MATERIAL, material->id, material->name, (FwInForce){ FW_DATE_UNKNOWN, FW_DATE_UNKNOWN });

  _fw_law_say (entry, "why", NULL, _fw_law_pick (reader, material->why), NULL);
  _fw_law_say (entry, "without", NULL, _fw_law_pick (reader, material->without), NULL);
  _fw_law_say (entry, "how", NULL, _fw_law_pick (reader, material->how), NULL);
  for (guint i = 0; i < reader->pack->grounds->len; i++)
    {
      const FwGroundRule *ground = reader->pack->grounds->pdata[i];

      if (needs_material (ground, material->id))
        _fw_law_say_key (entry, "grounds", _fw_law_pick (reader, ground->open.title), FW_LAW_GROUND, ground->open.id);
    }
}

/* The settings that a calculation reads, by its operands; once each. */
static void
say_reading (FwLawReader *reader,
             FwLawEntry *entry,
             GHashTable *said,
             const FwOperand *operand)
{
  if (operand->kind == FW_OPERAND_SETTING && g_hash_table_add (said, operand->setting))
    _fw_law_say_key (entry, "readings", _fw_law_pick (reader, operand->setting->title), FW_LAW_SETTING, operand->setting->id);
}

static void
say_step (FwLawReader *reader,
          FwLawEntry *entry,
          GHashTable *said,
          const FwStep *step)
{
  FwTemplate *line = reader->chinese ? step->line_zh : step->line_en;
  g_autofree char *text = line != NULL ? _fw_template_outline (line) : NULL;

  _fw_law_say (entry, "working", reader->chinese ? step->citation.zh : step->citation.en, text, NULL);
  for (guint i = 0; i < FW_STEP_SLOTS; i++)
    say_reading (reader, entry, said, &step->slots[i]);
  for (guint i = 0; i < step->list_length; i++)
    say_reading (reader, entry, said, &step->list[i]);
  for (guint i = 0; step->whens != NULL && i < step->whens->len; i++)
    {
      const FwWhen *when = step->whens->pdata[i];

      say_reading (reader, entry, said, &when->test);
      say_reading (reader, entry, said, &when->value);
      say_reading (reader, entry, said, &when->then);
    }
}

static void
read_calculation (FwLawReader *reader,
                  const FwCalculation *calculation)
{
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_CALCULATION, calculation->id, calculation->name, (FwInForce){ FW_DATE_UNKNOWN, FW_DATE_UNKNOWN });
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

  entry->plain = g_strdup (_fw_law_pick (reader, calculation->hint));
  for (guint i = 0; i < calculation->outputs->len; i++)
    _fw_law_say (entry, "gives", NULL, _fw_law_pick (reader, ((FwOutput *) calculation->outputs->pdata[i])->label), NULL);
  for (guint i = 0; i < calculation->inputs->len; i++)
    _fw_law_say (entry, "inputs", NULL, _fw_law_pick (reader, ((FwInput *) calculation->inputs->pdata[i])->label), NULL);
  for (guint i = 0; i < calculation->steps->len; i++)
    say_step (reader, entry, said, calculation->steps->pdata[i]);
  _fw_law_cite (reader, entry, &calculation->citation);
}

static void
read_deadline (FwLawReader *reader,
               const FwDeadlineRule *deadline)
{
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_DEADLINE, deadline->id, deadline->name, deadline->in_force);

  for (guint i = 0; i < reader->pack->grounds->len; i++)
    {
      const FwGroundRule *ground = reader->pack->grounds->pdata[i];

      if (ground->deadlines != NULL && g_strv_contains ((const char *const *) ground->deadlines, deadline->id))
        _fw_law_say_key (entry, "grounds", _fw_law_pick (reader, ground->open.title), FW_LAW_GROUND, ground->open.id);
    }
  _fw_law_cite (reader, entry, &deadline->citation);
}

static void
read_setting (FwLawReader *reader,
              const FwSetting *setting)
{
  FwLawEntry *entry = _fw_law_add (reader, FW_LAW_SETTING, setting->id, setting->title, (FwInForce){ FW_DATE_UNKNOWN, FW_DATE_UNKNOWN });

  entry->plain = g_strdup (_fw_law_pick (reader, setting->warning));
  for (guint i = 0; i < setting->options->len; i++)
    {
      const FwOption *option = setting->options->pdata[i];

      _fw_law_say (entry, "options", g_strcmp0 (option->id, setting->default_value) == 0 ? "default" : NULL,
                   _fw_law_pick (reader, option->text), NULL);
    }
  if (setting->options->len == 0)
    _fw_law_say (entry, "options", "default", setting->default_value, NULL);
  for (guint i = 0; i < setting->places->len; i++)
    {
      const FwOption *place = setting->places->pdata[i];

      for (guint j = 0; j < setting->options->len; j++)
        if (strcmp (((FwOption *) setting->options->pdata[j])->id, place->id) == 0)
          _fw_law_say (entry, "places", place->text.zh, _fw_law_pick (reader, ((FwOption *) setting->options->pdata[j])->text), NULL);
    }
  _fw_law_say (entry, "scope", NULL, setting->scope, NULL);
  _fw_law_cite (reader, entry, &setting->citation);
}

void
_fw_law_read_things (FwLawReader *reader)
{
  FwPack *pack = reader->pack;

  read_articles (reader);
  for (guint i = 0; i < pack->protections->len; i++)
    read_protection (reader, pack->protections->pdata[i]);
  for (guint i = 0; i < pack->materials->len; i++)
    read_material (reader, pack->materials->pdata[i]);
  for (guint i = 0; i < pack->calculations->len; i++)
    if (!((FwCalculation *) pack->calculations->pdata[i])->inner)
      read_calculation (reader, pack->calculations->pdata[i]);
  for (guint i = 0; i < pack->deadlines->len; i++)
    read_deadline (reader, pack->deadlines->pdata[i]);
  for (guint i = 0; i < pack->settings->len; i++)
    read_setting (reader, pack->settings->pdata[i]);
}
