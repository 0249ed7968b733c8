#include "config.h"

#include "ui/departure/fw-file-intake.h"

#include <glib/gi18n.h>

#include "store/fw-evidence.h"
#include "store/fw-store-error.h"
#include "ui/fw-problem.h"

/* As the store counts its limit. */
#define BYTES_A_MB (1024 * 1024)

/* Several files that prove one thing, such as the pages of a scan: each is taken in by itself, so that one that cannot be
 * does not keep the others out. */
typedef struct
{
  char *material;   /* owned */
  GPtrArray *files; /* owned, of GFile */
  guint next;
  FwDate day;
  guint64 limit;
  guint taken;
  GString *refused; /* owned */
} Intake;

static void look_at_next (GTask *task);

static void
intake_free (gpointer data)
{
  Intake *self = data;

  g_free (self->material);
  g_ptr_array_unref (self->files);
  g_string_free (self->refused, TRUE);
  g_free (self);
}

static GFile *
current_file (Intake *self)
{
  return self->files->pdata[self->next];
}

static void
refuse (Intake *self,
        const char *line)
{
  g_string_append_printf (self->refused, "%s%s", self->refused->len > 0 ? "\n" : "", line);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static char *
dup_too_large (const char *name,
               guint64 limit)
{
  /* Translators: name of a file, the largest size in megabytes. */
  return g_strdup_printf (_("“%s” is larger than %u MB. Keep the part that proves it, such as one page, or one minute of a "
                            "recording; or note where the whole file is kept."),
                          name, (guint) (limit / BYTES_A_MB));
}

static char *
dup_reason (const char *name,
            const GError *error,
            guint64 limit)
{
  g_autofree char *problem = fw_problem_describe (error);

  if (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE))
    return g_strdup_printf (_("“%s” is there already."), name);
  if (g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID))
    return dup_too_large (name, limit);
  if (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup_printf (_("“%s” cannot be read. Copy it to a folder of your own, and take it from there."), name);
  /* Translators: name of a file, why it was not taken in. */
  return g_strdup_printf (_("“%s”: %s"), name, problem);
}

/* What can be seen of a file without reading it. */
static char *
dup_obstacle (GFile *file,
              GFileInfo *info,
              guint64 limit)
{
  g_autofree char *name = dup_name (file);

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return g_strdup_printf (_("“%s” is a folder. Take the files in it, or one ZIP file made of it."), name);
  if (!g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    return NULL;
  if (g_file_info_get_size (info) == 0)
    return g_strdup_printf (_("“%s” is empty. Save it, or scan it, once more."), name);
  return (guint64) g_file_info_get_size (info) > limit ? dup_too_large (name, limit) : NULL;
}

static void
go_on (GTask *task)
{
  Intake *self = g_task_get_task_data (task);

  self->next++;
  look_at_next (task);
}

static void
taken_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  GTask *task = data;
  Intake *self = g_task_get_task_data (task);
  g_autofree char *name = dup_name (current_file (self));
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    self->taken++;
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, reason = dup_reason (name, error, self->limit));
  go_on (task);
}

static void
looked_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  GTask *task = data;
  Intake *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);
  g_autofree char *name = dup_name (G_FILE (object));
  g_autofree char *obstacle = info != NULL ? dup_obstacle (G_FILE (object), info, self->limit) : NULL;

  if (info == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    obstacle = dup_reason (name, error, self->limit);
  if (info != NULL && obstacle == NULL)
    {
      fw_case_attach_dated_async (g_task_get_source_object (task), self->material, G_FILE (object), self->day,
                                  g_task_get_cancellable (task), taken_cb, task);
      return;
    }
  if (obstacle != NULL)
    refuse (self, obstacle);
  go_on (task);
}

static FwFileIntake *
make_result (Intake *self)
{
  FwFileIntake *intake = g_new0 (FwFileIntake, 1);

  intake->taken = self->taken;
  intake->refused = self->refused->len > 0 ? g_strdup (self->refused->str) : NULL;
  return intake;
}

static void
look_at_next (GTask *task)
{
  Intake *self = g_task_get_task_data (task);
  gboolean ended = self->next >= self->files->len || g_cancellable_is_cancelled (g_task_get_cancellable (task));

  if (!ended)
    {
      g_file_query_info_async (current_file (self), G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                               G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), looked_cb, task);
      return;
    }
  if (self->next < self->files->len)
    refuse (self, _("Cancelled. What was not taken in yet stays out."));
  g_task_return_pointer (task, make_result (self), (GDestroyNotify) fw_file_intake_free);
  g_object_unref (task);
}

/**
 * fw_file_intake_async:
 * @material: id of a material of the pack
 * @files: (element-type GFile): what proves it
 * @day: the day they bear; may be unknown
 * @cancellable: (nullable): gives up the file under way and those after it; nothing of them stays
 *
 * Takes files in as evidence of the case, one after the other. A folder, an empty file or one over the store's limit is
 * refused before anything of it is read.
 */
void
fw_file_intake_async (FwCase *departure,
                      const char *material,
                      GPtrArray *files,
                      FwDate day,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (departure, cancellable, callback, user_data);
  Intake *self = g_new0 (Intake, 1);

  self->material = g_strdup (material);
  self->files = g_ptr_array_ref (files);
  self->day = day;
  self->limit = fw_store_get_evidence_limit (fw_workplace_get_store (fw_case_get_workplace (departure)));
  self->refused = g_string_new (NULL);
  g_task_set_source_tag (task, fw_file_intake_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, intake_free);
  look_at_next (task);
}

/**
 * fw_file_intake_finish:
 *
 * Returns: (transfer full): how many were taken in, and why the others were not
 */
FwFileIntake *
fw_file_intake_finish (FwCase *departure,
                       GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, departure), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
fw_file_intake_free (FwFileIntake *self)
{
  g_free (self->refused);
  g_free (self);
}
