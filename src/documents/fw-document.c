#include "documents/fw-document-private.h"

#include "core/fw-paths.h"

#include <string.h>

static void
block_info_free (FwDocumentBlock *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->source);
  g_free (self->original_text);
  g_free (self->original_source);
  g_free (self->original_hash);
  g_free (self);
}

static void
gap_free (FwDocumentGap *self)
{
  g_free (self->path);
  g_free (self->block_id);
  g_free (self->zh);
  g_free (self->en);
  g_free (self->kind);
  g_free (self->hint_zh);
  g_free (self->hint_en);
  g_free (self);
}

/**
 * fw_document_find_folders:
 * @pack_id: (nullable): for example "CN"; %NULL for papers of which no country's law says anything
 *
 * Returns: (transfer full): the folders that hold the templates of a pack, or lie beside the packs, a company's own first
 */
GStrv
fw_document_find_folders (const char *pack_id)
{
  g_autoptr (GPtrArray) data = fw_paths_data_folders ();
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *name = pack_id != NULL ? g_ascii_strdown (pack_id, -1) : NULL;
  g_autofree char *within = name != NULL ? g_build_filename ("packs", name, "documents", NULL) : g_strdup ("documents");

  for (guint i = 0; i < data->len; i++)
    {
      g_autofree char *folder = g_build_filename (g_ptr_array_index (data, i), within, NULL);

      g_strv_builder_add (folders, folder);
    }
  return g_strv_builder_end (folders);
}

static gboolean
stop_at_gaps (FwDocument *self,
              GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (!self->is_final || self->gaps->len == 0)
    return TRUE;
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const FwDocumentGap *gap = g_ptr_array_index (self->gaps, i);

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", gap->path, gap->zh);
    }
  g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_GAP, "%s needs: %s", self->id, list->str);
  return FALSE;
}

/* A barred paper can be read as a draft, with what bars it among its findings. */
static gboolean
stop_at_bars (FwDocument *self,
              GError **error)
{
  for (guint i = 0; i < self->paper->bars->len; i++)
    {
      const FwBar *bar = g_ptr_array_index (self->paper->bars, i);
      FwDocumentFinding *finding;

      if (self->is_final)
        {
          g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_BARRED, "%s is barred by %s: %s", self->id, bar->id,
                       bar->en != NULL && *bar->en != '\0' ? bar->en : bar->zh);
          return FALSE;
        }
      finding = g_new0 (FwDocumentFinding, 1);
      finding->id = g_strdup (bar->id);
      finding->stops = TRUE;
      finding->words = g_strdup (bar->id);
      finding->zh = g_strdup (bar->zh);
      finding->en = g_strdup (bar->en);
      g_ptr_array_add (self->findings, finding);
    }
  return TRUE;
}

static gboolean
stop_at_wording (FwDocument *self,
                 GError **error)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const FwDocumentFinding *finding = g_ptr_array_index (self->findings, i);

      if (!self->is_final || !finding->stops)
        continue;
      g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_WORDING, "%s, block “%s”: “%s” may not stand here: %s", self->id,
                   finding->block_id, finding->words, finding->en != NULL ? finding->en : finding->id);
      return FALSE;
    }
  return TRUE;
}

typedef struct
{
  FwTypeface *typeface;
  FwFace face;
  gunichar missing;
} GlyphSearch;

static void
search_glyph_cb (FwBlock *leaf,
                 FwRun *run,
                 gpointer data)
{
  GlyphSearch *self = data;

  if (self->missing == 0)
    self->missing =
      fw_typeface_find_missing (self->typeface, run->kind == FW_RUN_STRONG ? FW_FACE_HEI : self->face, run->text);
}

/* A character without a glyph is told before anything is printed, on drafts as a finding. */
static gboolean
check_glyphs (FwDocument *self,
              FwTypeface *typeface,
              FwBlock *block,
              GError **error)
{
  GlyphSearch search = { typeface, block->kind == FW_BLOCK_TITLE ? FW_FACE_SONG_BOLD : FW_FACE_SONG, 0 };
  FwDocumentFinding *finding;
  char character[8] = "";

  fw_block_visit (block, search_glyph_cb, &search);
  if (search.missing == 0)
    return TRUE;
  if (self->is_final)
    {
      g_set_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_GLYPH,
                   "%s, block “%s”: no installed font has the character U+%04X", self->id, block->id, search.missing);
      return FALSE;
    }
  character[g_unichar_to_utf8 (search.missing, character)] = '\0';
  finding = g_new0 (FwDocumentFinding, 1);
  finding->id = g_strdup ("glyph");
  finding->stops = TRUE;
  finding->block_id = g_strdup (block->id);
  finding->words = g_strdup (character);
  finding->zh = g_strdup_printf ("没有一种已安装的字体有这个字（U+%04X），印出来会是空格子。请安装含有它的字体，或者换一种写法。", search.missing);
  finding->en = g_strdup_printf ("No installed font has this character (U+%04X); install one that has it or write it otherwise.",
                                 search.missing);
  g_ptr_array_add (self->findings, finding);
  return TRUE;
}

