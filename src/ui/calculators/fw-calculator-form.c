#include "config.h"

#include "ui/calculators/fw-calculator-form.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/preferences/fw-place-words.h"
#include "ui/widgets/fw-spoken-name.h"

#define LABEL_WIDTH 150

/* One input: its row and what stands in it. */
typedef struct
{
  const FwCalculatorInput *input; /* borrowed of the calculators shown */
  GtkWidget *control;             /* an entry, or a drop-down whose first row may be "not said" */
  GtkWidget *remark;              /* what is wrong with it, or its hint */
  gboolean none_first;            /* the drop-down begins with "not said" */
  gboolean offered;               /* filled in from the local figures, not by a person */
} Field;

struct _FwCalculatorForm
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *expander;
  GtkWidget *seldom_list;
  GPtrArray *fields; /* owned: Field */
  GHashTable *places; /* owned, nullable until there is a place: what each is called */
  GHashTable *said;  /* owned: name → what a person typed, kept from one calculation to the next */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwCalculatorForm, fw_calculator_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_type (const Field *field, const char *type)
{
  return g_str_equal (field->input->type, type);
}

/* Values */

static GPtrArray *
options_of (const FwCalculatorInput *input)
{
  return input->options != NULL && input->options->len > 0 ? input->options : NULL;
}

static const char *truths[] = { "true", "false" };

/* What is chosen in a drop-down, NULL for "not said". Borrowed. */
static const char *
chosen_value (const Field *field)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field->control));
  GPtrArray *options = options_of (field->input);

  if (selected == GTK_INVALID_LIST_POSITION || (field->none_first && selected == 0))
    return NULL;
  selected -= field->none_first ? 1 : 0;
  if (options == NULL)
    return selected < G_N_ELEMENTS (truths) ? truths[selected] : NULL;
  return ((FwCalculatorOption *) g_ptr_array_index (options, selected))->id;
}

/* What was typed as a calculation takes it; what it cannot take stays as it was typed. */
static char *
dup_typed (const Field *field)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->control))));
  g_autofree char *day = is_type (field, "date") ? fw_answer_field_read_day (typed) : NULL;

  if (*typed == '\0')
    return NULL;
  if (day != NULL)
    return g_steal_pointer (&day);
  if (is_type (field, "text") || is_type (field, "date"))
    return g_steal_pointer (&typed);
  if (is_type (field, "money-list"))
    {
      g_auto (GStrv) amounts = g_strsplit_set (typed, " ,;，；、\t", -1);
      g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
      g_auto (GStrv) list = NULL;

      for (guint i = 0; amounts[i] != NULL; i++)
        if (*amounts[i] != '\0')
          g_strv_builder_add (kept, amounts[i]);
      list = g_strv_builder_end (kept);
      return g_strjoinv (",", list);
    }
  {
    g_auto (GStrv) parts = g_strsplit_set (typed, ", ", -1);

    return g_strjoinv ("", parts);
  }
}

static char *
dup_value (const Field *field)
{
  return GTK_IS_DROP_DOWN (field->control) ? g_strdup (chosen_value (field)) : dup_typed (field);
}

static const char *
describe_wrong (const Field *field)
{
  if (is_type (field, "date"))
    return _("Write the day as 2026-03-31");
  if (is_type (field, "money") || is_type (field, "money-list"))
    return _("Write the sum as 72746.20");
  return _("Write a number");
}

/* Rows */

