#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwExchangeError:
 * @FW_EXCHANGE_ERROR_INPUT: the file cannot be read as a table: too big, NUL bytes, no heading; mend the
 *   file
 * @FW_EXCHANGE_ERROR_ENCODING: the text can be stored in no known encoding; save the file anew
 * @FW_EXCHANGE_ERROR_MAPPING: a field or column that was named does not exist, or a required one has no
 *   column
 * @FW_EXCHANGE_ERROR_CATALOG: the description of the kinds of import is itself at fault
 */
typedef enum
{
  FW_EXCHANGE_ERROR_INPUT,
  FW_EXCHANGE_ERROR_ENCODING,
  FW_EXCHANGE_ERROR_MAPPING,
  FW_EXCHANGE_ERROR_CATALOG,
} FwExchangeError;

#define FW_EXCHANGE_ERROR (fw_exchange_error_quark ())

GQuark fw_exchange_error_quark (void);

G_END_DECLS
