#include "config.h"

#include "ui/employees/fw-record-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What records, fields and closed choices are called in front of the user. The names are those of the records'
 * description; one that is missing here shows its own name, and a test names it. */
typedef struct
{
  const char *name;
  const char *word;
} Word;

static const Word kinds[] = {
  { "employee", NC_("record kind", "Person") },
  { "employment", NC_("record kind", "Employment") },
  { "appointment", NC_("record kind", "Posts held") },
  { "criterion", NC_("record kind", "Hiring criteria") },
  { "acknowledgement", NC_("record kind", "Rules acknowledged") },
  { "wage", NC_("record kind", "Pay") },
  { "wage-component", NC_("record kind", "Pay components") },
  { "raise", NC_("record kind", "Raises") },
  { "target", NC_("record kind", "Targets") },
  { "review", NC_("record kind", "Reviews") },
  { "achievement", NC_("record kind", "Achievements and thanks") },
  { "attendance", NC_("record kind", "Attendance") },
  { "training", NC_("record kind", "Training") },
  { "skill", NC_("record kind", "Skills") },
  { "violation", NC_("record kind", "Violations") },
  { "feedback", NC_("record kind", "Feedback talks") },
  { "assignment", NC_("record kind", "Projects") },
  { "duty", NC_("record kind", "Duties") },
  { "equipment", NC_("record kind", "Equipment") },
  { "account", NC_("record kind", "Accounts") },
  { "survey", NC_("record kind", "Surveys") },
  { "measure", NC_("record kind", "Monthly measures") },
  { "protection", NC_("record kind", "Protections") },
  { "evidence", NC_("record kind", "Files") },
  { "case", NC_("record kind", "Departures") },
  { "task", NC_("record kind", "Tasks") },
  { "project", NC_("record kind", "Project") },
  { "rule", NC_("record kind", "Rule") },
  { "market", NC_("record kind", "Market pay") },
};

