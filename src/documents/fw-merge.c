/* Template and facts → blocks with their text: fields, the case's own wording, numbers of items, what is missing. */
#include "documents/fw-document-private.h"

#include "core/fw-numerals.h"
#include "documents/fw-field.h"
#include "facts/fw-transform.h"

#include <string.h>

static gboolean
is_plain_id (const char *id)
{
  return id != NULL && *id != '\0' && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

static char *
find_template (FwTemplates *templates,
               const char *id)
{
  g_autofree char *name = g_strconcat (id, ".xsl", NULL);

  for (guint i = 0; templates->folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (templates->folders[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* Says which template was wrong; what libxslt says of it stays. A template that is not for these facts is not wrong. */
static void
blame_template (GError **error,
                const char *path,
                GError *problem)
{
  const char *prefix = strstr (problem->message, path) == NULL ? path : "";

  if (g_error_matches (problem, FW_FACTS_ERROR, FW_FACTS_ERROR_REFUSED))
    {
      g_set_error_literal (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND, problem->message);
      return;
    }
  g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, "%s%s%s", prefix, *prefix != '\0' ? ": " : "",
               problem->message);
}

/* Reads what a pack's folders say of all their papers; @folders as fw_document_find_folders() answers them. */
FwTemplates *
_fw_templates_new (const char *const *folders,
                   GError **error)
{
  g_autoptr (FwTemplates) self = g_new0 (FwTemplates, 1);
  g_autoptr (GError) problem = NULL;

  self->folders = g_strdupv ((char **) folders);
  self->transforms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) fw_transform_free);
  self->labels = fw_labels_load (folders, &problem);
  self->lint = self->labels != NULL ? fw_lint_load (folders, &problem) : NULL;
  if (self->lint != NULL)
    return g_steal_pointer (&self);
  g_set_error_literal (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, problem->message);
  return NULL;
}

void
_fw_templates_free (FwTemplates *self)
{
  g_strfreev (self->folders);
  g_hash_table_unref (self->transforms);
  g_clear_pointer (&self->labels, fw_labels_free);
  g_clear_pointer (&self->lint, fw_lint_free);
  g_free (self);
}

static FwTransform *
get_transform (FwTemplates *self,
               const char *id,
               const char *path,
               GError **error)
{
  FwTransform *transform = g_hash_table_lookup (self->transforms, id);

  if (transform != NULL)
    return transform;
  transform = fw_transform_load (path, (const char *const *) self->folders, error);
  if (transform != NULL)
    g_hash_table_insert (self->transforms, g_strdup (id), transform);
  return transform;
}

FwBlocks *
_fw_document_transform (FwTemplates *templates,
                        FwFacts *facts,
                        const FwDocumentOptions *options,
                        GError **error)
{
  g_autofree char *path = is_plain_id (options->id) ? find_template (templates, options->id) : NULL;
  g_autoptr (GError) problem = NULL;
  FwTransform *transform;
  g_autoptr (FwXml) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  FwBlocks *blocks;

  if (path == NULL)
    {
      g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_NOT_FOUND, "there is no document “%s”",
                   options->id != NULL ? options->id : "");
      return NULL;
    }
  transform = get_transform (templates, options->id, path, &problem);
  if (transform != NULL)
    result = fw_transform_run (transform, facts, options->parameters, &problem);
  if (result == NULL)
    {
      blame_template (error, path, problem);
      return NULL;
    }
  bytes = fw_xml_to_bytes (result);
  blocks = fw_blocks_read (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &problem);
  if (blocks == NULL)
    blame_template (error, path, problem);
  return blocks;
}

typedef struct
{
  FwFacts *facts;
  FwLabels *labels;
  GError *problem;
} Resolution;

/* A gap prints as what it waits for, in brackets that no sentence of the paper uses. */
static void
mark_gap (FwRun *run,
          FwLabels *labels)
{
  const FwLabel *label = fw_labels_find (labels, run->path);

  g_free (run->text);
  run->text = g_strdup_printf ("〔%s〕", label != NULL && label->zh != NULL ? label->zh : run->path);
}

static void
resolve_cb (FwBlock *leaf,
            FwRun *run,
            gpointer data)
{
  Resolution *self = data;

  if (run->kind != FW_RUN_FIELD || self->problem != NULL)
    return;
  if (fw_field_resolve (run, self->facts, &self->problem) && run->gap)
    mark_gap (run, self->labels);
}

static gboolean
resolve (FwBlock *block,
         FwFacts *facts,
         FwLabels *labels,
         GError **error)
{
  Resolution self = { facts, labels, NULL };

  fw_block_visit (block, resolve_cb, &self);
  if (self.problem == NULL)
    return TRUE;
  g_propagate_error (error, self.problem);
  return FALSE;
}

static const FwOverride *
find_override (GPtrArray *overrides,
               const char *block_id)
{
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      const FwOverride *override = g_ptr_array_index (overrides, i);

      if (g_str_equal (override->block_id, block_id))
        return override;
    }
  return NULL;
}

