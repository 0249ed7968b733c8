#include "config.h"

#include "ui/employees/fw-person-page-private.h"

#include <glib/gi18n.h>

#include "ui/employees/fw-record-words.h"

/* What the person's page shows of what was read. */

void
_fw_person_page_empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Parts that are known, with a dot between them. */
char *
_fw_person_page_join (const char *const *parts)
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
  g_autofree char *post = _fw_person_page_join ((const char *[]) { known (record, "position"), known (record, "department"), manager,
                                                         known (record, "workplace"), NULL });
  g_autofree char *detail = _fw_person_page_join ((const char *[]) { known (record, "number"),
                                                           sex != NULL ? fw_record_words_choice (sex) : "", age,
                                                           known (record, "phone"), NULL });

  fw_page_set_title (self->page, name);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->post_label, post);
  gtk_label_set_label (self->detail_label, detail);
  _fw_person_page_empty (self->tags);
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
  gboolean estimated = reading->employment != NULL && fw_record_is_true (reading->employment, "hired-estimated");
  g_autofree char *hired_line = hired_text == NULL ? g_strdup (_("first day not known"))
                                : estimated        ? g_strdup_printf (_("hired about %s, an estimate"), hired_text)
                                                   : g_strdup_printf (_("hired %s"), hired_text);
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
  for (guint i = 0; i < reading->own->len; i++)
    {
      const FwOwnField *own = g_ptr_array_index (reading->own, i);
      g_autofree char *value = fw_own_field_describe (own);

      if (value != NULL)
        fw_fact_list_append (self->contact_facts, own->label, value);
    }
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
protection_clicked_cb (GtkButton *button, FwPersonPage *self)
{
  _fw_person_page_open_record (self, g_object_get_data (G_OBJECT (button), "record"));
}

static void
append_protection (FwPersonPage *self, FwRecord *protection, gboolean holds)
{
  const char *from = fw_record_get (protection, "from");
  const char *until = fw_record_get (protection, "until");
  const char *kind = fw_record_words_choice (known (protection, "kind"));
  g_autofree char *text = NULL;
  GtkWidget *button;
  GtkWidget *label;

  if (until != NULL)
    text = g_strdup_printf (_("%s, %s to %s"), kind, from != NULL ? from : "…", until);
  else if (from != NULL)
    text = g_strdup_printf (_("%s, from %s, end not known"), kind, from);
  else
    text = g_strdup_printf (_("%s, days not known"), kind);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, holds ? "heading" : "dim-label");
  button = g_object_new (GTK_TYPE_BUTTON, "child", label, "has-frame", FALSE, "tooltip-text", _("Change or remove"), NULL);
  gtk_widget_add_css_class (button, "fw-flush");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (protection), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (protection_clicked_cb), self, 0);
  gtk_box_append (self->protection_rows, button);
}

/* No record is not "none": only the status check of a case can say that. */
static void
show_protections (FwPersonPage *self, GPtrArray *protections, FwDate today)
{
  guint holding = 0;

  _fw_person_page_empty (self->protection_rows);
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

/* The way to the next contract, or to the first one on record. */
static void
show_contract_button (FwPersonPage *self, const FwPersonReading *reading)
{
  gboolean has_left = g_strcmp0 (fw_record_get (reading->overview, "status"), "left") == 0;

  gtk_button_set_label (GTK_BUTTON (self->contract_button), reading->employment != NULL ? _("Re_new…") : _("Add…"));
  gtk_widget_set_visible (self->contract_button, !has_left);
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

/* Puts what was read of a person on the page. */
void
_fw_person_page_show (FwPersonPage *self, const FwPersonReading *reading)
{
  FwDate today = fw_workplace_get_today (self->workplace);

  show_head (self, reading->overview, today);
  show_figures (self, reading, today);
  show_facts (self, reading);
  show_protections (self, reading->protections, today);
  show_left (self, reading->overview);
  show_contract_button (self, reading);
  _fw_person_page_show_editing (self);
  _fw_person_page_show_charts (self, reading);
  fw_person_records_show (self->records, reading);
}
