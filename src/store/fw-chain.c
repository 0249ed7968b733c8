#include "store/fw-chain.h"

#include <string.h>

/* Set before everything that is hashed, so that no other use of BLAKE2b can give the same bytes. */
#define EVENT_DOMAIN "fairwell event 1"
#define PAYLOAD_DOMAIN "fairwell payload 1"

/*
 * Each part behind its length: ("ab", "c") and ("a", "bc") differ; an absent text differs from an empty
 * one.
 */
static void
add_bytes (crypto_generichash_state *state,
           const void *bytes,
           gsize size)
{
  guint64 length = GUINT64_TO_LE ((guint64) size);

  crypto_generichash_update (state, (const guint8 *) &length, sizeof length);
  crypto_generichash_update (state, bytes, size);
}

static void
add_text (crypto_generichash_state *state,
          const char *text)
{
  guint64 absent = G_MAXUINT64;

  if (text != NULL)
    add_bytes (state, text, strlen (text));
  else
    crypto_generichash_update (state, (const guint8 *) &absent, sizeof absent);
}

/*
 * Begins the hash an event keeps of its payload. The salt hides a short reason from guessing once it is
 * erased.
 */
void
_fw_payload_hash_begin (FwPayloadHash *state,
                        const guint8 *salt,
                        const char *why,
                        const char *details)
{
  crypto_generichash_init (state, NULL, 0, FW_CHAIN_HASH_SIZE);
  add_text (state, PAYLOAD_DOMAIN);
  add_bytes (state, salt, FW_CHAIN_SALT_SIZE);
  add_text (state, why);
  add_text (state, details);
}

/* @after is NULL where the record was removed. */
void
_fw_payload_hash_change (FwPayloadHash *state,
                         const char *kind,
                         const char *record_id,
                         const char *after)
{
  add_text (state, kind);
  add_text (state, record_id);
  add_text (state, after);
}

void
_fw_payload_hash_end (FwPayloadHash *state,
                      guint8 *hash)
{
  crypto_generichash_final (state, hash, FW_CHAIN_HASH_SIZE);
}

/* The hash of an event, over all that it says and the hash of the one before it. */
void
_fw_chain_hash (const FwChainLink *link,
                guint8 *hash)
{
  crypto_generichash_state state;
  guint64 seq = GUINT64_TO_LE ((guint64) link->seq);

  crypto_generichash_init (&state, NULL, 0, FW_CHAIN_HASH_SIZE);
  add_text (&state, EVENT_DOMAIN);
  add_bytes (&state, link->previous, FW_CHAIN_HASH_SIZE);
  add_bytes (&state, &seq, sizeof seq);
  add_text (&state, link->id);
  add_text (&state, link->time);
  add_text (&state, link->who);
  add_text (&state, link->what);
  for (guint i = 0; i < link->subjects->len; i++)
    add_text (&state, g_ptr_array_index (link->subjects, i));
  add_bytes (&state, link->payload_hash, FW_CHAIN_HASH_SIZE);
  crypto_generichash_final (&state, hash, FW_CHAIN_HASH_SIZE);
}

/* The hash in 64 hexadecimal digits, (transfer full). */
char *
_fw_chain_to_hex (const guint8 *hash)
{
  char *hex = g_malloc (FW_CHAIN_HASH_SIZE * 2 + 1);

  return sodium_bin2hex (hex, FW_CHAIN_HASH_SIZE * 2 + 1, hash, FW_CHAIN_HASH_SIZE);
}
