#pragma once

#include "ui/gate/fw-first-run-page.h"
#include "ui/gate/fw-lock-page.h"
#include "ui/gate/fw-lock-watch.h"
#include "ui/gate/fw-opening.h"
#include "ui/gate/fw-recover-page.h"
#include "ui/gate/fw-restore-page.h"
#include "ui/gate/fw-sheet-view.h"
#include "ui/gate/fw-sleep-watch.h"
#include "ui/widgets/fw-adaptive-bin.h"
#include "ui/window/fw-main-view.h"
#include "ui/window/fw-window.h"

G_BEGIN_DECLS

struct _FwWindow
{
  AdwApplicationWindow parent_instance;

  /* Borrowed from the application, which outlives its windows */
  FwApplication *application;

  /* Owned */
  FwWorkplace *workplace; /* NULL before the gate */
  FwCase *departure;      /* the case that is open, or NULL */
  FwLockWatch *lock_watch;
  FwSleepWatch *sleep_watch;
  GPtrArray *hidden_windows; /* dialogs that wait behind the lock */
  GPtrArray *toasts_shown;
  char *folder;           /* of the store that is asked for or open */
  char *last_event;       /* what Undo takes back */
  AdwToast *undo_toast;   /* that offers it, or NULL */
  gboolean locked;
  guint close_limit;        /* the source that ends the wait for drafts, 0 where there is none */
  gboolean may_close;       /* the window may close: they are saved, or not wanted */
  gboolean loading_case;
  int loading_step; /* to show then: a step, the overview, or as the case begins */

  /* Template */
  FwAdaptiveBin *adaptive;
  AdwToastOverlay *toasts;
  GtkStack *gate;
  GtkLabel *opening_label;
  FwFirstRunPage *first_run_page;
  FwLockPage *lock_page;
  FwRecoverPage *recover_page;
  FwRestorePage *restore_page;
  FwSheetView *sheet_view;
  AdwBin *main_bin;
  FwMainView *main_view; /* NULL behind the gate, until it is first needed or everything else is drawn */
  AdwBin *case_bin;
};

/* fw-window.c */
void      _fw_window_set_workplace         (FwWindow       *self,
                                            FwWorkplace    *workplace);
void      _fw_window_apply_lock_time       (FwWindow       *self);

/* fw-window-close.c */
gboolean  _fw_window_keep_drafts           (FwWindow       *self);

/* fw-window-gate.c */
void      _fw_window_class_bind_gate       (GtkWidgetClass *klass);
FwOpening _fw_window_describe_opening      (FwWindow       *self,
                                            const char     *passphrase);
void      _fw_window_enter                 (FwWindow       *self);
void      _fw_window_lock                  (FwWindow       *self,
                                            const char     *reason);
void      _fw_window_hide_late             (FwWindow       *self,
                                            GtkWindow      *shown);
void      _fw_window_remove_sample         (FwWindow       *self);

/* fw-window-keys.c */
void      _fw_window_class_bind_keys       (GtkWidgetClass *klass);
void      _fw_window_make_sheet            (FwWindow       *self);

/* fw-window-actions.c */
void      _fw_window_class_install_actions (GtkWidgetClass *klass);

G_END_DECLS
