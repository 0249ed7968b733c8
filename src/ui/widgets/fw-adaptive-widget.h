#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FwAdaptiveWidget:
 *
 * A page that stands otherwise where it has little width. Its property "narrow" is bound to that of the window, or of the
 * widget around it.
 */
#define FW_TYPE_ADAPTIVE_WIDGET (fw_adaptive_widget_get_type ())
G_DECLARE_DERIVABLE_TYPE (FwAdaptiveWidget, fw_adaptive_widget, FW, ADAPTIVE_WIDGET, GtkWidget)

/**
 * FwAdaptiveWidgetClass:
 * @narrow_changed: (nullable): lay the page out anew
 */
struct _FwAdaptiveWidgetClass
{
  GtkWidgetClass parent_class;

  void (*narrow_changed) (FwAdaptiveWidget *self,
                          gboolean          narrow);
};

gboolean fw_adaptive_widget_get_narrow (gpointer  self);
void     fw_adaptive_widget_clamp      (gpointer  self,
                                        AdwClamp *clamp,
                                        int       width);

G_END_DECLS
