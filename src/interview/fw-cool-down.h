#pragma once

#include "interview/fw-phrase-watch.h"

G_BEGIN_DECLS

/**
 * FwCoolDown:
 *
 * What has been alerted to in one talk and when, so that a phrase that is said again and again does not interrupt again and again.
 */
typedef struct _FwCoolDown FwCoolDown;

FwCoolDown *fw_cool_down_new       (void);
void        fw_cool_down_free      (FwCoolDown           *self);
gboolean    fw_cool_down_admit     (FwCoolDown           *self,
                                    const FwAlert        *alert,
                                    gint64                seconds);
guint       fw_cool_down_get_count (FwCoolDown           *self,
                                    const FwPhraseClass  *of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCoolDown, fw_cool_down_free)

G_END_DECLS
