#include "config.h"

#include "ui/employees/fw-person-page.h"

#include <glib/gi18n.h>

#include "departure/fw-case.h"
#include "ui/employees/fw-person-reading.h"
#include "ui/employees/fw-person-records.h"
#include "ui/employees/fw-record-words.h"
#include "ui/widgets/fw-fact-list.h"
#include "ui/widgets/fw-full-text.h"
#include "ui/widgets/fw-page.h"
#include "ui/widgets/fw-tag.h"
#include "ui/window/fw-window.h"

/* One person's working life on one page, as far as the store knows it. */
struct _FwPersonPage
{
  GtkWidget parent_instance;

  FwWorkplace *workplace;
  char *employee_id;
  GCancellable *cancellable;
  GListModel *cases;       /* FwCaseRow of this person; NULL while they are read */
  gboolean starting;
  gboolean takes_focus;    /* once what can be done is known */
  gboolean narrow;

  FwPage *page;
  GtkStack *states;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkBox *tags;
  GtkLabel *post_label;
  GtkLabel *detail_label;
  GtkLabel *tenure_label;
  GtkLabel *hired_label;
  GtkLabel *pay_label;
  GtkLabel *pay_hint_label;
  GtkWidget *left_bar;
  GtkLabel *left_label;
  GtkBox *head;
  GtkBox *columns;
  FwFactList *contract_facts;
  FwFactList *contact_facts;
  GtkWidget *protection_card;
  GtkBox *protection_rows;
  FwTag *protection_tag;
  GtkBox *case_rows;
  GtkWidget *case_card;
  FwPersonRecords *records;
  GtkWidget *start_button;
  GtkLabel *start_label;
};

