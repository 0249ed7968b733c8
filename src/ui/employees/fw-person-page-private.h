#pragma once

#include "ui/departure/fw-held-talks.h"
#include "ui/employees/fw-person-chart.h"
#include "ui/employees/fw-person-editor.h"
#include "ui/employees/fw-person-own.h"
#include "ui/employees/fw-person-page.h"
#include "ui/employees/fw-person-post.h"
#include "ui/employees/fw-person-reading.h"
#include "ui/employees/fw-person-records.h"
#include "ui/widgets/fw-fact-list.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-tag.h"

G_BEGIN_DECLS

/* One person's working life on one page, as far as the store knows it. */
struct _FwPersonPage
{
  FwAdaptiveWidget parent_instance;

  FwWorkplace *workplace;
  char *employee_id;
  GCancellable *cancellable;
  GListModel *cases;        /* FwCaseRow of this person; NULL while they are read */
  FwPersonReading *reading; /* what was read last; NULL while it is read for the first time */
  gboolean starting;
  gboolean takes_focus;     /* once what can be done is known */

  FwPage *page;
  GtkStack *states;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkBox *tags;
  GtkLabel *post_label;
  GtkLabel *detail_label;
  GtkLabel *tenure_label;
  GtkLabel *hired_label;
  GtkLabel *pay_label;
  GtkLabel *pay_hint_label;
  GtkWidget *left_bar;
  GtkLabel *left_label;
  GtkBox *head;
  GtkWidget *columns;
  FwFactList *contract_facts;
  FwFactList *contact_facts;
  GtkMenuButton *add_button;
  GtkToggleButton *edit_button;
  FwPersonEditor *contract_editor;
  GtkWidget *contract_button;
  GtkWidget *post_card;
  FwPersonPost *post_editor;
  FwPersonEditor *contact_editor;
  FwPersonOwn *own_editor;
  GtkWidget *contact_card;
  GtkWidget *protection_card;
  GtkBox *protection_rows;
  FwTag *protection_tag;
  GtkBox *case_rows;
  GtkWidget *case_card;
  FwHeldTalks *held_talks;
  AdwClamp *left_clamp;
  GtkWidget *right_column;
  GtkBox *charts_box;
  GtkWidget *pay_card;
  FwPersonChart *pay_chart;
  GtkWidget *target_card;
  FwPersonChart *target_chart;
  FwPersonRecords *records;
  GtkWidget *start_button;
  GtkLabel *start_label;
};

/* fw-person-page-show.c */
void  _fw_person_page_show  (FwPersonPage          *self,
                             const FwPersonReading *reading);
void  _fw_person_page_empty (GtkBox                *box);
char *_fw_person_page_join  (const char *const     *parts);

/* fw-person-charts.c */
void  _fw_person_page_show_charts        (FwPersonPage          *self,
                                          const FwPersonReading *reading);
void  _fw_person_page_class_bind_charts  (GtkWidgetClass        *klass);

/* fw-person-page-edit.c */
void  _fw_person_page_show_editing       (FwPersonPage          *self);
void  _fw_person_page_end_editing        (FwPersonPage          *self);
void  _fw_person_page_class_bind_editing (GtkWidgetClass        *klass);

/* fw-person-page-acts.c */
void  _fw_person_page_open_record        (FwPersonPage          *self,
                                          FwRecord              *record);
void  _fw_person_page_init_acts          (FwPersonPage          *self);
void  _fw_person_page_class_bind_acts    (GtkWidgetClass        *klass);

G_END_DECLS
