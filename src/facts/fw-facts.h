#pragma once

#include "core/fw-date.h"
#include "facts/fw-xml.h"

G_BEGIN_DECLS

#define FW_FACTS_NAMESPACE "urn:fairwell:facts:1"
#define FW_FUNCTIONS_NAMESPACE "urn:fairwell:functions:1"

/**
 * FwFacts:
 *
 * Everything that is known of one case at one moment (docs/facts.md). Inside, element names carry no namespace, so that
 * XPath and templates are written without prefixes. What is absent is unknown. Counted by reference; belongs to one thread.
 */
typedef struct _FwFacts FwFacts;

#define FW_TYPE_FACTS (fw_facts_get_type ())

GType        fw_facts_get_type      (void) G_GNUC_CONST;
FwSchema    *fw_facts_load_schema   (GError         **error);
FwFacts     *fw_facts_new           (void);
FwFacts     *fw_facts_load_file     (const char      *path,
                                     FwSchema        *schema,
                                     GError         **error);
FwFacts     *fw_facts_load_bytes    (GBytes          *bytes,
                                     const char      *name,
                                     FwSchema        *schema,
                                     GError         **error);
FwFacts     *fw_facts_new_from_node (FwXmlNode       *node,
                                     const char      *name,
                                     FwSchema        *schema,
                                     GError         **error);
FwFacts     *fw_facts_copy          (FwFacts         *self);
FwFacts     *fw_facts_ref           (FwFacts         *self);
void         fw_facts_unref         (FwFacts         *self);
gboolean     fw_facts_validate      (FwFacts         *self,
                                     FwSchema        *schema,
                                     GError         **error);
GBytes      *fw_facts_to_bytes      (FwFacts         *self);

FwXmlNode   *fw_facts_get_root      (FwFacts         *self);
gboolean     fw_facts_set           (FwFacts         *self,
                                     const char      *path,
                                     const char      *value,
                                     GError         **error);
FwXmlNode   *fw_facts_append        (FwFacts         *self,
                                     const char      *path,
                                     GError         **error);
void         fw_facts_remove        (FwFacts         *self,
                                     const char      *path);
const char  *fw_facts_get           (FwFacts         *self,
                                     const char      *path);
char        *fw_facts_locate        (FwFacts         *self,
                                     const char       *path);
FwDate       fw_facts_get_date      (FwFacts         *self,
                                     const char      *path);
GStrv        fw_facts_list          (FwFacts         *self,
                                     const char      *path);
FwDate       fw_facts_judged_on     (FwFacts         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwFacts, fw_facts_unref)

G_END_DECLS
