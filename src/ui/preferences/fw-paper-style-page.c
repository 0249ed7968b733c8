#include "config.h"

#include "ui/preferences/fw-paper-style-page.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "departure/fw-paper-style.h"
#include "documents/fw-template-diff.h"
#include "store/fw-evidence.h"
#include "store/fw-store.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"

#define MOST_EMPLOYERS 20
#define LOGO_HEIGHT 32

struct _FwPaperStylePage
{
  AdwPreferencesPage parent_instance;

  FwWorkplace *workplace;
  AdwPreferencesGroup *head_group;
  AdwPreferencesGroup *wording_group;
  AdwPreferencesGroup *template_group;
};

G_DEFINE_FINAL_TYPE (FwPaperStylePage, fw_paper_style_page, ADW_TYPE_PREFERENCES_PAGE)

static GtkWindow *
window_of (FwPaperStylePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Says what came of a change: papers that are out stay as they are. */
static void
tell (FwPaperStylePage *self, gboolean done, const GError *error)
{
  if (!done)
    fw_problem_present (window_of (self), _("This was not changed"), NULL, error);
  else if (ADW_IS_PREFERENCES_WINDOW (window_of (self)))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window_of (self)),
                                      adw_toast_new (_("Saved. Papers that are issued from now on say so.")));
}

typedef struct
{
  FwWorkplace *workplace;
  char *path;
  char *value;
} Style;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_object_unref (style->workplace);
  g_free (style->path);
  g_free (style->value);
  g_free (style);
}

static gpointer
write_style (gpointer data, GError **error)
{
  Style *style = data;

  return GINT_TO_POINTER (fw_paper_style_set (style->workplace, style->path, style->value, error));
}

static void
style_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwPaperStylePage *self = FW_PAPER_STYLE_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean done = GPOINTER_TO_INT (fw_task_ask_finish (result, &error));

  if (window_of (self) != NULL)
    tell (self, done, error);
}

static void
set_style (FwPaperStylePage *self, const char *path, const char *value)
{
  Style *style = g_new0 (Style, 1);

  style->workplace = g_object_ref (self->workplace);
  style->path = g_strdup (path);
  style->value = g_strdup (value);
  fw_task_ask_async (self, write_style, style, style_free, NULL, NULL, style_written_cb, NULL);
}

/* The letterhead */

typedef struct
{
  FwPaperStylePage *page; /* borrowed: the row is in it */
  GtkWidget *row;         /* borrowed: it has this */
  char *employer;
  GtkPicture *picture;
  GtkWidget *remove_button;
} LogoRow;

static void
logo_row_free (gpointer data)
{
  LogoRow *row = data;

  g_free (row->employer);
  g_free (row);
}

static void
show_logo (LogoRow *row, GBytes *png)
{
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;

  gtk_picture_set_paintable (row->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (row->picture), texture != NULL);
  gtk_widget_set_visible (row->remove_button, png != NULL);
}

/* A logo that is taken in or read: the row's own object is the widget, which is kept meanwhile. */
typedef struct
{
  FwWorkplace *workplace;
  char *employer;
  GFile *file;  /* nullable: no logo */
  char *sha256; /* of the one that is to be read */
} Logo;

static void
logo_free (gpointer data)
{
  Logo *logo = data;

  g_object_unref (logo->workplace);
  g_free (logo->employer);
  g_clear_object (&logo->file);
  g_free (logo->sha256);
  g_free (logo);
}

static Logo *
logo_new (LogoRow *row)
{
  Logo *logo = g_new0 (Logo, 1);

  logo->workplace = g_object_ref (row->page->workplace);
  logo->employer = g_strdup (row->employer);
  return logo;
}

static gpointer
read_logo (gpointer data, GError **error)
{
  Logo *logo = data;

  return fw_store_get_file (fw_workplace_get_store (logo->workplace), logo->sha256, NULL, error);
}

static void
logo_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GBytes) png = fw_task_ask_finish (result, NULL);

  if (gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    show_logo (g_object_get_data (source, "logo"), png);
}

/* Answers the picture, empty where there is none now. */
static gpointer
set_logo (gpointer data, GError **error)
{
  Logo *logo = data;

  if (!fw_paper_style_set_logo (logo->workplace, logo->employer, logo->file, error))
    return NULL;
  return logo->file != NULL ? g_file_load_bytes (logo->file, NULL, NULL, error) : g_bytes_new (NULL, 0);
}

static void
logo_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LogoRow *row = g_object_get_data (source, "logo");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = fw_task_ask_finish (result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (source)) == NULL)
    return;
  if (g_error_matches (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT))
    {
      fw_problem_present (window_of (row->page), _("This was not changed"),
                          _("The logo has to be a PNG picture of at most 1 MB."), error);
      return;
    }
  if (png != NULL)
    show_logo (row, g_bytes_get_size (png) > 0 ? png : NULL);
  tell (row->page, png != NULL, error);
}

