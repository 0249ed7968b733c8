#include "documents/fw-document-batch.h"

#include <glib/gstdio.h>

#include "documents/fw-document-private.h"
#include "documents/fw-typeface-private.h"

/* A thread makes its own fonts first, which takes as long as some dozens of papers. */
#define MOST_THREADS 8
#define PAPERS_A_THREAD 50

struct _FwDocumentBatch
{
  FwTemplates *templates;
  GPtrArray *papers;      /* FwDocument, merged; set only while it is drawn */
  FwTypeface *full;
  GHashTable *characters; /* a set of gunichar */
};

/**
 * fw_document_batch_new:
 * @folders: where templates lie, as fw_document_find_folders() answers
 *
 * Returns: (transfer full) (nullable): an empty batch; %NULL with %FW_DOCUMENT_ERROR_TEMPLATE
 */
FwDocumentBatch *
fw_document_batch_new (const char *const *folders,
                       GError **error)
{
  g_autoptr (FwTemplates) templates = _fw_templates_new (folders, error);
  FwDocumentBatch *self;

  if (templates == NULL)
    return NULL;
  self = g_new0 (FwDocumentBatch, 1);
  self->templates = g_steal_pointer (&templates);
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_document_unref);
  self->full = fw_typeface_new ();
  self->characters = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * fw_document_batch_free:
 * @self: (nullable): a batch
 */
void
fw_document_batch_free (FwDocumentBatch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->papers);
  fw_typeface_unref (self->full);
  g_hash_table_unref (self->characters);
  _fw_templates_free (self->templates);
  g_free (self);
}

static void
collect_text (FwDocumentBatch *self,
              const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    g_hash_table_add (self->characters, GUINT_TO_POINTER (g_utf8_get_char (at)));
}

static void
collect_run_cb (FwBlock *leaf,
                FwRun *run,
                gpointer data)
{
  collect_text (data, run->text);
}

static void
collect (FwDocumentBatch *self,
         FwDocument *paper)
{
  for (guint i = 0; i < paper->paper->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (paper->paper->blocks, i);

      fw_block_visit (block, collect_run_cb, self);
      collect_text (self, block->number);
    }
  collect_text (self, paper->sheet.company);
  collect_text (self, paper->sheet.audit_head);
}

/**
 * fw_document_batch_add:
 * @facts: what is known of one case; not kept
 * @options: which paper, and how; not kept. Its folders are those of the batch
 *
 * Makes one paper more, up to its text.
 *
 * Returns: %FALSE with what fw_document_new() would say; the batch is as it was
 */
gboolean
fw_document_batch_add (FwDocumentBatch *self,
                       FwFacts *facts,
                       const FwDocumentOptions *options,
                       GError **error)
{
  g_autoptr (FwDocument) paper = _fw_document_new_merged (self->templates, facts, options, error);

  if (paper == NULL || !_fw_document_check_glyphs (paper, self->full, error))
    return FALSE;
  collect (self, paper);
  g_ptr_array_add (self->papers, g_steal_pointer (&paper));
  return TRUE;
}

guint
fw_document_batch_get_n (FwDocumentBatch *self)
{
  return self->papers->len;
}

/**
 * fw_document_batch_get:
 *
 * Returns: (transfer none): a paper, whose text, gaps and findings can be asked for; it has no pages
 */
FwDocument *
fw_document_batch_get (FwDocumentBatch *self,
                       guint index)
{
  g_return_val_if_fail (index < self->papers->len, NULL);
  return g_ptr_array_index (self->papers, index);
}

/* Several threads take one paper after the other. */
typedef struct
{
  FwDocumentBatch *batch;
  const char *const *paths;
  gboolean *written;      /* for each path; a thread writes those that it took */
  char *text;             /* every character of the batch */
  gint next;              /* atomic: the paper nobody has taken yet */
  GMutex lock;
  GError *error;          /* the first one; guarded by lock */
} Saving;

static char *
list_characters (FwDocumentBatch *self)
{
  GString *text = g_string_new (NULL);
  GHashTableIter each;
  gpointer character;

  g_hash_table_iter_init (&each, self->characters);
  while (g_hash_table_iter_next (&each, &character, NULL))
    g_string_append_unichar (text, GPOINTER_TO_UINT (character));
  return g_string_free (text, FALSE);
}