/* Whether the template has the field in this block itself: "{path}" or "{path|format}". */
static gboolean
stands_in (const char *source,
           const char *path)
{
  g_autofree char *plain = g_strdup_printf ("{%s}", path);
  g_autofree char *formatted = g_strdup_printf ("{%s|", path);

  return strstr (source, plain) != NULL || strstr (source, formatted) != NULL;
}

typedef struct
{
  const char *original;
  FwLabels *labels;
  GError *problem;
} FieldCheck;

/* A name that no fact has would print as a gap for ever. */
static void
check_field_cb (FwBlock *leaf,
                FwRun *run,
                gpointer data)
{
  FieldCheck *self = data;
  g_auto (GStrv) known = NULL;
  g_autofree char *list = NULL;

  if (run->kind != FW_RUN_FIELD || !run->gap || self->problem != NULL || fw_labels_find (self->labels, run->path) != NULL ||
      stands_in (self->original, run->path))
    return;
  known = fw_labels_list (self->labels);
  list = g_strjoinv (", ", known);
  self->problem = g_error_new (FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OVERRIDE, "“{%s}” is no field; fields are: %s", run->path,
                               list);
}

static gboolean
check_fields (FwBlock *block,
              FwLabels *labels,
              const char *original,
              GError **error)
{
  FieldCheck self = { original, labels, NULL };

  fw_block_visit (block, check_field_cb, &self);
  if (self.problem == NULL)
    return TRUE;
  g_propagate_error (error, self.problem);
  return FALSE;
}

static gboolean
apply_override (FwBlock *block,
                const FwOverride *override,
                FwFacts *facts,
                FwLabels *labels,
                FwDocumentBlock *info,
                GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!fw_wording_replace (block, override->source, &problem) || !resolve (block, facts, labels, &problem) ||
      !check_fields (block, labels, info->original_source, &problem))
    {
      g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OVERRIDE, "block “%s”: %s", block->id, problem->message);
      return FALSE;
    }
  info->overridden = TRUE;
  info->read_again = override->original_hash != NULL && !g_str_equal (override->original_hash, info->original_hash);
  return TRUE;
}

static gboolean
merge_block (FwDocument *self,
             FwBlock *block,
             FwFacts *facts,
             GPtrArray *overrides,
             FwLabels *labels,
             GError **error)
{
  const FwOverride *override = find_override (overrides, block->id);
  FwDocumentBlock *info = g_new0 (FwDocumentBlock, 1);

  g_ptr_array_add (self->blocks, info);
  info->id = g_strdup (block->id);
  info->kind = block->kind;
  if (!resolve (block, facts, labels, error))
    {
      g_prefix_error (error, "%s, block “%s”: ", self->id, block->id);
      return FALSE;
    }
  info->original_text = fw_block_to_text (block);
  info->original_source = fw_block_to_source (block);
  info->original_hash = fw_wording_hash (info->original_text);
  if (override != NULL && !apply_override (block, override, facts, labels, info, error))
    return FALSE;
  info->source = fw_block_to_source (block);
  return TRUE;
}

static gboolean
is_empty (const FwBlock *block)
{
  if (block->rows != NULL)
    return block->rows->len == 0;
  for (guint i = 0; i < block->runs->len; i++)
    {
      const FwRun *run = g_ptr_array_index (block->runs, i);

      if (run->kind == FW_RUN_BLANK || run->kind == FW_RUN_REFERENCE || (run->text != NULL && *run->text != '\0'))
        return FALSE;
    }
  return TRUE;
}

/* A block whose parts all fell away prints nothing and takes no number. */
static void
drop_empty (FwBlocks *paper)
{
  for (guint i = paper->blocks->len; i > 0; i--)
    if (is_empty (g_ptr_array_index (paper->blocks, i - 1)))
      g_ptr_array_remove_index (paper->blocks, i - 1);
}

static char *
write_number (guint level,
              guint count)
{
  g_autofree char *han = fw_numerals_han (count);

  switch (level)
    {
    case 1:
      return g_strconcat (han, "、", NULL);
    case 2:
      return g_strconcat ("（", han, "）", NULL);
    case 3:
      return g_strdup_printf ("%u.", count);
    default:
      return g_strdup_printf ("（%u）", count);
    }
}

