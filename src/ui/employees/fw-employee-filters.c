#include "config.h"

#include "ui/employees/fw-employee-filters.h"

#include <glib/gi18n.h>

#include "ui/widgets/fw-spoken-name.h"

/* The drop-downs that leave people out. One that does shows what it leaves. Signal "changed" after a choice. */
struct _FwEmployeeFilters
{
  GtkWidget parent_instance;

  GtkDropDown *departments;
  GtkDropDown *status;
  GtkDropDown *contract;
  GtkDropDown *tenure;
  GPtrArray *department_ids; /* beside the names; the first is everybody */
  char *wanted_department;   /* of a view that came before the departments */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (FwEmployeeFilters, fw_employee_filters, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Names are kept in views: they never change. */
static const struct
{
  const char *name;
  const char *title;
  const char *status;
} statuses[] = {
  { "any", N_("Any status"), NULL },
  { "present", N_("Employed or leaving"), "active|leaving" },
  { "active", NC_("record choice", "Employed"), "active" },
  { "leaving", NC_("record choice", "Leaving"), "leaving" },
  { "left", NC_("record choice", "Left"), "left" },
};

/* Days from today; open at the beginning for what has run out. */
static const struct
{
  const char *name;
  const char *title;
  int days;
} contracts[] = {
  { "any", N_("Any contract"), 0 },
  { "overdue", N_("Contract has run out"), -1 },
  { "30", N_("Ends within 30 days"), 30 },
  { "90", N_("Ends within 90 days"), 90 },
  { "365", N_("Ends within a year"), 365 },
  { "open", N_("Open-ended contract"), 0 },
};

/* Whole months of service. */
static const struct
{
  const char *name;
  const char *title;
  int from;
  int below;
} tenures[] = {
  { "any", N_("Any tenure"), 0, 0 },
  { "0-6", N_("Under 6 months"), 0, 6 },
  { "6-12", N_("6 to 12 months"), 6, 12 },
  { "12-36", N_("1 to 3 years"), 12, 36 },
  { "36-120", N_("3 to 10 years"), 36, 120 },
  { "120-", N_("10 years and more"), 120, 0 },
};

static void
chosen_cb (FwEmployeeFilters *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkDropDown *
add_drop (FwEmployeeFilters *self, const char *label)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_tooltip_text (drop, label);
  gtk_widget_set_parent (drop, GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (chosen_cb), self);
  fw_spoken_name_follow_choice (drop, NULL);
  return GTK_DROP_DOWN (drop);
}

static void
set_names (GtkDropDown *drop, GtkStringList *names)
{
  gtk_drop_down_set_model (drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop, 0);
}

static void
name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "width-chars", 8, "max-width-chars", 18, NULL));
}

static void
name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *text = g_strdup (gtk_string_object_get_string (gtk_list_item_get_item (item)));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), g_strchug (text));
}

static void
whole_name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL));
}

static void
whole_name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A long name is cut in the button, and whole and in its place in the tree in the list. */
static void
set_department_factories (GtkDropDown *drop)
{
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (shown, "setup", G_CALLBACK (name_setup_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (name_bind_cb), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (whole_name_setup_cb), NULL);
  g_signal_connect (listed, "bind", G_CALLBACK (whole_name_bind_cb), NULL);
  gtk_drop_down_set_factory (drop, shown);
  gtk_drop_down_set_list_factory (drop, listed);
}

static void
fw_employee_filters_dispose (GObject *object)
{
  FwEmployeeFilters *self = FW_EMPLOYEE_FILTERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->department_ids, g_ptr_array_unref);
  g_clear_pointer (&self->wanted_department, g_free);
  G_OBJECT_CLASS (fw_employee_filters_parent_class)->dispose (object);
}

