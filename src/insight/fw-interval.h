#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwInterval:
 *
 * Where a figure may lie by chance alone, with 95 % confidence. It says nothing of decisions that concern many
 * people at once.
 */
typedef struct
{
  double low;
  double high;
} FwInterval;

FwInterval fw_interval_of_share (guint count,
                                 guint all);
FwInterval fw_interval_of_count (guint count);

G_END_DECLS
