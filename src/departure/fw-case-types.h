#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FwVerdict:
 * @FW_VERDICT_UNKNOWN: not judged yet
 * @FW_VERDICT_CLEAR: checked, nothing stands against it (无碍)
 * @FW_VERDICT_NOTE: may go on, a reason should be on record (留意)
 * @FW_VERDICT_MISSING: can be supplied; until then papers print as drafts only (还缺)
 * @FW_VERDICT_BLOCKED: the law does not allow it (挡住)
 * @FW_VERDICT_SEEN_AGAIN: an answer changed after the step was left: to be seen again (要重看)
 *
 * The four words for a verdict, in rising order of weight, and the mark of a step that no longer holds.
 */
typedef enum
{
  FW_VERDICT_UNKNOWN,
  FW_VERDICT_CLEAR,
  FW_VERDICT_NOTE,
  FW_VERDICT_MISSING,
  FW_VERDICT_BLOCKED,
  FW_VERDICT_SEEN_AGAIN,
} FwVerdict;

/**
 * FwCaseStep:
 *
 * The steps of the preparation, in their order.
 */
typedef enum
{
  FW_CASE_STEP_WHO,
  FW_CASE_STEP_WAY,
  FW_CASE_STEP_MATERIALS,
  FW_CASE_STEP_CHECKS,
  FW_CASE_STEP_MONEY,
  FW_CASE_STEP_RISK,
  FW_CASE_STEP_PAPERS,
  FW_CASE_STEP_SUMMARY,
} FwCaseStep;

#define FW_CASE_STEP_COUNT (FW_CASE_STEP_SUMMARY + 1)

/**
 * FwCaseState:
 *
 * Where a case stands. A returned case is open again.
 */
typedef enum
{
  FW_CASE_STATE_DRAFT,
  FW_CASE_STATE_SUBMITTED,
  FW_CASE_STATE_RETURNED,
  FW_CASE_STATE_APPROVED,
  FW_CASE_STATE_ISSUED,
  FW_CASE_STATE_DELIVERED,
  FW_CASE_STATE_CLOSED,
  FW_CASE_STATE_WITHDRAWN,
} FwCaseState;

/**
 * FwGroundUse:
 * @FW_GROUND_USABLE: can stand for this person (可用)
 * @FW_GROUND_LACKS_FACTS: facts or materials are missing (缺事实)
 * @FW_GROUND_BARRED: the law bars it now (不能用)
 * @FW_GROUND_NOT_APPLICABLE: does not fit this person at all (不适用)
 *
 * In the order in which the grounds are listed.
 */
typedef enum
{
  FW_GROUND_USABLE,
  FW_GROUND_LACKS_FACTS,
  FW_GROUND_BARRED,
  FW_GROUND_NOT_APPLICABLE,
} FwGroundUse;

/**
 * FwStatusAnswer:
 *
 * The answer to one row of the status check.
 */
typedef enum
{
  FW_STATUS_UNKNOWN,
  FW_STATUS_YES,
  FW_STATUS_NO,
} FwStatusAnswer;

/**
 * FwMaterialState:
 * @FW_MATERIAL_MISSING: needed now and not there
 * @FW_MATERIAL_PRESENT: on file
 * @FW_MATERIAL_LATER: needed at a later moment (delivery, closing)
 * @FW_MATERIAL_RECOMMENDED: better to have
 */
typedef enum
{
  FW_MATERIAL_MISSING,
  FW_MATERIAL_PRESENT,
  FW_MATERIAL_LATER,
  FW_MATERIAL_RECOMMENDED,
} FwMaterialState;

/**
 * FwPaperState:
 * @FW_PAPER_DRAFT: prints as a draft only: see its missing fields and reasons
 * @FW_PAPER_READY: can be issued
 * @FW_PAPER_ISSUED: issued; never changes
 */
typedef enum
{
  FW_PAPER_DRAFT,
  FW_PAPER_READY,
  FW_PAPER_ISSUED,
} FwPaperState;

G_END_DECLS
