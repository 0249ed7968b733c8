#include "config.h"

#include "ui/cases/fw-group-supply-private.h"

#include <glib/gi18n.h>

#include "core/fw-task.h"
#include "departure/fw-file-match.h"
#include "ui/fw-problem.h"
#include "ui/widgets/fw-spoken-name.h"

/* Files of one folder that are looked at; more are no folder of one group. */
#define MOST_FILES 5000

G_DEFINE_FINAL_TYPE (FwGroupSupplyDialog, fw_group_supply_dialog, ADW_TYPE_WINDOW)

enum
{
  SUPPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
person_free (gpointer data)
{
  FwGroupSupplyPerson *self = data;

  g_free (self->id);
  g_free (self->number);
  g_free (self->name);
  g_object_unref (self->material);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* As people read it. */
char *
_fw_group_supply_name_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static gboolean
is_confirmed (FwGroupSupplyPerson *person)
{
  return person->ticked && person->files->len == 0;
}

/* For how many people something of a material was ticked or given. */
static guint
count_supplied (GPtrArray *people)
{
  guint count = 0;

  for (guint i = 0; people != NULL && i < people->len; i++)
    count += is_confirmed (people->pdata[i]) || ((FwGroupSupplyPerson *) people->pdata[i])->files->len > 0;
  return count;
}

/* Beside those of the material that is shown. */
static guint
count_elsewhere (FwGroupSupplyDialog *self)
{
  GHashTableIter lacking;
  gpointer people;
  guint count = 0;

  g_hash_table_iter_init (&lacking, self->lacking);
  while (g_hash_table_iter_next (&lacking, NULL, &people))
    count += people != self->people ? count_supplied (people) : 0;
  return count;
}

/* What will be taken in, and how many still lack it then. */
void
_fw_group_supply_show_take (FwGroupSupplyDialog *self)
{
  guint found = 0, ticked = 0, given = 0, elsewhere = count_elsewhere (self), rest;
  g_autofree char *all = NULL;
  g_autofree char *take = NULL;
  g_autofree char *left = NULL;
  g_autofree char *others = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < self->people->len; i++)
    {
      FwGroupSupplyPerson *person = self->people->pdata[i];

      found += person->check != NULL && person->files->len == 0;
      ticked += is_confirmed (person);
      given += person->files->len > 0;
    }
  rest = self->people->len - ticked - given;
  all = g_strdup_printf (ngettext ("_Looked at and right for the %u person of whom it was found", "_Looked at and right for all %u of whom it was found",
                                   found), found);
  take = g_strdup_printf (ngettext ("_Take in for %u person", "_Take in for %u people", ticked + given), ticked + given);
  left = g_strdup_printf (ngettext ("%u person will still lack it.", "%u people will still lack it.", rest), rest);
  self->showing = TRUE;
  gtk_check_button_set_label (self->all_check, all);
  gtk_check_button_set_active (self->all_check, found > 0 && ticked == found);
  gtk_widget_set_visible (GTK_WIDGET (self->all_check), found > 0);
  self->showing = FALSE;
  gtk_button_set_label (self->take_button, take);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), ticked + given + elsewhere > 0);
  others = g_strdup_printf (ngettext ("With it goes %u piece of other materials.", "With it go %u pieces of other materials.", elsewhere),
                            elsewhere);
  /* Translators: two sentences, one behind the other. */
  line = g_strdup_printf (_("%1$s %2$s"), rest > 0 ? left : _("Nobody will lack it then."), elsewhere > 0 ? others : "");
  gtk_label_set_label (self->rest_label, g_strchomp (line));
}

static void
all_toggled_cb (FwGroupSupplyDialog *self)
{
  gboolean wanted = gtk_check_button_get_active (self->all_check);

  if (self->showing)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < self->people->len; i++)
    {
      FwGroupSupplyPerson *person = self->people->pdata[i];

      if (person->check != NULL && person->files->len == 0)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (person->check), wanted);
    }
  self->showing = FALSE;
  _fw_group_supply_show_take (self);
}