static const Word fields[] = {
  { "number", NC_("record field", "Number") },
  { "name", NC_("record field", "Name") },
  { "sex", NC_("record field", "Sex") },
  { "born", NC_("record field", "Born") },
  { "identity", NC_("record field", "Identity number") },
  { "identity-kind", NC_("record field", "Kind of document") },
  { "email", NC_("record field", "E-mail") },
  { "evidence", NC_("record field", "File that proves it") },
  { "phone", NC_("record field", "Telephone") },
  { "address", NC_("record field", "Address") },
  { "service-address", NC_("record field", "Address for service") },
  { "temperament", NC_("record field", "Temperament") },
  { "retirement-category", NC_("record field", "Retirement category") },
  { "total-work-years", NC_("record field", "Years worked in all") },
  { "direct-reports", NC_("record field", "People led") },
  { "status", NC_("record field", "Status") },
  { "bank-name", NC_("record field", "Bank") },
  { "bank-account", NC_("record field", "Bank account") },
  { "emergency-contact", NC_("record field", "Emergency contact") },
  { "emergency-phone", NC_("record field", "Emergency telephone") },
  { "contact-confirmed", NC_("record field", "Contact data confirmed") },
  { "left", NC_("record field", "Left on") },
  { "department", NC_("record field", "Department") },
  { "position", NC_("record field", "Position") },
  { "level", NC_("record field", "Level") },
  { "employer", NC_("record field", "Employer") },
  { "branch", NC_("record field", "Branch") },
  { "manager", NC_("record field", "Superior") },
  { "hired", NC_("record field", "Hired") },
  { "hired-estimated", NC_("record field", "Hire date estimated") },
  { "contract", NC_("record field", "Contract") },
  { "contract-number", NC_("record field", "Contract number") },
  { "contract-start", NC_("record field", "Contract from") },
  { "contract-end", NC_("record field", "Contract until") },
  { "contract-signed", NC_("record field", "Contract signed") },
  { "written-contract", NC_("record field", "Written contract") },
  { "fixed-term-count", NC_("record field", "Fixed terms so far") },
  { "probation-end", NC_("record field", "Probation until") },
  { "probation-count", NC_("record field", "Probations so far") },
  { "prior-service-months", NC_("record field", "Earlier service (months)") },
  { "prior-severance-paid", NC_("record field", "Severance paid for it") },
  { "last-promotion", NC_("record field", "Last promotion") },
  { "workplace", NC_("record field", "Workplace") },
  { "workplace-type", NC_("record field", "Kind of workplace") },
  { "hours-system", NC_("record field", "Working hours") },
  { "salary-day", NC_("record field", "Pay day") },
  { "supervisor", NC_("record field", "Supervisor") },
  { "handover-to", NC_("record field", "Hands over to") },
  { "ended", NC_("record field", "Ended") },
  { "from", NC_("record field", "From") },
  { "until", NC_("record field", "Until") },
  { "promotion", NC_("record field", "Promotion") },
  { "reason", NC_("record field", "Reason") },
  { "title", NC_("record field", "Title") },
  { "acknowledged", NC_("record field", "Acknowledged") },
  { "month", NC_("record field", "Month") },
  { "gross", NC_("record field", "Gross") },
  { "overtime", NC_("record field", "Overtime pay") },
  { "bonus", NC_("record field", "Bonus") },
  { "normal", NC_("record field", "Normal month") },
  { "note", NC_("record field", "Note") },
  { "component", NC_("record field", "Component") },
  { "amount", NC_("record field", "Amount") },
  { "counted", NC_("record field", "Counted") },
  { "date", NC_("record field", "Date") },
  { "percent", NC_("record field", "Percent") },
  { "team-percent", NC_("record field", "Team percent") },
  { "before", NC_("record field", "Before") },
  { "after", NC_("record field", "After") },
  { "period", NC_("record field", "Period") },
  { "measure", NC_("record field", "Measure") },
  { "unit", NC_("record field", "Unit") },
  { "target", NC_("record field", "Target") },
  { "agreed", NC_("record field", "Agreed") },
  { "score", NC_("record field", "Score") },
  { "actual", NC_("record field", "Actual") },
  { "grade", NC_("record field", "Grade") },
  { "signed", NC_("record field", "Signed") },
  { "team-average", NC_("record field", "Team average") },
  { "reviewer", NC_("record field", "Reviewer") },
  { "objection", NC_("record field", "Objection") },
  { "source", NC_("record field", "Source") },
  { "sort", NC_("record field", "Sort") },
  { "kind", NC_("record field", "Kind") },
  { "minutes", NC_("record field", "Minutes") },
  { "pass-mark", NC_("record field", "Pass mark") },
  { "hours", NC_("record field", "Hours") },
  { "cost", NC_("record field", "Cost") },
  { "service-until", NC_("record field", "Service until") },
  { "acquired", NC_("record field", "Acquired") },
  { "rule", NC_("record field", "Rule") },
  { "what", NC_("record field", "What") },
  { "warned", NC_("record field", "Warned") },
  { "warned-on", NC_("record field", "Warned on") },
  { "statement", NC_("record field", "Statement") },
  { "by", NC_("record field", "By") },
  { "text", NC_("record field", "Text") },
  { "role", NC_("record field", "Role") },
  { "share", NC_("record field", "Share (%)") },
  { "detail", NC_("record field", "Detail") },
  { "label", NC_("record field", "Item") },
  { "serial", NC_("record field", "Serial number") },
  { "issued", NC_("record field", "Issued") },
  { "returned", NC_("record field", "Returned") },
  { "system", NC_("record field", "System") },
  { "login", NC_("record field", "Login") },
  { "opened", NC_("record field", "Opened") },
  { "closed", NC_("record field", "Closed") },
  { "topic", NC_("record field", "Topic") },
  { "value", NC_("record field", "Value") },
  { "infant-born", NC_("record field", "Infant born") },
  { "exit-medical", NC_("record field", "Exit medical") },
  { "percentile", NC_("record field", "Percentile") },
  { "median", NC_("record field", "Median") },
  { "delay-days", NC_("record field", "Days late") },
  { "planned-end", NC_("record field", "Planned end") },
  { "project", NC_("record field", "Project") },
  { "receiver", NC_("record field", "Taken over by") },
  { "hiring-criterion", NC_("record field", "Hiring criterion") },
  { "place", NC_("record field", "Place") },
  { "year", NC_("record field", "Year") },
  { "confidence", NC_("record field", "Confidence") },
  { "low", NC_("record field", "Low end") },
  { "high", NC_("record field", "High end") },
};

