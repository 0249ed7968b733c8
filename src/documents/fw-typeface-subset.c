/* A typeface with only the characters that a batch of papers needs: each file then embeds from some kilobytes what it would
 * otherwise look for in fonts of many megabytes. */
#define _GNU_SOURCE

#include "documents/fw-typeface-private.h"

#include <errno.h>
#include <fcntl.h>
#include <hb-subset.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* What pages and setters add to the text of their own accord. A character that is missing here is noticed when it is set
 * (fw_typeface_lacks ()), and costs time, not text. */
#define FURNITURE \
  " 　0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;-–—…/()[]%+*#@&'\"_=¥" \
  "，。、；：？！（）〔〕《》〈〉“”‘’·〇一二三四五六七八九十百千万亿零壹贰叁肆伍陆柒捌玖拾佰仟元角分整" \
  "第页共续表以下空白盖章签字名骑缝草稿存证链头年月日附件号回执甲乙方＿沿此线裁开由公司留存"

/* One font of which a subset is to be made, with the characters taken from it. */
typedef struct
{
  PangoFont *font;
  hb_set_t  *characters;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->font);
  hb_set_destroy (source->characters);
  g_free (source);
}

static Source *
source_of (GPtrArray *sources,
           PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));
  Source *source;

  for (guint i = 0; i < sources->len; i++)
    {
      source = g_ptr_array_index (sources, i);
      if (hb_font_get_face (pango_font_get_hb_font (source->font)) == face)
        return source;
    }
  source = g_new0 (Source, 1);
  source->font = g_object_ref (font);
  source->characters = hb_set_create ();
  g_ptr_array_add (sources, source);
  return source;
}

static void
add_text (FwTypeface *full,
          GPtrArray *sources,
          const char *text)
{
  for (guint face = 0; face < FW_N_FACES; face++)
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
      {
        g_autoptr (PangoFont) font =
          pango_fontset_get_font (_fw_typeface_get_fontset (full, face), g_utf8_get_char (at));

        if (font != NULL)
          hb_set_add (source_of (sources, font)->characters, g_utf8_get_char (at));
      }
}

static hb_blob_t *
make_subset (const Source *source)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_blob_t *blob = NULL;
  hb_face_t *subset;

  if (input == NULL)
    return NULL;
  hb_set_union (hb_subset_input_unicode_set (input), source->characters);
  /* Marks that share a square are set at half their width by this feature. */
  hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), HB_TAG ('h', 'a', 'l', 't'));
  /* Faces that stand beside one another in a line are aligned by this table. */
  hb_set_del (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), HB_TAG ('B', 'A', 'S', 'E'));
  hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_NO_SUBSET_TABLE_TAG), HB_TAG ('B', 'A', 'S', 'E'));
  /* Text is set without hints (fw_typeface_new ()); without them the file is a quarter smaller. Outlines that are put into files have to
   * be whole. */
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  subset = hb_subset_or_fail (hb_font_get_face (pango_font_get_hb_font (source->font)), input);
  hb_subset_input_destroy (input);
  if (subset != NULL)
    blob = hb_face_reference_blob (subset);
  hb_face_destroy (subset);
  return blob;
}

/* Cairo knows a font by the name of its file for some time after its last use, up to 256 fonts later: a name comes again after twice as
 * many. */
#define FIRST_DESCRIPTOR 256
#define LAST_DESCRIPTOR 767

G_LOCK_DEFINE_STATIC (descriptors);

/* Another descriptor of @file, which is closed, such as no font has had lately; -1 where the system has none left. */
static int
move_descriptor (int file)
{
  static int next = FIRST_DESCRIPTOR;
  int moved;

  G_LOCK (descriptors);
  moved = fcntl (file, F_DUPFD_CLOEXEC, next);
  if (moved >= 0)
    next = moved < LAST_DESCRIPTOR ? moved + 1 : FIRST_DESCRIPTOR;
  G_UNLOCK (descriptors);
  close (file);
  return moved;
}

/* Fontconfig wants a file. It is one that has no name and is gone with the program: which characters a company's letters have
 * lies on no disk. */
static int
open_unnamed (hb_blob_t *blob)
{
  int file = memfd_create ("font", MFD_CLOEXEC);
  guint size = 0;
  const char *bytes = hb_blob_get_data (blob, &size);

  for (gssize written = 0; file >= 0 && size > 0; size -= (guint) written, bytes += written)
    {
      written = write (file, bytes, size);
      if (written < 0 && errno == EINTR)
        written = 0;
      else if (written < 0)
        {
          close (file);
          file = -1;
        }
    }
  return file >= 0 ? move_descriptor (file) : -1;
}

static gboolean
add_subset (FwTypeface *self,
            FcConfig *config,
            const Source *source)
{
  hb_blob_t *whole = make_subset (source);
  hb_blob_t *blob = whole != NULL ? fw_outlines_take (_fw_typeface_get_outlines (self), whole) : NULL;
  int file = blob != NULL ? open_unnamed (blob) : -1;
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);

  hb_blob_destroy (whole);
  hb_blob_destroy (blob);
  if (file < 0)
    return FALSE;
  _fw_typeface_keep_file (self, file);
  return FcConfigAppFontAddFile (config, (const FcChar8 *) path);
}

/**
 * fw_typeface_new_subset:
 * @text: every character that is to be set with it
 *
 * Returns: (transfer full): the faces of @full with these characters alone, and with what pages carry beside their text; @full
 *   itself where no such font can be made
 */
FwTypeface *
fw_typeface_new_subset (FwTypeface *full,
                        const char *text)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (source_free);
  g_autoptr (FwTypeface) self = fw_typeface_new ();
  FcConfig *config = FcConfigCreate ();
  gboolean made = config != NULL;

  add_text (full, sources, text);
  add_text (full, sources, FURNITURE);
  for (guint i = 0; made && i < sources->len; i++)
    made = add_subset (self, config, g_ptr_array_index (sources, i));
  if (made)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (pango_context_get_font_map (fw_typeface_get_context (self))), config);
  if (config != NULL)
    FcConfigDestroy (config);
  return made ? g_steal_pointer (&self) : fw_typeface_ref (full);
}
