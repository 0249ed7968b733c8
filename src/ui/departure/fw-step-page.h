#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwStepPage:
 *
 * One page of a case's preparation. It knows the case (property "case") and nothing of its neighbours; to go elsewhere it
 * activates the workspace's actions: "case.step" (int: FwCaseStep), "case.next", "case.back", "case.leave".
 */
#define FW_TYPE_STEP_PAGE (fw_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FwStepPage, fw_step_page, FW, STEP_PAGE, GtkWidget)

/**
 * FwStepPageClass:
 * @judged: the case was judged again, or changed: show it
 * @shown: the page comes into view
 * @activate_main: do what the page's one main action does (Ctrl+Enter); chain up to go to the next step
 * @dup_state_line: (nullable): one line for the footer
 */
struct _FwStepPageClass
{
  GtkWidgetClass parent_class;

  void  (*judged)         (FwStepPage *self);
  void  (*shown)          (FwStepPage *self);
  void  (*activate_main)  (FwStepPage *self);
  char *(*dup_state_line) (FwStepPage *self);
};

FwCase   *fw_step_page_get_case       (FwStepPage *self);
gboolean  fw_step_page_get_narrow     (FwStepPage *self);
void      fw_step_page_judged         (FwStepPage *self);
void      fw_step_page_shown          (FwStepPage *self);
void      fw_step_page_activate_main  (FwStepPage *self);
char     *fw_step_page_dup_state_line (FwStepPage *self);

G_END_DECLS
