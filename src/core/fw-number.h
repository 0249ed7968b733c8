#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FwNumber:
 *
 * An exact fraction: money, months, rates and counts on their way through a calculation. Immutable, counted by
 * reference, safe to share between threads. Every operation takes borrowed operands and answers a new number;
 * an operand that is %NULL (unknown) makes the answer %NULL.
 */
typedef struct _FwNumber FwNumber;

#define FW_TYPE_NUMBER (fw_number_get_type ())

GType     fw_number_get_type  (void) G_GNUC_CONST;
FwNumber *fw_number_new       (gint64          value);
FwNumber *fw_number_parse     (const char     *text);
FwNumber *fw_number_ref       (FwNumber       *self);
void      fw_number_unref     (FwNumber       *self);
FwNumber *fw_number_add       (const FwNumber *a,
                               const FwNumber *b);
FwNumber *fw_number_subtract  (const FwNumber *a,
                               const FwNumber *b);
FwNumber *fw_number_multiply  (const FwNumber *a,
                               const FwNumber *b);
FwNumber *fw_number_divide    (const FwNumber *a,
                               const FwNumber *b);
FwNumber *fw_number_floor     (const FwNumber *a);
FwNumber *fw_number_ceiling   (const FwNumber *a);
FwNumber *fw_number_half_up   (const FwNumber *a,
                               guint           digits);
int       fw_number_compare   (const FwNumber *a,
                               const FwNumber *b);
int       fw_number_sign      (const FwNumber *a);
gint64    fw_number_to_int    (const FwNumber *a);
double    fw_number_to_double (const FwNumber *a);
char     *fw_number_to_fixed  (const FwNumber *a,
                               guint           digits);
char     *fw_number_to_short  (const FwNumber *a,
                               guint           min_digits,
                               guint           max_digits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwNumber, fw_number_unref)

G_END_DECLS
