#include "documents/fw-typeface-private.h"

#include <pango/pangocairo.h>
#include <unistd.h>

struct _FwTypeface
{
  PangoFontMap *map;
  PangoContext *context;
  PangoFontset *fontsets[FW_N_FACES]; /* loaded when first asked for */
  GHashTable *covered;                /* characters known to be in a font, so that each is looked up once */
  GHashTable *paragraphs;             /* GBytes → GPtrArray of FwLine: papers of one kind say much the same */
  GHashTable *widths;                 /* GBytes → double: of texts on one line */
  GArray *files;                      /* int, descriptors of fonts made for it */
  FwOutlines *outlines;               /* what those fonts leave out */
  gboolean lacks;                     /* something was set that none of the fonts has */
};

/* The generic family at the end keeps a paper printing on a machine with other fonts. */
#define SONG "Noto Serif CJK SC,Source Han Serif SC,Source Han Serif CN,SimSun,AR PL UMing CN,serif"
#define HEI "Noto Sans CJK SC,Source Han Sans SC,Source Han Sans CN,SimHei,WenQuanYi Micro Hei,sans-serif"

static const struct
{
  const char *families;
  PangoWeight weight;
} roles[FW_N_FACES] = {
  [FW_FACE_SONG] = { SONG, PANGO_WEIGHT_NORMAL },
  [FW_FACE_SONG_BOLD] = { SONG, PANGO_WEIGHT_BOLD },
  [FW_FACE_HEI] = { HEI, PANGO_WEIGHT_BOLD },
};

/* Glyphs stay where the outlines put them: a paper is laid out for 600 dots an inch, not for the screen. */
static void
set_paper_options (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
}

/**
 * fw_typeface_new:
 *
 * Returns: (transfer full): the faces of a paper in Chinese, give back with fw_typeface_unref()
 */
FwTypeface *
fw_typeface_new (void)
{
  FwTypeface *self = g_atomic_rc_box_new0 (FwTypeface);

  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = pango_font_map_create_context (self->map);
  /* One Han character has other shapes in other countries; the language chooses the ones printed here. */
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  set_paper_options (self->context);
  self->covered = g_hash_table_new (NULL, NULL);
  self->paragraphs =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, (GDestroyNotify) g_ptr_array_unref);
  self->widths = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  self->files = g_array_new (FALSE, FALSE, sizeof (int));
  self->outlines = fw_outlines_new ();
  return self;
}

static void
clear (gpointer data)
{
  FwTypeface *self = data;

  g_hash_table_unref (self->paragraphs);
  g_hash_table_unref (self->widths);
  for (guint i = 0; i < FW_N_FACES; i++)
    g_clear_object (&self->fontsets[i]);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_hash_table_unref (self->covered);
  for (guint i = 0; i < self->files->len; i++)
    close (g_array_index (self->files, int, i));
  g_array_unref (self->files);
  fw_outlines_free (self->outlines);
}

FwTypeface *
fw_typeface_ref (FwTypeface *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * fw_typeface_unref:
 * @self: (nullable): the faces
 */
void
fw_typeface_unref (FwTypeface *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* Keeps a file open as long as its fonts may be read. */
void
_fw_typeface_keep_file (FwTypeface *self,
                        int file)
{
  g_array_append_val (self->files, file);
}

/* Outlines that fonts made for it leave out, to be put into what was drawn with them; (transfer none). */
FwOutlines *
_fw_typeface_get_outlines (FwTypeface *self)
{
  return self->outlines;
}

/* Paragraphs that have been set, by all that decides how; (transfer none). */
GHashTable *
_fw_typeface_get_paragraphs (FwTypeface *self)
{
  return self->paragraphs;
}

/* How wide texts are that have been measured; (transfer none). */
GHashTable *
_fw_typeface_get_widths (FwTypeface *self)
{
  return self->widths;
}

/**
 * fw_typeface_check:
 * @layout: set with these faces
 *
 * Notices where a character of @layout will print as an empty box.
 */
void
fw_typeface_check (FwTypeface *self,
                   PangoLayout *layout)
{
  self->lacks = self->lacks || pango_layout_get_unknown_glyphs_count (layout) > 0;
}

/* Says again what fw_typeface_take_lacks() said. */
void
_fw_typeface_note_lack (FwTypeface *self)
{
  self->lacks = TRUE;
}

/**
 * fw_typeface_take_lacks:
 *
 * Answers whether anything since the last time was set that the faces have no glyph for.
 */
gboolean
fw_typeface_take_lacks (FwTypeface *self)
{
  gboolean lacks = self->lacks;

  self->lacks = FALSE;
  return lacks;
}

/**
 * fw_typeface_get_context:
 *
 * Returns: (transfer none): the Pango context all text of the paper is set with
 */
PangoContext *
fw_typeface_get_context (FwTypeface *self)
{
  return self->context;
}

/**
 * fw_typeface_describe:
 * @size_pt: the size in points
 *
 * Returns: (transfer full): what to ask Pango for
 */
PangoFontDescription *
fw_typeface_describe (FwTypeface *self,
                      FwFace face,
                      double size_pt)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, roles[face].families);
  pango_font_description_set_weight (description, roles[face].weight);
  pango_font_description_set_absolute_size (description, size_pt * PANGO_SCALE);
  return description;
}

/* The fonts that play a role, in their order; (transfer none). */
PangoFontset *
_fw_typeface_get_fontset (FwTypeface *self,
                          FwFace face)
{
  if (self->fontsets[face] == NULL)
    {
      PangoFontDescription *description = fw_typeface_describe (self, face, 12);

      self->fontsets[face] = pango_context_load_fontset (self->context, description,
                                                         pango_context_get_language (self->context));
      pango_font_description_free (description);
    }
  return self->fontsets[face];
}

/* What is no shape of its own: controls, and what chooses between shapes of the character before it. */
static gboolean
is_shapeless (gunichar character)
{
  return g_unichar_iscntrl (character) || g_unichar_type (character) == G_UNICODE_FORMAT ||
         (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

static gboolean
some_font_has (FwTypeface *self,
               FwFace face,
               gunichar character)
{
  g_autoptr (PangoFont) font = NULL;

  if (is_shapeless (character))
    return TRUE;
  font = pango_fontset_get_font (_fw_typeface_get_fontset (self, face), character);
  return font != NULL && pango_font_has_char (font, character);
}

/**
 * fw_typeface_find_missing:
 * @text: (nullable): what is to be printed in @face
 *
 * Looks for a character that no installed font has; it would print as an empty box.
 *
 * Returns: the first such character, 0 where there is none
 */
gunichar
fw_typeface_find_missing (FwTypeface *self,
                          FwFace face,
                          const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gpointer key = GUINT_TO_POINTER ((guint) character * FW_N_FACES + face);

      if (g_hash_table_contains (self->covered, key))
        continue;
      if (!some_font_has (self, face, character))
        return character;
      g_hash_table_add (self->covered, key);
    }
  return 0;
}
