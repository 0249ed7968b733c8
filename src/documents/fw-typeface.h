#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * FwFace:
 * @FW_FACE_SONG: 宋体, the body of letters
 * @FW_FACE_SONG_BOLD: 宋体 heavy, titles
 * @FW_FACE_HEI: 黑体, headings and the head rows of tables
 *
 * A role of type on paper. Which font plays it is a list of families tried in order.
 */
typedef enum
{
  FW_FACE_SONG,
  FW_FACE_SONG_BOLD,
  FW_FACE_HEI,
  FW_N_FACES
} FwFace;

/**
 * FwTypeface:
 *
 * The fonts of one paper: a font map of its own at 72 dots an inch, so that one unit is one point on every screen
 * and printer and no display is needed. Belongs to the thread that uses it at the time.
 */
typedef struct _FwTypeface FwTypeface;

FwTypeface                 *fw_typeface_new          (void);
FwTypeface                 *fw_typeface_new_subset   (FwTypeface *full,
                                                      const char *text);
FwTypeface                 *fw_typeface_ref          (FwTypeface *self);
void                        fw_typeface_unref        (FwTypeface *self);
PangoContext               *fw_typeface_get_context  (FwTypeface *self);
PangoFontDescription       *fw_typeface_describe     (FwTypeface *self,
                                                      FwFace      face,
                                                      double      size_pt);
void                        fw_typeface_check        (FwTypeface *self,
                                                      PangoLayout *layout);
gboolean                    fw_typeface_take_lacks   (FwTypeface *self);
gunichar                    fw_typeface_find_missing (FwTypeface *self,
                                                      FwFace      face,
                                                      const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTypeface, fw_typeface_unref)

G_END_DECLS
