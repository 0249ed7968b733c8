#include "core/fw-number.h"

#include <gmp.h>

struct _FwNumber
{
  gatomicrefcount references;
  mpq_t value;
};

G_DEFINE_BOXED_TYPE (FwNumber, fw_number, fw_number_ref, fw_number_unref)

/* More digits than any wage has: a longer text is a slip or an attack, not a number. */
#define MAX_TEXT 40

static FwNumber *
number_alloc (void)
{
  FwNumber *self = g_new (FwNumber, 1);

  g_atomic_ref_count_init (&self->references);
  mpq_init (self->value);
  return self;
}

/* The whole number @value. (transfer full) */
FwNumber *
fw_number_new (gint64 value)
{
  FwNumber *self = number_alloc ();
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  mpq_set_str (self->value, text, 10);
  return self;
}

/**
 * fw_number_parse:
 * @text: (nullable): a plain decimal in the C locale: digits, at most one point, an optional leading minus
 *
 * Returns: (transfer full) (nullable): the exact value, %NULL where @text is anything else
 */
FwNumber *
fw_number_parse (const char *text)
{
  g_autoptr (GString) digits = NULL;
  gsize scale = 0;
  gboolean point = FALSE, seen = FALSE;
  FwNumber *self;
  mpz_t ten;

  if (text == NULL || strlen (text) > MAX_TEXT)
    return NULL;
  digits = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '-' && c == text)
        g_string_append_c (digits, '-');
      else if (*c == '.' && !point && seen)
        point = TRUE;
      else if (g_ascii_isdigit (*c))
        {
          g_string_append_c (digits, *c);
          seen = TRUE;
          scale += point ? 1 : 0;
        }
      else
        return NULL;
    }
  if (!seen || (point && scale == 0))
    return NULL;
  self = number_alloc ();
  mpz_set_str (mpq_numref (self->value), digits->str, 10);
  mpz_init (ten);
  mpz_ui_pow_ui (ten, 10, scale);
  mpz_set (mpq_denref (self->value), ten);
  mpz_clear (ten);
  mpq_canonicalize (self->value);
  return self;
}

FwNumber *
fw_number_ref (FwNumber *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
fw_number_unref (FwNumber *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  mpq_clear (self->value);
  g_free (self);
}

/* @a + @b. (transfer full) (nullable) */
FwNumber *
fw_number_add (const FwNumber *a,
               const FwNumber *b)
{
  FwNumber *result;

  if (a == NULL || b == NULL)
    return NULL;
  result = number_alloc ();
  mpq_add (result->value, a->value, b->value);
  return result;
}

/* @a - @b. (transfer full) (nullable) */
FwNumber *
fw_number_subtract (const FwNumber *a,
                    const FwNumber *b)
{
  FwNumber *result;

  if (a == NULL || b == NULL)
    return NULL;
  result = number_alloc ();
  mpq_sub (result->value, a->value, b->value);
  return result;
}

/* @a × @b. (transfer full) (nullable) */
FwNumber *
fw_number_multiply (const FwNumber *a,
                    const FwNumber *b)
{
  FwNumber *result;

  if (a == NULL || b == NULL)
    return NULL;
  result = number_alloc ();
  mpq_mul (result->value, a->value, b->value);
  return result;
}

/**
 * fw_number_divide:
 *
 * Returns: (transfer full) (nullable): @a / @b; %NULL where one is unknown or @b is zero
 */
FwNumber *
fw_number_divide (const FwNumber *a,
                  const FwNumber *b)
{
  FwNumber *result;

  if (a == NULL || b == NULL || mpq_sgn (b->value) == 0)
    return NULL;
  result = number_alloc ();
  mpq_div (result->value, a->value, b->value);
  return result;
}

/* The greatest whole number that is not above @a. (transfer full) (nullable) */
FwNumber *
fw_number_floor (const FwNumber *a)
{
  FwNumber *result;

  if (a == NULL)
    return NULL;
  result = number_alloc ();
  mpz_fdiv_q (mpq_numref (result->value), mpq_numref (a->value), mpq_denref (a->value));
  return result;
}

/* The least whole number that is not below @a. (transfer full) (nullable) */
FwNumber *
fw_number_ceiling (const FwNumber *a)
{
  FwNumber *result;

  if (a == NULL)
    return NULL;
  result = number_alloc ();
  mpz_cdiv_q (mpq_numref (result->value), mpq_numref (a->value), mpq_denref (a->value));
  return result;
}

/* a × 10^digits, rounded half away from zero, as an integer. */
static void
scaled_half_up (mpz_t integer,
                const FwNumber *a,
                guint digits)
{
  mpz_t twice_denominator, power;
  int sign = mpq_sgn (a->value);

  mpz_inits (twice_denominator, power, NULL);
  mpz_ui_pow_ui (power, 10, digits);
  mpz_abs (integer, mpq_numref (a->value));
  mpz_mul (integer, integer, power);
  mpz_mul_ui (integer, integer, 2);
  mpz_add (integer, integer, mpq_denref (a->value));
  mpz_mul_ui (twice_denominator, mpq_denref (a->value), 2);
  mpz_fdiv_q (integer, integer, twice_denominator);
  if (sign < 0)
    mpz_neg (integer, integer);
  mpz_clears (twice_denominator, power, NULL);
}

/**
 * fw_number_half_up:
 *
 * Rounds to @digits after the point, a half away from zero. Amounts are rounded once, at the end.
 */
FwNumber *
fw_number_half_up (const FwNumber *a,
                   guint digits)
{
  FwNumber *result;

  if (a == NULL)
    return NULL;
  result = number_alloc ();
  scaled_half_up (mpq_numref (result->value), a, digits);
  mpz_ui_pow_ui (mpq_denref (result->value), 10, digits);
  mpq_canonicalize (result->value);
  return result;
}

/**
 * fw_number_compare:
 *
 * Orders as strcmp() does. Both must be known.
 */
int
fw_number_compare (const FwNumber *a,
                   const FwNumber *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);
  order = mpq_cmp (a->value, b->value);
  return (order > 0) - (order < 0);
}