static void
change_logo (LogoRow *row, GFile *file)
{
  Logo *logo = logo_new (row);

  g_set_object (&logo->file, file);
  fw_task_ask_async (row->row, set_logo, logo, logo_free, (GDestroyNotify) g_bytes_unref, NULL, logo_set_cb, NULL);
}

static void
logo_chosen_cb (LogoRow *row, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    change_logo (row, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_logo_cb (LogoRow *row)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Choose the logo"), window_of (row->page),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (logo_chosen_cb), row);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
remove_logo_cb (LogoRow *row)
{
  change_logo (row, NULL);
}

static GtkWidget *
add_button (GtkWidget *row, const char *label, const char *spoken, GCallback clicked_cb, gpointer data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fw_spoken_name_set (button, spoken);
  g_signal_connect_swapped (button, "clicked", clicked_cb, data);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_logo_row (FwPaperStylePage *self, FwRecord *employer)
{
  GtkWidget *row = adw_action_row_new ();
  LogoRow *logo = g_new0 (LogoRow, 1);
  const char *sha256 = fw_record_get (employer, "logo-sha256");
  g_autofree char *choose = g_strdup_printf (_("Choose the logo of %s"), fw_record_get (employer, "name"));
  g_autofree char *remove = g_strdup_printf (_("Remove the logo of %s"), fw_record_get (employer, "name"));

  logo->page = self;
  logo->row = row;
  logo->employer = g_strdup (fw_record_get_id (employer));
  logo->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_can_shrink (logo->picture, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (logo->picture), -1, LOGO_HEIGHT);
  gtk_widget_set_valign (GTK_WIDGET (logo->picture), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fw_record_get (employer, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Name and logo stand at the head of every paper. The logo is a PNG."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (logo->picture));
  add_button (row, _("_Choose a logo…"), choose, G_CALLBACK (choose_logo_cb), logo);
  logo->remove_button = add_button (row, _("_Remove"), remove, G_CALLBACK (remove_logo_cb), logo);
  g_object_set_data_full (G_OBJECT (row), "logo", logo, logo_row_free);
  show_logo (logo, NULL);
  adw_preferences_group_add (self->head_group, row);
  if (sha256 != NULL)
    {
      Logo *kept = logo_new (logo);

      kept->sha256 = g_strdup (sha256);
      fw_task_ask_async (row, read_logo, kept, logo_free, (GDestroyNotify) g_bytes_unref, NULL, logo_read_cb, NULL);
    }
}

static void
employers_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPaperStylePage) self = data;
  g_autoptr (GPtrArray) employers = fw_store_list_finish (FW_STORE (source), result, NULL);

  for (guint i = 0; self->workplace != NULL && employers != NULL && i < employers->len; i++)
    add_logo_row (self, g_ptr_array_index (employers, i));
}

static void
signatory_cb (FwPaperStylePage *self, AdwEntryRow *row)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  set_style (self, FW_PAPER_STYLE_SIGNATORY, name);
}

static void
add_signatory (FwPaperStylePage *self, const char *signatory)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Who signs, where a departure names nobody else"));
  gtk_editable_set_text (GTK_EDITABLE (row), signatory != NULL ? signatory : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (signatory_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->head_group, row);
}

/* Wordings */

typedef struct
{
  FwPaperStylePage *page; /* borrowed: the row is in it */
  char *path;
  GPtrArray *options;     /* FwPaperOption, owned */
  AdwActionRow *prints_row;
} WordingRow;

static void
wording_row_free (gpointer data)
{
  WordingRow *row = data;

  g_free (row->path);
  g_ptr_array_unref (row->options);
  g_free (row);
}

static void
show_prints (WordingRow *row, guint chosen)
{
  const FwPaperOption *option = g_ptr_array_index (row->options, chosen);

  adw_action_row_set_subtitle (row->prints_row, option->prints != NULL ? option->prints : _("Nothing is printed of it."));
}

static void
wording_chosen_cb (WordingRow *row, GParamSpec *pspec, AdwComboRow *combo)
{
  guint chosen = adw_combo_row_get_selected (combo);
  const FwPaperOption *option = chosen < row->options->len ? g_ptr_array_index (row->options, chosen) : NULL;

  if (option == NULL)
    return;
  set_style (row->page, row->path, option->id);
  show_prints (row, chosen);
}

/* A choice with its warning, and beneath it the words as the paper has them. */
static void
add_wording (FwPaperStylePage *self, FwPaperSetting *setting)
{
  GtkWidget *combo = adw_combo_row_new (), *prints = adw_action_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  WordingRow *row = g_new0 (WordingRow, 1);
  guint chosen = 0;

  row->page = self;
  row->path = g_strdup (setting->path);
  row->options = g_ptr_array_ref (setting->options);
  row->prints_row = ADW_ACTION_ROW (prints);
  for (guint i = 0; i < setting->options->len; i++)
    {
      const FwPaperOption *option = g_ptr_array_index (setting->options, i);

      gtk_string_list_append (names, option->text);
      chosen = g_strcmp0 (option->id, setting->value) == 0 ? i : chosen;
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (combo), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), setting->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (combo), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (combo), setting->warning);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (combo), 4);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), chosen);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (prints), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (prints), setting->paper_title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (prints), 6);
  g_object_set_data_full (G_OBJECT (combo), "wording", row, wording_row_free);
  show_prints (row, chosen);
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (wording_chosen_cb), row);
  adw_preferences_group_add (self->wording_group, combo);
  adw_preferences_group_add (self->wording_group, prints);
}