G_DEFINE_FINAL_TYPE (FwPersonPage, fw_person_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static FwWindow *
window_of (FwPersonPage *self)
{
  return FW_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static char *
join_known (const char *const *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static const char *
known (FwRecord *record, const char *field)
{
  const char *value = fw_record_get (record, field);

  return value != NULL ? value : "";
}

static char *
describe_age (FwRecord *record, FwDate today)
{
  FwDate born = fw_record_get_date (record, "born");

  if (!fw_date_is_known (born))
    return g_strdup ("");
  return g_strdup_printf (_("aged %d"), fw_date_span (born, today).months / 12);
}

static void
show_contract_tag (FwPersonPage *self, FwRecord *record, FwDate today)
{
  FwDate end = fw_record_get_date (record, "contract-end");
  int days = fw_date_is_known (end) ? fw_date_days_between (today, end) : -1;
  g_autofree char *text = NULL;

  if (days < 0 || days > 90)
    return;
  text = g_strdup_printf (ngettext ("Contract ends in %d day", "Contract ends in %d days", (gulong) days), days);
  gtk_box_append (self->tags, fw_tag_new (FW_TAG_STYLE_NOTE, text));
}

static void
show_head (FwPersonPage *self, FwRecord *record, FwDate today)
{
  const char *name = known (record, "name");
  const char *status = fw_record_get (record, "status");
  const char *sex = fw_record_get (record, "sex");
  g_autofree char *manager = *known (record, "manager") != '\0'
                               ? g_strdup_printf (_("reports to %s"), known (record, "manager"))
                               : g_strdup ("");
  g_autofree char *age = describe_age (record, today);
  g_autofree char *post = join_known ((const char *[]) { known (record, "position"), known (record, "department"), manager,
                                                         known (record, "workplace"), NULL });
  g_autofree char *detail = join_known ((const char *[]) { known (record, "number"),
                                                           sex != NULL ? fw_record_words_choice (sex) : "", age,
                                                           known (record, "phone"), NULL });

  fw_page_set_title (self->page, name);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->post_label, post);
  gtk_label_set_label (self->detail_label, detail);
  remove_children (self->tags);
  gtk_box_append (self->tags, fw_tag_new (g_strcmp0 (status, "leaving") == 0 ? FW_TAG_STYLE_ACCENT : FW_TAG_STYLE_PLAIN,
                                          fw_record_words_choice (status != NULL ? status : "active")));
  if (g_strcmp0 (status, "left") != 0)
    show_contract_tag (self, record, today);
}

static void
show_figures (FwPersonPage *self, const FwPersonReading *reading, FwDate today)
{
  FwDate hired = fw_record_get_date (reading->overview, "hired");
  FwDate left = fw_record_get_date (reading->overview, "left");
  FwDate until = fw_date_is_known (left) ? left : today;
  gboolean has_tenure = fw_date_is_known (hired) && fw_date_compare (until, hired) >= 0;
  g_autofree char *tenure = has_tenure ? fw_record_words_span (fw_date_span (hired, until).months)
                                       : g_strdup (_("Not known"));
  g_autofree char *hired_text = fw_date_is_known (hired) ? fw_date_to_string (hired) : NULL;
  g_autofree char *hired_line = hired_text != NULL ? g_strdup_printf (_("hired %s"), hired_text)
                                                   : g_strdup (_("first day not known"));
  g_autofree char *pay = reading->average_pay != NULL ? fw_record_words_money (reading->average_pay)
                                                      : g_strdup (_("Not known"));
  g_autofree char *hint = reading->average_pay != NULL
                            ? g_strdup (_("average gross pay of 12 months"))
                            : g_strdup_printf (ngettext ("pay of %d month is missing", "pay of %d months is missing",
                                                         (gulong) reading->months_missing),
                                               reading->months_missing);

  gtk_label_set_label (self->tenure_label, tenure);
  gtk_label_set_label (self->hired_label, hired_line);
  gtk_label_set_label (self->pay_label, pay);
  gtk_label_set_label (self->pay_hint_label, hint);
}

static void
append_facts (FwFactList *list, FwRecord *record, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const FwField *field = fw_record_kind_find_field (fw_record_get_kind (record), fields[i]);
      g_autofree char *value = fw_record_words_value (field, fw_record_get (record, fields[i]));

      if (g_str_equal (fields[i], "contract") && value != NULL)
        {
          g_autofree char *word = g_strdup (fw_record_words_choice (fw_record_get (record, "contract")));

          fw_fact_list_append (list, fw_record_words_field (fields[i]), word);
        }
      else
        {
          fw_fact_list_append (list, fw_record_words_field (fields[i]), value);
        }
    }
}

/* What the law asks about stands there even where it is not known; the rest only where it is. */
static void
append_known_facts (FwFactList *list, FwRecord *record, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (fw_record_get (record, fields[i]) != NULL)
      append_facts (list, record, (const char *[]) { fields[i], NULL });
}

static void
show_facts (FwPersonPage *self, const FwPersonReading *reading)
{
  static const char *const asked[] = { "contract", "contract-start", "contract-end", "probation-end", NULL };
  static const char *const extra[] = { "written-contract", "contract-signed", "fixed-term-count", "prior-service-months",
                                       "prior-severance-paid", "last-promotion", "hours-system", "salary-day",
                                       "supervisor", NULL };
  static const char *const person[] = { "born", "address", "service-address", "email", "retirement-category",
                                        "total-work-years", "temperament", "bank-name", "emergency-contact",
                                        "emergency-phone", "contact-confirmed", NULL };

  fw_fact_list_clear (self->contract_facts);
  fw_fact_list_clear (self->contact_facts);
  if (reading->employment != NULL)
    {
      append_facts (self->contract_facts, reading->employment, asked);
      append_known_facts (self->contract_facts, reading->employment, extra);
    }
  else
    {
      fw_fact_list_append (self->contract_facts, fw_record_words_field ("contract"), NULL);
    }
  append_known_facts (self->contact_facts, reading->overview, person);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->contact_facts)),
                          fw_fact_list_length (self->contact_facts) > 0);
}

static gboolean
holds_on (FwRecord *protection, FwDate today)
{
  FwDate from = fw_record_get_date (protection, "from");
  FwDate until = fw_record_get_date (protection, "until");

  return (!fw_date_is_known (from) || fw_date_compare (from, today) <= 0)
         && (!fw_date_is_known (until) || fw_date_compare (until, today) >= 0);
}

static void
append_protection (FwPersonPage *self, FwRecord *protection, gboolean holds)
{
  const char *from = fw_record_get (protection, "from");
  const char *until = fw_record_get (protection, "until");
  const char *kind = fw_record_words_choice (known (protection, "kind"));
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (until != NULL)
    text = g_strdup_printf (_("%s, %s to %s"), kind, from != NULL ? from : "…", until);
  else if (from != NULL)
    text = g_strdup_printf (_("%s, from %s, end not known"), kind, from);
  else
    text = g_strdup_printf (_("%s, days not known"), kind);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, holds ? "heading" : "dim-label");
  gtk_box_append (self->protection_rows, label);
}