/**
 * fw_number_sign:
 *
 * Answers 1 above zero, -1 below, 0 for zero. @a must be known.
 */
int
fw_number_sign (const FwNumber *a)
{
  g_return_val_if_fail (a != NULL, 0);
  return mpq_sgn (a->value);
}

/**
 * fw_number_to_int:
 *
 * Answers the whole part, toward minus infinity, clamped to what a gint64 holds.
 */
gint64
fw_number_to_int (const FwNumber *a)
{
  mpz_t whole;
  gint64 result;

  g_return_val_if_fail (a != NULL, 0);
  mpz_init (whole);
  mpz_fdiv_q (whole, mpq_numref (a->value), mpq_denref (a->value));
  if (mpz_fits_slong_p (whole))
    result = mpz_get_si (whole);
  else
    result = mpz_sgn (whole) < 0 ? G_MININT64 : G_MAXINT64;
  mpz_clear (whole);
  return result;
}

/**
 * fw_number_to_double:
 *
 * For drawing only: no amount is ever reckoned from it.
 */
double
fw_number_to_double (const FwNumber *a)
{
  g_return_val_if_fail (a != NULL, 0);
  return mpq_get_d (a->value);
}

/**
 * fw_number_to_fixed:
 *
 * Returns: (transfer full) (nullable): the value half-up with exactly @digits after the point, in the C locale
 */
char *
fw_number_to_fixed (const FwNumber *a,
                    guint digits)
{
  g_autoptr (GString) text = NULL;
  mpz_t scaled;
  gboolean negative;
  char *plain;
  void (*gmp_free) (void *, size_t);

  if (a == NULL)
    return NULL;
  mpz_init (scaled);
  scaled_half_up (scaled, a, digits);
  negative = mpz_sgn (scaled) < 0;
  mpz_abs (scaled, scaled);
  plain = mpz_get_str (NULL, 10, scaled);
  mpz_clear (scaled);
  text = g_string_new (plain);
  mp_get_memory_functions (NULL, NULL, &gmp_free);
  gmp_free (plain, strlen (plain) + 1);
  while (text->len <= digits)
    g_string_prepend_c (text, '0');
  if (digits > 0)
    g_string_insert_c (text, (gssize) (text->len - digits), '.');
  if (negative)
    g_string_prepend_c (text, '-');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * fw_number_to_short:
 *
 * Like fw_number_to_fixed() with @max_digits, without the zeros at the end beyond @min_digits: "3.5", "0.10".
 */
char *
fw_number_to_short (const FwNumber *a,
                    guint min_digits,
                    guint max_digits)
{
  char *text = fw_number_to_fixed (a, max_digits);
  gsize length;

  if (text == NULL || max_digits == 0)
    return text;
  length = strlen (text);
  for (guint digits = max_digits; digits > min_digits && text[length - 1] == '0'; digits--)
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[length - 1] = '\0';
  return text;
}
