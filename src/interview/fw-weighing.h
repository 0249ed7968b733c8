#pragma once

#include "interview/fw-phrase-watch.h"
#include "interview/fw-spoken-line.h"

G_BEGIN_DECLS

/**
 * FwWeighing:
 *
 * Weighs the words of a stretch of talk, a sentence or a few short ones, for each class of a lexicon: what nobody says outright is told by many
 * words together. Used again for the next stretch.
 */
typedef struct _FwWeighing FwWeighing;

FwWeighing *_fw_weighing_new   (FwLexicon          *lexicon,
                                FwSpokenLine       *line);
void        _fw_weighing_free  (FwWeighing         *self);
void        _fw_weighing_begin (FwWeighing         *self);
void        _fw_weighing_take  (FwWeighing         *self,
                                guint               index);
gboolean    _fw_weighing_is_long (FwWeighing       *self);
void        _fw_weighing_judge (FwWeighing         *self,
                                FwSpeaker           speaker,
                                gboolean            complete,
                                GArray             *alerts,
                                guint               first_alert);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwWeighing, _fw_weighing_free)

G_END_DECLS
