#include "config.h"

#include "ui/cases/fw-group-page-private.h"

#include <glib/gi18n.h>

#include "core/fw-date.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/widgets/fw-tall-scroll.h"

/* What is asked before something is done for all: who was asked for the status check, why those are chosen who are to be kept first, and which
 * papers are issued. */

typedef struct
{
  FwGroupPage *page;     /* owned */
  AdwMessageDialog *dialog;
  GPtrArray *checks;     /* GtkCheckButton or GtkEntry, each with its "id" */
  GtkEditable *of_entry; /* of the status checks only */
  GtkEditable *on_entry;
  gboolean ticking;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

static Asking *
asking_new (FwGroupPage *page, AdwMessageDialog *dialog)
{
  Asking *self = g_new0 (Asking, 1);

  self->page = g_object_ref (page);
  self->dialog = dialog;
  self->checks = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (dialog), "asking", self, asking_free);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (_fw_group_page_get_window (page)));
  return self;
}

static GStrv
dup_ticked (Asking *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_strv_builder_add (ids, g_object_get_data (self->checks->pdata[i], "id"));
  return g_strv_builder_end (ids);
}

static GtkWidget *
add_check (Asking *self, GtkBox *box, const char *id, const char *label, GCallback changed)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect_swapped (check, "toggled", changed, self);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (box, check);
  return check;
}

/* Who was asked for the status check */

static char *
dup_of (Asking *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->of_entry)));
}

/* What was asked was asked by today. */
static char *
dup_on (Asking *self)
{
  g_autofree char *day = fw_answer_field_read_day (gtk_editable_get_text (self->on_entry));
  FwDate on = fw_date_from_string (day);

  return fw_date_is_known (on) && fw_date_compare (on, fw_workplace_get_today (self->page->workplace)) <= 0 ? g_steal_pointer (&day)
                                                                                                            : NULL;
}

static void
asked_changed_cb (Asking *self)
{
  g_auto (GStrv) ticked = dup_ticked (self);
  g_autofree char *of = dup_of (self);
  g_autofree char *on = dup_on (self);

  if (!self->ticking)
    adw_message_dialog_set_response_enabled (self->dialog, "take", ticked[0] != NULL && *of != '\0' && on != NULL);
}

static void
all_toggled_cb (Asking *self, GtkCheckButton *all)
{
  self->ticking = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], gtk_check_button_get_active (all));
  self->ticking = FALSE;
  asked_changed_cb (self);
}

static void
asked_response_cb (Asking *self, const char *response)
{
  g_auto (GStrv) ticked = dup_ticked (self);
  g_autofree char *of = dup_of (self);
  g_autofree char *on = dup_on (self);

  if (g_strcmp0 (response, "take") == 0)
    _fw_group_page_answer_status (self->page, (const char *const *) ticked, of, on);
}

/* The person, and what the records already say against it. */
static char *
describe (FwCaseItem *member)
{
  const char *reason = fw_case_item_get_text (member, "reason");

  return reason != NULL ? g_strdup_printf (_("%s · %s · barred"), fw_case_item_get_text (member, "employee-name"),
                                           fw_case_item_get_text (member, "employee-number"))
                        : g_strdup_printf ("%s · %s", fw_case_item_get_text (member, "employee-name"),
                                           fw_case_item_get_text (member, "employee-number"));
}

static void
add_people (Asking *self, GtkBox *box)
{
  GListModel *members = fw_case_group_get_members (self->page->group);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);
      g_autofree char *text = describe (member);

      if (!fw_case_item_get_truth (member, "checked") && fw_case_item_get_choice (member, "state") < FW_CASE_STATE_ISSUED)
        add_check (self, box, fw_case_item_get_id (member), text, G_CALLBACK (asked_changed_cb));
    }
}

/* Asks which of the people were asked, of whom and when; a toast where all checks are taken. */
void
_fw_group_page_ask_asked (FwGroupPage *page)
{
  g_autoptr (GtkBuilder) builder = fw_tall_scroll_new_builder ("/org/fairwell/Fairwell/cases/fw-group-asked-dialog.ui");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  Asking *self = asking_new (page, dialog);
  g_autofree char *today = fw_date_to_string (fw_workplace_get_today (page->workplace));

  self->of_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "of_entry"));
  self->on_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "on_entry"));
  add_people (self, GTK_BOX (gtk_builder_get_object (builder, "people_box")));
  if (self->checks->len == 0)
    {
      fw_window_toast (_fw_group_page_get_window (page), _("Everybody’s status check is on file"));
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  adw_message_dialog_add_responses (dialog, "cancel", _("_Not yet"), "take", _("_Take in"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "take", ADW_RESPONSE_SUGGESTED);
  gtk_editable_set_text (self->on_entry, today);
  g_signal_connect_swapped (self->of_entry, "changed", G_CALLBACK (asked_changed_cb), self);
  g_signal_connect_swapped (self->on_entry, "changed", G_CALLBACK (asked_changed_cb), self);
  g_signal_connect_swapped (gtk_builder_get_object (builder, "all_check"), "toggled", G_CALLBACK (all_toggled_cb), self);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (asked_response_cb), self);
  asked_changed_cb (self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Why people who are to be kept first are not */

static void
reasons_response_cb (Asking *self, const char *response)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) cases = NULL;
  g_auto (GStrv) reasons = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->checks->pdata[i])));

      if (g_strcmp0 (text, g_object_get_data (self->checks->pdata[i], "before")) == 0)
        continue;
      g_strv_builder_add (ids, g_object_get_data (self->checks->pdata[i], "id"));
      g_strv_builder_add (texts, text);
    }
  cases = g_strv_builder_end (ids);
  reasons = g_strv_builder_end (texts);
  if (g_strcmp0 (response, "say") == 0 && cases[0] != NULL)
    _fw_group_page_say_reasons (self->page, (const char *const *) cases, (const char *const *) reasons);
}

