#include "documents/fw-template-diff.h"

#include "documents/fw-document-types.h"

/* A template has some hundred lines; the table below grows with their square. */
#define MAX_LINES 4000

static void
diff_line_free (FwDiffLine *self)
{
  g_free (self->line);
  g_free (self);
}

static void
add_line (GPtrArray *lines,
          FwDiffKind kind,
          const char *text)
{
  FwDiffLine *line = g_new0 (FwDiffLine, 1);

  line->kind = kind;
  line->line = g_strdup (text);
  g_ptr_array_add (lines, line);
}

/* lengths[i * (n_b + 1) + j]: how many lines the ends of both texts, from i and from j on, have in common. */
static guint16 *
common_lengths (GStrv a,
                gsize n_a,
                GStrv b,
                gsize n_b)
{
  guint16 *lengths = g_new0 (guint16, (n_a + 1) * (n_b + 1));

  for (gsize i = n_a; i-- > 0;)
    for (gsize j = n_b; j-- > 0;)
      {
        guint16 down = lengths[(i + 1) * (n_b + 1) + j], right = lengths[i * (n_b + 1) + j + 1];

        lengths[i * (n_b + 1) + j] =
          g_str_equal (a[i], b[j]) ? (guint16) (lengths[(i + 1) * (n_b + 1) + j + 1] + 1) : MAX (down, right);
      }
  return lengths;
}

/**
 * fw_template_diff:
 * @shipped: a template as the program brings it
 * @own: a company's copy of it
 *
 * Returns: (transfer full) (nullable) (element-type FwDiffLine): the lines of both in order, each marked with where it
 *   stands; %NULL with #FW_DOCUMENT_ERROR_TEMPLATE where one is too long
 */
GPtrArray *
fw_template_diff (const char *shipped,
                  const char *own,
                  GError **error)
{
  g_auto (GStrv) a = g_strsplit (shipped, "\n", -1);
  g_auto (GStrv) b = g_strsplit (own, "\n", -1);
  gsize n_a = g_strv_length (a), n_b = g_strv_length (b), i = 0, j = 0;
  g_autofree guint16 *lengths = NULL;
  GPtrArray *lines;

  if (n_a > MAX_LINES || n_b > MAX_LINES)
    {
      g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, "a template has more than %d lines", MAX_LINES);
      return NULL;
    }
  lengths = common_lengths (a, n_a, b, n_b);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) diff_line_free);
  while (i < n_a || j < n_b)
    {
      if (i < n_a && j < n_b && g_str_equal (a[i], b[j]))
        {
          add_line (lines, FW_DIFF_SAME, a[i++]);
          j++;
        }
      else if (i < n_a && (j == n_b || lengths[(i + 1) * (n_b + 1) + j] >= lengths[i * (n_b + 1) + j + 1]))
        add_line (lines, FW_DIFF_REMOVED, a[i++]);
      else
        add_line (lines, FW_DIFF_ADDED, b[j++]);
    }
  return lines;
}

static char *
read_template (const char *folder,
               const char *document_id)
{
  g_autofree char *name = g_strconcat (document_id, ".xsl", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/**
 * fw_template_diff_files:
 * @folders: where templates lie, a company's own first; the shipped one is in the last of them that has any
 *
 * Returns: (transfer full) (nullable) (element-type FwDiffLine): how a company's template differs from the shipped one;
 *   %NULL with #FW_DOCUMENT_ERROR_NOT_FOUND where it has none of its own
 */
GPtrArray *
fw_template_diff_files (const char *const *folders,
                        const char *document_id,
                        GError **error)
{
  guint n = g_strv_length ((GStrv) folders), first = 0;
  g_autofree char *shipped = NULL;
  g_autofree char *own = NULL;

  while (shipped == NULL && n > 0)
    shipped = read_template (folders[--n], document_id);
  while (own == NULL && first < n)
    own = read_template (folders[first++], document_id);
  if (own != NULL && shipped != NULL)
    return fw_template_diff (shipped, own, error);
  g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND, "the company has no template “%s” of its own",
               document_id);
  return NULL;
}
