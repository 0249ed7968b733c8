#pragma once

#include "core/fw-sentence.h"
#include "rules/fw-law.h"
#include "rules/fw-pack-private.h"

G_BEGIN_DECLS

/* What the writers of entries share: the pack, the day and the language that are asked for. */
typedef struct
{
  FwPack *pack;
  FwDate on;
  gboolean chinese;
  GPtrArray *entries;  /* FwLawEntry */
} FwLawReader;

FwLawEntry *_fw_law_add              (FwLawReader      *reader,
                                      FwLawKind         kind,
                                      const char       *id,
                                      FwText            title,
                                      FwInForce         in_force);
void        _fw_law_cite             (FwLawReader      *reader,
                                      FwLawEntry       *entry,
                                      const FwCitation *citation);
const char *_fw_law_pick             (FwLawReader      *reader,
                                      FwText            text);
void        _fw_law_say              (FwLawEntry       *entry,
                                      const char       *section,
                                      const char       *name,
                                      const char       *text,
                                      const char       *target);
void        _fw_law_say_key          (FwLawEntry       *entry,
                                      const char       *section,
                                      const char       *text,
                                      FwLawKind         kind,
                                      const char       *id);
char       *_fw_law_dup_phrase       (FwLawReader      *reader,
                                      FwPhrase         *phrase);

/* fw-law-rules.c: grounds and checks; fw-law-things.c: the rest */
void        _fw_law_read_grounds     (FwLawReader      *reader);
void        _fw_law_read_checks      (FwLawReader      *reader);
void        _fw_law_read_things      (FwLawReader      *reader);

G_END_DECLS
