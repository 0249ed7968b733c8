/* The pack as a person reads it: entries of plain text that lead to one another. */
#include "rules/fw-law-private.h"

#include <string.h>

/* From the strongest to the weakest. */
static const char *const confidences[] = { "text-read", "from-memory", "local-practice", "unsure" };

static const char *const kind_names[] = {
  [FW_LAW_GROUND] = "ground",           [FW_LAW_ARTICLE] = "article",         [FW_LAW_CHECK] = "check",
  [FW_LAW_PROTECTION] = "protection",   [FW_LAW_MATERIAL] = "material",       [FW_LAW_CALCULATION] = "calculation",
  [FW_LAW_DEADLINE] = "deadline",       [FW_LAW_SETTING] = "setting",         [FW_LAW_SOURCE] = "source",
};

static void
line_free (FwLawLine *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self->target);
  g_free (self);
}

static void
section_free (FwLawSection *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
fw_law_entry_free (FwLawEntry *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->citation);
  g_free (self->quotation);
  g_free (self->plain);
  g_free (self->severity);
  g_free (self->confidence);
  g_free (self->source);
  g_free (self->words);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/**
 * fw_law_entry_section:
 *
 * Returns: (element-type FwLawLine) (nullable): the lines under the heading @id; %NULL where it has none
 */
GPtrArray *
fw_law_entry_section (const FwLawEntry *self,
                      const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (strcmp (((FwLawSection *) self->sections->pdata[i])->id, id) == 0)
      return ((FwLawSection *) self->sections->pdata[i])->lines;
  return NULL;
}

const char *
_fw_law_pick (FwLawReader *reader,
              FwText text)
{
  return reader->chinese || text.en == NULL ? text.zh : text.en;
}

/* A new entry, added to those of the reader. A title may be "": its first words are then found elsewhere; without one it is called
 * by its id. */
FwLawEntry *
_fw_law_add (FwLawReader *reader,
             FwLawKind kind,
             const char *id,
             FwText title,
             FwInForce in_force)
{
  FwLawEntry *entry = g_new0 (FwLawEntry, 1);

  entry->kind = kind;
  entry->key = g_strconcat (kind_names[kind], ":", id, NULL);
  entry->title = g_strdup (_fw_law_pick (reader, title) != NULL ? _fw_law_pick (reader, title) : id);
  entry->from = in_force.from;
  entry->until = in_force.until;
  entry->in_force = _fw_in_force_on (in_force, reader->on);
  entry->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  g_ptr_array_add (reader->entries, entry);
  return entry;
}

/* Adds a line under a heading; an empty text is none. @section is static. */
void
_fw_law_say (FwLawEntry *entry,
             const char *section,
             const char *name,
             const char *text,
             const char *target)
{
  GPtrArray *lines = fw_law_entry_section (entry, section);
  FwLawLine *line;

  if (text == NULL || *text == '\0')
    return;
  if (lines == NULL)
    {
      FwLawSection *added = g_new0 (FwLawSection, 1);

      added->id = section;
      added->lines = lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
      g_ptr_array_add (entry->sections, added);
    }
  line = g_new0 (FwLawLine, 1);
  line->name = g_strdup (name);
  line->text = g_strdup (text);
  line->target = g_strdup (target);
  g_ptr_array_add (lines, line);
}

void
_fw_law_say_key (FwLawEntry *entry,
                 const char *section,
                 const char *text,
                 FwLawKind kind,
                 const char *id)
{
  g_autofree char *key = g_strconcat (kind_names[kind], ":", id, NULL);

  _fw_law_say (entry, section, NULL, text, key);
}

/* A message as it stands in the pack: what a case would fill in is a mark. */
char *
_fw_law_dup_phrase (FwLawReader *reader,
                    FwPhrase *phrase)
{
  FwTemplate *template = phrase == NULL ? NULL : reader->chinese ? phrase->zh : phrase->en;

  return template != NULL ? _fw_template_outline (template) : NULL;
}

static guint
weakness (const char *confidence)
{
  for (guint i = 0; confidence != NULL && i < G_N_ELEMENTS (confidences); i++)
    if (strcmp (confidence, confidences[i]) == 0)
      return i;
  return 0;
}

static const FwLaw *
find_law (FwPack *pack,
          const char *id)
{
  for (guint i = 0; i < pack->laws->len; i++)
    if (g_strcmp0 (((FwLaw *) pack->laws->pdata[i])->id, id) == 0)
      return pack->laws->pdata[i];
  return NULL;
}

static void
note_source (FwLawReader *reader,
             FwLawEntry *entry,
             const FwArticle *article)
{
  const FwLaw *law = find_law (reader->pack, article->law);
  g_autofree char *source = NULL;
  g_autofree char *before = NULL;

  if (entry->confidence == NULL || weakness (article->confidence) > weakness (entry->confidence))
    {
      g_free (entry->confidence);
      entry->confidence = g_strdup (article->confidence);
    }
  if (law == NULL || law->source == NULL)
    return;
  source = g_strconcat (_fw_law_pick (reader, law->name), reader->chinese ? "：" : ": ", law->source, NULL);
  if (entry->source != NULL && strstr (entry->source, source) != NULL)
    return;
  before = g_steal_pointer (&entry->source);
  entry->source = before != NULL ? g_strjoin ("\n", before, source, NULL) : g_steal_pointer (&source);
}

/* What an entry rests on: its citation, the words of the articles, a way to each of them, how sure they are. */
void
_fw_law_cite (FwLawReader *reader,
              FwLawEntry *entry,
              const FwCitation *citation)
{
  const char *shown = reader->chinese ? citation->zh : citation->en;
  g_auto (GStrv) ids = NULL;

  if (citation->ids == NULL)
    return;
  entry->citation = g_strdup (shown);
  entry->quotation = fw_pack_quote (reader->pack, shown, reader->chinese);
  ids = g_strsplit_set (citation->ids, " \t\r\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const FwArticle *article = ids[i][0] != '\0' ? g_hash_table_lookup (reader->pack->articles, ids[i]) : NULL;

      if (article == NULL)
        continue;
      _fw_law_say_key (entry, "articles", _fw_law_pick (reader, article->name), FW_LAW_ARTICLE, article->id);
      note_source (reader, entry, article);
    }
}

static void
add_words (GString *words,
           const FwLawEntry *entry)
{
  const char *texts[] = { entry->key, entry->title, entry->citation, entry->quotation, entry->plain };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (words, "%s\n", texts[i]);
  for (guint i = 0; i < entry->sections->len; i++)
    {
      const FwLawSection *section = entry->sections->pdata[i];

      /* What only leads elsewhere would make every ground answer to the name of every check. */
      for (guint line = 0; line < section->lines->len; line++)
        if (((FwLawLine *) section->lines->pdata[line])->target == NULL)
          g_string_append_printf (words, "%s\n", ((FwLawLine *) section->lines->pdata[line])->text);
    }
}

static GPtrArray *
read_entries (FwPack *pack,
              FwDate on,
              gboolean chinese)
{
  FwLawReader reader = { pack, on, chinese, g_ptr_array_new_with_free_func ((GDestroyNotify) fw_law_entry_free) };

  _fw_law_read_grounds (&reader);
  _fw_law_read_checks (&reader);
  _fw_law_read_things (&reader);
  return reader.entries;
}

static gint
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const FwLawEntry *const *one = a, *const *other = b;

  return (gint) (*one)->kind - (gint) (*other)->kind;
}

/**
 * fw_pack_list_law:
 * @on: the day on which something is, or is not, in force; unknown: everything is
 * @chinese: in which language
 *
 * Returns: (transfer full) (element-type FwLawEntry): everything the pack states, by kind and in the pack's order
 */
GPtrArray *
fw_pack_list_law (FwPack *self,
                  FwDate on,
                  gboolean chinese)
{
  GPtrArray *entries = read_entries (self, on, chinese);
  g_autoptr (GPtrArray) other = read_entries (self, on, !chinese);

  for (guint i = 0; i < entries->len; i++)
    {
      FwLawEntry *entry = entries->pdata[i];
      g_autoptr (GString) words = g_string_new (NULL);

      add_words (words, entry);
      add_words (words, other->pdata[i]);
      entry->words = g_utf8_casefold (words->str, -1);
    }
  g_ptr_array_sort (entries, compare_kinds);
  return entries;
}