gboolean
_fw_document_check_glyphs (FwDocument *self,
                           FwTypeface *typeface,
                           GError **error)
{
  for (guint i = 0; i < self->paper->blocks->len; i++)
    if (!check_glyphs (self, typeface, g_ptr_array_index (self->paper->blocks, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_wording (FwDocument *self,
               FwFacts *facts,
               FwLint *lint,
               GError **error)
{
  for (guint i = 0; i < self->paper->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (self->paper->blocks, i);
      g_autofree char *text = fw_block_to_text (block);

      fw_lint_check (lint, facts, self->id, block->id, text, self->findings);
    }
  return stop_at_wording (self, error);
}

/* From the size a paper of its style should have to the tightest that still reads well. */
static GPtrArray *
try_sizes (FwDocument *self,
           FwSizes sizes,
           FwGalley **galley)
{
  *galley = fw_galley_set (self->typeface, self->paper, sizes, !self->is_final);
  return fw_pages_cut (*galley, FW_TEXT_HEIGHT);
}

static void
take (FwDocument *self,
      FwGalley *galley,
      GPtrArray *pages)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->galley, fw_galley_free);
  self->galley = galley;
  self->pages = pages;
}

/* Two points from line to line are a tenth of all pages: with more than that on the last one, and what signature and slip
 * take, no page can be saved. */
static gboolean
could_save_a_page (GPtrArray *pages)
{
  FwPage *last = g_ptr_array_index (pages, pages->len - 1);
  double used = 0;

  for (guint i = 0; i < last->len; i++)
    used += g_array_index (last, FwPlacedBox, i).box->height;
  return pages->len > 1 && used < 0.1 * pages->len * FW_TEXT_HEIGHT + 250;
}

/* A sheet is one page at the largest size that makes it one. What is too long at the smallest has further pages: it is for its author to
 * leave something out, and to say so. */
static void
choose_sheet_size (FwDocument *self)
{
  static const FwSizes sizes[] = { { 10.5, 16 }, { 10, 15 }, { 9.5, 14 }, { 9, 13 }, { 8.5, 12 }, { 8, 11.5 } };
  FwGalley *galley = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GPtrArray *pages = try_sizes (self, sizes[i], &galley);

      take (self, galley, pages);
      if (pages->len == 1)
        return;
    }
}

/* Of a page: what is left white of it looks like a mistake. */
#define HOLE 0.15
/* In points: so much may be added from line to line. */
#define WIDER 4

/* Takes these pages where they are fewer than those there are. */
static gboolean
take_fewer (FwDocument *self,
            GPtrArray *pages,
            FwGalley *galley)
{
  if (self->pages == NULL || pages->len < self->pages->len)
    {
      take (self, galley, pages);
      return TRUE;
    }
  g_ptr_array_unref (pages);
  fw_galley_free (galley);
  return FALSE;
}

/* The most that is left white on a page that another follows. */
static double
white_inside (GPtrArray *pages)
{
  double white = 0;

  for (guint p = 0; p + 1 < pages->len; p++)
    {
      FwPage *page = g_ptr_array_index (pages, p);
      const FwPlacedBox *last = &g_array_index (page, FwPlacedBox, page->len - 1);

      white = MAX (white, FW_TEXT_HEIGHT - last->y - last->box->height);
    }
  return white;
}

/* Where a signature has gone to the next page and left a hole, the lines are set wider as long as that costs no page. */
static void
fill_holes (FwDocument *self,
            FwSizes sizes)
{
  FwGalley *galley = NULL;

  for (guint more = 1; more <= WIDER && white_inside (self->pages) > HOLE * FW_TEXT_HEIGHT; more++)
    {
      GPtrArray *pages = try_sizes (self, (FwSizes) { sizes.size_pt, sizes.pitch_pt + more }, &galley);

      if (pages->len == self->pages->len && white_inside (pages) < white_inside (self->pages))
        {
          take (self, galley, pages);
          continue;
        }
      g_ptr_array_unref (pages);
      fw_galley_free (galley);
    }
}

/* A letter is 四号 unless 小四 saves a page: what needs two pages anyway fills both. 小四 is tightened where that saves a page. */
static void
choose_sizes (FwDocument *self)
{
  static const FwSizes normal = { 12, 22 }, tighter[] = { { 12, 21 }, { 12, 20 } };
  FwSizes sizes = { 14, 28 };
  gboolean may_be_large = self->paper->style == FW_PAPER_LETTER || self->paper->style == FW_PAPER_CERTIFICATE, could_save;
  FwGalley *galley = NULL;
  GPtrArray *pages;

  _fw_document_drop_pages (self);
  if (may_be_large)
    {
      pages = try_sizes (self, sizes, &galley);
      take (self, galley, pages);
      if (pages->len == 1)
        return;
    }
  pages = try_sizes (self, normal, &galley);
  could_save = could_save_a_page (pages);
  if (take_fewer (self, pages, galley))
    sizes = normal;
  for (guint i = 0; i < G_N_ELEMENTS (tighter) && could_save; i++)
    {
      pages = try_sizes (self, tighter[i], &galley);
      if (take_fewer (self, pages, galley))
        return;
    }
  fill_holes (self, sizes);
}

typedef struct
{
  const guchar *data;
  gsize size;
  gsize at;
} PngSource;

static cairo_status_t
read_png_cb (void *data,
             unsigned char *buffer,
             unsigned int length)
{
  PngSource *source = data;

  if (length > source->size - source->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (buffer, source->data + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_logo (GBytes *bytes)
{
  PngSource source = { 0 };
  cairo_surface_t *logo;

  if (bytes == NULL)
    return NULL;
  source.data = g_bytes_get_data (bytes, &source.size);
  logo = cairo_image_surface_create_from_png_stream (read_png_cb, &source);
  if (cairo_surface_status (logo) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_height (logo) > 0)
    return logo;
  cairo_surface_destroy (logo);
  return NULL;
}

static char *
number_text (FwBlocks *paper)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (paper->blocks, i);

      if (block->kind == FW_BLOCK_NUMBER)
        return fw_block_to_text (block);
    }
  return NULL;
}

static void
lay_out (FwDocument *self)
{
  if (self->paper->style == FW_PAPER_SHEET)
    choose_sheet_size (self);
  else
    choose_sizes (self);
  self->sheet.n_pages = self->pages->len;
  self->sheet.measure_pt = self->galley->measure_pt;
  self->sheet.joined = self->pages->len > 1 && self->paper->style != FW_PAPER_FORM;
}

/* Sets the paper with these faces and cuts it into pages. */
void
_fw_document_lay_out (FwDocument *self,
                      FwTypeface *typeface)
{
  g_clear_pointer (&self->typeface, fw_typeface_unref);
  self->typeface = fw_typeface_ref (typeface);
  lay_out (self);
}

/* Frees what laying out has made: in a batch only one paper at a time is set. */
void
_fw_document_drop_pages (FwDocument *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->galley, fw_galley_free);
}

static void
prepare_sheet (FwDocument *self,
               const FwDocumentOptions *options)
{
  self->sheet.number = number_text (self->paper);
  self->sheet.english = self->paper->english;
  if (self->paper->letterhead)
    {
      self->sheet.company = g_strdup (self->author != NULL ? self->author : "");
      self->sheet.logo = read_logo (options->logo);
    }
  if (options->audit_head != NULL)
    self->sheet.audit_head = g_strdup_printf (self->paper->english ? "Head of the audit chain: %s" : "存证链头　%s", options->audit_head);
  if (!self->is_final)
    self->sheet.watermark = g_strdup (self->paper->english ? "DRAFT" : "草稿");
}

static char *
find_title (FwBlocks *paper)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      FwBlock *block = g_ptr_array_index (paper->blocks, i);

      if (block->kind == FW_BLOCK_TITLE)
        return fw_block_to_text (block);
    }
  return g_strdup ("");
}

