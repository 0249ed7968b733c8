#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads Chinese names aloud, on any thread. The first name costs a fifth of a second: never on the way to the first window. */
typedef struct _FwPinyin FwPinyin;

FwPinyin *_fw_pinyin_new           (void);
void      _fw_pinyin_free          (FwPinyin   *self);
char     *_fw_pinyin_read          (FwPinyin   *self,
                                    const char *name);
char     *_fw_pinyin_get_words     (const char *readings);
char     *_fw_pinyin_get_initials  (const char *readings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPinyin, _fw_pinyin_free)

G_END_DECLS
