#include "store/fw-record-kinds-private.h"

/* What the employers are and what their people have agreed to: the frame every case stands in. */

/* What the group is made of: each employer is a legal person that can give notice. */
static const FwField employer_fields[] = {
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "registration", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "headcount", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "jurisdiction", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "place", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "currency", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "representative", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "bank-note", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "hr-contact", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "hr-phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "hr-email", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "rules-title", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "letterhead", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "logo-sha256", FW_FIELD_HASH, FW_FIELD_OPTIONAL },
};

/* The trade union that is heard before a dismissal, or the body heard in its place. */
static const FwField union_fields[] = {
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "employer" },
  { "exists", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "name", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "contact", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "no-union-body", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

static const FwField branch_fields[] = {
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "employer" },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "place", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "jurisdiction", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* A tree by parent-id. */
static const FwField department_fields[] = {
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employer" },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "code", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "parent-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "department" },
  { "head-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "cost-center", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

static const FwField level_fields[] = {
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "rank", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
};

static const FwField position_fields[] = {
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "department-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "department" },
  { "level-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "level" },
  { "description", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* What a position asks of a newcomer; criterion says who has seen it. */
static const FwField hiring_criterion_fields[] = {
  { "position-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "position" },
  { "title", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "text", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "published", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

/* A company rule with the proof that it binds. */
static const FwField rule_fields[] = {
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employer" },
  { "number", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "title", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "article", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "text", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "democratic", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "published", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "from", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "democratic-evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
  { "published-evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
  { "text-evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* A pay band for a position, or where one person stands in it. */
static const FwField market_fields[] = {
  { "position-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "position" },
  { "position", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "place", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "year", FW_FIELD_COUNT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "low", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "median", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "high", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "percentile", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "source", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

static const FwField project_fields[] = {
  { "number", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "status", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "start", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "planned-end", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "ended", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "delay-days", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "department-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "department" },
  { "owner-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
};

/* An amount of one place and year, such as average-monthly-wage, with its source. It is never overwritten: another one
 * supersedes it, from a day on, or from its own first day where it was wrong. */
static const FwField local_figure_fields[] = {
  { "jurisdiction", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "place", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "year", FW_FIELD_COUNT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "amount", FW_FIELD_MONEY, FW_FIELD_REQUIRED },
  { "from", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "source", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "published", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "confirmed", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "confirmed-by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "confirmed-on", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "confidence", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "high|medium|low" },
  { "superseded", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "superseded-by-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "local-figure" },
};

static const FwField setting_fields[] = {
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_UNIQUE | FW_FIELD_KEY },
  { "value", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* A field that only this company has. */
static const FwField custom_field_fields[] = {
  { "record-kind", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "label-zh", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "label-en", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "type", FW_FIELD_TEXT, FW_FIELD_REQUIRED, NULL, "text|date|month|money|number|count|truth" },
  { "position", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
};

static const FwField custom_value_fields[] = {
  { "custom-field-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "custom-field" },
  { "record-id", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "value", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
};

/* A company's or a case's own wording of one block. */
static const FwField template_override_fields[] = {
  { "document", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "block", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "language", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employer" },
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "case" },
  { "text", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "base-sha256", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "facts-sha256", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "read", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
};

const FwRecordKind _fw_company_kinds[] = {
  FW_RECORD_KIND ("employer", employer_fields, FALSE),
  FW_RECORD_KIND ("union", union_fields, FALSE),
  FW_RECORD_KIND ("branch", branch_fields, FALSE),
  FW_RECORD_KIND ("department", department_fields, FALSE),
  FW_RECORD_KIND ("level", level_fields, FALSE),
  FW_RECORD_KIND ("position", position_fields, FALSE),
  FW_RECORD_KIND ("hiring-criterion", hiring_criterion_fields, FALSE),
  FW_RECORD_KIND ("rule", rule_fields, FALSE),
  FW_RECORD_KIND ("market", market_fields, FALSE),
  FW_RECORD_KIND ("project", project_fields, FALSE),
  FW_RECORD_KIND ("local-figure", local_figure_fields, FALSE),
  FW_RECORD_KIND ("setting", setting_fields, FALSE),
  FW_RECORD_KIND ("custom-field", custom_field_fields, FALSE),
  FW_RECORD_KIND ("custom-value", custom_value_fields, FALSE),
  FW_RECORD_KIND ("template-override", template_override_fields, FALSE),
};

const guint _fw_n_company_kinds = G_N_ELEMENTS (_fw_company_kinds);
