#include "config.h"

#include "ui/employees/fw-opened-file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/fw-task.h"
#include "store/fw-evidence.h"
#include "ui/fw-problem.h"

/* A file of the store that another program is to show has to lie outside for as long: in the session's own folder, which
 * is in memory on most systems, read-only, and cleared away when the records are locked or closed. */

static char *
folder_path (void)
{
  return g_build_filename (g_get_user_runtime_dir (), "fairwell-opened", NULL);
}

static void
clear_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      /* A link is taken away itself, never followed. */
      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        clear_folder (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

/**
 * fw_opened_file_clear:
 *
 * Takes away every copy that was made to be shown.
 */
void
fw_opened_file_clear (void)
{
  g_autofree char *path = folder_path ();

  clear_folder (path);
}

/* The name that it came with, so that the right program opens it; no part of it leads elsewhere. */
static char *
name_of (FwRecord *evidence)
{
  const char *named = fw_record_get (evidence, "file-name");
  const char *title = fw_record_get (evidence, "title");
  const char *known = named != NULL ? named : title != NULL ? title : "file";
  char *name = g_strdelimit (g_strdup (known), "/", '_');

  return *name == '.' || *name == '\0' ? (g_free (name), g_strdup ("file")) : name;
}

/**
 * fw_opened_file_make:
 * @evidence: a record of kind evidence
 *
 * Writes a copy of a file of the store to where another program can read it, checked against its hash.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
fw_opened_file_make (FwStore *store, FwRecord *evidence, GError **error)
{
  g_autofree char *folder = folder_path ();
  const char *sha256 = fw_record_get (evidence, "sha256");
  g_autofree char *inner = g_build_filename (folder, sha256, NULL);
  g_autofree char *name = name_of (evidence);
  g_autofree char *path = g_build_filename (inner, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (g_mkdir_with_parents (inner, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the folder for opened files cannot be made");
      return NULL;
    }
  g_unlink (path);
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  if (stream == NULL || !fw_store_give_out_file (store, sha256, G_OUTPUT_STREAM (stream), NULL, error) ||
      !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    {
      g_unlink (path);
      return NULL;
    }
  g_chmod (path, 0400);
  return g_steal_pointer (&path);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = fw_opened_file_make (source, data, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) && gtk_widget_get_mapped (GTK_WIDGET (parent)))
    fw_problem_present (parent, _("The file could not be opened"),
                        _("No program on this computer is set to open files of this kind."), error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  /* Locked meanwhile: nobody asked for it any more. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (parent)))
    fw_opened_file_clear ();
  else if (uri == NULL)
    fw_problem_present (parent, _("The file could not be opened"), NULL, error);
  else
    gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (parent));
}

/**
 * fw_opened_file_show:
 * @parent: the window that asks; what goes wrong is said over it
 *
 * Opens a file of the store with the program that the desktop has for its kind.
 */
void
fw_opened_file_show (GtkWindow *parent, FwStore *store, FwRecord *evidence)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, made_cb, g_object_ref (parent));

  g_task_set_task_data (task, g_object_ref (evidence), g_object_unref);
  fw_task_run_in_thread (task, make_in_thread);
}
