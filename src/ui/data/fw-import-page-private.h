#pragma once

#include "departure/fw-import-job.h"
#include "ui/data/fw-import-columns.h"
#include "ui/data/fw-import-page.h"
#include "ui/data/fw-import-reading.h"
#include "ui/data/fw-import-trial.h"
#include "ui/data/fw-import-words.h"
#include "ui/widgets/fw-page.h"
#include "ui/window/fw-window.h"

G_BEGIN_DECLS

/* Bring a list in: choose a file, see what each column is and what a trial says, then carry it out as one step. The
 * number on the button is the promise. Signal "done" when the user is through. */
struct _FwImportPage
{
  FwAdaptiveWidget parent_instance;

  FwWorkplace *workplace;
  GFile *file;
  FwImportReading *reading;
  FwImportPlan *plan;        /* of the newest trial; NULL while it runs */
  FwImportJob *job;
  GCancellable *cancellable; /* of what is running */
  GtkFileChooserNative *chooser;
  gboolean running;          /* the import itself, not a trial */
  gboolean filling;

  FwPage *page;
  GtkStack *states;
  GtkWidget *footer;
  GtkWidget *cancel_button;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkCheckButton *remember_check;
  GtkButton *import_button;
  GtkWidget *choose_button;
  GtkBox *head;
  GtkLabel *file_label;
  GtkLabel *found_label;
  GtkDropDown *kind_drop;
  GtkDropDown *encoding_drop;
  GtkDropDown *separator_drop;
  GtkDropDown *order_drop;
  GtkBox *columns_box;
  FwImportColumns *columns;
  GtkWidget *trial_box;
  FwImportWords *words;
  FwImportTrial *trial;
};

/* fw-import-page-files.c */
void      _fw_import_page_class_bind_files (GtkWidgetClass *klass);
FwWindow *_fw_import_page_window           (FwImportPage   *self);

G_END_DECLS
