#pragma once

#include "interview/fw-spoken-line.h"

G_BEGIN_DECLS

typedef struct _FwWordBreaks FwWordBreaks;

FwWordBreaks *_fw_word_breaks_new     (void);
void          _fw_word_breaks_free    (FwWordBreaks       *self);
void          _fw_word_breaks_forget  (FwWordBreaks       *self);
gboolean      _fw_word_breaks_cut     (FwWordBreaks       *self,
                                       const FwSpokenLine *line,
                                       guint               start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwWordBreaks, _fw_word_breaks_free)

G_END_DECLS
