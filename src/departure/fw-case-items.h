#pragma once

#include <gio/gio.h>

#include "departure/fw-case-types.h"

G_BEGIN_DECLS

/*
 * What the lists of a case hold. Every value is a readable GObject property (for <lookup> in GtkBuilder files) in the
 * language of the workplace; an item of the same id is changed in place and notifies, so that focus and selection stay.
 * Dates are ISO days, money is text with two digits; what is unknown is %NULL.
 */

#define FW_TYPE_CASE_ITEM (fw_case_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (FwCaseItem, fw_case_item, FW, CASE_ITEM, GObject)

struct _FwCaseItemClass
{
  GObjectClass parent_class;
};

/* One ground for this person. Strings: id kind title plain article article-text reason until severance payment-in-lieu
 * total damages months (of severance) notice-days earliest-last-day. Enums: use (FwGroundUse) verdict (FwVerdict). Truth: chosen
 * no-severance (the law asks for none) supposed (no last day is chosen: the sums are as of today). Lists of text: proves steps mistakes tribunal. */
#define FW_TYPE_GROUND_CHOICE (fw_ground_choice_get_type ())
G_DECLARE_FINAL_TYPE (FwGroundChoice, fw_ground_choice, FW, GROUND_CHOICE, FwCaseItem)

/* One row of the status check. Strings: id (= kind) title question article asked-of on from until grade infant-born
 * exit-medical. Enum: answer (FwStatusAnswer). */
#define FW_TYPE_STATUS_ROW (fw_status_row_get_type ())
G_DECLARE_FINAL_TYPE (FwStatusRow, fw_status_row, FW, STATUS_ROW, FwCaseItem)

/* One material. Strings: id title why without how moment (paper|delivery|closing) article article-text source source-kind (the kind of record it
 * was taken from, if it was) date evidence file-name sha256 document (the paper of this case that makes it, if any) ask (what a
 * person must judge before what was found in the records proves it; absent: nothing). Enum: state (FwMaterialState). Truth:
 * required shared (one holds for all that are decided upon together). Number: size. Lists of text: files file-ids (all that was taken in for it, the newest last: name, id of the evidence). Object: found
 * (GListModel of FwFoundRecord: what the records hold of it and is not taken yet). */
#define FW_TYPE_MATERIAL_ITEM (fw_material_item_get_type ())
G_DECLARE_FINAL_TYPE (FwMaterialItem, fw_material_item, FW, MATERIAL_ITEM, FwCaseItem)

/* One of the person's records that a material can be taken from. Strings: id (of the record) kind date. Object: record (FwRecord). */
#define FW_TYPE_FOUND_RECORD (fw_found_record_get_type ())
G_DECLARE_FINAL_TYPE (FwFoundRecord, fw_found_record, FW, FOUND_RECORD, FwCaseItem)

/* One check. Strings: id title article article-text until override-by override-reason family material (of a missing one).
 * Enum: verdict (FwVerdict). Truth: can-override overridden. Lists of text: actions (ids of the ways
 * out) action-titles (what the pack calls each) unknown (facts paths) unknown-labels. Object: blanks (GListModel of
 * FwBlankField: those of the unknown that the case may say itself). */
#define FW_TYPE_FINDING_ITEM (fw_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (FwFindingItem, fw_finding_item, FW, FINDING_ITEM, FwCaseItem)

/* One blank of a paper. Strings: id (= facts path) label kind (text|date|money|number|month|lines) value hint. Truth: settable
 * (the case may say it; else it is worked out or found elsewhere). Enum: step (FwCaseStep: where it comes from). */
#define FW_TYPE_BLANK_FIELD (fw_blank_field_get_type ())
G_DECLARE_FINAL_TYPE (FwBlankField, fw_blank_field, FW, BLANK_FIELD, FwCaseItem)

/* One paper of the case. Strings: id title moment number issued-on sha256 issued-id delivered-on
 * delivered proof (what its delivery brings: facts that take the day, the material that its proof is). Enum: state (FwPaperState).
 * Number: pages (of an issued one), blanks. Truth: read-again (a changed wording whose facts changed), shared (one for all that are
 * decided upon together). Object: missing (GListModel of
 * FwBlankField). Lists of text, one entry for each reason why it is a draft only: reasons (in the pack's words),
 * reason-kinds (check|material|time (the pack says it is not yet its time)|blank|wording|read-again|paper), reason-ids (finding, material, facts path …). */
#define FW_TYPE_CASE_DOCUMENT (fw_case_document_get_type ())
G_DECLARE_FINAL_TYPE (FwCaseDocument, fw_case_document, FW, CASE_DOCUMENT, FwCaseItem)