/* The paper up to its text, not yet set: the template run over the facts, the case's own wording put in, both checked. */
FwDocument *
_fw_document_new_merged (FwTemplates *templates,
                         FwFacts *facts,
                         const FwDocumentOptions *options,
                         GError **error)
{
  g_autoptr (FwDocument) self = g_new0 (FwDocument, 1);

  g_atomic_ref_count_init (&self->references);
  self->id = g_strdup (options->id);
  self->is_final = options->is_final;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_info_free);
  self->gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) gap_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_document_finding_free);
  self->author = g_strdup (fw_facts_get (facts, "company/@name"));
  self->dated = g_strdup (fw_facts_get (facts, "@as-of"));
  self->paper = _fw_document_transform (templates, facts, options, error);
  if (self->paper == NULL || !stop_at_bars (self, error)
      || !_fw_document_merge (self, facts, options, templates->labels, error) || !stop_at_gaps (self, error)
      || !check_wording (self, facts, templates->lint, error))
    return NULL;
  self->title = find_title (self->paper);
  prepare_sheet (self, options);
  return g_steal_pointer (&self);
}

/**
 * fw_document_new_text:
 * @facts: what is known of the case; not kept
 * @options: which paper, and how; not kept
 *
 * Does what fw_document_new() does but lay out, which takes most of the time: for who asks what the paper says and what it lacks.
 *
 * Returns: (transfer full) (nullable): the paper, which has no pages; %NULL with what fw_document_new() would say
 */
