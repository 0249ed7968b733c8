/* What is prepared for a talk, as one sheet of paper. */
#include "departure/fw-talk-sheet.h"

#include <string.h>

#include "core/fw-task.h"
#include "departure/fw-case-act-private.h"
#include "departure/fw-copy-out-private.h"

/* What the audit calls the paper. */
#define DOCUMENT "talk-sheet"

static const char *const part_names[] = { "who", "bring", "facts", "say", "objections", "aim", "never", "offer", "open", "manner" };

struct _FwTalkSheet
{
  gatomicrefcount references;
  char *title;
  char *line;
  GPtrArray *parts[G_N_ELEMENTS (part_names)]; /* FwTalkSheetRow */
};

/* How much stands on the paper: rows of a part, characters of a text. What is too long for one page at the smallest type that can be
 * read is shortened step by step, and says so; the first step is more than any page takes. */
typedef struct
{
  guint rows;
  glong characters;
} Measure;

static const Measure measures[] = {
  { 40, 400 }, { 12, 160 }, { 9, 120 }, { 7, 90 }, { 6, 75 }, { 5, 60 }, { 4, 48 }, { 3, 36 }, { 2, 20 },
};

static void
row_free (FwTalkSheetRow *row)
{
  g_free (row->title);
  g_free (row->text);
  g_free (row->note);
  g_free (row);
}

/**
 * fw_talk_sheet_new:
 * @title: whose talk it is
 * @line: when, where, how long, by which script
 *
 * Returns: (transfer full): a sheet without parts yet
 */