/**
 * fw_group_supply_dialog_add_files:
 * @files: (element-type GFile): files
 *
 * Gives each file to the one person whose number or name stands in its name; the others are shown, for somebody to say whose they are.
 */
void
fw_group_supply_dialog_add_files (FwGroupSupplyDialog *self, GPtrArray *files)
{
  g_autofree FwFilePerson *people = g_new0 (FwFilePerson, self->people->len);

  g_return_if_fail (FW_IS_GROUP_SUPPLY_DIALOG (self));

  for (guint i = 0; i < self->people->len; i++)
    {
      people[i].number = ((FwGroupSupplyPerson *) self->people->pdata[i])->number;
      people[i].name = ((FwGroupSupplyPerson *) self->people->pdata[i])->name;
    }
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = _fw_group_supply_name_file (files->pdata[i]);
      int place = fw_file_match (name, people, self->people->len);
      GPtrArray *to = place >= 0 ? ((FwGroupSupplyPerson *) self->people->pdata[place])->files : self->strays;

      if (!g_ptr_array_find_with_equal_func (to, files->pdata[i], (GEqualFunc) g_file_equal, NULL))
        g_ptr_array_add (to, g_object_ref (files->pdata[i]));
    }
  _fw_group_supply_show_strays (self);
  _fw_group_supply_show_people (self);
}

/* A folder, read in the background */

typedef struct
{
  GFile *folder;
  GPtrArray *files;
} Folder;

static void
folder_free (gpointer data)
{
  Folder *self = data;

  g_object_unref (self->folder);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static void
read_folder_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Folder *folder = data;
  GError *error = NULL;
  g_autoptr (GFileEnumerator) all = g_file_enumerate_children (folder->folder,
                                                               G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                                               G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP,
                                                               G_FILE_QUERY_INFO_NONE, cancellable, &error);
  GFileInfo *info = NULL;
  GFile *file = NULL;

  while (all != NULL && folder->files->len < MOST_FILES && g_file_enumerator_iterate (all, &info, &file, cancellable, &error) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && !g_file_info_get_is_hidden (info) && !g_file_info_get_is_backup (info))
      g_ptr_array_add (folder->files, g_object_ref (file));
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = _fw_group_supply_name_file (*(GFile **) a);
  g_autofree char *second = _fw_group_supply_name_file (*(GFile **) b);

  return g_utf8_collate (first, second);
}

static void
folder_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FwGroupSupplyDialog *self = FW_GROUP_SUPPLY_DIALOG (source);
  Folder *folder = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fw_problem_present (GTK_WINDOW (self), _("The folder could not be read"), NULL, error);
      return;
    }
  g_ptr_array_sort (folder->files, compare_files);
  fw_group_supply_dialog_add_files (self, folder->files);
}

