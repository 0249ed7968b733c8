#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FwFactsError:
 * @FW_FACTS_ERROR_FILE: the file cannot be read: choose another
 * @FW_FACTS_ERROR_MALFORMED: not well-formed, not in a known encoding, or refused (a DOCTYPE, too large, too deep)
 * @FW_FACTS_ERROR_INVALID: well-formed, but not what the schema allows
 * @FW_FACTS_ERROR_EXPRESSION: an XPath or a stylesheet is wrong: its author must correct it
 * @FW_FACTS_ERROR_LIMIT: an expression or a transformation needed more steps than allowed
 * @FW_FACTS_ERROR_REFUSED: a stylesheet says that it is not for these facts; the message is the sheet's own
 *
 * Every message names the file and, where there is one, the line, and then the reason.
 */
typedef enum
{
  FW_FACTS_ERROR_FILE,
  FW_FACTS_ERROR_MALFORMED,
  FW_FACTS_ERROR_INVALID,
  FW_FACTS_ERROR_EXPRESSION,
  FW_FACTS_ERROR_LIMIT,
  FW_FACTS_ERROR_REFUSED,
} FwFactsError;

#define FW_FACTS_ERROR (fw_facts_error_quark ())

GQuark fw_facts_error_quark (void);

/**
 * FwXml:
 *
 * An XML document read without network, entities, DTD or XInclude. Counted by reference; belongs to one thread.
 */
typedef struct _FwXml FwXml;

/**
 * FwXmlNode:
 *
 * An element of a #FwXml (or of facts), valid as long as its document. Only facts/ knows what is inside.
 */
typedef struct _xmlNode FwXmlNode;

/**
 * FwSchema:
 *
 * A compiled RELAX NG schema. Belongs to one thread.
 */
typedef struct _FwSchema FwSchema;

#define FW_TYPE_XML (fw_xml_get_type ())

GType        fw_xml_get_type          (void) G_GNUC_CONST;
FwXml       *fw_xml_load_file         (const char       *path,
                                       GError          **error);
FwXml       *fw_xml_load_bytes        (GBytes           *bytes,
                                       const char       *name,
                                       GError          **error);
FwXml       *fw_xml_ref               (FwXml            *self);
void         fw_xml_unref             (FwXml            *self);
const char  *fw_xml_get_name          (FwXml            *self);
FwXmlNode   *fw_xml_get_root          (FwXml            *self);
GBytes      *fw_xml_to_bytes          (FwXml            *self);

gboolean     fw_xml_can_hold          (const char       *text);

const char  *fw_xml_node_name         (FwXmlNode        *node);
const char  *fw_xml_node_namespace    (FwXmlNode        *node);
gboolean     fw_xml_node_is           (FwXmlNode        *node,
                                       const char       *name);
const char  *fw_xml_node_get          (FwXmlNode        *node,
                                       const char       *attribute);
void         fw_xml_node_set          (FwXmlNode        *node,
                                       const char       *attribute,
                                       const char       *value);
void         fw_xml_node_set_text     (FwXmlNode        *node,
                                       const char       *text);
char        *fw_xml_node_dup_text     (FwXmlNode        *node);
int          fw_xml_node_line         (FwXmlNode        *node);
FwXmlNode   *fw_xml_node_parent       (FwXmlNode        *node);
FwXmlNode   *fw_xml_node_child        (FwXmlNode        *node,
                                       const char       *name);
FwXmlNode   *fw_xml_node_next         (FwXmlNode        *node,
                                       const char       *name);
FwXmlNode   *fw_xml_node_first_piece  (FwXmlNode        *node);
FwXmlNode   *fw_xml_node_next_piece   (FwXmlNode        *node);
gboolean     fw_xml_node_is_text      (FwXmlNode        *node);
FwXmlNode   *fw_xml_node_append       (FwXmlNode        *parent,
                                       const char       *name);
void         fw_xml_node_remove       (FwXmlNode        *node);

FwSchema    *fw_schema_load           (const char       *path,
                                       GError          **error);
FwSchema    *fw_schema_load_simple    (const char       *path,
                                       GError          **error);
gboolean     fw_schema_validate       (FwSchema         *self,
                                       FwXml            *xml,
                                       GError          **error);
void         fw_schema_free           (FwSchema         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwXml, fw_xml_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwSchema, fw_schema_free)

G_END_DECLS