/* One line of working. Strings: id title article article-text value. */
#define FW_TYPE_WORKING_LINE (fw_working_line_get_type ())
G_DECLARE_FINAL_TYPE (FwWorkingLine, fw_working_line, FW, WORKING_LINE, FwCaseItem)

/* One price side by side. Strings: id (n|n-plus-1|2n|offer) amount months article. Truth: chosen avoid unknown.
 * Object: working (GListModel of FwWorkingLine). */
#define FW_TYPE_PRICE (fw_price_get_type ())
G_DECLARE_FINAL_TYPE (FwPrice, fw_price, FW, PRICE, FwCaseItem)

/* One figure of the place, such as the local average. Strings: id (of its record) name title amount year source from until
 * confirmed-by confirmed-on confidence. Truth: confirmed used (by this judging). */
#define FW_TYPE_FIGURE_ITEM (fw_figure_item_get_type ())
G_DECLARE_FINAL_TYPE (FwFigureItem, fw_figure_item, FW, FIGURE_ITEM, FwCaseItem)

/* Another reading of the law that changes an amount. Strings: id (setting and option) title (what is read in two ways) option
 * amount warning (what is taken for now, and what to do about it) article taken (the reading that counts) taken-amount of (severance,
 * notice, damages or another amount). */
#define FW_TYPE_READING_ITEM (fw_reading_item_get_type ())
G_DECLARE_FINAL_TYPE (FwReadingItem, fw_reading_item, FW, READING_ITEM, FwCaseItem)

/* What a change of law, figures or readings did. Strings: id sort (why: pack|figure|reading; what of it: amount|check) name (of
 * the figure, setting, amount or check) title (what the pack calls it; %NULL of figures, amounts and the pack) before after
 * (%NULL: nothing, unknown) why (of a figure: its source). The whys stand first. */
#define FW_TYPE_CHANGE_ITEM (fw_change_item_get_type ())
G_DECLARE_FINAL_TYPE (FwChangeItem, fw_change_item, FW, CHANGE_ITEM, FwCaseItem)

/* One line of the final settlement, or one of its sums (group "sum": gross, deductions, net). Strings: id group (earning|severance|
 * reimbursement|deduction|tax|sum) title article article-text formula basis reason reckoned amount. Truth: asked (only a person can
 * say it) optional changed out own. Objects: working (GListModel of FwWorkingLine), blanks (GListModel of FwBlankField). */
#define FW_TYPE_SETTLEMENT_ROW (fw_settlement_row_get_type ())
G_DECLARE_FINAL_TYPE (FwSettlementRow, fw_settlement_row, FW, SETTLEMENT_ROW, FwCaseItem)

/* One weak point of the case. Strings: id title why mend article article-text material (the first that is missing, if one is). Enum:
 * step (FwCaseStep: where it is mended). Lists of text: findings finding-titles (what is behind it) cost-titles cost-amounts (what it
 * leads to; an amount that is not known is empty). */
#define FW_TYPE_WEAK_POINT_ITEM (fw_weak_point_item_get_type ())
G_DECLARE_FINAL_TYPE (FwWeakPointItem, fw_weak_point_item, FW, WEAK_POINT_ITEM, FwCaseItem)

/* One sum of risk and negotiation. Strings: id group (lawful: the way that was chosen, where it stands; cost: where it does not; exit:
 * the negotiated exit, with low high offered extras all) title amount assumes article article-text each-month. Number: months (so many
 * are assumed of a cost that grows). */
#define FW_TYPE_RISK_SUM (fw_risk_sum_get_type ())
G_DECLARE_FINAL_TYPE (FwRiskSum, fw_risk_sum, FW, RISK_SUM, FwCaseItem)

/* What may be offered besides money. Strings: id title why article article-text unit each (what one costs) cost paid (how, where it is
 * no line of the settlement) clause (in the agreement, once all is said). Truth: offered may-offer (the case is a negotiated exit).
 * Object: blanks (GListModel of FwBlankField: what is asked of it, said or not). */
#define FW_TYPE_OFFER_ITEM (fw_offer_item_get_type ())
G_DECLARE_FINAL_TYPE (FwOfferItem, fw_offer_item, FW, OFFER_ITEM, FwCaseItem)

/* One day by which something has to be done. Strings: id title article article-text date (%NULL while it depends on a day that
 * is not chosen). */
#define FW_TYPE_DEADLINE_ITEM (fw_deadline_item_get_type ())
G_DECLARE_FINAL_TYPE (FwDeadlineItem, fw_deadline_item, FW, DEADLINE_ITEM, FwCaseItem)

