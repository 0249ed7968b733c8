#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody to whom a file may belong. */
typedef struct
{
  const char *number;
  const char *name;
} FwFilePerson;

int fw_file_match (const char         *file_name,
                   const FwFilePerson *people,
                   gsize               n_people);

G_END_DECLS
