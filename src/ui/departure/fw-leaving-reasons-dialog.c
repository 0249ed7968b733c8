/* Chooses why somebody leaves: the main reason and what there was also, each with the person's own words. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "departure/fw-reason-list.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-leaving-reasons.h"
#include "ui/fw-language.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"
#include "ui/widgets/fw-tall-scroll.h"

typedef struct
{
  FwCase *departure; /* owned */
  GtkWidget *from;   /* owned: whose workspace tells that it was done */
  FwReasonList *list;
  GPtrArray *ids; /* of what can be chosen, in order; NULL stands for none */
  AdwMessageDialog *dialog;
  gboolean adding;
  GtkDropDown *reasons[FW_REASONS_MOST_OF_ONE];
  GtkEditable *words[FW_REASONS_MOST_OF_ONE];
  GtkLabel *hint_label;
  GtkEditable *own_entry;
  GtkDropDown *group_drop_down;
  GtkWidget *add_button;
} Choosing;

static void
choosing_free (gpointer data)
{
  Choosing *self = data;

  g_object_unref (self->departure);
  g_object_unref (self->from);
  g_clear_pointer (&self->list, fw_reason_list_free);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static const char *
chosen (Choosing *self,
        guint place)
{
  guint selected = gtk_drop_down_get_selected (self->reasons[place]);

  return selected < self->ids->len ? self->ids->pdata[selected] : NULL;
}

/* Whether what was chosen can be kept: nothing twice, and nothing behind a place that is left open. */
static const char *
find_fault (Choosing *self)
{
  for (guint i = 0; i < FW_REASONS_MOST_OF_ONE; i++)
    for (guint k = 0; k < i; k++)
      {
        if (chosen (self, i) != NULL && g_strcmp0 (chosen (self, i), chosen (self, k)) == 0)
          return _("The same reason stands there twice.");
        if (chosen (self, i) != NULL && chosen (self, k) == NULL)
          return k == 0 ? _("Choose the main reason first.") : _("Fill the place before it first.");
      }
  return NULL;
}

static void
changed_cb (Choosing *self)
{
  const char *fault = find_fault (self);

  gtk_label_set_label (self->hint_label, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), fault != NULL);
  adw_message_dialog_set_response_enabled (self->dialog, "go", fault == NULL);
  for (guint i = 0; i < FW_REASONS_MOST_OF_ONE; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->words[i]), chosen (self, i) != NULL);
}

static gboolean
is_on_record (Choosing *self,
              const char *id)
{
  GListModel *rows = fw_case_get_reasons (self->departure);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (fw_case_item_get_id (row), id) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
group_name (Choosing *self,
            const FwLeavingReason *reason)
{
  for (guint i = 0; i < self->list->groups->len; i++)
    if (g_strcmp0 (((FwLeavingReason *) self->list->groups->pdata[i])->id, reason->group) == 0)
      return fw_leaving_reason_get_name (self->list->groups->pdata[i], fw_language_get ());
  return reason->group;
}

/* The reason stands before its group, so that typing finds it. */
static GtkStringList *
make_names (Choosing *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, NULL);
  gtk_string_list_append (names, _("None"));
  for (guint i = 0; i < self->list->reasons->len; i++)
    {
      const FwLeavingReason *reason = self->list->reasons->pdata[i];

      if (reason->hidden && !is_on_record (self, reason->id))
        continue;
      gtk_string_list_take (names, g_strdup_printf ("%s · %s", fw_leaving_reason_get_name (reason, fw_language_get ()),
                                                    group_name (self, reason)));
      g_ptr_array_add (self->ids, reason->id);
    }
  return names;
}

static void
choose (Choosing *self,
        guint place,
        const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id) == 0)
      gtk_drop_down_set_selected (self->reasons[place], i);
}

