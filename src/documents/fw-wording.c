#include "documents/fw-wording.h"

#include "documents/fw-document-types.h"
#include "documents/fw-field.h"

#include <string.h>

/**
 * fw_override_new:
 *
 * Returns: (transfer full): a wording of a case for one block
 */
FwOverride *
fw_override_new (const char *block_id,
                 const char *source,
                 const char *original_hash)
{
  FwOverride *self = g_new0 (FwOverride, 1);

  self->block_id = g_strdup (block_id);
  self->source = g_strdup (source);
  self->original_hash = g_strdup (original_hash);
  return self;
}

/**
 * fw_override_free:
 * @self: (nullable): a wording
 */
void
fw_override_free (FwOverride *self)
{
  if (self == NULL)
    return;
  g_free (self->block_id);
  g_free (self->source);
  g_free (self->original_hash);
  g_free (self);
}

/**
 * fw_wording_hash:
 * @text: what a block says, facts merged in
 *
 * Returns: (transfer full): its SHA-256 in hexadecimal digits
 */
char *
fw_wording_hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error,
        const char *format,
        ...)
{
  g_autoptr (GError) problem = NULL;
  va_list arguments;

  va_start (arguments, format);
  problem = g_error_new_valist (FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OVERRIDE, format, arguments);
  va_end (arguments);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* "{case/@handover-place}", "{departure/@last-day|date}" or "{#payments}"; @inside is what stands between the braces. */
static gboolean
add_field (FwBlock *leaf,
           const char *inside,
           GError **error)
{
  gboolean reference = *inside == '#';
  const char *bar = reference ? NULL : strrchr (inside, '|');
  g_autoptr (FwRun) run = fw_run_new (reference ? FW_RUN_REFERENCE : FW_RUN_FIELD, NULL);

  run->path = bar != NULL ? g_strndup (inside, (gsize) (bar - inside)) : g_strdup (inside + (reference ? 1 : 0));
  run->format = bar != NULL ? g_strdup (bar + 1) : NULL;
  g_strstrip (run->path);
  if (*run->path == '\0')
    return refuse (error, "“{%s}” names no fact", inside);
  if (!fw_field_knows (run->format))
    return refuse (error, "“{%s}”: there is no such format", inside);
  g_ptr_array_add (leaf->runs, g_steal_pointer (&run));
  return TRUE;
}

static void
add_blank (FwBlock *leaf,
           gsize size)
{
  FwRun *run = fw_run_new (FW_RUN_BLANK, NULL);

  run->size = (guint) CLAMP (size, 1, 60);
  g_ptr_array_add (leaf->runs, run);
}

static gboolean
read_runs (FwBlock *leaf,
           const char *source,
           GError **error)
{
  FwRunKind kind = FW_RUN_TEXT;

  for (const char *at = source; *at != '\0';)
    {
      gsize plain = strcspn (at, "{}*_\r\n");
      g_autofree char *piece = g_strndup (at, plain);

      fw_block_add_text (leaf, kind, piece);
      at += plain;
      if (*at == '{')
        {
          const char *close = strchr (at, '}');
          g_autofree char *inside = close != NULL ? g_strndup (at + 1, (gsize) (close - at - 1)) : NULL;

          if (inside == NULL)
            return refuse (error, "“%s”: a brace is not closed", at);
          if (!add_field (leaf, inside, error))
            return FALSE;
          at = close + 1;
        }
      else if (*at == '}')
        return refuse (error, "a brace is closed that was not opened: “%s”", source);
      else if (g_str_has_prefix (at, "**"))
        {
          kind = kind == FW_RUN_TEXT ? FW_RUN_STRONG : FW_RUN_TEXT;
          at += 2;
        }
      else if (g_str_has_prefix (at, "__"))
        {
          gsize size = strspn (at, "_");

          add_blank (leaf, size);
          at += size;
        }
      else if (*at == '\n' || *at == '\r')
        /* One block is one paragraph. */
        at++;
      else if (*at != '\0')
        {
          g_autofree char *sign = g_strndup (at, 1);

          fw_block_add_text (leaf, kind, sign);
          at++;
        }
    }
  return TRUE;
}

/* Where a cell ends: at a bar outside of braces. */
static gsize
cell_length (const char *line)
{
  int depth = 0;
  const char *at;

  for (at = line; *at != '\0' && (*at != '|' || depth > 0); at++)
    depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
  return (gsize) (at - line);
}

static GPtrArray *
read_row (const char *line,
          GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_block_free);

  for (const char *at = line;;)
    {
      gsize length = cell_length (at);
      g_autofree char *source = g_strstrip (g_strndup (at, length));
      FwBlock *cell = fw_block_new (FW_BLOCK_PARAGRAPH, NULL);

      g_ptr_array_add (row, cell);
      if (!read_runs (cell, source, error))
        return NULL;
      if (at[length] == '\0')
        return g_steal_pointer (&row);
      at += length + 1;
    }
}

/* Frames for a signature, what was drawn into them and room for a seal stay where they were. */
static void
keep_variants (GPtrArray *old_row,
               GPtrArray *row)
{
  for (guint c = 0; c < row->len && c < old_row->len; c++)
    {
      const FwBlock *old = g_ptr_array_index (old_row, c);
      FwBlock *cell = g_ptr_array_index (row, c);

      cell->variant = g_strdup (old->variant);
      cell->ink = g_strdup (old->ink);
    }
}

static gboolean
replace_rows (FwBlock *block,
              const char *source,
              GError **error)
{
  g_autofree char *rows_of = g_strchomp (g_strdup (source));
  g_auto (GStrv) lines = g_strsplit (rows_of, "\n", -1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_cells = block->rows->len > 0 ? ((GPtrArray *) g_ptr_array_index (block->rows, 0))->len : 1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GPtrArray *row = read_row (lines[i], error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
      if (block->kind == FW_BLOCK_TABLE && row->len != n_cells)
        return refuse (error, "a row of the table has not as many cells as its head: “%s”", lines[i]);
      if (i < block->rows->len)
        keep_variants (g_ptr_array_index (block->rows, i), row);
    }
  g_ptr_array_unref (block->rows);
  block->rows = g_steal_pointer (&rows);
  return TRUE;
}

/**
 * fw_wording_replace:
 * @block: a block of a paper
 * @source: its new wording: facts in braces with their format behind a bar, words in 黑体 between double stars, a line
 *   to write on as underscores; of a table one line a row, cells between bars
 *
 * Returns: %FALSE with #FW_DOCUMENT_ERROR_OVERRIDE where @source cannot be read; the block is then as it was
 */
gboolean
fw_wording_replace (FwBlock *block,
                    const char *source,
                    GError **error)
{
  g_autoptr (FwBlock) scratch = NULL;
  GPtrArray *runs;

  if (!g_utf8_validate (source, -1, NULL))
    return refuse (error, "the wording is not valid UTF-8");
  if (block->rows != NULL)
    return replace_rows (block, source, error);
  scratch = fw_block_new (FW_BLOCK_PARAGRAPH, NULL);
  if (!read_runs (scratch, source, error))
    return FALSE;
  runs = block->runs;
  block->runs = scratch->runs;
  scratch->runs = runs;
  return TRUE;
}