/* One step of the way that was chosen, in their order. Strings: id (its number) title by (the day by which it has to be done) done-on
 * at (where it is done: who|way|materials|checks|money|papers|summary|overview). Truth: done, next (the first that is not),
 * late, seen (the pack says how to tell that it is done). */
#define FW_TYPE_STEP_ITEM (fw_step_item_get_type ())
G_DECLARE_FINAL_TYPE (FwStepItem, fw_step_item, FW, STEP_ITEM, FwCaseItem)

/* One of several who are decided upon together. Strings: id (of the case) number employee employee-name employee-number department position
 * last-day amount (what is paid in all) reason (what stands in the way, one sentence) keep-why (of one who is to be kept first: what of it is open, or
 * that it is answered) chosen-because (why this one, as the case says). Enums: state (FwCaseState) verdict (FwVerdict). Number: missing (materials), ready and issued (papers). Truth: judged checked
 * (the status check is taken) keep-first. Lists of text: ready-ids ready-titles (own papers that can be issued now). */
#define FW_TYPE_GROUP_MEMBER (fw_group_member_get_type ())
G_DECLARE_FINAL_TYPE (FwGroupMember, fw_group_member, FW, GROUP_MEMBER, FwCaseItem)

/* What is asked of one of several who are decided upon together, to fill in for all in one table. Strings: id ("line/" and the id of a line of the
 * settlement, whose amount it is, or the facts path of an answer) title kind (money|number|date|…, as of a blank) value. */
#define FW_TYPE_GROUP_AMOUNT (fw_group_amount_get_type ())
G_DECLARE_FINAL_TYPE (FwGroupAmount, fw_group_amount, FW, GROUP_AMOUNT, FwCaseItem)

/* One group in a list. Strings: id number kind title (what the pack calls such a decision) opened-on. Number: cases, open. */
#define FW_TYPE_GROUP_ROW (fw_group_row_get_type ())
G_DECLARE_FINAL_TYPE (FwGroupRow, fw_group_row, FW, GROUP_ROW, FwCaseItem)

/* One thing that somebody has taken on for the case. Strings: id kind (the way out that it came of) title assignee due done-on.
 * Truth: done. */
#define FW_TYPE_TASK_ITEM (fw_task_item_get_type ())
G_DECLARE_FINAL_TYPE (FwTaskItem, fw_task_item, FW, TASK_ITEM, FwCaseItem)

/* One delivery of an issued paper, or a try that failed. Strings: id document title by (hand|post|mail|announcement|notary) on
 * who why (it failed) evidence. Truth: failed. */
#define FW_TYPE_DELIVERY_ITEM (fw_delivery_item_get_type ())
G_DECLARE_FINAL_TYPE (FwDeliveryItem, fw_delivery_item, FW, DELIVERY_ITEM, FwCaseItem)

/* One reason why the person leaves, the heaviest first. Strings: id (the reason) name words (the person's own, %NULL: none) weight (%NULL where
 * what was imported has none). */
#define FW_TYPE_REASON_ITEM (fw_reason_item_get_type ())
G_DECLARE_FINAL_TYPE (FwReasonItem, fw_reason_item, FW, REASON_ITEM, FwCaseItem)

/* One event of the audit. Strings: id what (case.submit, document.issue …) who why about (the paper, check or file that it
 * names) on (the day) at (HH:MM), both in the time zone of the store. */
#define FW_TYPE_EVENT_ITEM (fw_event_item_get_type ())
G_DECLARE_FINAL_TYPE (FwEventItem, fw_event_item, FW, EVENT_ITEM, FwCaseItem)

/* One case in a list. Strings: id number employee employee-name employee-number department kind ground ground-title last-day
 * opened-on paused-on pause-reason look-again. Enum: state (FwCaseState). */
#define FW_TYPE_CASE_ROW (fw_case_row_get_type ())
G_DECLARE_FINAL_TYPE (FwCaseRow, fw_case_row, FW, CASE_ROW, FwCaseItem)

const char        *fw_case_item_get_id     (FwCaseItem *self);
const char        *fw_case_item_get_text   (FwCaseItem *self,
                                            const char *property);
int                fw_case_item_get_choice (FwCaseItem *self,
                                            const char *property);
gboolean           fw_case_item_get_truth  (FwCaseItem *self,
                                            const char *property);
const char *const *fw_case_item_get_texts  (FwCaseItem *self,
                                            const char *property);
GListModel        *fw_case_item_get_list   (FwCaseItem *self,
                                            const char *property);
gpointer           fw_case_item_get_object (FwCaseItem *self,
                                            const char *property);

G_END_DECLS