static const Word choices[] = {
  { "female", NC_("record choice", "Female") },
  { "male", NC_("record choice", "Male") },
  { "active", NC_("record choice", "Employed") },
  { "leaving", NC_("record choice", "Leaving") },
  { "left", NC_("record choice", "Left") },
  { "fixed-term", NC_("record choice", "Fixed term") },
  { "open-ended", NC_("record choice", "Open-ended") },
  { "task", NC_("record choice", "For a task") },
  { "part-time", NC_("record choice", "Part-time") },
  { "dispatch", NC_("record choice", "Dispatched") },
  { "over-age", NC_("record choice", "Over retirement age") },
  { "open", NC_("record choice", "Open") },
  { "reserved", NC_("record choice", "Reserved") },
  { "sensitive", NC_("record choice", "Sensitive") },
  { "assertive", NC_("record choice", "Assertive") },
  { "late", NC_("record choice", "Late") },
  { "absent", NC_("record choice", "Absent") },
  { "early", NC_("record choice", "Left early") },
  { "overtime", NC_("record choice", "Overtime") },
  { "leave", NC_("record choice", "On leave") },
  { "done", NC_("record choice", "Done") },
  { "refused", NC_("record choice", "Refused") },
  { "high", NC_("record choice", "High: the official page") },
  { "medium", NC_("record choice", "Medium: second-hand") },
  { "low", NC_("record choice", "Low: doubtful") },
  { "missing", NC_("record choice", "Missing") },
  { "achievement", NC_("record choice", "Achievement") },
  { "thanks", NC_("record choice", "Thanks") },
  { "pregnancy", NC_("record choice", "Pregnancy") },
  { "maternity", NC_("record choice", "Maternity leave") },
  { "nursing", NC_("record choice", "Nursing") },
  { "medical-period", NC_("record choice", "Medical period") },
  { "work-injury", NC_("record choice", "Work injury") },
  { "paid-injury-leave", NC_("record choice", "Paid injury leave") },
  { "occupational-disease", NC_("record choice", "Occupational disease") },
  { "suspected-occupational-disease", NC_("record choice", "Suspected occupational disease") },
  { "hazard-post", NC_("record choice", "Post with occupational hazards") },
  { "union-officer", NC_("record choice", "Union officer") },
  { "collective-bargainer", NC_("record choice", "Collective bargainer") },
  { "safety-duty", NC_("record choice", "Safety duty") },
  { "quarantine", NC_("record choice", "Quarantine") },
  { "military", NC_("record choice", "Military service") },
  { "resignation", NC_("record choice", "Resignation") },
  { "mutual", NC_("record choice", "Negotiated exit") },
  { "dismissal", NC_("record choice", "Dismissal") },
  { "redundancy", NC_("record choice", "Redundancy") },
  { "expiry", NC_("record choice", "Expiry") },
  { "retirement", NC_("record choice", "Retirement") },
  { "other", NC_("record choice", "Other") },
  { "M60", NC_("record choice", "Men, from 60") },
  { "F55", NC_("record choice", "Women in management or technical posts, from 55") },
  { "F50", NC_("record choice", "Women workers, from 50") },
};

static const char *
find_word (const Word *words, gsize n_words, const char *context, const char *name)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (words[i].name, name) == 0)
      return g_dpgettext2 (NULL, context, words[i].word);
  return NULL;
}

/**
 * fw_record_words_kind:
 *
 * Returns: (nullable): what records of kind @name are called, %NULL for one that is never shown
 */
const char *
fw_record_words_kind (const char *name)
{
  return find_word (kinds, G_N_ELEMENTS (kinds), "record kind", name);
}

/**
 * fw_record_words_field:
 *
 * Returns: (nullable): what a field is called, %NULL for one that is never shown (ids, hashes)
 */
const char *
fw_record_words_field (const char *name)
{
  return find_word (fields, G_N_ELEMENTS (fields), "record field", name);
}

/**
 * fw_record_words_choice:
 *
 * Returns: what one word of a closed vocabulary is called; the word itself where it is not of one
 */
