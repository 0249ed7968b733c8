#include "store/fw-uuid.h"

#include <sodium.h>
#include <time.h>

/*
 * RFC 9562 leaves 12 bits behind the milliseconds; they hold its fraction, so a tick is about a quarter
 * microsecond.
 */
#define TICKS_PER_MILLISECOND 4096

static guint64
ticks_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  return ((guint64) now.tv_sec * 1000 + (guint64) now.tv_nsec / 1000000) * TICKS_PER_MILLISECOND +
         (guint64) now.tv_nsec % 1000000 * TICKS_PER_MILLISECOND / 1000000;
}

/**
 * fw_uuid_new:
 *
 * Makes an id that sorts after every one this thread made before (UUID version 7, RFC 9562 section 6.2,
 * method 3). No state is kept for that: the call returns only once the clock has left the tick it used.
 *
 * Returns: (transfer full): 36 characters, lower case
 */
char *
fw_uuid_new (void)
{
  guint64 ticks = ticks_now ();
  guint64 milliseconds = ticks / TICKS_PER_MILLISECOND;
  guint8 random[8];

  randombytes_buf (random, sizeof random);
  random[0] = (guint8) ((random[0] & 0x3f) | 0x80);
  while (ticks_now () == ticks)
    ;
  return g_strdup_printf ("%08x-%04x-7%03x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          (guint) (milliseconds >> 16),
                          (guint) (milliseconds & 0xffff),
                          (guint) (ticks % TICKS_PER_MILLISECOND),
                          random[0], random[1], random[2], random[3],
                          random[4], random[5], random[6], random[7]);
}

/**
 * fw_uuid_is_valid:
 *
 * Answers whether @text is a UUID in lower case; %NULL is none.
 */
gboolean
fw_uuid_is_valid (const char *text)
{
  if (text == NULL || !g_uuid_string_is_valid (text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_isupper (*c))
      return FALSE;
  return TRUE;
}