/* The company's own templates */

/* The lines that differ, each kind told by sign and style. */
static char *
dup_difference (GPtrArray *lines)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const FwDiffLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = g_markup_escape_text (line->line, -1);

      if (line->kind != FW_DIFF_SAME)
        g_string_append_printf (markup, line->kind == FW_DIFF_ADDED ? "+ <b>%s</b>\n" : "− <s>%s</s>\n", text);
    }
  return markup->len > 0 ? g_string_free (g_steal_pointer (&markup), FALSE) : g_strdup (_("The copy says the same as the shipped one."));
}

static void
show_difference_cb (GtkWidget *row)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (row)),
                                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                              _("Struck out: what the shipped template has. Bold: what the company’s has instead."));
  GtkWidget *scrolled = gtk_scrolled_window_new (), *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), g_object_get_data (G_OBJECT (row), "difference"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_template (FwPaperStylePage *self, FwPaperTemplate *template)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *spoken = g_strdup_printf (_("What differs in “%s”"), template->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), template->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The company’s own copy is printed."));
  g_object_set_data_full (G_OBJECT (row), "difference", dup_difference (template->lines), g_free);
  add_button (row, _("What _differs…"), spoken, G_CALLBACK (show_difference_cb), row);
  adw_preferences_group_add (self->template_group, row);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPaperStylePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPaperStyle) style = fw_paper_style_read_finish (FW_WORKPLACE (source), result, &error);
  g_autofree char *where = NULL;

  if (self->workplace == NULL)
    return;
  if (style == NULL)
    {
      g_autofree char *problem = fw_problem_describe (error);

      adw_preferences_group_set_description (self->wording_group, problem);
      return;
    }
  add_signatory (self, style->signatory);
  for (guint i = 0; i < style->settings->len; i++)
    add_wording (self, g_ptr_array_index (style->settings, i));
  for (guint i = 0; i < style->templates->len; i++)
    add_template (self, g_ptr_array_index (style->templates, i));
  where = g_markup_printf_escaped (style->templates->len > 0
                                     ? _("Copies that lie in %s are printed in place of the shipped ones.")
                                     : _("There are none. A copy of a shipped template that lies in %s is printed in its place."),
                                   style->folder != NULL ? style->folder : "");
  adw_preferences_group_set_description (self->template_group, where);
}

static void
fw_paper_style_page_dispose (GObject *object)
{
  g_clear_object (&FW_PAPER_STYLE_PAGE (object)->workplace);
  G_OBJECT_CLASS (fw_paper_style_page_parent_class)->dispose (object);
}

static void
fw_paper_style_page_class_init (FwPaperStylePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_paper_style_page_dispose;
}

static AdwPreferencesGroup *
new_group (FwPaperStylePage *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  return group;
}

static void
fw_paper_style_page_init (FwPaperStylePage *self)
{
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "papers");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Papers"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "x-office-document-symbolic");
  self->head_group = new_group (self, _("Letterhead and signature"), NULL);
  self->wording_group = new_group (self, _("Wordings"), _("Where the law bears two wordings, papers have one of them. "
                                                          "Papers that are issued stay as they are."));
  self->template_group = new_group (self, _("The company’s own templates"), NULL);
}

/**
 * fw_paper_style_page_set_workplace:
 *
 * Shows how the papers of these records look.
 */
void
fw_paper_style_page_set_workplace (FwPaperStylePage *self, FwWorkplace *workplace)
{
  g_autoptr (FwQuery) query = fw_query_new ();

  g_return_if_fail (FW_IS_PAPER_STYLE_PAGE (self));

  g_set_object (&self->workplace, workplace);
  fw_query_page (query, 0, MOST_EMPLOYERS);
  fw_store_list_async (fw_workplace_get_store (workplace), "employer", query, NULL, employers_cb, g_object_ref (self));
  fw_paper_style_read_async (workplace, NULL, read_cb, g_object_ref (self));
}
