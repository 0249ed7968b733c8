#pragma once

#include "facts/fw-xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* libxml2 2.12 made the error it hands to callbacks constant. */
#if LIBXML_VERSION >= 21200
typedef const xmlError FwLibxmlError;
#else
typedef xmlError FwLibxmlError;
#endif

FwXml   *_fw_xml_wrap            (xmlDoc         *document,
                                  const char     *name);
xmlDoc  *_fw_xml_document        (FwXml          *self);
void     _fw_xml_initialize      (void);
void     _fw_xml_first_error_cb  (void           *data,
                                  FwLibxmlError  *problem);

/* The first problem that libxml2 reported; later ones are mostly its consequences. */
typedef struct
{
  int line;
  char *reason;
} FwFirstError;

void     _fw_first_error_clear   (FwFirstError   *self);

G_END_DECLS