static GBytes *
make_file (FwDocument *paper,
           FwTypeface *typeface,
           GError **error)
{
  FwPdf pdf = { NULL };

  _fw_document_lay_out (paper, typeface);
  _fw_pdf_begin (&pdf, paper);
  _fw_document_draw_pages (paper, pdf.cr);
  _fw_document_drop_pages (paper);
  return _fw_pdf_end (&pdf, error);
}

/* The file of a paper drawn with fonts of the batch; NULL without @error where they lack something that the page adds by itself, or the
 * file is not one that outlines can be put into. */
static GBytes *
make_file_of_subset (FwDocument *paper,
                     FwTypeface *subset,
                     GError **error)
{
  g_autoptr (GBytes) pdf = make_file (paper, subset, error);

  return pdf != NULL && !fw_typeface_take_lacks (subset) ? fw_outlines_put_back (_fw_typeface_get_outlines (subset), pdf) : NULL;
}

static gboolean
save_one (FwDocument *paper,
          FwTypeface *subset,
          FwTypeface *full,
          const char *path,
          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) pdf = make_file_of_subset (paper, subset, &problem);

  if (pdf == NULL && problem == NULL)
    pdf = make_file (paper, full, &problem);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return pdf != NULL && _fw_pdf_save (pdf, path, error);
}

static gpointer
save_thread (gpointer data)
{
  Saving *saving = data;
  g_autoptr (FwTypeface) full = fw_typeface_new ();
  g_autoptr (FwTypeface) subset = fw_typeface_new_subset (full, saving->text);
  gint index;

  while ((index = g_atomic_int_add (&saving->next, 1)) < (gint) saving->batch->papers->len)
    {
      g_autoptr (GError) error = NULL;

      saving->written[index] =
        save_one (g_ptr_array_index (saving->batch->papers, index), subset, full, saving->paths[index], &error);
      if (saving->written[index])
        continue;
      g_atomic_int_set (&saving->next, (gint) saving->batch->papers->len);
      g_mutex_lock (&saving->lock);
      if (saving->error == NULL)
        saving->error = g_steal_pointer (&error);
      g_mutex_unlock (&saving->lock);
    }
  return NULL;
}

/**
 * fw_document_batch_save_each:
 * @paths: (array): for each paper a file of its own, in the order in which they were added
 *
 * Saves every paper as a file of its own, on several threads. Where one cannot be written those that were are removed
 * again.
 *
 * Returns: %FALSE with %FW_DOCUMENT_ERROR_OUTPUT
 */
gboolean
fw_document_batch_save_each (FwDocumentBatch *self,
                             const char *const *paths,
                             GError **error)
{
  g_autofree gboolean *written = g_new0 (gboolean, self->papers->len);
  Saving saving = { .batch = self, .paths = paths, .written = written, .text = list_characters (self) };
  GThread *threads[MOST_THREADS];
  guint n_threads = MIN (MIN (g_get_num_processors (), MOST_THREADS), self->papers->len / PAPERS_A_THREAD + 1);

  g_mutex_init (&saving.lock);
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("papers", save_thread, &saving);
  save_thread (&saving);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);
  g_mutex_clear (&saving.lock);
  g_free (saving.text);
  if (saving.error == NULL)
    return TRUE;
  for (guint i = 0; i < self->papers->len; i++)
    if (written[i])
      g_unlink (paths[i]);
  g_propagate_error (error, saving.error);
  return FALSE;
}

/**
 * fw_document_batch_save_all:
 * @path: written whole or not at all
 *
 * Saves all papers one behind the other in one file; each counts its own pages.
 *
 * Returns: %FALSE with %FW_DOCUMENT_ERROR_OUTPUT, also where there are none
 */
gboolean
fw_document_batch_save_all (FwDocumentBatch *self,
                            const char *path,
                            GError **error)
{
  FwPdf pdf = { NULL };
  g_autoptr (GBytes) bytes = NULL;

  if (self->papers->len == 0)
    {
      g_set_error_literal (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OUTPUT, "there is no paper to be saved");
      return FALSE;
    }
  _fw_pdf_begin (&pdf, g_ptr_array_index (self->papers, 0));
  for (guint i = 0; i < self->papers->len; i++)
    {
      FwDocument *paper = g_ptr_array_index (self->papers, i);

      _fw_document_lay_out (paper, self->full);
      _fw_document_draw_pages (paper, pdf.cr);
      _fw_document_drop_pages (paper);
    }
  bytes = _fw_pdf_end (&pdf, error);
  return bytes != NULL && _fw_pdf_save (bytes, path, error);
}
