#include "rules/fw-assessment-private.h"

#include <string.h>

const char *
fw_severity_to_string (FwSeverity severity)
{
  static const char *names[] = { "info", "warn", "block" };

  return names[severity];
}

const char *
fw_assessment_get_pack_id (FwAssessment *self)
{
  return self->pack_id;
}

const char *
fw_assessment_get_pack_version (FwAssessment *self)
{
  return self->pack_version;
}

/**
 * fw_assessment_get_pack_changed:
 *
 * Returns: %TRUE where the pack was not the shipped one
 */
gboolean
fw_assessment_get_pack_changed (FwAssessment *self)
{
  return self->pack_changed;
}

/**
 * fw_assessment_get_ground:
 *
 * Returns: (transfer none) (nullable): %NULL where none has been chosen
 */
const char *
fw_assessment_get_ground (FwAssessment *self)
{
  return self->ground;
}

FwMessage
fw_assessment_get_ground_title (FwAssessment *self)
{
  return self->ground_title;
}

guint
fw_assessment_get_digits (FwAssessment *self)
{
  return self->digits;
}

/**
 * fw_assessment_get_verdict:
 *
 * Answers %FW_SEVERITY_INFO for a clear case.
 */
FwSeverity
fw_assessment_get_verdict (FwAssessment *self)
{
  return self->verdict;
}

/**
 * fw_assessment_get_findings:
 *
 * Returns: (transfer none) (element-type FwFinding): blocks first; those of severity info are rules that hold
 */
GPtrArray *
fw_assessment_get_findings (FwAssessment *self)
{
  return self->findings;
}

/**
 * fw_assessment_get_materials:
 *
 * Returns: (transfer none) (element-type FwMaterialNeed): what the ground requires, in order
 */
GPtrArray *
fw_assessment_get_materials (FwAssessment *self)
{
  return self->materials;
}

/**
 * fw_assessment_get_recommended:
 *
 * Returns: (transfer none) (element-type FwMaterialNeed): what helps and is not required
 */
GPtrArray *
fw_assessment_get_recommended (FwAssessment *self)
{
  return self->recommended;
}

/**
 * fw_assessment_get_notice:
 *
 * Returns: (transfer none) (nullable): %NULL without a ground
 */
FwNotice *
fw_assessment_get_notice (FwAssessment *self)
{
  return self->money != NULL ? self->money->notice : NULL;
}

/**
 * fw_assessment_get_severance:
 *
 * Returns: (transfer none) (nullable): %NULL without a ground
 */
FwAmount *
fw_assessment_get_severance (FwAssessment *self)
{
  return self->money != NULL ? self->money->severance : NULL;
}

/**
 * fw_assessment_get_damages:
 *
 * Returns: (transfer none) (nullable): what an unlawful dismissal on the same day would cost
 */
FwAmount *
fw_assessment_get_damages (FwAssessment *self)
{
  return self->money != NULL ? self->money->damages : NULL;
}

/**
 * fw_assessment_get_tax:
 *
 * Returns: (transfer none) (nullable): the tax on the total; its amount is the tax
 */
FwAmount *
fw_assessment_get_tax (FwAssessment *self)
{
  return self->money != NULL ? self->money->tax : NULL;
}

/**
 * fw_assessment_get_other:
 *
 * Returns: (transfer none) (nullable) (element-type FwAmount): %NULL without a ground
 */
GPtrArray *
fw_assessment_get_other (FwAssessment *self)
{
  return self->money != NULL ? self->money->other : NULL;
}

/**
 * fw_assessment_get_settlement:
 *
 * Returns: (nullable): the final settlement; %NULL without a ground, or where the pack has none
 */
FwSettlement *
fw_assessment_get_settlement (FwAssessment *self)
{
  return self->settlement;
}

/**
 * fw_assessment_get_offers:
 *
 * Returns: (transfer none) (nullable) (element-type FwOffer): what is offered beside the money of a negotiated exit; %NULL without
 *   a ground
 */
GPtrArray *
fw_assessment_get_offers (FwAssessment *self)
{
  return self->offers;
}

/**
 * fw_assessment_get_total:
 *
 * Returns: (transfer none) (nullable): severance, pay in lieu and other amounts; %NULL where one of them cannot be reckoned
 */
FwNumber *
fw_assessment_get_total (FwAssessment *self)
{
  return self->money != NULL ? self->money->total : NULL;
}

/**
 * fw_assessment_get_alternatives:
 *
 * Returns: (transfer none) (element-type FwAlternative): the other amount wherever the law is read in two ways
 */
GPtrArray *
fw_assessment_get_alternatives (FwAssessment *self)
{
  return self->alternatives;
}

/**
 * fw_assessment_get_documents:
 *
 * Returns: (transfer none) (element-type FwPaperDue):
 */
GPtrArray *
fw_assessment_get_documents (FwAssessment *self)
{
  return self->documents;
}

/**
 * fw_assessment_get_procedure:
 *
 * Returns: (transfer none) (element-type FwProcedureStep):
 */
GPtrArray *
fw_assessment_get_procedure (FwAssessment *self)
{
  return self->procedure;
}

/**
 * fw_assessment_find:
 *
 * Returns: (transfer none) (nullable): the finding of that id
 */
const FwFinding *
fw_assessment_find (FwAssessment *self,
                    const char *finding)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (strcmp (((FwFinding *) g_ptr_array_index (self->findings, i))->id, finding) == 0)
      return g_ptr_array_index (self->findings, i);
  return NULL;
}

/**
 * fw_assessment_get_deadlines:
 *
 * Returns: (transfer none) (element-type FwDeadline): what has to be done by when, in the order of the ground
 */
GPtrArray *
fw_assessment_get_deadlines (FwAssessment *self)
{
  return self->deadlines;
}
