#pragma once

#include "rules/fw-pack.h"

G_BEGIN_DECLS

/**
 * FwLawKind:
 *
 * What an entry of the law library is, in the order in which they are listed.
 */
typedef enum
{
  FW_LAW_GROUND,
  FW_LAW_ARTICLE,
  FW_LAW_CHECK,
  FW_LAW_PROTECTION,
  FW_LAW_MATERIAL,
  FW_LAW_CALCULATION,
  FW_LAW_DEADLINE,
  FW_LAW_SETTING,
  FW_LAW_SOURCE,
  FW_LAW_KINDS,
} FwLawKind;

/* One line of an entry. */
typedef struct
{
  char *name;          /* what it is the value of: an amount of a ground, a field; nullable */
  char *text;
  char *target;        /* the key of the entry that it leads to; nullable */
} FwLawLine;

/* Lines under one heading; the heading's words are the window's. */
typedef struct
{
  const char *id;      /* static */
  GPtrArray *lines;    /* FwLawLine */
} FwLawSection;

/**
 * FwLawEntry:
 *
 * One thing of a pack as a person reads it, in one language. It borrows nothing of the pack.
 */
typedef struct
{
  FwLawKind kind;
  char *key;           /* "ground:cn.40-2": kind and id */
  char *title;
  char *citation;      /* nullable */
  char *quotation;     /* what the cited articles say; nullable */
  char *plain;         /* in plain words; nullable */
  char *severity;      /* of a check: block, warn or info; nullable */
  char *confidence;    /* the weakest of its articles: text-read, from-memory, local-practice, unsure; nullable */
  char *source;        /* of the laws cited; nullable */
  FwDate from;
  FwDate until;
  gboolean in_force;   /* on the day that was asked for */
  GPtrArray *sections; /* FwLawSection, none empty */
  char *words;         /* everything it says in both languages, folded, to be searched */
} FwLawEntry;

GPtrArray  *fw_pack_list_law        (FwPack           *self,
                                     FwDate            on,
                                     gboolean          chinese);
GPtrArray  *fw_law_entry_section    (const FwLawEntry *self,
                                     const char       *id);
void        fw_law_entry_free       (FwLawEntry       *self);

G_END_DECLS
