#include "config.h"

#include "ui/departure/fw-field-words.h"

#include <string.h>

struct _FwFieldWords
{
  FwCase *departure;  /* owned */
  GHashTable *fields; /* what is shown → what the wording has, without braces */
  GHashTable *words;  /* the other way round */
};

FwFieldWords *
fw_field_words_new (FwCase *departure)
{
  FwFieldWords *self = g_new0 (FwFieldWords, 1);

  self->departure = g_object_ref (departure);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
fw_field_words_free (FwFieldWords *self)
{
  g_object_unref (self->departure);
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->words);
  g_free (self);
}

/* The word of a field, made up when it is first met: its name, with a number where another field has it already. */
static const char *
word_of (FwFieldWords *self,
         const char *field)
{
  g_autofree char *path = g_strndup (field, strcspn (field, "|"));
  g_autofree char *name = NULL;
  char *word;

  if (g_hash_table_contains (self->words, field))
    return g_hash_table_lookup (self->words, field);
  name = *field == '#' ? NULL : fw_case_dup_label (self->departure, path);
  word = g_strdup (name != NULL ? name : field);
  for (guint i = 2; g_hash_table_contains (self->fields, word); i++)
    {
      g_free (word);
      word = g_strdup_printf ("%s %u", name != NULL ? name : field, i);
    }
  g_hash_table_replace (self->fields, g_strdup (word), g_strdup (field));
  g_hash_table_replace (self->words, g_strdup (field), word);
  return word;
}

static const char *
field_of (FwFieldWords *self,
          const char *word)
{
  const char *field = g_hash_table_lookup (self->fields, word);

  return field != NULL ? field : word;
}

/* Writes @text with what stands in braces exchanged. */
static char *
exchange (FwFieldWords *self,
          const char *text,
          const char *(*other) (FwFieldWords *, const char *))
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize before = strcspn (text, "{");
      gsize inside = text[before] == '{' ? strcspn (text + before + 1, "{}") : 0;

      g_string_append_len (out, text, (gssize) before);
      text += before;
      if (*text == '\0')
        break;
      if (text[1 + inside] == '}')
        {
          g_autofree char *within = g_strndup (text + 1, inside);

          g_string_append_printf (out, "{%s}", other (self, within));
          text += inside + 2;
        }
      else
        g_string_append_c (out, *text++);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * fw_field_words_show:
 * @source: a wording as the paper keeps it
 *
 * Returns: (transfer full): the same for people
 */
char *
fw_field_words_show (FwFieldWords *self,
                     const char *source)
{
  return exchange (self, source, word_of);
}

/**
 * fw_field_words_read:
 * @shown: a wording as people wrote it
 *
 * Returns: (transfer full): the same as the paper keeps it; a name that no field has stays as it stands
 */
char *
fw_field_words_read (FwFieldWords *self,
                     const char *shown)
{
  return exchange (self, shown, field_of);
}

/**
 * fw_field_words_dup_unknown:
 * @shown: a wording as people wrote it
 *
 * Returns: (transfer full) (nullable): the first name in braces that no field of the paper has; %NULL: there is none
 */
char *
fw_field_words_dup_unknown (FwFieldWords *self,
                            const char *shown)
{
  for (const char *open = strchr (shown, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      gsize inside = strcspn (open + 1, "{}");
      g_autofree char *name = g_strndup (open + 1, inside);

      if (open[1 + inside] == '}' && *name != '#' && !g_hash_table_contains (self->fields, name))
        return g_steal_pointer (&name);
    }
  return NULL;
}

/**
 * fw_field_words_dup_known:
 *
 * Returns: (transfer full): the names of the fields that were shown so far, in braces
 */
char *
fw_field_words_dup_known (FwFieldWords *self)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->fields), (GCompareFunc) g_utf8_collate);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *l = names; l != NULL; l = l->next)
    if (*(const char *) l->data != '#')
      g_string_append_printf (text, "%s{%s}", text->len > 0 ? " " : "", (const char *) l->data);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