/* Offers a list, and takes it; what was chosen stays chosen. */
static void
offer (Choosing *self,
       FwReasonList *list)
{
  g_autoptr (FwReasonList) old = self->list;
  char *before[FW_REASONS_MOST_OF_ONE] = { NULL };
  g_autoptr (GtkStringList) names = NULL;

  for (guint i = 0; i < FW_REASONS_MOST_OF_ONE && old != NULL; i++)
    before[i] = g_strdup (chosen (self, i));
  self->list = list;
  names = make_names (self);
  for (guint i = 0; i < FW_REASONS_MOST_OF_ONE; i++)
    {
      gtk_drop_down_set_model (self->reasons[i], G_LIST_MODEL (names));
      choose (self, i, before[i]);
      g_free (before[i]);
    }
}

static void
show_chosen (Choosing *self)
{
  GListModel *rows = fw_case_get_reasons (self->departure);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (rows), FW_REASONS_MOST_OF_ONE); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (rows, i);
      const char *words = fw_case_item_get_text (row, "words");

      choose (self, i, fw_case_item_get_id (row));
      gtk_editable_set_text (self->words[i], words != NULL ? words : "");
    }
}

/* A reason of the company's own, on its way into the store; and the list with it. */
typedef struct
{
  FwWorkplace *workplace;
  char *group;
  char *name;
  char *id;
  FwReasonList *list;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->workplace);
  g_free (adding->group);
  g_free (adding->name);
  g_free (adding->id);
  g_clear_pointer (&adding->list, fw_reason_list_free);
  g_free (adding);
}

static Adding *
adding_new (FwWorkplace *workplace,
            const char *group,
            const char *name)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->workplace = g_object_ref (workplace);
  adding->group = g_strdup (group);
  adding->name = g_strdup (name);
  return adding;
}

static gpointer
add (gpointer data,
     GError **error)
{
  const Adding *asked = data;
  Adding *added = adding_new (asked->workplace, asked->group, asked->name);
  g_autoptr (FwEvent) event = fw_reason_list_add (asked->workplace, asked->group, asked->name, &added->id, error);

  if (event != NULL)
    added->list = fw_reason_list_read (fw_workplace_get_store (asked->workplace), error);
  if (added->list != NULL)
    return added;
  adding_free (added);
  return NULL;
}

static void
show_added (Choosing *self,
            const char *id)
{
  guint place = 0;

  gtk_editable_set_text (self->own_entry, "");
  while (place < FW_REASONS_MOST_OF_ONE - 1 && chosen (self, place) != NULL)
    place++;
  if (chosen (self, place) == NULL)
    choose (self, place, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->words[place]));
}

static void
added_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Choosing *self = g_object_get_data (source, "choosing");
  g_autoptr (GError) error = NULL;
  Adding *added = fw_task_ask_finish (result, &error);

  self->adding = FALSE;
  if (added != NULL)
    {
      offer (self, g_steal_pointer (&added->list));
      show_added (self, added->id);
      adding_free (added);
      return;
    }
  gtk_label_set_label (self->hint_label, g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_THERE)
                                           ? _("The list has it already.") : _("It could not be added."));
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), TRUE);
}

static void
add_cb (Choosing *self)
{
  guint group = gtk_drop_down_get_selected (self->group_drop_down);

  if (group >= self->list->groups->len || self->adding)
    return;
  self->adding = TRUE;
  fw_task_ask_async (self->dialog, add,
                     adding_new (fw_case_get_workplace (self->departure), ((FwLeavingReason *) self->list->groups->pdata[group])->id,
                                 gtk_editable_get_text (self->own_entry)),
                     adding_free, adding_free, NULL, added_cb, NULL);
}

static void
own_changed_cb (Choosing *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->own_entry)));

  gtk_widget_set_sensitive (self->add_button, *name != '\0');
}

static void
acted_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (fw_case_act_finish (FW_CASE (object), result, &error))
    {
      fw_case_tell (from, _("Reasons for leaving kept"), TRUE);
      return;
    }
  if (gtk_widget_get_root (from) != NULL)
    fw_problem_present (GTK_WINDOW (gtk_widget_get_root (from)), _("The reasons were not kept"), NULL, error);
}

