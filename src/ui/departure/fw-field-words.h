#pragma once

#include "departure/fw-case.h"

G_BEGIN_DECLS

/**
 * FwFieldWords:
 *
 * The live fields of one paper as people read them: where the wording has {departure/@last-day|date}, they see
 * {last day}. Two fields of the same name are told apart by a number.
 */
typedef struct _FwFieldWords FwFieldWords;

FwFieldWords *fw_field_words_new     (FwCase       *departure);
void          fw_field_words_free    (FwFieldWords *self);
char         *fw_field_words_show    (FwFieldWords *self,
                                      const char   *source);
char         *fw_field_words_read    (FwFieldWords *self,
                                      const char   *shown);
char         *fw_field_words_dup_unknown (FwFieldWords *self,
                                          const char   *shown);
char         *fw_field_words_dup_known   (FwFieldWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwFieldWords, fw_field_words_free)

G_END_DECLS