static void
set_remark (Field *field, const char *text, gboolean wrong)
{
  const char *shown = text != NULL ? text : field->input->hint;

  gtk_label_set_label (GTK_LABEL (field->remark), shown != NULL ? shown : "");
  gtk_widget_set_visible (field->remark, shown != NULL);
  if (wrong)
    {
      gtk_widget_add_css_class (field->control, "error");
      gtk_widget_add_css_class (field->remark, "fw-text");
      gtk_widget_add_css_class (field->remark, "warn");
      gtk_widget_remove_css_class (field->remark, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (field->control, "error");
      gtk_widget_remove_css_class (field->remark, "warn");
      gtk_widget_add_css_class (field->remark, "dim-label");
    }
}

static void
changed_cb (FwCalculatorForm *self, GParamSpec *pspec, GtkWidget *control)
{
  if (self->filling)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      char *value;

      if (field->control != control)
        continue;
      field->offered = FALSE;
      gtk_widget_remove_css_class (control, "dim-label");
      value = dup_value (field);
      if (value != NULL)
        g_hash_table_insert (self->said, g_strdup (field->input->name), value);
      else
        g_hash_table_remove (self->said, field->input->name);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
typed_cb (FwCalculatorForm *self, GtkEditable *entry)
{
  changed_cb (self, NULL, GTK_WIDGET (entry));
}

static void
label_made_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
label_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The longest ground would make the page wider than the window: closed, it is cut off; open, it stands in full. */
static void
ellipsize_chosen (GtkWidget *control)
{
  GtkListItemFactory *open = gtk_drop_down_get_factory (GTK_DROP_DOWN (control));
  g_autoptr (GtkListItemFactory) closed = gtk_signal_list_item_factory_new ();

  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (control), open);
  g_signal_connect (closed, "setup", G_CALLBACK (label_made_cb), NULL);
  g_signal_connect (closed, "bind", G_CALLBACK (label_bound_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (control), closed);
}

static GtkWidget *
new_drop_down (Field *field)
{
  GPtrArray *options = options_of (field->input);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkWidget *control;

  field->none_first = field->input->fallback == NULL;
  if (field->none_first)
    gtk_string_list_append (model, _("Not said"));
  for (guint i = 0; options != NULL && i < options->len; i++)
    gtk_string_list_append (model, ((FwCalculatorOption *) g_ptr_array_index (options, i))->title);
  if (options == NULL)
    {
      gtk_string_list_append (model, _("Yes"));
      gtk_string_list_append (model, _("No"));
    }
  control = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&model)), NULL);
  ellipsize_chosen (control);
  return control;
}

static void
choose (Field *field, const char *value)
{
  GPtrArray *options = options_of (field->input);
  guint first = field->none_first ? 1 : 0;

  for (guint i = 0; options != NULL && i < options->len; i++)
    if (g_strcmp0 (((FwCalculatorOption *) g_ptr_array_index (options, i))->id, value) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (field->control), first + i);
  for (guint i = 0; options == NULL && i < G_N_ELEMENTS (truths); i++)
    if (g_strcmp0 (truths[i], value) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (field->control), first + i);
}

static const char *
placeholder_of (const Field *field)
{
  if (is_type (field, "date"))
    return "2026-03-31";
  if (is_type (field, "money-list"))
    return "18500, 18500, 19200";
  return field->input->fallback;
}

/**
 * fw_calculator_unit:
 * @type: of an input or output
 * @unit: (nullable): what the pack says it is counted in
 *
 * Returns: (transfer none) (nullable): the word that stands behind the figure
 */
const char *
fw_calculator_unit (const char *type, const char *unit)
{
  if (g_strcmp0 (type, "money") == 0)
    return _("yuan");
  if (g_strcmp0 (type, "months") == 0)
    return _("months");
  if (g_strcmp0 (type, "days") == 0)
    return _("days");
  return g_strcmp0 (unit, "h") == 0 ? _("hours") : NULL;
}

static GtkWidget *
new_control (FwCalculatorForm *self, Field *field, const char *said)
{
  if (options_of (field->input) != NULL || is_type (field, "truth"))
    {
      field->control = new_drop_down (field);
      choose (field, said != NULL ? said : field->input->fallback);
      g_signal_connect_object (field->control, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      const char *placeholder;

      field->control = gtk_entry_new ();
      placeholder = placeholder_of (field);
      gtk_entry_set_placeholder_text (GTK_ENTRY (field->control), placeholder != NULL ? placeholder : "");
      gtk_editable_set_text (GTK_EDITABLE (field->control), said != NULL ? said : "");
      gtk_editable_set_width_chars (GTK_EDITABLE (field->control), 8);
      gtk_widget_add_css_class (field->control, "numeric");
      g_signal_connect_object (field->control, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_hexpand (field->control, TRUE);
  gtk_widget_set_valign (field->control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->control), GTK_ACCESSIBLE_PROPERTY_LABEL, field->input->label, -1);
  if (GTK_IS_DROP_DOWN (field->control))
    fw_spoken_name_follow_choice (field->control, field->input->label);
  return field->control;
}

static GtkWidget *
new_row (FwCalculatorForm *self, Field *field, const char *said)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", field->input->label, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);
  /* As wide in every row, so that the entries stand under one another. */
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", LABEL_WIDTH, "tightening-threshold", LABEL_WIDTH, "child", label,
                                   "width-request", LABEL_WIDTH, NULL);
  const char *unit = fw_calculator_unit (field->input->type, field->input->unit);

  field->remark = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (field->remark, "caption");
  gtk_box_append (GTK_BOX (line), clamp);
  gtk_box_append (GTK_BOX (line), new_control (self, field, said));
  if (unit != NULL)
    {
      GtkWidget *after = g_object_new (GTK_TYPE_LABEL, "label", unit, "xalign", 0.0, "width-chars", 4, NULL);

      gtk_widget_add_css_class (after, "dim-label");
      gtk_box_append (GTK_BOX (line), after);
    }
  gtk_widget_add_css_class (box, "fw-form-row");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), field->remark);
  set_remark (field, NULL, FALSE);
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, "focusable", FALSE, NULL);
}

