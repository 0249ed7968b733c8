#pragma once

#include <adwaita.h>

#include "departure/fw-case.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

/**
 * FwStepPage:
 *
 * One page of a case's preparation. It knows the case (property "case") and nothing of its neighbours; to go elsewhere it
 * activates the workspace's actions: "case.step" (int: FwCaseStep), "case.paper" (text: id of a paper), "case.material" (text: id of a material), "case.next",
 * "case.back", "case.leave", "case.undo". Its one main action is the button of the class "suggested-action"; where it shows
 * none, to go on is.
 */
#define FW_TYPE_STEP_PAGE (fw_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FwStepPage, fw_step_page, FW, STEP_PAGE, FwAdaptiveWidget)

/**
 * FwStepPageClass:
 * @judged: the case was judged again, or changed: show it
 * @shown: the page comes into view
 * @dup_state_line: (nullable): one line for the footer
 * @job: (nullable): what is done there, as the guide calls its page; %NULL: it is a part of the whole departure
 * @get_job: (nullable): where that changes, what is done there just now
 * @begins_with_main: whether whoever comes to the page begins with its main action, where it shows one
 * @keeps_fields: whether the page keeps its FwAnswerFields when it is filled again; else that waits while one types
 */
struct _FwStepPageClass
{
  FwAdaptiveWidgetClass parent_class;

  void  (*judged)         (FwStepPage *self);
  void  (*shown)          (FwStepPage *self);
  char *(*dup_state_line) (FwStepPage *self);
  const char *job;
  const char *(*get_job)  (FwStepPage *self);
  gboolean begins_with_main;
  gboolean keeps_fields;
};

FwCase   *fw_step_page_get_case       (FwStepPage *self);
void      fw_step_page_judged         (FwStepPage *self);
void      fw_step_page_shown          (FwStepPage *self);
gboolean  fw_step_page_has_main       (FwStepPage *self);
void      fw_step_page_activate_main  (FwStepPage *self);
gboolean  fw_step_page_enter          (FwStepPage *self);
void      fw_step_page_name_focus     (GtkWidget  *widget,
                                       const char *name);
gboolean  fw_step_page_focus          (FwStepPage *self,
                                       const char *name);
void      fw_step_page_show_row       (GtkListBoxRow *row);
char     *fw_step_page_dup_state_line (FwStepPage *self);
const char *fw_step_page_get_job      (FwStepPage *self);

G_END_DECLS
