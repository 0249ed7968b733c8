#pragma once

#include "ui/employees/fw-employees-page.h"

#include "store/fw-store.h"
#include "ui/employees/fw-employee-filters.h"
#include "ui/employees/fw-employee-list.h"
#include "ui/grid/fw-grid.h"
#include "ui/widgets/fw-adaptive-widget.h"

G_BEGIN_DECLS

struct _FwEmployeesPage
{
  FwAdaptiveWidget parent_instance;

  FwWorkplace *workplace;
  FwEmployeeList *list;
  GSettings *settings;    /* (nullable): of the columns */
  char *order;            /* (nullable): NULL is by name */
  gboolean descending;
  guint reload_source;
  gboolean showing_columns;
  gboolean fresh;         /* what was asked is another question: its answer is shown from the top */
  gboolean wants_focus;   /* once the store has answered */

  /* Views */
  GVariant *views;        /* aa{ss} as they stand in the store */
  FwRecord *views_record; /* (nullable): the setting that has them */
  char *view;             /* (nullable): the name of the one that is shown */

  /* Selection */
  GCancellable *naming;   /* of reading the names of who is selected */
  GtkFileChooserNative *chooser;
  GCancellable *exporting;

  GtkWidget *content;
  GtkSearchEntry *search_entry;
  FwEmployeeFilters *filters;
  GtkWidget *tools;
  GtkBox *filter_row;
  GtkMenuButton *more_button;
  GtkMenuButton *views_button;
  GtkMenuButton *columns_button;
  GtkBox *column_boxes;
  GtkInscription *count_label;
  GtkInscription *range_label;
  GtkStack *states;
  FwGrid *grid;
  AdwStatusPage *no_hit_page;
  GtkWidget *empty_button;
  GtkWidget *selection_bar;
  GtkLabel *selected_label;
  GtkLabel *names_label;
};

void      _fw_employees_page_search_now        (FwEmployeesPage *self);
void      _fw_employees_page_show_columns      (FwEmployeesPage *self);
void      _fw_employees_page_build_columns     (FwEmployeesPage *self);
void      _fw_employees_page_class_add_columns (GtkWidgetClass  *klass);
char     *_fw_employees_page_dup_columns       (FwEmployeesPage *self);
void      _fw_employees_page_take_columns      (FwEmployeesPage *self,
                                                const char      *joined);
void      _fw_employees_page_read_views        (FwEmployeesPage *self);
void      _fw_employees_page_forget_views      (FwEmployeesPage *self);
void      _fw_employees_page_class_add_views   (GtkWidgetClass  *klass);
void      _fw_employees_page_show_selection    (FwEmployeesPage *self);
void      _fw_employees_page_class_add_export  (GtkWidgetClass  *klass);
void      _fw_employees_page_class_add_adding  (GtkWidgetClass  *klass);

G_END_DECLS
