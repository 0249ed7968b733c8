#pragma once

#include "facts/fw-xml.h"

G_BEGIN_DECLS

typedef struct _FwGrammar FwGrammar;

FwGrammar *_fw_grammar_load     (const char  *path,
                                 GError     **error);
void       _fw_grammar_free     (FwGrammar   *self);
gboolean   _fw_grammar_validate (FwGrammar   *self,
                                 FwXml       *xml,
                                 GError     **error);

G_END_DECLS
