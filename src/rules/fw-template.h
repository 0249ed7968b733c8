#pragma once

#include "facts/fw-xpath.h"
#include "rules/fw-value.h"

G_BEGIN_DECLS

/* A text with {XPath} and {=name} in braces, in one language. */
typedef struct _FwTemplate FwTemplate;

/* Answers, as a sentence shows it, the value called @name in the calculation or rule at hand; NULL where there is none. */
typedef char *(*FwTemplateLookup) (const char *name,
                                   FwLanguage  language,
                                   gpointer    user_data);

FwTemplate *_fw_template_new    (const char       *text,
                                 FwLanguage        language,
                                 GError          **error);
void        _fw_template_free   (FwTemplate       *self);
char       *_fw_template_fill   (FwTemplate       *self,
                                 FwFacts          *facts,
                                 FwTemplateLookup  lookup,
                                 gpointer          user_data);
char       *_fw_template_outline (FwTemplate      *self);
void        _fw_template_each_xpath (FwTemplate   *self,
                                 void            (*call) (const char *xpath, gpointer user_data),
                                 gpointer          user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTemplate, _fw_template_free)

G_END_DECLS