static void
add_reason (Asking *self, GtkBox *box, FwCaseItem *member)
{
  const char *before = fw_case_item_get_text (member, "chosen-because") != NULL ? fw_case_item_get_text (member, "chosen-because") : "";
  g_autofree char *name = g_strdup_printf ("%s · %s", fw_case_item_get_text (member, "employee-name"),
                                           fw_case_item_get_text (member, "employee-number"));
  GtkWidget *label = gtk_label_new (name), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), before);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (entry), "id", g_strdup (fw_case_item_get_id (member)), g_free);
  g_object_set_data_full (G_OBJECT (entry), "before", g_strdup (before), g_free);
  g_ptr_array_add (self->checks, entry);
  gtk_box_append (box, label);
  gtk_box_append (box, entry);
}

static GtkWidget *
make_reasons (Asking *self)
{
  GListModel *members = fw_case_group_get_members (self->page->group);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);

      if (fw_case_item_get_truth (member, "keep-first") && fw_case_item_get_choice (member, "state") < FW_CASE_STATE_ISSUED)
        add_reason (self, GTK_BOX (box), member);
    }
  gtk_widget_set_size_request (box, 440, -1);
  return g_object_new (FW_TYPE_TALL_SCROLL, "min-height", 160, "child", box, NULL);
}

/* Asks of everybody who is to be kept first why they are not; a toast where nobody is. */
void
_fw_group_page_ask_reasons (FwGroupPage *page)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, _("Why are they not kept?"),
                                              _("These people are to be kept before others. Say for each why not, and with whom they were "
                                                "compared by which measure. It stands in the plan and in the review."));
  Asking *self = asking_new (page, ADW_MESSAGE_DIALOG (dialog));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_reasons (self));
  if (self->checks->len == 0)
    {
      fw_window_toast (_fw_group_page_get_window (page), _("By the records nobody of them is to be kept before others"));
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not yet"), "say", _("_Write it down"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "say", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (reasons_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Which papers */

static void
papers_changed_cb (Asking *self)
{
  g_auto (GStrv) ticked = dup_ticked (self);

  adw_message_dialog_set_response_enabled (self->dialog, "issue", ticked[0] != NULL);
}

static void
papers_response_cb (Asking *self, const char *response)
{
  g_auto (GStrv) ticked = dup_ticked (self);

  if (g_strcmp0 (response, "issue") == 0)
    _fw_group_page_issue (self->page, (const char *const *) ticked);
}

/* Each paper that is ready for somebody, in the order of the cases, with how many. */
static void
count_papers (GListModel *members, GPtrArray *ids, GPtrArray *titles, GArray *counts)
{
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);
      const char *const *ready = fw_case_item_get_texts (member, "ready-ids");
      const char *const *names = fw_case_item_get_texts (member, "ready-titles");

      for (guint k = 0; ready != NULL && ready[k] != NULL; k++)
        {
          guint place = ids->len;

          if (!g_ptr_array_find_with_equal_func (ids, ready[k], g_str_equal, &place))
            {
              const guint none = 0;

              place = ids->len;
              g_ptr_array_add (ids, g_strdup (ready[k]));
              g_ptr_array_add (titles, g_strdup (names[k]));
              g_array_append_val (counts, none);
            }
          g_array_index (counts, guint, place)++;
        }
    }
}

static GtkWidget *
make_papers (Asking *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = g_object_new (FW_TYPE_TALL_SCROLL, "min-height", 120, "child", box, NULL);

  count_papers (fw_case_group_get_members (self->page->group), ids, titles, counts);
  for (guint i = 0; i < ids->len; i++)
    {
      guint count = g_array_index (counts, guint, i);
      /* Translators: a paper, for how many people it can be issued. */
      g_autofree char *text = g_strdup_printf (ngettext ("%s · %u person", "%s · %u people", count), (char *) titles->pdata[i], count);

      add_check (self, GTK_BOX (box), ids->pdata[i], text, G_CALLBACK (papers_changed_cb));
    }
  return scroll;
}

/* Asks which of the papers that are ready are issued now; a toast where none is. */
void
_fw_group_page_ask_papers (FwGroupPage *page)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, _("Which papers are issued now?"),
                                              _("Each gets its number and is kept as it is, for everybody against whose paper nothing stands. "
                                                "The other drafts stay drafts."));
  Asking *self = asking_new (page, ADW_MESSAGE_DIALOG (dialog));
  GtkWidget *papers = make_papers (self);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), papers);
  if (self->checks->len == 0)
    {
      fw_window_toast (_fw_group_page_get_window (page), _("Nobody’s papers are ready yet: below it says what each one still lacks"));
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Not yet"), "issue", _("_Issue"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "issue", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "issue");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (papers_response_cb), self);
  papers_changed_cb (self);
  gtk_window_present (GTK_WINDOW (dialog));
}
