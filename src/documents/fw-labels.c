#include "documents/fw-labels.h"

#include "facts/fw-xml.h"

struct _FwLabels
{
  GHashTable *labels; /* path → FwLabel */
};

static void
label_free (FwLabel *self)
{
  g_free (self->path);
  g_free (self->zh);
  g_free (self->en);
  g_free (self->kind);
  g_free (self->hint_zh);
  g_free (self->hint_en);
  g_free (self);
}

static void
add_label (FwLabels *self,
           FwXmlNode *node)
{
  FwLabel *label = g_new0 (FwLabel, 1);

  label->path = g_strdup (fw_xml_node_get (node, "path"));
  label->zh = g_strdup (fw_xml_node_get (node, "zh"));
  label->en = g_strdup (fw_xml_node_get (node, "en"));
  label->kind = g_strdup (fw_xml_node_get (node, "kind"));
  label->hint_zh = g_strdup (fw_xml_node_get (node, "hint-zh"));
  label->hint_en = g_strdup (fw_xml_node_get (node, "hint-en"));
  if (label->path == NULL || g_hash_table_contains (self->labels, label->path))
    label_free (label);
  else
    g_hash_table_insert (self->labels, label->path, label);
}

/**
 * fw_labels_load:
 * @folders: folders of documents, a company's own first; those without a fields.xml are passed over
 *
 * Returns: (transfer full) (nullable): the labels; where two folders name one fact the first wins
 */
FwLabels *
fw_labels_load (const char *const *folders,
                GError **error)
{
  g_autoptr (FwLabels) self = g_new0 (FwLabels, 1);

  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) label_free);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "fields.xml", NULL);
      g_autoptr (FwXml) xml = NULL;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      xml = fw_xml_load_file (path, error);
      if (xml == NULL)
        return NULL;
      for (FwXmlNode *node = fw_xml_node_child (fw_xml_get_root (xml), "field"); node != NULL;
           node = fw_xml_node_next (node, "field"))
        add_label (self, node);
    }
  return g_steal_pointer (&self);
}

/**
 * fw_labels_free:
 * @self: (nullable): labels
 */
void
fw_labels_free (FwLabels *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_free (self);
}

/**
 * fw_labels_find:
 * @path: a fact's path, with or without positions
 *
 * Returns: (transfer none) (nullable): what people call it
 */
const FwLabel *
fw_labels_find (FwLabels *self,
                const char *path)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  const FwLabel *exact = g_hash_table_lookup (self->labels, path);
  int depth = 0;

  if (exact != NULL)
    return exact;
  for (const char *at = path; *at != '\0'; at++)
    {
      depth += *at == '[' ? 1 : 0;
      if (depth == 0)
        g_string_append_c (bare, *at);
      depth -= *at == ']' ? 1 : 0;
    }
  return g_hash_table_lookup (self->labels, bare->str);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer data)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * fw_labels_list:
 *
 * Returns: (transfer full): the paths of all facts that have a name, in order
 */
GStrv
fw_labels_list (FwLabels *self)
{
  guint count = 0;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->labels, &count);

  g_qsort_with_data (keys, (int) count, sizeof (gpointer), compare_cb, NULL);
  return g_strdupv ((char **) keys);
}