static void
clear_list (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static void
fw_calculator_form_dispose (GObject *object)
{
  FwCalculatorForm *self = FW_CALCULATOR_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  G_OBJECT_CLASS (fw_calculator_form_parent_class)->dispose (object);
}

static void
fw_calculator_form_class_init (FwCalculatorFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_calculator_form_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FW_TYPE_CALCULATOR_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_calculator_form_init (FwCalculatorForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = new_list ();
  self->seldom_list = new_list ();
  self->expander = gtk_expander_new (_("Seldom needed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Seldom needed"), -1);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->seldom_list);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->expander);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * fw_calculator_form_show:
 * @calculator: (nullable): (not copied): lives as long as it is shown; %NULL shows none
 * @place: (nullable): where the company is
 *
 * Makes a row of each input; what was typed under the same name before stays.
 */
void
fw_calculator_form_show (FwCalculatorForm *self, const FwCalculator *calculator, const char *place)
{
  gboolean any_seldom = FALSE;

  g_return_if_fail (FW_IS_CALCULATOR_FORM (self));

  self->filling = TRUE;
  clear_list (self->list);
  clear_list (self->seldom_list);
  g_ptr_array_set_size (self->fields, 0);
  if (place != NULL && self->places == NULL)
    self->places = fw_place_words_read ();
  if (place != NULL && !g_hash_table_contains (self->said, "place"))
    g_hash_table_insert (self->said, g_strdup ("place"), g_strdup (fw_place_words_say (self->places, place)));
  for (guint i = 0; calculator != NULL && i < calculator->inputs->len; i++)
    {
      Field *field = g_new0 (Field, 1);

      field->input = g_ptr_array_index (calculator->inputs, i);
      g_ptr_array_add (self->fields, field);
      any_seldom = any_seldom || field->input->seldom;
      gtk_list_box_append (GTK_LIST_BOX (field->input->seldom ? self->seldom_list : self->list),
                           new_row (self, field, g_hash_table_lookup (self->said, field->input->name)));
    }
  gtk_widget_set_visible (self->expander, any_seldom);
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), FALSE);
  self->filling = FALSE;
}

/**
 * fw_calculator_form_collect:
 *
 * Returns: (transfer full): name → what a person said; what was offered is not said
 */
GHashTable *
fw_calculator_form_collect (FwCalculatorForm *self)
{
  GHashTable *inputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (FW_IS_CALCULATOR_FORM (self), inputs);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = field->offered ? NULL : dup_value (field);

      if (value != NULL && g_str_equal (field->input->name, "place"))
        g_hash_table_insert (inputs, g_strdup (field->input->name), g_strdup (fw_place_words_find (self->places, value)));
      else if (value != NULL)
        g_hash_table_insert (inputs, g_strdup (field->input->name), g_steal_pointer (&value));
    }
  return inputs;
}

static const FwReckoningRow *
find_row (GPtrArray *rows, const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (((FwReckoningRow *) g_ptr_array_index (rows, i))->name, name) == 0)
      return g_ptr_array_index (rows, i);
  return NULL;
}