/* No record is not "none": only the status check of a case can say that. */
static void
show_protections (FwPersonPage *self, GPtrArray *protections, FwDate today)
{
  guint holding = 0;

  remove_children (self->protection_rows);
  for (guint i = 0; i < protections->len; i++)
    {
      gboolean holds = holds_on (g_ptr_array_index (protections, i), today);

      holding += holds;
      append_protection (self, g_ptr_array_index (protections, i), holds);
    }
  if (protections->len == 0)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label",
                                       _("Nothing on record. A departure asks about each of them."), "xalign", 0.0,
                                       "wrap", TRUE, NULL);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->protection_rows, label);
    }
  fw_tag_set_tag_style (self->protection_tag, holding > 0 ? FW_TAG_STYLE_BLOCKED : FW_TAG_STYLE_PLAIN);
  fw_tag_set_icon_name (self->protection_tag, holding > 0 ? "changes-prevent-symbolic" : NULL);
  fw_tag_set_label (self->protection_tag, holding > 0 ? _("Protected now") : _("Not confirmed"));
  if (holding > 0)
    gtk_widget_add_css_class (self->protection_card, "block");
  else
    gtk_widget_remove_css_class (self->protection_card, "block");
}

static void
show_left (FwPersonPage *self, FwRecord *record)
{
  gboolean has_left = g_strcmp0 (fw_record_get (record, "status"), "left") == 0;
  const char *day = fw_record_get (record, "left");
  g_autofree char *text = day != NULL ? g_strdup_printf (_("Left on %s"), day) : g_strdup (_("Has left"));

  gtk_label_set_label (self->left_label, text);
  gtk_widget_set_visible (self->left_bar, has_left);
}

static FwCaseItem *
find_open_case (FwPersonPage *self)
{
  for (guint i = 0; self->cases != NULL && i < g_list_model_get_n_items (self->cases); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (self->cases, i);
      int state = fw_case_item_get_choice (row, "state");

      if (state != FW_CASE_STATE_CLOSED && state != FW_CASE_STATE_WITHDRAWN)
        return row; /* the list keeps it */
    }
  return NULL;
}

static void
show_start (FwPersonPage *self)
{
  gboolean has_open = find_open_case (self) != NULL;

  gtk_label_set_label (self->start_label, has_open ? _("_Open the departure") : _("_Start a departure"));
  gtk_widget_set_sensitive (self->start_button, !self->starting && self->cases != NULL);
}

static void
case_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwCase) departure = fw_case_new_finish (result, &error);

  self->starting = FALSE;
  show_start (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (departure != NULL)
    fw_window_open_case (window_of (self), departure);
  else
    fw_window_show_error (window_of (self), _("The departure could not be opened"), error);
}

static void
open_case (FwPersonPage *self, const char *case_id)
{
  self->starting = TRUE;
  show_start (self);
  fw_case_load_async (self->workplace, case_id, NULL, case_ready_cb, g_object_ref (self));
}

static void
case_row_clicked_cb (GtkButton *button, FwPersonPage *self)
{
  open_case (self, g_object_get_data (G_OBJECT (button), "case"));
}

static void
append_case (FwPersonPage *self, FwCaseItem *row)
{
  const char *kind = fw_case_item_get_text (row, "kind");
  const char *ground = fw_case_item_get_text (row, "ground-title");
  g_autofree char *text = join_known ((const char *[]) { fw_case_item_get_text (row, "number"),
                                                         ground != NULL ? ground : fw_record_words_choice (kind),
                                                         NULL });
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  fw_full_text_offer (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))));
  g_object_set_data_full (G_OBJECT (button), "case", g_strdup (fw_case_item_get_id (row)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (case_row_clicked_cb), self, 0);
  gtk_box_append (self->case_rows, button);
}

static void
cases_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) cases = fw_workplace_list_cases_finish (FW_WORKPLACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL)
    return;
  g_set_object (&self->cases, cases);
  remove_children (self->case_rows);
  for (guint i = 0; cases != NULL && i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (FwCaseItem) row = g_list_model_get_item (cases, i);

      append_case (self, row);
    }
  gtk_widget_set_visible (self->case_card, cases != NULL && g_list_model_get_n_items (cases) > 0);
  show_start (self);
  if (self->takes_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->start_button);
  self->takes_focus = FALSE;
}

