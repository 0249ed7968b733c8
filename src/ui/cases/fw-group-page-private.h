#pragma once

#include "ui/cases/fw-group-page.h"

#include "departure/fw-case-group.h"
#include "departure/fw-case.h"
#include "ui/window/fw-window.h"

G_BEGIN_DECLS

struct _FwGroupPage
{
  FwAdaptiveWidget parent_instance;

  FwWorkplace *workplace;
  FwCaseGroup *group;    /* nullable */
  FwCase *lead;          /* nullable: the first case, for what is the same for all */
  GPtrArray *grounds;    /* ids, in the order of the row */
  gboolean showing;      /* what changes now was not chosen by a person */

  /* What is done to all */
  GCancellable *acting;  /* nullable */
  GPtrArray *supplies;   /* nullable: materials that wait for their turn to be taken in */
  char *what;            /* interned, nullable: in words */
  GListStore *asked;     /* FwGroupAmount: what was asked of payroll since the page was opened */
  gboolean arriving;     /* nobody has gone anywhere on it yet */

  GtkWidget *page;
  GtkLabel *summary_label;
  GtkLabel *hint_label;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkWidget *cancel_button;
  GtkBox *columns;
  GtkListBox *said_list;
  AdwComboRow *ground_row;
  GtkWidget *entries[4];
  GtkListBox *shared_list;
  GtkListBox *step_list;
  GtkWidget *act_box;
  GtkListBox *member_list;
};

FwWindow *_fw_group_page_get_window     (FwGroupPage    *self);
void      _fw_group_page_show_progress  (FwGroupPage    *self);
void      _fw_group_page_ask_asked      (FwGroupPage    *page);
void      _fw_group_page_ask_reasons    (FwGroupPage    *page);
void      _fw_group_page_say_reasons    (FwGroupPage       *self,
                                         const char *const *cases,
                                         const char *const *reasons);
void      _fw_group_page_ask_papers     (FwGroupPage    *page);
void      _fw_group_page_answer_status  (FwGroupPage       *self,
                                         const char *const *cases,
                                         const char        *asked_of,
                                         const char        *asked_on);
void      _fw_group_page_issue          (FwGroupPage       *self,
                                         const char *const *documents);
void      _fw_group_page_class_add_acts (GtkWidgetClass *klass);

G_END_DECLS
