#include "documents/fw-block.h"

/**
 * fw_run_new:
 * @text: (nullable): its characters
 *
 * Returns: (transfer full): a run
 */
FwRun *
fw_run_new (FwRunKind kind,
            const char *text)
{
  FwRun *self = g_new0 (FwRun, 1);

  self->kind = kind;
  self->text = g_strdup (text);
  return self;
}

/**
 * fw_run_free:
 * @self: (nullable): a run
 */
void
fw_run_free (FwRun *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->path);
  g_free (self->format);
  g_free (self->value);
  g_free (self);
}

/**
 * fw_block_has_rows:
 *
 * Returns: whether blocks of that kind hold rows of cells rather than one text
 */
gboolean
fw_block_has_rows (FwBlockKind kind)
{
  return kind >= FW_BLOCK_TABLE;
}

/**
 * fw_block_new:
 * @id: (nullable): its id; the cells of a row have none
 *
 * Returns: (transfer full): an empty block
 */
FwBlock *
fw_block_new (FwBlockKind kind,
              const char *id)
{
  FwBlock *self = g_new0 (FwBlock, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->level = 1;
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_run_free);
  if (fw_block_has_rows (kind))
    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * fw_block_free:
 * @self: (nullable): a block
 */
void
fw_block_free (FwBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->variant);
  g_free (self->ink);
  g_free (self->columns);
  g_free (self->number);
  g_ptr_array_unref (self->runs);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* What turns the direction of the text behind it, to the end of the line. */
static gboolean
turns (gunichar character)
{
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

/* A paragraph is one line until it is set: what would end it sooner, or leap, is white space like any other. */
static gboolean
breaks (gunichar character)
{
  return g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029;
}

/**
 * fw_block_tidy:
 * @text: what somebody typed or pasted into a fact or a wording
 *
 * Returns: (transfer full): @text as part of a paragraph: a break or tab with the white space around it is one space, and nothing turns the
 *   words around
 */
char *
fw_block_tidy (const char *text)
{
  GString *tidy = g_string_new (NULL);
  gboolean after_break = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean space = g_unichar_isspace (character);

      if (turns (character) || (after_break && (space || breaks (character))))
        continue;
      after_break = breaks (character);
      while (after_break && tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
        g_string_truncate (tidy, tidy->len - 1);
      g_string_append_unichar (tidy, after_break ? ' ' : character);
    }
  return g_string_free (tidy, FALSE);
}

/**
 * fw_block_add_text:
 * @kind: plain or strong
 * @text: some characters
 *
 * Adds @text, tidied, behind what the block has; characters of the same kind become one run.
 */
void
fw_block_add_text (FwBlock *self,
                   FwRunKind kind,
                   const char *text)
{
  FwRun *last = self->runs->len > 0 ? g_ptr_array_index (self->runs, self->runs->len - 1) : NULL;
  g_autofree char *tidy = fw_block_tidy (text);

  if (*tidy == '\0')
    return;
  if (last != NULL && last->kind == kind)
    {
      char *joined = g_strconcat (last->text, tidy, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  g_ptr_array_add (self->runs, fw_run_new (kind, tidy));
}

/**
 * fw_block_visit:
 * @visit: called for every run, with the block or cell that holds it
 *
 * Walks the runs of a block and of its cells, in the order of reading.
 */
void
fw_block_visit (FwBlock *self,
                void (*visit) (FwBlock *leaf,
                               FwRun *run,
                               gpointer data),
                gpointer data)
{
  for (guint i = 0; i < self->runs->len; i++)
    visit (self, g_ptr_array_index (self->runs, i), data);
  for (guint r = 0; self->rows != NULL && r < self->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, r);

      for (guint c = 0; c < row->len; c++)
        fw_block_visit (g_ptr_array_index (row, c), visit, data);
    }
}

static void
append_blank (GString *text,
              guint size)
{
  for (guint i = 0; i < size; i++)
    g_string_append (text, "＿");
}

static void
append_run_text (GString *text,
                 const FwRun *run)
{
  if (run->kind == FW_RUN_BLANK)
    append_blank (text, run->size);
  else if (run->text != NULL)
    g_string_append (text, run->text);
}

/* How a person edits it: facts in braces, words in 黑体 between stars, a blank as underscores. */
static void
append_run_source (GString *source,
                   const FwRun *run)
{
  switch (run->kind)
    {
    case FW_RUN_FIELD:
      g_string_append_printf (source, "{%s%s%s}", run->path, run->format != NULL ? "|" : "",
                              run->format != NULL ? run->format : "");
      break;
    case FW_RUN_REFERENCE:
      g_string_append_printf (source, "{#%s}", run->path);
      break;
    case FW_RUN_STRONG:
      g_string_append_printf (source, "**%s**", run->text);
      break;
    case FW_RUN_BLANK:
      for (guint i = 0; i < run->size; i++)
        g_string_append_c (source, '_');
      break;
    case FW_RUN_TEXT:
    default:
      g_string_append (source, run->text);
      break;
    }
}

static void
append_runs (GString *text,
             const FwBlock *leaf,
             void (*append) (GString *text,
                             const FwRun *run))
{
  for (guint i = 0; i < leaf->runs->len; i++)
    append (text, g_ptr_array_index (leaf->runs, i));
}

/* Rows are lines, cells stand between bars. */
static char *
write_block (const FwBlock *self,
             void (*append) (GString *text,
                             const FwRun *run))
{
  GString *text = g_string_new (NULL);

  append_runs (text, self, append);
  for (guint r = 0; self->rows != NULL && r < self->rows->len; r++)
    {
      GPtrArray *row = g_ptr_array_index (self->rows, r);

      if (r > 0)
        g_string_append_c (text, '\n');
      for (guint c = 0; c < row->len; c++)
        {
          if (c > 0)
            g_string_append (text, " | ");
          append_runs (text, g_ptr_array_index (row, c), append);
        }
    }
  return g_string_free (text, FALSE);
}

/**
 * fw_block_to_text:
 *
 * Returns: (transfer full): what the block says, facts merged in; without the number of an item
 */
char *
fw_block_to_text (const FwBlock *self)
{
  return write_block (self, append_run_text);
}

/**
 * fw_block_to_source:
 *
 * Returns: (transfer full): the block's wording with its facts as live fields: "到{case/@handover-place}办理"
 */
char *
fw_block_to_source (const FwBlock *self)
{
  return write_block (self, append_run_source);
}