static void
folder_chosen_cb (GtkNativeDialog *chooser, int response, FwGroupSupplyDialog *self)
{
  g_autoptr (GFile) chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  if (chosen != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, self->reading, folder_read_cb, NULL);
      Folder *folder = g_new0 (Folder, 1);

      folder->folder = g_object_ref (chosen);
      folder->files = g_ptr_array_new_with_free_func (g_object_unref);
      g_task_set_task_data (task, folder, folder_free);
      fw_task_run_in_thread (task, read_folder_cb);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
folder_cb (FwGroupSupplyDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Folder with a file for each person"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Match them"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
take_cb (FwGroupSupplyDialog *self)
{
  g_signal_emit (self, signals[SUPPLY], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* Which material */

static FwCaseItem *
find_missing (FwGroupSupplyDialog *self, FwCaseItem *member, const char *material)
{
  GListModel *missing = fw_case_group_get_materials (self->group, fw_case_item_get_id (member));

  for (guint i = 0; missing != NULL && i < g_list_model_get_n_items (missing); i++)
    {
      g_autoptr (FwCaseItem) item = g_list_model_get_item (missing, i);

      if (g_str_equal (fw_case_item_get_id (item), material))
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* Those who lack a material. */
static GPtrArray *
list_lacking (FwGroupSupplyDialog *self, const char *material)
{
  GListModel *members = fw_case_group_get_members (self->group);
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);
      FwCaseItem *item = find_missing (self, member, material);
      FwGroupSupplyPerson *person;

      if (item == NULL)
        continue;
      person = g_new0 (FwGroupSupplyPerson, 1);
      person->id = g_strdup (fw_case_item_get_id (member));
      person->number = g_strdup (fw_case_item_get_text (member, "employee-number"));
      person->name = g_strdup (fw_case_item_get_text (member, "employee-name"));
      person->material = item;
      person->files = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (people, person);
    }
  return people;
}

/* As it was left, where it was shown before. */
static void
load_people (FwGroupSupplyDialog *self, const char *material)
{
  _fw_group_supply_clear (self->people_list);
  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    ((FwGroupSupplyPerson *) self->people->pdata[i])->check = NULL;
  if (!g_hash_table_contains (self->lacking, material))
    {
      g_hash_table_insert (self->lacking, g_strdup (material), list_lacking (self, material));
      g_hash_table_insert (self->left, g_strdup (material), g_ptr_array_new_with_free_func (g_object_unref));
    }
  self->people = g_hash_table_lookup (self->lacking, material);
  self->strays = g_hash_table_lookup (self->left, material);
}

static void
material_chosen_cb (FwGroupSupplyDialog *self)
{
  const char *material = fw_group_supply_dialog_get_material (self);
  const char *ask;

  if (material == NULL)
    return;
  load_people (self, material);
  ask = self->people->len > 0 ? fw_case_item_get_text (((FwGroupSupplyPerson *) self->people->pdata[0])->material, "ask") : NULL;
  gtk_label_set_label (self->ask_label, ask != NULL ? ask : "");
  gtk_widget_set_visible (GTK_WIDGET (self->ask_label), ask != NULL);
  _fw_group_supply_show_strays (self);
  _fw_group_supply_show_people (self);
}

/* Every material that somebody lacks, with for how many. */
static void
fill_materials (FwGroupSupplyDialog *self)
{
  GListModel *members = fw_case_group_get_members (self->group);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);
      GListModel *missing = fw_case_group_get_materials (self->group, fw_case_item_get_id (member));

      for (guint k = 0; missing != NULL && k < g_list_model_get_n_items (missing); k++)
        {
          g_autoptr (FwCaseItem) item = g_list_model_get_item (missing, k);
          const guint none = 0;
          guint place;

          if (!g_ptr_array_find_with_equal_func (self->materials, fw_case_item_get_id (item), g_str_equal, &place))
            {
              place = self->materials->len;
              g_ptr_array_add (self->materials, g_strdup (fw_case_item_get_id (item)));
              g_ptr_array_add (names, g_strdup (fw_case_item_get_text (item, "title")));
              g_array_append_val (counts, none);
            }
          g_array_index (counts, guint, place)++;
        }
    }
  for (guint i = 0; i < self->materials->len; i++)
    {
      guint count = g_array_index (counts, guint, i);
      /* Translators: a material, how many people lack it. */
      g_autofree char *text = g_strdup_printf (ngettext ("%s · %u person lacks it", "%s · %u people lack it", count), (char *) names->pdata[i], count);

      gtk_string_list_append (titles, text);
    }
  gtk_drop_down_set_model (self->material_drop_down, G_LIST_MODEL (titles));
}

/**
 * fw_group_supply_dialog_new:
 * @group: whose cases are all judged
 *
 * Returns: (transfer floating) (nullable): the dialog; %NULL where nobody lacks anything
 */
GtkWidget *
fw_group_supply_dialog_new (FwCaseGroup *group, FwStore *store)
{
  FwGroupSupplyDialog *self = g_object_new (FW_TYPE_GROUP_SUPPLY_DIALOG, NULL);

  self->group = g_object_ref (group);
  self->store = g_object_ref (store);
  fill_materials (self);
  if (self->materials->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  material_chosen_cb (self);
  return GTK_WIDGET (self);
}

/**
 * fw_group_supply_dialog_get_material:
 *
 * Returns: (nullable): the material that is shown, by id
 */
const char *
fw_group_supply_dialog_get_material (FwGroupSupplyDialog *self)
{
  guint place = gtk_drop_down_get_selected (self->material_drop_down);

  return place < self->materials->len ? self->materials->pdata[place] : NULL;
}

/**
 * fw_group_supply_dialog_dup_materials:
 *
 * Returns: (transfer full): the materials of which something was ticked or given, by id, in the order of the list
 */
GStrv
fw_group_supply_dialog_dup_materials (FwGroupSupplyDialog *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->materials->len; i++)
    if (count_supplied (g_hash_table_lookup (self->lacking, self->materials->pdata[i])) > 0)
      g_strv_builder_add (ids, self->materials->pdata[i]);
  return g_strv_builder_end (ids);
}

/**
 * fw_group_supply_dialog_dup_confirmed:
 *
 * Returns: (transfer full): the cases for which somebody has ticked what the records hold of a material
 */
GStrv
fw_group_supply_dialog_dup_confirmed (FwGroupSupplyDialog *self, const char *material)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *people = g_hash_table_lookup (self->lacking, material);

  for (guint i = 0; people != NULL && i < people->len; i++)
    if (is_confirmed (people->pdata[i]))
      g_strv_builder_add (ids, ((FwGroupSupplyPerson *) people->pdata[i])->id);
  return g_strv_builder_end (ids);
}

/**
 * fw_group_supply_dialog_dup_files:
 * @cases: (out): the case of each
 *
 * Returns: (transfer full) (element-type GFile): the files of a material that were given to people
 */
GPtrArray *
fw_group_supply_dialog_dup_files (FwGroupSupplyDialog *self, const char *material, GStrv *cases)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *people = g_hash_table_lookup (self->lacking, material);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const FwGroupSupplyPerson *person = people->pdata[i];

      for (guint k = 0; k < person->files->len; k++)
        {
          g_strv_builder_add (ids, person->id);
          g_ptr_array_add (files, g_object_ref (person->files->pdata[k]));
        }
    }
  *cases = g_strv_builder_end (ids);
  return files;
}

