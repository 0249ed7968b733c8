#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FwTagStyle:
 *
 * What a tag says by its icon, word and colour. The four verdicts bring their own icon and word; the other two bring
 * none.
 */
typedef enum
{
  FW_TAG_STYLE_PLAIN,
  FW_TAG_STYLE_ACCENT,
  FW_TAG_STYLE_CLEAR,
  FW_TAG_STYLE_NOTE,
  FW_TAG_STYLE_MISSING,
  FW_TAG_STYLE_BLOCKED,
} FwTagStyle;

#define FW_TYPE_TAG (fw_tag_get_type ())
G_DECLARE_FINAL_TYPE (FwTag, fw_tag, FW, TAG, GtkWidget)

GtkWidget  *fw_tag_new             (FwTagStyle  style,
                                    const char *label);
void        fw_tag_set_tag_style   (FwTag      *self,
                                    FwTagStyle  style);
FwTagStyle  fw_tag_get_tag_style   (FwTag      *self);
void        fw_tag_set_label       (FwTag      *self,
                                    const char *label);
void        fw_tag_set_icon_name   (FwTag      *self,
                                    const char *icon_name);
void        fw_tag_set_wrap        (FwTag      *self,
                                    gboolean    wrap);

const char *fw_tag_style_get_icon  (FwTagStyle  style);
const char *fw_tag_style_get_class (FwTagStyle  style);
const char *fw_tag_style_get_word  (FwTagStyle  style);

G_END_DECLS
