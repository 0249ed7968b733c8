#include "rules/fw-pack-private.h"

#include <string.h>

/* The article that a citation calls by @name in either language. */
static const FwArticle *
find_article (FwPack *self,
              const char *name)
{
  GHashTableIter iter;
  gpointer article;

  g_hash_table_iter_init (&iter, self->articles);
  while (g_hash_table_iter_next (&iter, NULL, &article))
    if (g_strcmp0 (((FwArticle *) article)->name.zh, name) == 0 || g_strcmp0 (((FwArticle *) article)->name.en, name) == 0)
      return article;
  return NULL;
}

/**
 * fw_pack_quote:
 * @citation: (nullable): a citation as it is shown, in Chinese or English, several articles joined
 * @chinese: in which language to quote, where there are both
 *
 * Returns: (transfer full) (nullable): what the cited articles say, a blank line between them; where there are several,
 *   each under its name in that language. %NULL where the pack has no text of them
 */
char *
fw_pack_quote (FwPack *self,
               const char *citation,
               gboolean chinese)
{
  g_autoptr (GString) quoted = g_string_new (NULL);
  g_auto (GStrv) names = NULL;

  if (citation == NULL)
    return NULL;
  names = strstr (citation, "; ") != NULL ? g_strsplit (citation, "; ", -1) : g_strsplit (citation, "、", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const FwArticle *article = find_article (self, names[i]);
      const char *text = article == NULL ? NULL : chinese || article->text.en == NULL ? article->text.zh : article->text.en;

      if (text == NULL)
        continue;
      g_string_append (quoted, quoted->len > 0 ? "\n\n" : "");
      if (names[1] != NULL)
        g_string_append_printf (quoted, "%s\n", chinese || article->name.en == NULL ? article->name.zh : article->name.en);
      g_string_append (quoted, text);
    }
  return quoted->len > 0 ? g_string_free (g_steal_pointer (&quoted), FALSE) : NULL;
}
