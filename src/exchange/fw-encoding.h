#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwEncoding:
 * @FW_ENCODING_AUTO: found from the bytes
 */
typedef enum
{
  FW_ENCODING_AUTO,
  FW_ENCODING_UTF_8,
  FW_ENCODING_UTF_16_LE,
  FW_ENCODING_UTF_16_BE,
  FW_ENCODING_GB18030,
} FwEncoding;

FwEncoding  fw_encoding_guess     (const char *bytes,
                                   gsize       length);
char       *fw_encoding_decode    (FwEncoding  encoding,
                                   const char *bytes,
                                   gsize       length,
                                   gsize      *decoded_length,
                                   GError    **error);
const char *fw_encoding_get_name  (FwEncoding  encoding);
gboolean    fw_encoding_from_name (const char *name,
                                   FwEncoding *encoding);

G_END_DECLS
