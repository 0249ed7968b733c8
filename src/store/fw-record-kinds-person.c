#include "store/fw-record-kinds-private.h"

/* What is known of one person. Every kind here has employee-id, but employee itself. */

/* A person, with the present place in the organisation. pinyin holds the readings the search knows. */
static const FwField employee_fields[] = {
  { "number", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_UNIQUE | FW_FIELD_KEY },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "pinyin", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "sex", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "female|male" },
  { "born", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "identity", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "identity-kind", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "email", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "service-address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "temperament", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "open|reserved|sensitive|assertive" },
  { "retirement-category", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "M60|F55|F50" },
  { "total-work-years", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "direct-reports", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "status", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "active|leaving|left" },
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employer" },
  { "branch-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "branch" },
  { "department-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "department" },
  { "position-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "position" },
  { "level-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "level" },
  { "manager-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "bank-name", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "bank-account", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "emergency-contact", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "emergency-phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "contact-confirmed", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "left", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

/* One contract of one person with one employer. */
static const FwField employment_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employer" },
  { "hired", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "hired-estimated", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "contract", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL,
    "fixed-term|open-ended|task|part-time|dispatch|over-age" },
  { "contract-number", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "contract-start", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "contract-end", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "contract-signed", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "written-contract", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "fixed-term-count", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "probation-end", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "probation-count", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "prior-service-months", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "prior-severance-paid", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "last-promotion", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "workplace", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "workplace-type", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "hours-system", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "salary-day", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "supervisor", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "handover-to", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "ended", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* Positions, levels and departments a person has held. */
static const FwField appointment_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "from", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "department-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "department" },
  { "position-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "position" },
  { "level-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "level" },
  { "manager-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "promotion", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "reason", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* A hiring criterion that this person has acknowledged. */
static const FwField criterion_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "hiring-criterion-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "hiring-criterion" },
  { "title", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "acknowledged", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* A rule that this person has acknowledged. */
static const FwField acknowledgement_fields[] = {
  { "rule-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "rule" },
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "acknowledged", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

static const FwField wage_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "month", FW_FIELD_MONTH, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "gross", FW_FIELD_MONEY, FW_FIELD_REQUIRED },
  { "overtime", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "bonus", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "normal", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "note", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

static const FwField wage_component_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "month", FW_FIELD_MONTH, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "component", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "amount", FW_FIELD_MONEY, FW_FIELD_REQUIRED },
  { "counted", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
};

static const FwField raise_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "date", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "percent", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "team-percent", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "before", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "after", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "reason", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

static const FwField target_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "period", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "measure", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "unit", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "target", FW_FIELD_NUMBER, FW_FIELD_REQUIRED },
  { "agreed", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

static const FwField review_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "period", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "measure", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "unit", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "score", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "target", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "actual", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "grade", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "signed", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "team-average", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "date", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "reviewer", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "objection", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* Also thanks: what somebody did well and who said so. */
static const FwField achievement_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "date", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "title", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "source", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "sort", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "achievement|thanks" },
};

static const FwField attendance_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "date", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "kind", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY, NULL, "late|absent|early|overtime|leave" },
  { "minutes", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "note", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

static const FwField training_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "title", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "date", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "score", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "pass-mark", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "hours", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "cost", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "service-until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

static const FwField skill_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "level", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "acquired", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

static const FwField violation_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "date", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "rule", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "rule-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "rule" },
  { "what", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "warned", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "warned-on", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "statement", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

static const FwField feedback_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "date", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "signed", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "text", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* A person on a project. */
static const FwField assignment_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "project-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "project" },
  { "role", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "share", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "from", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

static const FwField duty_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "title", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "detail", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "receiver-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
};

static const FwField equipment_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "label", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "serial", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "issued", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "returned", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

static const FwField account_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "system", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "login", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "opened", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "closed", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

static const FwField survey_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "department-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "department" },
  { "date", FW_FIELD_DATE, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "topic", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "score", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "text", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* Any figure a company keeps of a person by month. */
static const FwField measure_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "month", FW_FIELD_MONTH, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "name", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "value", FW_FIELD_NUMBER, FW_FIELD_REQUIRED },
  { "unit", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

static const FwField protection_fields[] = {
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "kind", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "from", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "grade", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "infant-born", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "exit-medical", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "done|refused|missing" },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* One row a person with the names a list shows: the employee and the latest employment. A view, never put. */
static const FwField employee_overview_fields[] = {
  { "number", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "name", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "pinyin", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "sex", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "female|male" },
  { "born", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "identity", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "identity-kind", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "email", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "service-address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "temperament", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "open|reserved|sensitive|assertive" },
  { "retirement-category", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "M60|F55|F50" },
  { "total-work-years", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "direct-reports", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "status", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "active|leaving|left" },
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employer" },
  { "branch-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "branch" },
  { "department-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "department" },
  { "position-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "position" },
  { "level-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "level" },
  { "manager-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "bank-name", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "bank-account", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "emergency-contact", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "emergency-phone", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "contact-confirmed", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "left", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "department", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "position", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "level", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "employer", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "branch", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "manager", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "employment-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employment" },
  { "hired", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "contract", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "contract-end", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "probation-end", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "workplace", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "case-kind", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "protection", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "protection-from", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "protection-until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

const FwRecordKind _fw_person_kinds[] = {
  FW_RECORD_KIND ("employee", employee_fields, FALSE),
  FW_RECORD_KIND ("employment", employment_fields, FALSE),
  FW_RECORD_KIND ("appointment", appointment_fields, FALSE),
  FW_RECORD_KIND ("criterion", criterion_fields, FALSE),
  FW_RECORD_KIND ("acknowledgement", acknowledgement_fields, FALSE),
  FW_RECORD_KIND ("wage", wage_fields, FALSE),
  FW_RECORD_KIND ("wage-component", wage_component_fields, FALSE),
  FW_RECORD_KIND ("raise", raise_fields, FALSE),
  FW_RECORD_KIND ("target", target_fields, FALSE),
  FW_RECORD_KIND ("review", review_fields, FALSE),
  FW_RECORD_KIND ("achievement", achievement_fields, FALSE),
  FW_RECORD_KIND ("attendance", attendance_fields, FALSE),
  FW_RECORD_KIND ("training", training_fields, FALSE),
  FW_RECORD_KIND ("skill", skill_fields, FALSE),
  FW_RECORD_KIND ("violation", violation_fields, FALSE),
  FW_RECORD_KIND ("feedback", feedback_fields, FALSE),
  FW_RECORD_KIND ("assignment", assignment_fields, FALSE),
  FW_RECORD_KIND ("duty", duty_fields, FALSE),
  FW_RECORD_KIND ("equipment", equipment_fields, FALSE),
  FW_RECORD_KIND ("account", account_fields, FALSE),
  FW_RECORD_KIND ("survey", survey_fields, FALSE),
  FW_RECORD_KIND ("measure", measure_fields, FALSE),
  FW_RECORD_KIND ("protection", protection_fields, FALSE),
  FW_RECORD_KIND ("employee-overview", employee_overview_fields, TRUE),
};

const guint _fw_n_person_kinds = G_N_ELEMENTS (_fw_person_kinds);