static void
fw_employee_filters_class_init (FwEmployeeFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_employee_filters_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_EMPLOYEE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fw-filters");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fw_employee_filters_init (FwEmployeeFilters *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("All departments"), NULL });
  g_autoptr (GtkStringList) status_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) contract_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) tenure_names = gtk_string_list_new (NULL);

  self->setting = TRUE;
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
  self->department_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->department_ids, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    gtk_string_list_append (status_names, i < 2 ? gettext (statuses[i].title)
                                                : g_dpgettext2 (NULL, "record choice", statuses[i].title));
  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++)
    gtk_string_list_append (contract_names, gettext (contracts[i].title));
  for (guint i = 0; i < G_N_ELEMENTS (tenures); i++)
    gtk_string_list_append (tenure_names, gettext (tenures[i].title));
  self->departments = add_drop (self, _("Department"));
  set_department_factories (self->departments);
  self->status = add_drop (self, _("Status"));
  self->contract = add_drop (self, _("Contract until"));
  self->tenure = add_drop (self, _("Tenure"));
  set_names (self->departments, names);
  set_names (self->status, status_names);
  set_names (self->contract, contract_names);
  set_names (self->tenure, tenure_names);
  self->setting = FALSE;
}

static const char *
chosen_department (FwEmployeeFilters *self)
{
  guint chosen = gtk_drop_down_get_selected (self->departments);

  return chosen < self->department_ids->len ? g_ptr_array_index (self->department_ids, chosen) : NULL;
}

static void
choose_department (FwEmployeeFilters *self, const char *id)
{
  for (guint i = 0; i < self->department_ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->department_ids, i), id) == 0)
      {
        gtk_drop_down_set_selected (self->departments, i);
        return;
      }
  gtk_drop_down_set_selected (self->departments, 0);
}

/* Appends those below @parent in the order in which they come, each with its own below it. */
static void
add_below (FwEmployeeFilters *self, GPtrArray *departments, const char *parent, guint depth, GtkStringList *names)
{
  for (guint i = 0; depth < 16 && i < departments->len; i++)
    {
      FwRecord *record = g_ptr_array_index (departments, i);
      g_autofree char *indent = g_strnfill (depth * 4, ' ');
      g_autofree char *name = NULL;

      if (g_strcmp0 (fw_record_get (record, "parent-id"), parent) != 0)
        continue;
      name = g_strconcat (indent, fw_record_get (record, "name"), NULL);
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->department_ids, g_strdup (fw_record_get_id (record)));
      add_below (self, departments, fw_record_get_id (record), depth + 1, names);
    }
}

/**
 * fw_employee_filters_set_departments:
 * @departments: (element-type FwRecord): every department, in the order in which those of one parent shall stand
 *
 * Offers them as a tree. What was chosen stays chosen.
 */
void
fw_employee_filters_set_departments (FwEmployeeFilters *self, GPtrArray *departments)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *before = NULL;

  g_return_if_fail (FW_IS_EMPLOYEE_FILTERS (self));

  before = g_strdup (self->wanted_department != NULL ? self->wanted_department : chosen_department (self));
  g_clear_pointer (&self->wanted_department, g_free);
  g_ptr_array_set_size (self->department_ids, 0);
  g_ptr_array_add (self->department_ids, NULL);
  gtk_string_list_append (names, _("All departments"));
  add_below (self, departments, NULL, 0, names);
  self->setting = TRUE;
  set_names (self->departments, names);
  choose_department (self, before);
  self->setting = FALSE;
}

/**
 * fw_employee_filters_fill:
 * @filter: gets what was chosen; its order stays as it is
 */
void
fw_employee_filters_fill (FwEmployeeFilters *self, FwEmployeeFilter *filter, FwDate today)
{
  guint contract, tenure;

  g_return_if_fail (FW_IS_EMPLOYEE_FILTERS (self));

  contract = MIN (gtk_drop_down_get_selected (self->contract), G_N_ELEMENTS (contracts) - 1);
  tenure = MIN (gtk_drop_down_get_selected (self->tenure), G_N_ELEMENTS (tenures) - 1);
  filter->department_id = chosen_department (self);
  filter->status = statuses[MIN (gtk_drop_down_get_selected (self->status), G_N_ELEMENTS (statuses) - 1)].status;
  filter->today = today;
  filter->open_ended = g_str_equal (contracts[contract].name, "open");
  if (contracts[contract].days > 0)
    {
      filter->ends_from = today;
      filter->ends_until = fw_date_add_days (today, contracts[contract].days);
    }
  else if (contracts[contract].days < 0)
    {
      filter->ends_until = fw_date_add_days (today, -1);
    }
  filter->tenure_from = tenures[tenure].from;
  filter->tenure_below = tenures[tenure].below;
}