static void
fw_group_supply_dialog_dispose (GObject *object)
{
  FwGroupSupplyDialog *self = FW_GROUP_SUPPLY_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->group);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (fw_group_supply_dialog_parent_class)->dispose (object);
}

static void
fw_group_supply_dialog_finalize (GObject *object)
{
  FwGroupSupplyDialog *self = FW_GROUP_SUPPLY_DIALOG (object);

  g_object_unref (self->reading);
  g_ptr_array_unref (self->materials);
  g_hash_table_unref (self->lacking);
  g_hash_table_unref (self->left);
  G_OBJECT_CLASS (fw_group_supply_dialog_parent_class)->finalize (object);
}

/* What can take the focus in a drop down is there from now on. */
static void
fw_group_supply_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fw_group_supply_dialog_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (FW_GROUP_SUPPLY_DIALOG (widget)->material_drop_down), GTK_DIR_TAB_FORWARD);
}

static void
fw_group_supply_dialog_class_init (FwGroupSupplyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_group_supply_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_group_supply_dialog_finalize;
  widget_class->map = fw_group_supply_dialog_map;
  signals[SUPPLY] = g_signal_new ("supply", FW_TYPE_GROUP_SUPPLY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/cases/fw-group-supply-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, material_drop_down);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, material_label);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, ask_label);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, all_check);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, stray_box);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, stray_label);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, stray_list);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, people_list);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, rest_label);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, folder_button);
  gtk_widget_class_bind_template_child (widget_class, FwGroupSupplyDialog, take_button);
  gtk_widget_class_bind_template_callback (widget_class, material_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fw_group_supply_dialog_init (FwGroupSupplyDialog *self)
{
  self->materials = g_ptr_array_new_with_free_func (g_free);
  self->lacking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_spoken_name_follow_choice (GTK_WIDGET (self->material_drop_down), _("Material"));
}