/* Numbers are counted, never written, so that an item that falls away leaves no hole. */
static void
number_items (FwBlocks *paper,
              GHashTable *numbers)
{
  guint counts[5] = { 0 };

  for (guint i = 0; i < paper->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (paper->blocks, i);

      if (block->kind != FW_BLOCK_ITEM)
        continue;
      counts[block->level]++;
      for (guint deeper = block->level + 1; deeper < G_N_ELEMENTS (counts); deeper++)
        counts[deeper] = 0;
      block->number = write_number (block->level, counts[block->level]);
      g_hash_table_insert (numbers, block->id, fw_numerals_han (counts[block->level]));
    }
}

typedef struct
{
  GHashTable *numbers;
  const char *unknown;
} References;

static void
refer_cb (FwBlock *leaf,
          FwRun *run,
          gpointer data)
{
  References *self = data;
  const char *number;

  if (run->kind != FW_RUN_REFERENCE)
    return;
  number = g_hash_table_lookup (self->numbers, run->path);
  if (number == NULL)
    self->unknown = run->path;
  g_free (run->text);
  run->text = g_strdup (number != NULL ? number : "");
}

static gboolean
refer (FwBlocks *paper,
       GHashTable *numbers,
       GError **error)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (paper->blocks, i);
      References self = { numbers, NULL };

      fw_block_visit (block, refer_cb, &self);
      if (self.unknown == NULL)
        continue;
      g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, "block “%s” refers to an item “%s” that is not there",
                   block->id, self.unknown);
      return FALSE;
    }
  return TRUE;
}

typedef struct
{
  FwDocument *document;
  const char *block_id;
  FwLabels *labels;
} GapSearch;

static gboolean
has_gap (FwDocument *self,
         const char *path)
{
  for (guint i = 0; i < self->gaps->len; i++)
    if (g_str_equal (((FwDocumentGap *) g_ptr_array_index (self->gaps, i))->path, path))
      return TRUE;
  return FALSE;
}

static void
collect_gap_cb (FwBlock *leaf,
                FwRun *run,
                gpointer data)
{
  GapSearch *self = data;
  const FwLabel *label;
  FwDocumentGap *gap;

  if (!run->gap || has_gap (self->document, run->path))
    return;
  label = fw_labels_find (self->labels, run->path);
  gap = g_new0 (FwDocumentGap, 1);
  gap->path = g_strdup (run->path);
  gap->block_id = g_strdup (self->block_id);
  gap->zh = g_strdup (label != NULL && label->zh != NULL ? label->zh : run->path);
  gap->en = g_strdup (label != NULL && label->en != NULL ? label->en : run->path);
  gap->kind = g_strdup (label != NULL && label->kind != NULL ? label->kind : "text");
  gap->hint_zh = label != NULL ? g_strdup (label->hint_zh) : NULL;
  gap->hint_en = label != NULL ? g_strdup (label->hint_en) : NULL;
  g_ptr_array_add (self->document->gaps, gap);
}

/* A wording whose block the template no longer has would vanish unseen. */
static void
report_lost_overrides (FwDocument *self,
                       GPtrArray *overrides)
{
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      const FwOverride *override = g_ptr_array_index (overrides, i);
      FwDocumentFinding *finding;

      if (fw_blocks_find (self->paper, override->block_id) != NULL)
        continue;
      finding = g_new0 (FwDocumentFinding, 1);
      finding->id = g_strdup ("override-lost");
      finding->block_id = g_strdup (override->block_id);
      finding->words = g_strdup (override->source);
      finding->zh = g_strdup ("这份文书里已经没有这一段，您为它改写的文字没有用上。");
      finding->en = g_strdup ("The paper no longer has this paragraph; the wording you gave it is not used.");
      g_ptr_array_add (self->findings, finding);
    }
}

gboolean
_fw_document_merge (FwDocument *self,
                    FwFacts *facts,
                    const FwDocumentOptions *options,
                    FwLabels *labels,
                    GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  report_lost_overrides (self, options->overrides);
  for (guint i = 0; i < self->paper->blocks->len; i++)
    if (!merge_block (self, g_ptr_array_index (self->paper->blocks, i), facts, options->overrides, labels, error))
      return FALSE;
  drop_empty (self->paper);
  number_items (self->paper, numbers);
  if (!refer (self->paper, numbers, error))
    {
      g_prefix_error (error, "%s, ", self->id);
      return FALSE;
    }
  for (guint i = 0; i < self->paper->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (self->paper->blocks, i);
      GapSearch search = { self, block->id, labels };

      fw_block_visit (block, collect_gap_cb, &search);
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      FwDocumentBlock *info = g_ptr_array_index (self->blocks, i);
      FwBlock *block = fw_blocks_find (self->paper, info->id);

      info->text = block != NULL ? fw_block_to_text (block) : g_strdup ("");
    }
  return TRUE;
}