static void
person_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwPersonPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FwPersonReading) reading = fw_person_read_finish (result, &error);
  FwDate today;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL || self->workplace == NULL)
    return;
  if (reading == NULL)
    {
      gtk_stack_set_visible_child_name (self->states, "gone");
      return;
    }
  today = fw_workplace_get_today (self->workplace);
  show_head (self, reading->overview, today);
  show_figures (self, reading, today);
  show_facts (self, reading);
  show_protections (self, reading->protections, today);
  show_left (self, reading->overview);
  fw_person_records_show (self->records, reading);
  gtk_stack_set_visible_child_name (self->states, "person");
}

static void
start_cb (FwPersonPage *self)
{
  fw_person_page_start_departure (self);
}

static void
set_narrow (FwPersonPage *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  /* Beside the name the figures end at the edge; below it they begin there. */
  gtk_label_set_xalign (self->tenure_label, narrow ? 0 : 1);
  gtk_label_set_xalign (self->hired_label, narrow ? 0 : 1);
  gtk_label_set_xalign (self->pay_label, narrow ? 0 : 1);
  gtk_label_set_xalign (self->pay_hint_label, narrow ? 0 : 1);
}

static gboolean
fw_person_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FW_PERSON_PAGE (widget)->start_button);
}

static void
fw_person_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, FW_PERSON_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_person_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    set_narrow (FW_PERSON_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fw_person_page_dispose (GObject *object)
{
  FwPersonPage *self = FW_PERSON_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->employee_id, g_free);
  if (self->page != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->page));
  self->page = NULL;
  G_OBJECT_CLASS (fw_person_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, page);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, states);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, tags);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, post_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, detail_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, tenure_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, hired_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, pay_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, pay_hint_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, left_bar);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, left_label);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, head);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, contract_facts);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, contact_facts);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, protection_card);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, protection_rows);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, protection_tag);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, case_rows);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, case_card);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, records);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, FwPersonPage, start_label);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
fw_person_page_class_init (FwPersonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fw_person_page_get_property;
  object_class->set_property = fw_person_page_set_property;
  object_class->dispose = fw_person_page_dispose;
  widget_class->grab_focus = fw_person_page_grab_focus;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (FW_TYPE_PAGE);
  g_type_ensure (FW_TYPE_WINDOW); /* whose width it follows */
  g_type_ensure (FW_TYPE_TAG);
  g_type_ensure (FW_TYPE_FACT_LIST);
  g_type_ensure (FW_TYPE_PERSON_RECORDS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/employees/fw-person-page.ui");
  bind_children (widget_class);
}

static void
fw_person_page_init (FwPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fw_full_text_offer (self->name_label);
}

/**
 * fw_person_page_open:
 *
 * Shows one person. What was shown before is gone at once, so that nobody is taken for another.
 */
void
fw_person_page_open (FwPersonPage *self, FwWorkplace *workplace, const char *employee_id)
{
  char *id = g_strdup (employee_id);

  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  fw_person_page_close (self);
  self->workplace = g_object_ref (workplace);
  self->employee_id = id;
  self->takes_focus = TRUE;
  fw_person_page_refresh (self);
}

/**
 * fw_person_page_close:
 *
 * Forgets the person that was shown.
 */
void
fw_person_page_close (FwPersonPage *self)
{
  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workplace);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->employee_id, g_free);
  fw_page_set_title (self->page, NULL);
  gtk_stack_set_visible_child_name (self->states, "waiting");
  show_start (self);
}

/**
 * fw_person_page_refresh:
 *
 * Reads the person again, after the store has changed.
 */
void
fw_person_page_refresh (FwPersonPage *self)
{
  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  if (self->workplace == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fw_person_read_async (self->workplace, self->employee_id, self->cancellable, person_read_cb, g_object_ref (self));
  fw_workplace_list_cases_async (self->workplace, self->employee_id, FALSE, self->cancellable, cases_read_cb,
                                 g_object_ref (self));
}

/**
 * fw_person_page_start_departure:
 *
 * Opens the departure that is under way, or a new one. How and why it ends is chosen there; it begins as the gentler way.
 */
void
fw_person_page_start_departure (FwPersonPage *self)
{
  FwCaseItem *open;

  g_return_if_fail (FW_IS_PERSON_PAGE (self));

  if (self->workplace == NULL || self->starting || self->cases == NULL)
    return;
  open = find_open_case (self);
  if (open != NULL)
    {
      open_case (self, fw_case_item_get_id (open));
      return;
    }
  self->starting = TRUE;
  show_start (self);
  fw_case_open_async (self->workplace, self->employee_id, "mutual", NULL, NULL, case_ready_cb, g_object_ref (self));
}
