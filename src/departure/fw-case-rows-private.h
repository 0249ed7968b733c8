#pragma once

#include "departure/fw-case-private.h"
#include "rules/fw-assessment.h"

G_BEGIN_DECLS

/* The rows that show a judging, in the scene's language; the packs' lock is held meanwhile. */
GPtrArray  *_fw_case_ground_rows   (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack,
                                    GError       **error);
GPtrArray  *_fw_case_status_rows   (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack,
                                    GError       **error);
GPtrArray  *_fw_case_material_rows (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack,
                                    GError       **error);
GPtrArray  *_fw_case_finding_rows  (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack);
GPtrArray  *_fw_case_price_rows    (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack,
                                    GError       **error);
GPtrArray  *_fw_case_figure_rows   (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack,
                                    GError       **error);
GPtrArray  *_fw_case_reading_rows (FwScene *scene,
                                   FwCaseJudged *judged);
GPtrArray  *_fw_case_settlement_rows (FwScene     *scene,
                                      FwCaseJudged *judged,
                                      FwPack      *pack);
GPtrArray  *_fw_case_weak_point_rows (FwScene     *scene,
                                      FwCaseJudged *judged,
                                      FwPack      *pack);
GPtrArray  *_fw_case_risk_rows     (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack);
GPtrArray  *_fw_case_offer_rows    (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack);
FwCaseItem *_fw_case_blank_for     (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    const char    *need);
GPtrArray  *_fw_case_deadline_rows (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack);
GPtrArray  *_fw_case_reason_rows   (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    GError       **error);
GPtrArray  *_fw_case_step_rows     (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack,
                                    GError       **error);
GPtrArray  *_fw_case_task_rows     (FwCaseJudged  *judged);
GPtrArray  *_fw_case_delivery_rows (FwCaseJudged  *judged);
GPtrArray  *_fw_case_event_rows    (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack);
GPtrArray  *_fw_case_document_rows (FwScene       *scene,
                                    FwCaseJudged  *judged,
                                    FwPack        *pack);
gboolean    _fw_case_is_set_aside  (FwCaseJudged  *judged,
                                    const char    *material);
void        _fw_case_item_set_picked (FwCaseItem  *item,
                                    const char    *property,
                                    FwScene       *scene,
                                    const char    *zh,
                                    const char    *en);
void        _fw_case_item_quote    (FwCaseItem    *item,
                                    FwScene       *scene,
                                    FwPack        *pack,
                                    const char    *citation);
FwVerdict   _fw_finding_verdict    (const FwFinding *finding);
const char *_fw_scene_pick         (FwScene       *scene,
                                    const char    *zh,
                                    const char    *en);

G_END_DECLS
