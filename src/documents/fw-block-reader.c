#include "documents/fw-block-reader.h"

#include "documents/fw-document-types.h"

#include <string.h>

G_DEFINE_QUARK (fw-document-error-quark, fw_document_error)

static const struct
{
  const char *name;
  FwBlockKind kind;
} block_names[] = {
  { "title", FW_BLOCK_TITLE },   { "number", FW_BLOCK_NUMBER },   { "address", FW_BLOCK_ADDRESS },
  { "p", FW_BLOCK_PARAGRAPH },   { "item", FW_BLOCK_ITEM },       { "note", FW_BLOCK_NOTE },
  { "table", FW_BLOCK_TABLE },   { "annexes", FW_BLOCK_ANNEXES }, { "sign", FW_BLOCK_SIGN },
  { "slip", FW_BLOCK_SLIP },
};

static const char *const style_names[] = { "letter", "agreement", "certificate", "form", "sheet" };

typedef struct
{
  FwBlocks *blocks;
  FwBlock *block; /* being read */
  GPtrArray *row;
  FwBlock *cell;
  gboolean strong;
} Reader;

static void
bar_free (FwBar *self)
{
  g_free (self->id);
  g_free (self->zh);
  g_free (self->en);
  g_free (self);
}

/**
 * fw_blocks_free:
 * @self: (nullable): a paper
 */
void
fw_blocks_free (FwBlocks *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->bars);
  g_free (self);
}

/**
 * fw_blocks_find:
 *
 * Returns: (transfer none) (nullable): the block of that id
 */
FwBlock *
fw_blocks_find (FwBlocks *self,
                const char *id)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (self->blocks, i);

      if (g_strcmp0 (block->id, id) == 0)
        return block;
    }
  return NULL;
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], wanted))
      return values[i];
  return NULL;
}

static gboolean
is_true (const char *value)
{
  return g_strcmp0 (value, "true") == 0;
}

/* A stylesheet may write its blocks with any prefix. */
static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

G_GNUC_PRINTF (2, 3)
static void
refuse (GError **error,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  *error = g_error_new_valist (G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, format, arguments);
  va_end (arguments);
}

static void
read_document (Reader *self,
               const char **names,
               const char **values,
               GError **error)
{
  const char *style = find_attribute (names, values, "style");

  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (style_names); i++)
    if (g_str_equal (style, style_names[i]))
      {
        self->blocks->style = (FwPaperStyle) i;
        self->blocks->letterhead = is_true (find_attribute (names, values, "letterhead"));
        self->blocks->english = is_true (find_attribute (names, values, "english"));
        return;
      }
  refuse (error, "the document's style “%s” is none of letter, agreement, certificate, form, sheet",
          style != NULL ? style : "");
}

static void
add_bar (Reader *self,
         const char **names,
         const char **values)
{
  FwBar *bar = g_new0 (FwBar, 1);

  bar->id = g_strdup (find_attribute (names, values, "id"));
  bar->zh = g_strdup (find_attribute (names, values, "zh"));
  bar->en = g_strdup (find_attribute (names, values, "en"));
  g_ptr_array_add (self->blocks->bars, bar);
}

static void
begin_block (Reader *self,
             FwBlockKind kind,
             const char **names,
             const char **values,
             GError **error)
{
  const char *id = find_attribute (names, values, "id");
  const char *level = find_attribute (names, values, "level");

  if (id == NULL || *id == '\0')
    {
      refuse (error, "a block has no id");
      return;
    }
  if (fw_blocks_find (self->blocks, id) != NULL)
    {
      refuse (error, "two blocks have the id “%s”", id);
      return;
    }
  self->block = fw_block_new (kind, id);
  self->block->variant = g_strdup (find_attribute (names, values, kind == FW_BLOCK_SIGN ? "kind" : "align"));
  self->block->columns = g_strdup (find_attribute (names, values, "columns"));
  self->block->head = is_true (find_attribute (names, values, "head"));
  self->block->closed = is_true (find_attribute (names, values, "closed"));
  self->block->level = level != NULL ? (guint) CLAMP (g_ascii_strtoll (level, NULL, 10), 1, 4) : 1;
  g_ptr_array_add (self->blocks->blocks, self->block);
}

static FwBlock *
leaf_of (Reader *self)
{
  if (self->cell != NULL)
    return self->cell;
  return self->block != NULL && self->block->rows == NULL ? self->block : NULL;
}

static void
begin_row (Reader *self)
{
  self->row = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_block_free);
  g_ptr_array_add (self->block->rows, self->row);
}

static void
begin_cell (Reader *self,
            const char **names,
            const char **values)
{
  const char *ink = find_attribute (names, values, "ink");

  self->cell = fw_block_new (FW_BLOCK_PARAGRAPH, NULL);
  self->cell->variant = g_strdup (find_attribute (names, values, "for"));
  self->cell->ink = ink != NULL && *ink != '\0' ? g_strdup (ink) : NULL;
  g_ptr_array_add (self->row, self->cell);
}

