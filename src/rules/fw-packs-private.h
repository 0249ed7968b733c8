#pragma once

#include "rules/fw-packs.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *folder;
  char *shipped;    /* the folder of the shipped pack that this one replaces; nullable */
  FwPack *pack;     /* nullable: not yet asked for */
} FwFoundPack;

struct _FwPacks
{
  GPtrArray *found; /* FwFoundPack */
  FwSchema *pack_schema;
  FwSchema *facts_schema;
};

FwFoundPack *_fw_packs_find (FwPacks    *self,
                             const char *id);

G_END_DECLS
