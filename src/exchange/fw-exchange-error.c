#include "exchange/fw-exchange-error.h"

G_DEFINE_QUARK (fw-exchange-error-quark, fw_exchange_error)
