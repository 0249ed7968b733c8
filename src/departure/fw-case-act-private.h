#pragma once

#include "departure/fw-case-private.h"
#include "store/fw-evidence.h"

G_BEGIN_DECLS

/* What several acts of a case need. */
gboolean    _fw_case_refuse        (GError       **error,
                                    const char    *format,
                                    ...) G_GNUC_PRINTF (2, 3);
FwCaseState _fw_case_state_of      (FwCaseJudged  *now);
gboolean    _fw_case_is_open       (FwCaseJudged  *now,
                                    GError       **error);
gboolean    _fw_case_goes_on       (FwCaseJudged  *now,
                                    GError       **error);
gboolean    _fw_case_has_reason    (const char    *reason,
                                    gsize          at_least);
void        _fw_case_put_note      (FwCaseAct     *act,
                                    FwCommand     *command,
                                    const char    *text);
FwCaseItem *_fw_case_find_row      (FwCaseJudged  *now,
                                    FwCaseList     list,
                                    const char    *id);
FwRecord   *_fw_case_put_row       (FwCaseJudged  *now,
                                    FwCommand     *command,
                                    FwCaseState    state);
void        _fw_case_put_basis     (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    FwCommand     *command,
                                    const char    *text,
                                    const char    *document,
                                    const char    *reason);
void        _fw_case_forget_basis  (FwCaseAct     *act,
                                    FwCommand     *command);
gboolean    _fw_case_put_status    (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    FwCommand     *command,
                                    const char    *status,
                                    GError       **error);
void        _fw_case_put_pack      (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    FwCommand     *command);
void        _fw_case_share         (FwCaseJudged  *now,
                                    FwCaseList     list,
                                    const char    *id,
                                    FwCommand     *command,
                                    FwRecord      *record);
FwRecord   *_fw_case_put_evidence  (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    FwCommand     *command,
                                    const char    *kind,
                                    const char    *sha256,
                                    guint64        size);
char       *_fw_case_take_in_text  (FwCaseAct     *act,
                                    const char    *text,
                                    guint64       *size,
                                    GCancellable  *cancellable,
                                    GError       **error);
char       *_fw_case_take_in_file  (FwCaseAct     *act,
                                    GFile         *file,
                                    guint64       *size,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean    _fw_case_check_delivery (FwCaseAct    *act,
                                    FwRecord      *issued,
                                    GError       **error);
gboolean    _fw_case_take_found    (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean    _fw_case_take_status   (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean    _fw_case_attach_file   (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean    _fw_case_put_amounts   (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean    _fw_case_put_settled_none (FwCaseAct  *act,
                                    FwCaseJudged  *now,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean    _fw_case_issue_paper   (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    GCancellable  *cancellable,
                                    GError       **error);
gboolean    _fw_case_save_paper    (FwCaseAct     *act,
                                    FwCaseJudged  *now,
                                    GCancellable  *cancellable,
                                    GError       **error);
void        _fw_csv_append         (GString       *csv,
                                    const char    *value,
                                    gboolean       last);

G_END_DECLS
