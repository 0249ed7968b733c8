#include "config.h"

#include "core/fw-task.h"
#include "ui/window/fw-window-private.h"

#include <glib/gi18n.h>

#include "store/fw-store.h"
#include "ui/departure/fw-case-workspace.h"
#include "ui/employees/fw-referring-words.h"
#include "ui/fw-problem.h"
#include "ui/law/fw-law-window.h"
#include "ui/preferences/fw-preferences.h"
#include "ui/window/fw-guide.h"
#include "ui/window/fw-sidebar.h"

/* What the window does on a key or a menu item. Nothing but help works before the gate. */

/* So many records are named that keep an event from being taken back. */
#define MOST_AGAINST 4

static gboolean
in_main (FwWindow *self)
{
  return self->workplace != NULL && !self->locked && self->departure == NULL;
}

static void
place_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);
  const char *place = fw_sidebar_get_nth_place ((guint) g_variant_get_int32 (parameter) - 1);

  if (place == NULL || self->workplace == NULL || self->locked)
    return;
  fw_window_leave_case (self);
  fw_main_view_open_place (self->main_view, place);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (in_main (self))
    fw_main_view_search (self->main_view);
}

static void
find_person_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (self->workplace == NULL || self->locked)
    return;
  fw_window_leave_case (self);
  fw_main_view_open_place (self->main_view, "employees");
  fw_main_view_search (self->main_view);
}

static void
start_departure_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (!in_main (self) || fw_main_view_start_departure (self->main_view))
    return;
  find_person_cb (widget, NULL, NULL);
  fw_window_toast (self, _("Find the person, open the page, then start the departure there."));
}

/* The law beside what is done: the place is kept. */
static void
read_law_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (self->workplace != NULL && !self->locked)
    gtk_window_present (GTK_WINDOW (fw_law_window_new (self->workplace, GTK_WINDOW (self), g_variant_get_string (parameter, NULL))));
}

/* Several departures that are one decision, from wherever one is. */
static void
open_group_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (self->workplace == NULL || self->locked)
    return;
  fw_window_leave_case (self);
  fw_main_view_open_group (self->main_view, g_variant_get_string (parameter, NULL));
}

static void
begin_group_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);
  gsize n_people = 0;
  const guint32 *people = g_variant_get_fixed_array (parameter, &n_people, sizeof *people);

  if (in_main (self) && n_people > 1)
    fw_main_view_begin_group (self->main_view, people, n_people);
}

static void
import_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (in_main (self))
    fw_main_view_import (self->main_view);
}

static void
back_up_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (in_main (self))
    fw_main_view_back_up (self->main_view);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (self->locked)
    return;
  if (self->departure != NULL)
    fw_window_leave_case (self);
  else
    fw_main_view_go_back (self->main_view);
}

static void
lock_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _fw_window_lock (FW_WINDOW (widget), _("You locked it. The records are encrypted, and what was being written is kept."));
}

static void
preferences_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (!self->locked)
    gtk_window_present (GTK_WINDOW (fw_preferences_new (self->application, GTK_WINDOW (self), self->workplace)));
}

/* The page of the guide that answers for where one is. */
static const char *
find_job (FwWindow *self)
{
  static const char *const jobs[][2] = {
    { "today", "today" },     { "employees", "find" },          { "person", "records" }, { "departures", "dismissal" },
    { "insight", "insight" }, { "calculators", "calculators" }, { "data", "import" },    { "import", "import" },
    { "leavers", "insight" }, { "group", "together" }, { "law", "law" },
  };
  const char *page;

  if (self->workplace == NULL || self->locked)
    return self->locked ? "forgotten" : NULL;
  if (self->departure != NULL)
    return fw_case_workspace_get_job (FW_CASE_WORKSPACE (adw_bin_get_child (self->case_bin)));
  page = fw_main_view_get_page (self->main_view);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (g_strcmp0 (jobs[i][0], page) == 0)
      return jobs[i][1];
  return NULL;
}

static void
help_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (fw_guide_new (GTK_WINDOW (widget), find_job (FW_WINDOW (widget)))));
}

static void
menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);

  if (in_main (self))
    fw_main_view_open_menu (self->main_view);
}

static void
remove_sample_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  _fw_window_remove_sample (FW_WINDOW (widget));
}

static void
undo_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FwWorkplace *workplace = source;
  FwStore *store = fw_workplace_get_store (workplace);
  GError *error = NULL;
  FwEvent *event = fw_store_undo (store, data, fw_workplace_get_who (workplace), NULL, &error);

  if (event == NULL)
    {
      if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_CONFLICT))
        g_object_set_data_full (G_OBJECT (task), "against",
                                fw_store_list_against_undo (store, data, MOST_AGAINST, NULL, NULL),
                                (GDestroyNotify) g_ptr_array_unref);
      g_task_return_error (task, error);
      return;
    }
  g_object_unref (event);
  g_task_return_boolean (task, TRUE);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FwWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* What stands in the way can be taken away, and this then be undone. */
      if (self->last_event == NULL)
        self->last_event = g_strdup (g_task_get_task_data (G_TASK (result)));
      why = fw_referring_words (g_object_get_data (G_OBJECT (result), "against"));
      fw_problem_present (GTK_WINDOW (self), _("It could not be undone"), why, error);
      return;
    }
  fw_window_toast (self, _("Undone"));
  fw_main_view_refresh (self->main_view);
}

static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FwWindow *self = FW_WINDOW (widget);
  g_autoptr (GTask) task = NULL;

  if (!in_main (self) || self->last_event == NULL)
    return;
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
  task = g_task_new (self->workplace, NULL, undone_cb, g_object_ref (self));
  g_task_set_task_data (task, g_steal_pointer (&self->last_event), g_free);
  fw_task_run_in_thread (task, undo_in_thread);
}

void
_fw_window_class_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.place", "i", place_cb);
  gtk_widget_class_install_action (klass, "win.read-law", "s", read_law_cb);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (klass, "win.find-person", NULL, find_person_cb);
  gtk_widget_class_install_action (klass, "win.start-departure", NULL, start_departure_cb);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (klass, "win.open-group", "s", open_group_cb);
  gtk_widget_class_install_action (klass, "win.begin-group", "au", begin_group_cb);
  gtk_widget_class_install_action (klass, "win.back-up", NULL, back_up_cb);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "win.lock", NULL, lock_cb);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (klass, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (klass, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  /* No accelerator of the application: those come before what has the focus, and an entry has an undo of its own. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_install_action (klass, "win.remove-sample", NULL, remove_sample_cb);
}
