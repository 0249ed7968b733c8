/* A window with one of each thing that a test has to read and work, for the driver's own test. */
#include <adwaita.h>

static const char *cities[] = { "北京", "广州", "深圳", NULL };

typedef struct
{
  GtkWidget *name;
  GtkWidget *city;
  GtkWidget *agreed;
  GtkWidget *result;
} Form;

static void
labelled (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
saved_cb (GtkButton *button, Form *form)
{
  GtkStringObject *city = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (form->city));
  g_autofree char *text = g_strdup_printf (
    "%s / %s / %s", gtk_editable_get_text (GTK_EDITABLE (form->name)), gtk_string_object_get_string (city),
    gtk_check_button_get_active (GTK_CHECK_BUTTON (form->agreed)) ? "yes" : "no");

  gtk_label_set_text (GTK_LABEL (form->result), text);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Form *form)
{
  gtk_label_set_text (GTK_LABEL (form->result), response);
}

static void
asked_cb (GtkButton *button, Form *form)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), "要删除吗?", NULL);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", "取消", "delete", "删除", NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), form);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
opened_cb (GtkListView *view, guint position, Form *form)
{
  GtkSelectionModel *people = gtk_list_view_get_model (view);
  g_autoptr (GtkStringObject) person = g_list_model_get_item (G_LIST_MODEL (people), position);

  g_autofree char *text = g_strconcat ("打开 ", gtk_string_object_get_string (person), NULL);

  gtk_label_set_text (GTK_LABEL (form->result), text);
}

static GtkWidget *
create_list (Form *form)
{
  GtkStringList *people = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view;

  for (int i = 1; i <= 200; i++)
    gtk_string_list_take (people, g_strdup_printf ("员工%03d", i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (people))), factory);
  g_signal_connect (view, "activate", G_CALLBACK (opened_cb), form);
  labelled (view, "员工名单");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static GtkWidget *
create_button (const char *label, GCallback callback, Form *form)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", callback, form);
  return button;
}

static GtkWidget *
create_pages (void)
{
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_add_named (GTK_STACK (stack), gtk_button_new_with_label ("看得见"), "shown");
  gtk_stack_add_named (GTK_STACK (stack), gtk_button_new_with_label ("看不见"), "hidden");
  return stack;
}

static void
activate_cb (GApplication *application, Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *city_label;
  GtkWidget *rows = gtk_list_box_new ();

  form->name = gtk_entry_new ();
  labelled (form->name, "姓名");
  form->city = gtk_drop_down_new_from_strings (cities);
  city_label = gtk_label_new_with_mnemonic ("城市(_C)");
  gtk_label_set_mnemonic_widget (GTK_LABEL (city_label), form->city);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (form->city), GTK_ACCESSIBLE_RELATION_LABELLED_BY, city_label,
                                  NULL, -1);
  form->agreed = gtk_check_button_new_with_label ("同意");
  form->result = gtk_label_new ("-");

  gtk_box_append (GTK_BOX (box), form->name);
  gtk_box_append (GTK_BOX (box), city_label);
  /* What drops down reaches beyond the list that it belongs to. */
  gtk_list_box_append (GTK_LIST_BOX (rows), form->city);
  gtk_box_append (GTK_BOX (box), rows);
  gtk_box_append (GTK_BOX (box), form->agreed);
  gtk_box_append (GTK_BOX (box), create_button ("保存", G_CALLBACK (saved_cb), form));
  gtk_box_append (GTK_BOX (box), create_button ("删除…", G_CALLBACK (asked_cb), form));
  gtk_box_append (GTK_BOX (box), create_pages ());
  gtk_box_append (GTK_BOX (box), form->result);
  gtk_box_append (GTK_BOX (box), create_list (form));

  gtk_window_set_title (GTK_WINDOW (window), "样张");
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 520);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  Form form = { NULL };
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &form);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