static void
show_offer (Field *field, const FwReckoningRow *offer, gboolean confirmed)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (field->control)) == '\0';

  if (offer == NULL && field->offered)
    gtk_editable_set_text (GTK_EDITABLE (field->control), "");
  if (offer == NULL || (!empty && !field->offered))
    {
      field->offered = FALSE;
      return;
    }
  field->offered = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (field->control), offer->value);
  set_remark (field, confirmed ? _("Local figure, confirmed") : _("Local figure, checked by nobody yet"), FALSE);
}

/**
 * fw_calculator_form_apply:
 *
 * Marks what could not be taken and fills in the local figures that were used.
 */
void
fw_calculator_form_apply (FwCalculatorForm *self, const FwReckoning *reckoning)
{
  g_return_if_fail (FW_IS_CALCULATOR_FORM (self));

  self->filling = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      gboolean wrong = find_row (reckoning->wrong, field->input->name) != NULL;

      set_remark (field, wrong ? describe_wrong (field) : NULL, wrong);
      if (field->input->offered && GTK_IS_EDITABLE (field->control))
        show_offer (field, find_row (reckoning->offers, field->input->name), reckoning->confirmed);
    }
  self->filling = FALSE;
}

static char *
dup_shown (const Field *field)
{
  const char *unit = fw_calculator_unit (field->input->type, field->input->unit);
  g_autofree char *text = NULL, *money = NULL;

  if (GTK_IS_DROP_DOWN (field->control))
    {
      GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (field->control));

      return chosen_value (field) != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
    }
  text = dup_typed (field);
  if (text == NULL)
    return NULL;
  if (is_type (field, "date"))
    return fw_case_name_day (text);
  if (is_type (field, "money"))
    {
      money = fw_case_name_money (text);
      return g_strdup_printf ("%s %s", money, unit);
    }
  return unit != NULL ? g_strdup_printf ("%s %s", text, unit) : g_steal_pointer (&text);
}

/**
 * fw_calculator_form_list:
 *
 * Returns: (transfer full) (element-type FwReckoningRow): what is filled in, as people read it
 */
GPtrArray *
fw_calculator_form_list (FwCalculatorForm *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_reckoning_row_free);

  g_return_val_if_fail (FW_IS_CALCULATOR_FORM (self), rows);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *shown = dup_shown (field);

      if (shown != NULL)
        g_ptr_array_add (rows, fw_reckoning_row_new (field->input->name, field->input->label, shown));
    }
  return rows;
}

/**
 * fw_calculator_form_get_kind:
 *
 * Returns: (nullable): the kind of departure that the chosen ground belongs to
 */
const char *
fw_calculator_form_get_kind (FwCalculatorForm *self)
{
  g_return_val_if_fail (FW_IS_CALCULATOR_FORM (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      const char *ground = is_type (field, "ground") && GTK_IS_DROP_DOWN (field->control) ? chosen_value (field) : NULL;
      GPtrArray *options = options_of (field->input);

      for (guint k = 0; ground != NULL && k < options->len; k++)
        if (g_str_equal (((FwCalculatorOption *) g_ptr_array_index (options, k))->id, ground))
          return ((FwCalculatorOption *) g_ptr_array_index (options, k))->kind;
    }
  return NULL;
}

/**
 * fw_calculator_form_get_facts:
 *
 * Returns: (transfer full): path → value of what a departure can begin with
 */
GHashTable *
fw_calculator_form_get_facts (FwCalculatorForm *self)
{
  GHashTable *facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (FW_IS_CALCULATOR_FORM (self), facts);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      char *value = field->input->path != NULL ? dup_value (field) : NULL;

      if (value != NULL)
        g_hash_table_insert (facts, g_strdup (field->input->path), value);
    }
  return facts;
}

/**
 * fw_calculator_form_is_told:
 *
 * Returns: whether a person filled in anything but the place
 */
gboolean
fw_calculator_form_is_told (FwCalculatorForm *self)
{
  g_return_val_if_fail (FW_IS_CALCULATOR_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = field->offered ? NULL : dup_value (field);

      if (value != NULL && !g_str_equal (field->input->name, "place") && g_strcmp0 (value, field->input->fallback) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * fw_calculator_form_forget:
 *
 * Forgets everything that was typed.
 */
void
fw_calculator_form_forget (FwCalculatorForm *self)
{
  g_return_if_fail (FW_IS_CALCULATOR_FORM (self));
  fw_calculator_form_show (self, NULL, NULL);
  g_hash_table_remove_all (self->said);
}