FwDocument *
fw_document_new_text (FwFacts *facts,
                      const FwDocumentOptions *options,
                      GError **error)
{
  g_autoptr (FwTemplates) templates = _fw_templates_new (options->folders, error);
  g_autoptr (FwDocument) self = templates != NULL ? _fw_document_new_merged (templates, facts, options, error) : NULL;

  if (self == NULL)
    return NULL;
  self->typeface = options->typeface != NULL ? fw_typeface_ref (options->typeface) : fw_typeface_new ();
  return _fw_document_check_glyphs (self, self->typeface, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fw_document_new:
 * @facts: what is known of the case; not kept
 * @options: which paper, and how; not kept
 *
 * Runs the template over the facts, puts in the case's own wording, checks it and lays it out. For many papers at once see
 * #FwDocumentBatch.
 *
 * Returns: (transfer full) (nullable): the paper, free with fw_document_unref(); %NULL with #FW_DOCUMENT_ERROR, among them
 *   #FW_DOCUMENT_ERROR_GAP where a final paper lacks a fact
 */
FwDocument *
fw_document_new (FwFacts *facts,
                 const FwDocumentOptions *options,
                 GError **error)
{
  FwDocument *self = fw_document_new_text (facts, options, error);

  if (self != NULL)
    lay_out (self);
  return self;
}

/**
 * fw_document_new_sheet:
 * @facts: what stands on the sheet; gets the day
 * @id: a template beside the packs
 * @language: "zh" or "en"
 * @made: the day
 *
 * A paper for the house itself, of which no country's law says anything: nothing about it is decided by a case.
 *
 * Returns: (transfer full) (nullable): the sheet as it is printed; %NULL with #FW_DOCUMENT_ERROR
 */
FwDocument *
fw_document_new_sheet (FwFacts *facts,
                       const char *id,
                       const char *language,
                       FwDate made,
                       GError **error)
{
  g_auto (GStrv) folders = fw_document_find_folders (NULL);
  g_autofree char *day = fw_date_to_string (made);
  const char *const parameters[] = { "language", language, NULL };
  const FwDocumentOptions options = {
    .id = id,
    .folders = (const char *const *) folders,
    .is_final = TRUE,
    .parameters = parameters,
  };

  return fw_facts_set (facts, "@as-of", day, error) ? fw_document_new (facts, &options, error) : NULL;
}

/**
 * fw_document_ref:
 *
 * Returns: (transfer full): @self; drawing it belongs to one thread at a time
 */
FwDocument *
fw_document_ref (FwDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * fw_document_unref:
 * @self: (nullable): a paper
 */
void
fw_document_unref (FwDocument *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->author);
  g_free (self->dated);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->galley, fw_galley_free);
  g_clear_pointer (&self->paper, fw_blocks_free);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->findings);
  fw_sheet_clear (&self->sheet);
  g_clear_pointer (&self->typeface, fw_typeface_unref);
  g_free (self);
}

/**
 * fw_document_get_title:
 *
 * Returns: (transfer none): the title as it prints
 */
const char *
fw_document_get_title (FwDocument *self)
{
  return self->title;
}

/**
 * fw_document_get_blocks:
 *
 * Returns: (transfer none) (element-type FwDocumentBlock): every block of the template, also those that fell away
 *   because nothing is to be said in them; their text is empty
 */
GPtrArray *
fw_document_get_blocks (FwDocument *self)
{
  return self->blocks;
}

/**
 * fw_document_get_gaps:
 *
 * Returns: (transfer none) (element-type FwDocumentGap): the facts that are missing, each once; none in a final paper
 */
GPtrArray *
fw_document_get_gaps (FwDocument *self)
{
  return self->gaps;
}

/**
 * fw_document_get_findings:
 *
 * Returns: (transfer none) (element-type FwDocumentFinding): what the wording should not say
 */
GPtrArray *
fw_document_get_findings (FwDocument *self)
{
  return self->findings;
}