/**
 * fw_employee_filters_is_set:
 *
 * Returns: whether any of them leaves people out
 */
gboolean
fw_employee_filters_is_set (FwEmployeeFilters *self)
{
  g_return_val_if_fail (FW_IS_EMPLOYEE_FILTERS (self), FALSE);
  return chosen_department (self) != NULL || gtk_drop_down_get_selected (self->status) > 0
         || gtk_drop_down_get_selected (self->contract) > 0 || gtk_drop_down_get_selected (self->tenure) > 0;
}

/**
 * fw_employee_filters_clear:
 *
 * Leaves nobody out. Says nothing of it.
 */
void
fw_employee_filters_clear (FwEmployeeFilters *self)
{
  g_return_if_fail (FW_IS_EMPLOYEE_FILTERS (self));
  self->setting = TRUE;
  g_clear_pointer (&self->wanted_department, g_free);
  gtk_drop_down_set_selected (self->departments, 0);
  gtk_drop_down_set_selected (self->status, 0);
  gtk_drop_down_set_selected (self->contract, 0);
  gtk_drop_down_set_selected (self->tenure, 0);
  self->setting = FALSE;
}

/**
 * fw_employee_filters_to_variant:
 *
 * Returns: (transfer floating): what was chosen, as a{ss}
 */
GVariant *
fw_employee_filters_to_variant (FwEmployeeFilters *self)
{
  GVariantBuilder chosen;
  const char *department;

  g_return_val_if_fail (FW_IS_EMPLOYEE_FILTERS (self), NULL);

  department = chosen_department (self);
  g_variant_builder_init (&chosen, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&chosen, "{ss}", "department", department != NULL ? department : "");
  g_variant_builder_add (&chosen, "{ss}", "status", statuses[gtk_drop_down_get_selected (self->status)].name);
  g_variant_builder_add (&chosen, "{ss}", "contract", contracts[gtk_drop_down_get_selected (self->contract)].name);
  g_variant_builder_add (&chosen, "{ss}", "tenure", tenures[gtk_drop_down_get_selected (self->tenure)].name);
  return g_variant_builder_end (&chosen);
}

#define CHOOSE(drop, choices, wanted)                                                                                   \
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)                                                                   \
    if (g_strcmp0 (choices[i].name, wanted) == 0)                                                                    \
      gtk_drop_down_set_selected (drop, i)

/**
 * fw_employee_filters_from_variant:
 * @chosen: as of fw_employee_filters_to_variant(); what it does not know stays open
 *
 * Chooses it. Says nothing of it.
 */
void
fw_employee_filters_from_variant (FwEmployeeFilters *self, GVariant *chosen)
{
  const char *department = NULL, *status = NULL, *contract = NULL, *tenure = NULL;

  g_return_if_fail (FW_IS_EMPLOYEE_FILTERS (self));

  fw_employee_filters_clear (self);
  g_variant_lookup (chosen, "department", "&s", &department);
  g_variant_lookup (chosen, "status", "&s", &status);
  g_variant_lookup (chosen, "contract", "&s", &contract);
  g_variant_lookup (chosen, "tenure", "&s", &tenure);
  self->setting = TRUE;
  if (department != NULL && *department != '\0')
    choose_department (self, department);
  if (department != NULL && *department != '\0' && self->department_ids->len == 1)
    self->wanted_department = g_strdup (department);
  CHOOSE (self->status, statuses, status);
  CHOOSE (self->contract, contracts, contract);
  CHOOSE (self->tenure, tenures, tenure);
  self->setting = FALSE;
}
