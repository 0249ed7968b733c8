#pragma once

#include <glib.h>
#include <sodium.h>

G_BEGIN_DECLS

#define FW_CHAIN_HASH_SIZE 32
#define FW_CHAIN_SALT_SIZE 32

/* What an event's hash is taken over; all texts in the form in which they are stored. */
typedef struct
{
  gint64 seq;
  const char *id;
  const char *time;
  const char *who;
  const char *what;
  GPtrArray *subjects;   /* of char*, sorted by strcmp() */
  guint8 payload_hash[FW_CHAIN_HASH_SIZE];
  guint8 previous[FW_CHAIN_HASH_SIZE];
} FwChainLink;

typedef crypto_generichash_state FwPayloadHash;

void  _fw_payload_hash_begin  (FwPayloadHash      *state,
                               const guint8       *salt,
                               const char         *why,
                               const char         *details);
void  _fw_payload_hash_change (FwPayloadHash      *state,
                               const char         *kind,
                               const char         *record_id,
                               const char         *after);
void  _fw_payload_hash_end    (FwPayloadHash      *state,
                               guint8             *hash);
void  _fw_chain_hash          (const FwChainLink  *link,
                               guint8             *hash);
char *_fw_chain_to_hex        (const guint8       *hash);

G_END_DECLS
