#include "config.h"

#include "ui/insight/fw-insight-filters.h"

#include <glib/gi18n.h>

#include "ui/widgets/fw-spoken-name.h"

/* The periods that end today; behind them stand the single years. */
static const struct
{
  int years; /* 0: all */
  const char *word;
} periods[] = {
  { 1, N_("Last 12 months") },
  { 3, N_("Last 3 years") },
  { 5, N_("Last 5 years") },
  { 0, N_("All on record") },
};

#define PERIOD_AT_FIRST 1

/* The ways of leaving: by whose wish, then by kind. */
static const struct
{
  guint groups;
  guint kinds;
  const char *word;
} ways[] = {
  { FW_INSIGHT_EVERY_GROUP, FW_INSIGHT_EVERY_KIND, N_("Every way of leaving") },
  { 1u << FW_LEAVING_VOLUNTARY, FW_INSIGHT_EVERY_KIND, N_("Voluntary") },
  { 1u << FW_LEAVING_INVOLUNTARY, FW_INSIGHT_EVERY_KIND, N_("Involuntary") },
  { 1u << FW_LEAVING_OTHER, FW_INSIGHT_EVERY_KIND, N_("Retired and other") },
  { 1u << FW_LEAVING_UNKNOWN, FW_INSIGHT_EVERY_KIND, N_("Not on record") },
  { FW_INSIGHT_EVERY_GROUP, 1u << FW_LEAVING_KIND_RESIGNATION, N_("Resignations") },
  { FW_INSIGHT_EVERY_GROUP, 1u << FW_LEAVING_KIND_MUTUAL, N_("Agreements") },
  { FW_INSIGHT_EVERY_GROUP, 1u << FW_LEAVING_KIND_DISMISSAL, N_("Dismissals") },
  { FW_INSIGHT_EVERY_GROUP, 1u << FW_LEAVING_KIND_REDUNDANCY, N_("Layoffs") },
  { FW_INSIGHT_EVERY_GROUP, 1u << FW_LEAVING_KIND_EXPIRY, N_("Contracts expired") },
};

struct _FwInsightFilters
{
  GtkWidget parent_instance;

  GtkBox *content;
  GtkDropDown *period;
  GtkDropDown *branch;
  GtkDropDown *department;
  GtkDropDown *way;
  GArray *years;             /* int, behind the periods */
  GPtrArray *branch_ids;     /* char*, of the rows behind the first */
  GPtrArray *department_ids; /* char* */
  gboolean offering;         /* the lists are being filled: nobody has chosen */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (FwInsightFilters, fw_insight_filters, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
chosen_cb (FwInsightFilters *self)
{
  if (!self->offering)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fw_insight_filters_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FwInsightFilters *self = FW_INSIGHT_FILTERS (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
fw_insight_filters_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, FW_INSIGHT_FILTERS (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_insight_filters_dispose (GObject *object)
{
  FwInsightFilters *self = FW_INSIGHT_FILTERS (object);

  if (self->content != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->content));
  self->content = NULL;
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->branch_ids, g_ptr_array_unref);
  g_clear_pointer (&self->department_ids, g_ptr_array_unref);
  G_OBJECT_CLASS (fw_insight_filters_parent_class)->dispose (object);
}

static void
fw_insight_filters_class_init (FwInsightFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fw_insight_filters_set_property;
  object_class->get_property = fw_insight_filters_get_property;
  object_class->dispose = fw_insight_filters_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_INSIGHT_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/insight/fw-insight-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, FwInsightFilters, content);
  gtk_widget_class_bind_template_child (widget_class, FwInsightFilters, period);
  gtk_widget_class_bind_template_child (widget_class, FwInsightFilters, branch);
  gtk_widget_class_bind_template_child (widget_class, FwInsightFilters, department);
  gtk_widget_class_bind_template_child (widget_class, FwInsightFilters, way);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
set_choices (GtkDropDown *drop_down, GStrvBuilder *words, guint selected)
{
  g_auto (GStrv) list = g_strv_builder_end (words);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) list);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (drop_down, selected < g_strv_length (list) ? selected : 0);
}

static void
offer_ways (FwInsightFilters *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_strv_builder_add (words, _(ways[i].word));
  set_choices (self->way, words, 0);
}

static void
fw_insight_filters_init (FwInsightFilters *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->branch_ids = g_ptr_array_new_with_free_func (g_free);
  self->department_ids = g_ptr_array_new_with_free_func (g_free);
  self->offering = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_ways (self);
  self->offering = FALSE;
  fw_insight_filters_reset (self);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->period), NULL);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->way), NULL);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->branch), NULL);
  fw_spoken_name_follow_choice (GTK_WIDGET (self->department), NULL);
}

/* Years in which somebody has left, the latest first; a choice made before stays chosen. */
static void
offer_periods (FwInsightFilters *self, FwDate first_leaving, FwDate today)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint selected = gtk_drop_down_get_selected (self->period);

  if (selected == GTK_INVALID_LIST_POSITION)
    selected = PERIOD_AT_FIRST;
  g_array_set_size (self->years, 0);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    g_strv_builder_add (words, _(periods[i].word));
  for (int year = today.year; fw_date_is_known (first_leaving) && year >= first_leaving.year; year--)
    {
      /* Translators: a calendar year as a choice, as in "2025". */
      g_autofree char *word = g_strdup_printf (_("%d"), year);

      g_array_append_val (self->years, year);
      g_strv_builder_add (words, word);
    }
  set_choices (self->period, words, selected);
}

