#pragma once

#include "documents/fw-styled-text.h"

G_BEGIN_DECLS

/**
 * FwBarrier:
 * @FW_BARRIER_NONE: a line may end here
 * @FW_BARRIER_LOW: only where the line is too narrow for the whole: behind the year or the month of a date
 * @FW_BARRIER_HIGH: only where the line is too narrow for anything else: inside a long amount in words
 * @FW_BARRIER_CLOSED: never
 */
typedef enum
{
  FW_BARRIER_NONE,
  FW_BARRIER_LOW,
  FW_BARRIER_HIGH,
  FW_BARRIER_CLOSED
} FwBarrier;

/**
 * FwBoundary:
 *
 * The place behind one character: whether a line may end there, and whether it stays rigid when a line is
 * stretched to the margin (inside amounts, dates and foreign words).
 */
typedef struct
{
  FwBarrier barrier;
  gboolean rigid;
} FwBoundary;

FwBoundary *fw_break_find       (const FwStyledText *text,
                                 gsize        *n_characters);
gboolean    fw_break_is_opening (gunichar      character);
gboolean    fw_break_is_closing (gunichar      character);
gboolean    fw_break_can_halve  (gunichar      character);

G_END_DECLS