static void
response_cb (Choosing *self,
             const char *response)
{
  FwReasonChoice choices[FW_REASONS_MOST_OF_ONE];
  guint n = 0;

  if (g_strcmp0 (response, "go") != 0)
    return;
  for (guint i = 0; i < FW_REASONS_MOST_OF_ONE && chosen (self, i) != NULL; i++)
    choices[n++] = (FwReasonChoice){ chosen (self, i), gtk_editable_get_text (self->words[i]) };
  fw_case_set_reasons_async (self->departure, choices, n, NULL, acted_cb, g_object_ref (self->from));
}

static void
find_children (Choosing *self,
               GtkBuilder *builder)
{
  self->dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  for (guint i = 0; i < FW_REASONS_MOST_OF_ONE; i++)
    {
      g_autofree char *reason = g_strdup_printf ("reason%u", i + 1);
      g_autofree char *words = g_strdup_printf ("words%u", i + 1);

      self->reasons[i] = GTK_DROP_DOWN (gtk_builder_get_object (builder, reason));
      self->words[i] = GTK_EDITABLE (gtk_builder_get_object (builder, words));
    }
  self->hint_label = GTK_LABEL (gtk_builder_get_object (builder, "hint_label"));
  self->own_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "own_entry"));
  self->group_drop_down = GTK_DROP_DOWN (gtk_builder_get_object (builder, "group_drop_down"));
  self->add_button = GTK_WIDGET (gtk_builder_get_object (builder, "add_button"));
}

static void
fill_groups (Choosing *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->list->groups->len; i++)
    gtk_string_list_append (names, fw_leaving_reason_get_name (self->list->groups->pdata[i], fw_language_get ()));
  gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (names));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->group_drop_down), _("Group of the reason"));
}

static void
connect (Choosing *self)
{
  const char *const places[FW_REASONS_MOST_OF_ONE] = { _("Main reason"), _("Also, second"), _("Also, third") };

  for (guint i = 0; i < FW_REASONS_MOST_OF_ONE; i++)
    {
      fw_spoken_name_follow_choice (GTK_WIDGET (self->reasons[i]), places[i]);
      g_signal_connect_swapped (self->reasons[i], "notify::selected", G_CALLBACK (changed_cb), self);
    }
  g_signal_connect_swapped (self->own_entry, "changed", G_CALLBACK (own_changed_cb), self);
  g_signal_connect_swapped (self->own_entry, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb), self);
}

static void
present (GtkWidget *from,
         FwCase *departure,
         FwReasonList *list)
{
  g_autoptr (GtkBuilder) builder =
    fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/departure/fw-leaving-reasons-dialog.ui");
  Choosing *self = g_new0 (Choosing, 1);

  self->departure = g_object_ref (departure);
  self->from = g_object_ref (from);
  self->ids = g_ptr_array_new ();
  find_children (self, builder);
  g_object_set_data_full (G_OBJECT (self->dialog), "choosing", self, choosing_free);
  offer (self, list);
  show_chosen (self);
  fill_groups (self);
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Not yet"), "go", _("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "go", ADW_RESPONSE_SUGGESTED);
  connect (self);
  changed_cb (self);
  own_changed_cb (self);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static gpointer
read_list (gpointer store,
           GError **error)
{
  return fw_reason_list_read (store, error);
}

static void
list_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (FwCase) departure = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwReasonList) list = fw_task_ask_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));

  if (root == NULL)
    return;
  if (list != NULL)
    present (GTK_WIDGET (source), departure, g_steal_pointer (&list));
  else
    fw_problem_present (GTK_WINDOW (root), _("The list of reasons cannot be read"), NULL, error);
}

/**
 * fw_leaving_reasons_dialog_present:
 * @from: a widget of the case's workspace
 *
 * Asks why the person leaves and puts it on record, as soon as the reasons are read.
 */
void
fw_leaving_reasons_dialog_present (GtkWidget *from,
                                   FwCase *departure)
{
  fw_task_ask_async (from, read_list, g_object_ref (fw_workplace_get_store (fw_case_get_workplace (departure))), g_object_unref,
                     (GDestroyNotify) fw_reason_list_free, NULL, list_read_cb, g_object_ref (departure));
}
