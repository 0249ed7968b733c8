#include "store/fw-record-kinds-private.h"

/* What a case is made of, from its opening to its last paper. */

/* Departures that are one decision: what is said and proved once holds for each of them. What that is, the pack said when it was opened. */
static const FwField case_group_fields[] = {
  { "number", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_UNIQUE | FW_FIELD_KEY },
  { "kind", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "answers", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "count", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "people", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "opened", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "opened-by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* A fact that was said once for all cases of a group, by its path. */
static const FwField case_group_answer_fields[] = {
  { "case-group-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "case-group" },
  { "path", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "value", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "on", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

static const FwField case_fields[] = {
  { "number", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_UNIQUE | FW_FIELD_KEY },
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "employee" },
  { "employer-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employer" },
  { "kind", FW_FIELD_TEXT, FW_FIELD_REQUIRED, NULL,
    "resignation|mutual|dismissal|redundancy|expiry|retirement|other" },
  { "ground", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "state", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "proposer", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "employer|employee" },
  { "stage", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "before-notice|notified|left|disputed|in-court" },
  { "opened", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "opened-by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "notified", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "notice-days-given", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "notice-delivered", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "last-day", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "decided", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "stated-reason", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "employee-requests", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "employee-requests-open-ended", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "employer-offer", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "same-or-better|worse|none" },
  { "employee-renews", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "layoff-count", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "union-notified", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "union-replied", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "union-opinion", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "agree|object|none" },
  { "union-opinion-text", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "union-reply-by", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "union-answered", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "handover-date", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "handover-place", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "receiver", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "signatory", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "signatory-title", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "pay-date", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "pay-account", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "pay-bank", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "social-insurance-month", FW_FIELD_MONTH, FW_FIELD_OPTIONAL },
  { "housing-fund-month", FW_FIELD_MONTH, FW_FIELD_OPTIONAL },
  { "agreed-extra", FW_FIELD_MONEY, FW_FIELD_OPTIONAL },
  { "agreed-extra-nature", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "noncompete", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "enforce|waive|none" },
  { "paused", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "pause-reason", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "look-again", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "closed", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "outcome", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "case-group-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "case-group" },
};

/* One concrete fact of the ground, as the notice will state it. */
static const FwField case_fact_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "case" },
  { "position", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "date", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "time", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "place", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "text", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "rule-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "rule" },
  { "duty", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "loss", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* Any other fact of one case, by its path in the facts document. */
static const FwField case_answer_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "case" },
  { "path", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "value", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "on", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

/* Why, in the terms of the interview. */
static const FwField case_reason_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "case" },
  { "reason", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "weight", FW_FIELD_NUMBER, FW_FIELD_OPTIONAL },
  { "text", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* A lawyer's decision that a finding does not stand in the way, with name and reason. */
static const FwField case_override_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "case" },
  { "finding", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "by", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "reason", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "on", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

static const FwField case_note_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "case" },
  { "on", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "text", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
};

/* One line of the protected-status check: what was asked, of whom, when, and the answer. */
static const FwField status_answer_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "case" },
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "employee" },
  { "kind", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "answer", FW_FIELD_TEXT, FW_FIELD_REQUIRED, NULL, "yes|no|unknown" },
  { "asked-of", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "asked-by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "asked-on", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "detail", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "until", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* A file that proves a fact; its bytes are kept by their hash. */
static const FwField evidence_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "case" },
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "kind", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "title", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "date", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "sha256", FW_FIELD_HASH, FW_FIELD_REQUIRED },
  { "size", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "media-type", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "file-name", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "added", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "note", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "case-group-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "case-group" },
};

/* A final paper: never changed, withdrawn at most. */
static const FwField document_issued_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "case" },
  { "document", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "number", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "title", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "sha256", FW_FIELD_HASH, FW_FIELD_REQUIRED },
  { "facts-sha256", FW_FIELD_HASH, FW_FIELD_OPTIONAL },
  { "issued", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "issued-by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "copies", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "pages", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "pack", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "pack-version", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "pack-sha256", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "head", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "withdrawn", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "case-group-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "case-group" },
  { "talk-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "talk" },
};

static const FwField delivery_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "case" },
  { "document-issued-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "document-issued" },
  { "by", FW_FIELD_TEXT, FW_FIELD_REQUIRED, NULL, "hand|post|mail|announcement|notary" },
  { "on", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "place", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "delivered-by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "witness1", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "witness2", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "waybill", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "address", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "status", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "done|failed" },
  { "note", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "evidence-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
  { "case-group-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "case-group" },
};

static const FwField task_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "case" },
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "title", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "kind", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "due", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "done", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "assignee", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "assignee-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "employee" },
  { "state", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "note", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* A talk with the person, as it was held. */
static const FwField talk_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "case" },
  { "employee-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "employee" },
  { "script", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "title", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "on", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "began", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "seconds", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "place", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "led-by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "manager", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "manager-answer", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "asked|comes|declines" },
  { "manager-note", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "ended", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "read-aloud", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "signing", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "paper|screen|refused" },
  { "refusal", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "witness", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "signed-copy-id", FW_FIELD_REFERENCE, FW_FIELD_OPTIONAL, "evidence" },
};

/* One thing said, seen, agreed or left open in a talk. */
static const FwField talk_entry_fields[] = {
  { "talk-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "talk" },
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED, "case" },
  { "position", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "second", FW_FIELD_COUNT, FW_FIELD_OPTIONAL },
  { "sort", FW_FIELD_TEXT, FW_FIELD_REQUIRED, NULL, "note|agreed|open|promise|mood|alert|scene|break" },
  { "speaker", FW_FIELD_TEXT, FW_FIELD_OPTIONAL, NULL, "employee|hr|manager" },
  { "text", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "detail", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "due", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
  { "keeper", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "original", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
};

/* The pack a case was judged by. */
static const FwField pack_used_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "case" },
  { "pack", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "version", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "sha256", FW_FIELD_TEXT, FW_FIELD_REQUIRED | FW_FIELD_KEY },
  { "changed", FW_FIELD_TRUTH, FW_FIELD_OPTIONAL },
  { "made", FW_FIELD_DATE, FW_FIELD_OPTIONAL },
};

/* What a case was decided on: the figures, readings and law that it keeps from its first paper on. The newest counts. */
static const FwField case_basis_fields[] = {
  { "case-id", FW_FIELD_REFERENCE, FW_FIELD_REQUIRED | FW_FIELD_KEY, "case" },
  { "on", FW_FIELD_DATE, FW_FIELD_REQUIRED },
  { "by", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "document", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "reason", FW_FIELD_TEXT, FW_FIELD_OPTIONAL },
  { "pack", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "version", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "sha256", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
  { "text", FW_FIELD_TEXT, FW_FIELD_REQUIRED },
};

const FwRecordKind _fw_case_kinds[] = {
  FW_RECORD_KIND ("case-group", case_group_fields, FALSE),
  FW_RECORD_KIND ("case-group-answer", case_group_answer_fields, FALSE),
  FW_RECORD_KIND ("case", case_fields, FALSE),
  FW_RECORD_KIND ("case-fact", case_fact_fields, FALSE),
  FW_RECORD_KIND ("case-answer", case_answer_fields, FALSE),
  FW_RECORD_KIND ("case-reason", case_reason_fields, FALSE),
  FW_RECORD_KIND ("case-override", case_override_fields, FALSE),
  FW_RECORD_KIND ("case-note", case_note_fields, FALSE),
  FW_RECORD_KIND ("status-answer", status_answer_fields, FALSE),
  FW_RECORD_KIND ("evidence", evidence_fields, FALSE),
  FW_RECORD_KIND ("document-issued", document_issued_fields, FALSE),
  FW_RECORD_KIND ("delivery", delivery_fields, FALSE),
  FW_RECORD_KIND ("task", task_fields, FALSE),
  FW_RECORD_KIND ("talk", talk_fields, FALSE),
  FW_RECORD_KIND ("talk-entry", talk_entry_fields, FALSE),
  FW_RECORD_KIND ("pack-used", pack_used_fields, FALSE),
  FW_RECORD_KIND ("case-basis", case_basis_fields, FALSE),
};

const guint _fw_n_case_kinds = G_N_ELEMENTS (_fw_case_kinds);