static char *
dup_chosen (GtkDropDown *drop_down, GPtrArray *ids)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected > 0 && selected <= ids->len ? g_strdup (g_ptr_array_index (ids, selected - 1)) : NULL;
}

static guint
find_id (GPtrArray *ids, const char *id)
{
  guint index;

  return id != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &index) ? index + 1 : 0;
}

static void
offer_branches (FwInsightFilters *self, const FwLeavingRecords *records)
{
  g_autofree char *chosen = dup_chosen (self->branch, self->branch_ids);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n = records != NULL ? fw_leaving_records_get_n_branches (records) : 0;

  g_ptr_array_set_size (self->branch_ids, 0);
  g_strv_builder_add (words, _("All branches"));
  for (guint i = 0; i < n; i++)
    {
      const FwInsightPlace *place = fw_leaving_records_get_branch (records, i);

      g_strv_builder_add (words, place->name);
      g_ptr_array_add (self->branch_ids, g_strdup (place->id));
    }
  set_choices (self->branch, words, find_id (self->branch_ids, chosen));
  gtk_widget_set_visible (GTK_WIDGET (self->branch), n > 0);
}

/* The parts of a department stand indented below it. */
static void
offer_departments (FwInsightFilters *self, const FwLeavingRecords *records)
{
  g_autofree char *chosen = dup_chosen (self->department, self->department_ids);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n = records != NULL ? fw_leaving_records_get_n_departments (records) : 0;

  g_ptr_array_set_size (self->department_ids, 0);
  g_strv_builder_add (words, _("All departments"));
  for (guint i = 0; i < n; i++)
    {
      const FwInsightPlace *place = fw_leaving_records_get_department (records, i);
      g_autofree char *indent = g_strnfill (place->depth * 4, ' ');
      g_autofree char *word = g_strconcat (indent, place->name, NULL);

      g_strv_builder_add (words, word);
      g_ptr_array_add (self->department_ids, g_strdup (place->id));
    }
  set_choices (self->department, words, find_id (self->department_ids, chosen));
  gtk_widget_set_visible (GTK_WIDGET (self->department), n > 0);
}

/**
 * fw_insight_filters_offer:
 * @records: (nullable): whose years, branches and departments can be chosen
 *
 * Fills the lists; what was chosen stays chosen where it still exists. "changed" is not emitted.
 */
void
fw_insight_filters_offer (FwInsightFilters *self, const FwLeavingRecords *records, FwDate today)
{
  g_return_if_fail (FW_IS_INSIGHT_FILTERS (self));

  self->offering = TRUE;
  offer_periods (self, records != NULL ? fw_leaving_records_get_first_leaving (records) : FW_DATE_UNKNOWN, today);
  offer_branches (self, records);
  offer_departments (self, records);
  self->offering = FALSE;
}

/**
 * fw_insight_filters_get:
 *
 * Answers what is chosen; its texts belong to @self and hold until the lists are filled again.
 */
FwInsightFilter
fw_insight_filters_get (FwInsightFilters *self, FwDate today)
{
  FwInsightFilter filter = FW_INSIGHT_FILTER_INIT;
  guint period = gtk_drop_down_get_selected (self->period), branch = gtk_drop_down_get_selected (self->branch);
  guint department = gtk_drop_down_get_selected (self->department), way = gtk_drop_down_get_selected (self->way);

  if (period < G_N_ELEMENTS (periods))
    {
      /* Whole months: the period of a year that ends in March begins in April. */
      if (periods[period].years > 0)
        filter.from = fw_date_add_months (fw_date_new (today.year, today.month, 1), 1 - 12 * periods[period].years);
    }
  else if (period - G_N_ELEMENTS (periods) < self->years->len)
    {
      int year = g_array_index (self->years, int, period - G_N_ELEMENTS (periods));

      filter.from = fw_date_new (year, 1, 1);
      filter.until = fw_date_new (year, 12, 31);
    }
  if (branch > 0 && branch <= self->branch_ids->len)
    filter.branch_id = g_ptr_array_index (self->branch_ids, branch - 1);
  if (department > 0 && department <= self->department_ids->len)
    filter.department_id = g_ptr_array_index (self->department_ids, department - 1);
  if (way < G_N_ELEMENTS (ways))
    {
      filter.groups = ways[way].groups;
      filter.kinds = ways[way].kinds;
    }
  return filter;
}

/**
 * fw_insight_filters_reset:
 *
 * Forgets the company and what was chosen.
 */
void
fw_insight_filters_reset (FwInsightFilters *self)
{
  g_return_if_fail (FW_IS_INSIGHT_FILTERS (self));

  fw_insight_filters_offer (self, NULL, FW_DATE_UNKNOWN);
  self->offering = TRUE;
  gtk_drop_down_set_selected (self->period, PERIOD_AT_FIRST);
  gtk_drop_down_set_selected (self->way, 0);
  self->offering = FALSE;
}