const char *
fw_record_words_choice (const char *name)
{
  const char *word = find_word (choices, G_N_ELEMENTS (choices), "record choice", name);

  return word != NULL ? word : name;
}

/**
 * fw_record_words_value:
 * @field: describes the value
 * @value: (nullable): as the store keeps it
 *
 * Returns: (transfer full) (nullable): the value as people read it: choices and truth in words, money in groups of
 *   three; %NULL for an unknown value and for one that is only for the program
 */
char *
fw_record_words_value (const FwField *field, const char *value)
{
  if (value == NULL)
    return NULL;
  switch (field->type)
    {
    case FW_FIELD_TRUTH:
      return g_strdup (g_str_equal (value, "true") ? _("Yes") : _("No"));
    case FW_FIELD_MONEY:
      return fw_record_words_money (value);
    case FW_FIELD_REFERENCE:
    case FW_FIELD_HASH:
    case FW_FIELD_JSON:
      return NULL;
    case FW_FIELD_TEXT:
      /* Kinds are words of the program; one that has no word for people is not for them. */
      if (g_str_equal (field->name, "kind"))
        return g_strdup (find_word (choices, G_N_ELEMENTS (choices), "record choice", value));
      return g_strdup (field->choices != NULL ? fw_record_words_choice (value) : value);
    case FW_FIELD_DATE:
    case FW_FIELD_MONTH:
    case FW_FIELD_NUMBER:
    case FW_FIELD_COUNT:
    default:
      return g_strdup (value);
    }
}

/**
 * fw_record_words_money:
 * @amount: a decimal in the currency unit, such as "18500.00"
 *
 * Returns: (transfer full): the amount with its thousands set apart: "18,500.00"
 */
char *
fw_record_words_money (const char *amount)
{
  const char *digits = amount + (*amount == '-' ? 1 : 0);
  const gsize whole = strcspn (digits, ".");
  GString *text = g_string_new_len (amount, digits - amount);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  g_string_append (text, digits + whole);
  return g_string_free (text, FALSE);
}

/**
 * fw_record_words_span:
 * @months: whole months, not negative
 *
 * Returns: (transfer full): a length of service: "4 years 6 months"
 */
char *
fw_record_words_span (int months)
{
  const int years = months / 12;
  g_autofree char *years_text = g_strdup_printf (ngettext ("%d year", "%d years", (gulong) years), years);
  g_autofree char *months_text = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) (months % 12)),
                                                  months % 12);

  if (months < 1)
    return g_strdup (_("Under a month"));
  if (years == 0)
    return g_steal_pointer (&months_text);
  if (months % 12 == 0)
    return g_steal_pointer (&years_text);
  /* TRANSLATORS: years and months of service: "4 years 6 months". */
  return g_strdup_printf (_("%s %s"), years_text, months_text);
}

/**
 * fw_record_words_name:
 *
 * Returns: (transfer full) (nullable): what the record is called among others of its kind: a rule by its title and its article;
 *   %NULL for a kind without a name
 */
char *
fw_record_words_name (FwRecord *record)
{
  static const char *const names[] = { "name", "title", "number" };
  const FwRecordKind *kind = fw_record_get_kind (record);
  const char *article = fw_record_kind_find_field (kind, "article") != NULL ? fw_record_get (record, "article") : NULL;
  const char *name = NULL;

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (names); i++)
    if (fw_record_kind_find_field (kind, names[i]) != NULL)
      name = fw_record_get (record, names[i]);
  return name != NULL && article != NULL ? g_strconcat (name, " ", article, NULL) : g_strdup (name);
}

/**
 * fw_record_words_line:
 *
 * Returns: (transfer full): the record in one line: what is known of it, without references and ids
 */
char *
fw_record_words_line (FwRecord *record)
{
  const FwRecordKind *kind = fw_record_get_kind (record);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FwField *field = &kind->fields[i];
      const char *value = fw_record_get (record, field->name);
      g_autofree char *words = NULL;

      if (value == NULL || field->type == FW_FIELD_REFERENCE || field->type == FW_FIELD_HASH ||
          field->type == FW_FIELD_JSON)
        continue;
      words = fw_record_words_value (field, value);
      g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "", fw_record_words_field (field->name), words);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}
