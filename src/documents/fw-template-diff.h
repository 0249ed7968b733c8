#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  FW_DIFF_SAME,
  FW_DIFF_REMOVED, /* stands in the shipped template only */
  FW_DIFF_ADDED    /* stands in the company's own only */
} FwDiffKind;

typedef struct
{
  FwDiffKind kind;
  char *line;
} FwDiffLine;

GPtrArray *fw_template_diff         (const char         *shipped,
                                     const char         *own,
                                     GError            **error);
GPtrArray *fw_template_diff_files   (const char *const  *folders,
                                     const char         *document_id,
                                     GError            **error);

G_END_DECLS