FwTalkSheet *
fw_talk_sheet_new (const char *title,
                   const char *line)
{
  FwTalkSheet *self = g_new0 (FwTalkSheet, 1);

  g_atomic_ref_count_init (&self->references);
  self->title = g_strdup (title);
  self->line = g_strdup (line);
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    self->parts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

FwTalkSheet *
fw_talk_sheet_ref (FwTalkSheet *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
fw_talk_sheet_unref (FwTalkSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    g_ptr_array_unref (self->parts[i]);
  g_free (self->title);
  g_free (self->line);
  g_free (self);
}

/**
 * fw_talk_sheet_get:
 * @part: one of those of #FwTalkSheet
 *
 * Returns: (transfer none) (element-type FwTalkSheetRow): its rows
 */
GPtrArray *
fw_talk_sheet_get (FwTalkSheet *self,
                   const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    if (g_str_equal (part_names[i], part))
      return self->parts[i];
  g_return_val_if_reached (NULL);
}

/**
 * fw_talk_sheet_add:
 * @part: one of those of #FwTalkSheet
 *
 * Adds a row to a part.
 */
void
fw_talk_sheet_add (FwTalkSheet *self,
                   const char *part,
                   const char *title,
                   const char *text,
                   const char *note,
                   gboolean unknown)
{
  FwTalkSheetRow *row = g_new0 (FwTalkSheetRow, 1);

  row->title = g_strdup (title);
  row->text = g_strdup (text);
  row->note = g_strdup (note);
  row->unknown = unknown;
  g_ptr_array_add (fw_talk_sheet_get (self, part), row);
}

/* The paper */

typedef struct
{
  FwFacts *facts;
  const Measure *measure;
  guint cut;          /* texts that were shortened */
  GError **error;
} Filling;

static gboolean
put (Filling *self,
     const char *path,
     const char *text)
{
  g_autofree char *begun = NULL;
  g_autofree char *shown = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (g_utf8_strlen (text, -1) <= self->measure->characters)
    return fw_facts_set (self->facts, path, text, self->error);
  begun = g_utf8_substring (text, 0, self->measure->characters);
  self->cut++;
  shown = g_strconcat (g_strchomp (begun), "……", NULL);
  return fw_facts_set (self->facts, path, shown, self->error);
}

static gboolean
put_row (Filling *self,
         const char *part,
         guint number,
         const FwTalkSheetRow *row)
{
  const struct
  {
    const char *attribute;
    const char *text;
  } texts[] = { { "title", row->title }, { "text", row->text }, { "note", row->note } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("talk-sheet/%s/row[%u]/@%s", part, number, texts[i].attribute);

      if (!put (self, path, texts[i].text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_number (Filling *self,
            const char *path,
            guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return number == 0 || fw_facts_set (self->facts, path, text, self->error);
}

static gboolean
put_part (Filling *self,
          const char *part,
          GPtrArray *rows)
{
  guint shown = MIN (rows->len, self->measure->rows);
  g_autofree char *left_path = g_strdup_printf ("talk-sheet/%s/@left", part);

  for (guint i = 0; i < shown; i++)
    if (!put_row (self, part, i + 1, rows->pdata[i]))
      return FALSE;
  return put_number (self, left_path, rows->len - shown);
}

static FwFacts *
make_facts (FwTalkSheet *self,
            const Measure *measure,
            GError **error)
{
  g_autoptr (FwFacts) facts = fw_facts_new ();
  Filling filling = { facts, measure, 0, error };

  if (!put (&filling, "talk-sheet/@title", self->title) || !put (&filling, "talk-sheet/@line", self->line))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    if (!put_part (&filling, part_names[i], self->parts[i]))
      return NULL;
  return put_number (&filling, "talk-sheet/@cut", filling.cut) ? g_steal_pointer (&facts) : NULL;
}

static FwDocument *
lay_out (FwTalkSheet *self,
         FwDate made,
         const char *language,
         const Measure *measure,
         GError **error)
{
  g_autoptr (FwFacts) facts = make_facts (self, measure, error);

  return facts != NULL ? fw_document_new_sheet (facts, DOCUMENT, language, made, error) : NULL;
}

/**
 * fw_talk_sheet_lay_out:
 * @made: the day
 * @language: "zh" or "en"
 *
 * Lays the sheet out on one page. Smaller type comes first; what is too long even then is shortened, and the sheet says how much of what.
 *
 * Returns: (transfer full) (nullable): the sheet as it is printed
 */
FwDocument *
fw_talk_sheet_lay_out (FwTalkSheet *self,
                       FwDate made,
                       const char *language,
                       GError **error)
{
  g_autoptr (FwDocument) sheet = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_clear_pointer (&sheet, fw_document_unref);
      sheet = lay_out (self, made, language, &measures[i], error);
      if (sheet == NULL || fw_document_get_n_pages (sheet) == 1)
        break;
    }
  return g_steal_pointer (&sheet);
}

typedef struct
{
  FwTalkSheet *sheet;
  FwCase *its;  /* NULL where it is only laid out */
  char *about;
  GFile *file;
  GFile *beside; /* what was written and is not in its place yet */
  FwDate made;
  char *language;
} Layout;

static void
layout_free (Layout *layout)
{
  fw_talk_sheet_unref (layout->sheet);
  g_clear_object (&layout->its);
  g_clear_object (&layout->file);
  g_clear_object (&layout->beside);
  g_free (layout->about);
  g_free (layout->language);
  g_free (layout);
}

static Layout *
layout_new (FwTalkSheet *sheet,
            FwDate made,
            const char *language)
{
  Layout *layout = g_new0 (Layout, 1);

  layout->sheet = fw_talk_sheet_ref (sheet);
  layout->made = made;
  layout->language = g_strdup (language);
  return layout;
}

static void
lay_out_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Layout *layout = data;
  GError *error = NULL;
  FwDocument *sheet = fw_talk_sheet_lay_out (layout->sheet, layout->made, layout->language, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) fw_document_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fw_talk_sheet_lay_out_async:
 *
 * As fw_talk_sheet_lay_out(), on a worker thread. Nothing may be added to the sheet from here on.
 */
void
fw_talk_sheet_lay_out_async (FwTalkSheet *self,
                             FwDate made,
                             const char *language,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, fw_talk_sheet_lay_out_async);
  g_task_set_task_data (task, layout_new (self, made, language), (GDestroyNotify) layout_free);
  fw_task_run_in_thread (task, lay_out_thread);
}

/**
 * fw_talk_sheet_lay_out_finish:
 *
 * Returns: (transfer full) (nullable): the sheet, free with fw_document_unref()
 */
FwDocument *
fw_talk_sheet_lay_out_finish (GAsyncResult *result,
                              GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Copies that leave the program are on record */

static gboolean
note_copy (FwCaseAct *act,
           FwCaseJudged *now,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (FwCommand) command = _fw_case_act_command (act, act->text[0], NULL);

  fw_command_set_detail (command, "document", DOCUMENT);
  fw_command_set_detail (command, "about", act->text[1]);
  return _fw_case_act_run (act, command, cancellable, error);
}

static void
print_noted_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!fw_case_act_finish (FW_CASE (source), result, &error))
    g_warning ("case %s: a talk's sheet was printed and could not be noted: %s", fw_case_get_id (FW_CASE (source)), error->message);
}

/**
 * fw_talk_sheet_note_print:
 * @about: what the course of the case calls the sheet
 *
 * Puts on record, in the background, that the sheet was printed.
 */
void
fw_talk_sheet_note_print (FwCase *its,
                          const char *about)
{
  _fw_case_act_async (its, _fw_case_act_new (its, note_copy, "document.print", about, NULL), NULL, print_noted_cb, NULL,
                      fw_talk_sheet_note_print);
}

static void
save_noted_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GTask) task = data;
  Layout *layout = g_task_get_task_data (task);
  GError *error = NULL;

  if (!fw_case_act_finish (FW_CASE (source), result, &error))
    _fw_copy_take_back (layout->beside);
  else if (_fw_copy_put_in_place (layout->beside, layout->file, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_return_error (task, error);
}

static void
write_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Layout *layout = data;
  GError *error = NULL;
  g_autoptr (FwDocument) sheet = fw_talk_sheet_lay_out (layout->sheet, layout->made, layout->language, &error);
  g_autoptr (GBytes) pdf = sheet != NULL ? fw_document_to_pdf (sheet, &error) : NULL;
  GFile *beside = pdf != NULL ? _fw_copy_write_beside (layout->file, pdf, cancellable, &error) : NULL;

  if (beside != NULL)
    g_task_return_pointer (task, beside, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  GTask *task = data; /* owned until it has returned */
  Layout *layout = g_task_get_task_data (task);
  GError *error = NULL;

  layout->beside = g_task_propagate_pointer (G_TASK (result), &error);
  if (layout->beside != NULL)
    {
      _fw_case_act_async (layout->its, _fw_case_act_new (layout->its, note_copy, "document.export", layout->about, NULL), NULL,
                          save_noted_cb, task, fw_talk_sheet_save_async);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * fw_talk_sheet_save_async:
 * @its: the case whose talk it is
 * @about: what the course of the case calls the sheet
 * @file: where to; what is there is replaced
 *
 * Writes the sheet as PDF on a worker thread, and that it was written into the audit; nothing is put in its place of which that cannot be noted.
 */
void
fw_talk_sheet_save_async (FwTalkSheet *self,
                          FwCase *its,
                          const char *about,
                          GFile *file,
                          FwDate made,
                          const char *language,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (its, NULL, callback, user_data);
  g_autoptr (GTask) writing = g_task_new (NULL, cancellable, written_cb, task);
  Layout *layout = layout_new (self, made, language), *written = layout_new (self, made, language);

  layout->its = g_object_ref (its);
  layout->about = g_strdup (about);
  layout->file = g_object_ref (file);
  written->file = g_object_ref (file);
  g_task_set_source_tag (task, fw_talk_sheet_save_async);
  g_task_set_task_data (task, layout, (GDestroyNotify) layout_free);
  g_task_set_task_data (writing, written, (GDestroyNotify) layout_free);
  fw_task_run_in_thread (writing, write_thread);
}

/**
 * fw_talk_sheet_save_finish:
 *
 * Ends what fw_talk_sheet_save_async() began.
 */
gboolean
fw_talk_sheet_save_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