static void
begin_run (Reader *self,
           const char *name,
           const char **names,
           const char **values,
           GError **error)
{
  FwBlock *leaf = leaf_of (self);
  const char *path = find_attribute (names, values, g_str_equal (name, "ref") ? "to" : "path");
  const char *size = find_attribute (names, values, "size");
  FwRun *run;

  if (leaf == NULL)
    {
      refuse (error, "<%s> stands where no text may stand", name);
      return;
    }
  if (g_str_equal (name, "strong"))
    {
      self->strong = TRUE;
      return;
    }
  if (!g_str_equal (name, "blank") && (path == NULL || *path == '\0'))
    {
      refuse (error, "<%s> does not say what it stands for", name);
      return;
    }
  run = fw_run_new (g_str_equal (name, "field")   ? FW_RUN_FIELD
                    : g_str_equal (name, "blank") ? FW_RUN_BLANK
                                                  : FW_RUN_REFERENCE,
                    NULL);
  run->path = g_strdup (path);
  run->format = g_strdup (find_attribute (names, values, "as"));
  run->value = g_strdup (find_attribute (names, values, "value"));
  run->size = size != NULL ? (guint) CLAMP (g_ascii_strtoll (size, NULL, 10), 1, 60) : 6;
  g_ptr_array_add (leaf->runs, run);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  static const char *const runs[] = { "field", "blank", "ref", "strong", NULL };
  Reader *self = data;
  const char *name = local_name (element);

  if (g_str_equal (name, "document") && self->block == NULL)
    read_document (self, names, values, error);
  else if (g_str_equal (name, "bar") && self->block == NULL)
    add_bar (self, names, values);
  else if (g_strv_contains (runs, name))
    begin_run (self, name, names, values, error);
  else if (g_str_equal (name, "row") && self->block != NULL && self->block->rows != NULL && self->row == NULL)
    begin_row (self);
  else if (g_str_equal (name, "cell") && self->row != NULL && self->cell == NULL)
    begin_cell (self, names, values);
  else
    {
      for (guint i = 0; self->block == NULL && i < G_N_ELEMENTS (block_names); i++)
        if (g_str_equal (name, block_names[i].name))
          {
            begin_block (self, block_names[i].kind, names, values, error);
            return;
          }
      refuse (error, "<%s> is not known here", name);
    }
}

/* White space around the text of a leaf comes from the way the file is set, not from its author's wording. */
static void
trim_leaf (FwBlock *leaf)
{
  FwRun *first, *last;

  if (leaf == NULL || leaf->runs->len == 0)
    return;
  first = g_ptr_array_index (leaf->runs, 0);
  last = g_ptr_array_index (leaf->runs, leaf->runs->len - 1);
  if (first->kind == FW_RUN_TEXT)
    g_strchug (first->text);
  if (last->kind == FW_RUN_TEXT)
    g_strchomp (last->text);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char *element,
                gpointer data,
                GError **error)
{
  Reader *self = data;
  const char *name = local_name (element);

  if (g_str_equal (name, "strong"))
    self->strong = FALSE;
  else if (g_str_equal (name, "cell"))
    {
      trim_leaf (self->cell);
      self->cell = NULL;
    }
  else if (g_str_equal (name, "row"))
    self->row = NULL;
  else if (!g_str_equal (name, "field") && !g_str_equal (name, "blank") && !g_str_equal (name, "ref"))
    {
      trim_leaf (self->block);
      self->block = NULL;
    }
}

/* A break of the source line is no character of a Chinese text; a plain space is kept. */
static char *
unfold (const char *text,
        gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autoptr (GRegex) fold = g_regex_new ("[ \\t]*[\\r\\n]\\s*", G_REGEX_DEFAULT, 0, NULL);

  return g_regex_replace_literal (fold, copy, -1, 0, "", 0, NULL);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Reader *self = data;
  FwBlock *leaf = leaf_of (self);
  g_autofree char *unfolded = unfold (text, length);

  if (leaf != NULL)
    fw_block_add_text (leaf, self->strong ? FW_RUN_STRONG : FW_RUN_TEXT, unfolded);
  else if (*g_strstrip (unfolded) != '\0')
    refuse (error, "“%s” stands outside of any block", unfolded);
}

/**
 * fw_blocks_read:
 * @xml: a document in the namespace urn:fairwell:blocks:1, as a template's transformation gives it
 * @length: its bytes, -1 where it ends with a zero
 *
 * Returns: (transfer full) (nullable): the paper's blocks; %NULL with #FW_DOCUMENT_ERROR_TEMPLATE where the
 *   text is not made of blocks
 */
FwBlocks *
fw_blocks_read (const char *xml,
                gssize length,
                GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (FwBlocks) blocks = g_new0 (FwBlocks, 1);
  Reader reader = { .blocks = blocks };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_autoptr (GError) problem = NULL;

  blocks->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_block_free);
  blocks->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) bar_free);
  if (!g_markup_parse_context_parse (context, xml, length, &problem)
      || !g_markup_parse_context_end_parse (context, &problem))
    {
      g_set_error_literal (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, problem->message);
      return NULL;
    }
  if (blocks->blocks->len == 0)
    {
      g_set_error_literal (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_TEMPLATE, "the template gives no block");
      return NULL;
    }
  return g_steal_pointer (&blocks);
}
