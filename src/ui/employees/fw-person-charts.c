#include "config.h"

#include "ui/employees/fw-person-page-private.h"

#include "ui/employees/fw-person-months.h"

/* The pay and the targets of a person, drawn. */

#define PAY_MONTHS    24
#define TARGET_MONTHS 12

/* The months before the workplace's own: pay and reviews of that one are still to come. */
static FwDate
first_month (FwPersonPage *self, int n_months)
{
  FwDate today = fw_workplace_get_today (self->workplace);

  return fw_date_add_months (fw_date_new (today.year, today.month, 1), -n_months);
}

/* Draws what was read; a chart without a single month is not there. */
void
_fw_person_page_show_charts (FwPersonPage *self, const FwPersonReading *reading)
{
  FwDate probation_end =
    reading->employment != NULL ? fw_record_get_date (reading->employment, "probation-end") : FW_DATE_UNKNOWN;
  g_autofree char *measure = NULL;
  g_autoptr (GArray) pay = fw_person_months_pay (reading->records, first_month (self, PAY_MONTHS), PAY_MONTHS);
  g_autoptr (GArray) targets =
    fw_person_months_targets (reading->records, first_month (self, TARGET_MONTHS), TARGET_MONTHS, &measure);

  if (pay != NULL)
    fw_person_chart_show_pay (self->pay_chart, pay, probation_end);
  if (targets != NULL)
    fw_person_chart_show_targets (self->target_chart, targets, measure, probation_end);
  gtk_widget_set_visible (self->pay_card, pay != NULL);
  gtk_widget_set_visible (self->target_card, targets != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->charts_box), pay != NULL || targets != NULL);
}

void
_fw_person_page_class_bind_charts (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FwPersonPage, right_column);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, charts_box);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, pay_card);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, pay_chart);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, target_card);
  gtk_widget_class_bind_template_child (klass, FwPersonPage, target_chart);
}
