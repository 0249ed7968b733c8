#include "store/fw-store-error.h"

G_DEFINE_QUARK (fw-store-error-quark, fw_store_error)
