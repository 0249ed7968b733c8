#pragma once

#include "store/fw-search-index.h"

G_BEGIN_DECLS

/*
 * What one command changes of people and their employments, as far as lists and the search are derived from it. Notes
 * everything while the records are written and brings what is derived up to date once behind them, in the same transaction:
 * the index takes a hundred thousand people at once many times faster than one by one.
 */
typedef struct
{
  GHashTable *people;    /* seq → FwPersonWords: to be put into the index */
  GHashTable *newcomers; /* char* id → people who are new, with what the command alone says of their employments */
  GTree      *terms;     /* a sorted set of char*, ids of people whose latest employment is to be looked for */
  GArray     *removed;   /* gint64 seq, people who are gone */
  GArray     *indexed;   /* gint64 seq, people of whom the index still has what was */
  gint64      added;     /* people more than before */
  gboolean    any;       /* whether the order of employees may have changed */
} FwPeopleChanges;

void     _fw_people_changes_init   (FwPeopleChanges  *self);
void     _fw_people_changes_clear  (FwPeopleChanges  *self);
void     _fw_people_changes_put    (FwPeopleChanges  *self,
                                    FwRecord         *before,
                                    FwRecord         *after,
                                    FwPersonWords    *words);
void     _fw_people_changes_remove (FwPeopleChanges  *self,
                                    FwRecord         *before);
gboolean _fw_people_changes_step   (FwPeopleChanges  *self,
                                    FwStore          *store,
                                    GError          **error);
gboolean _fw_people_changes_write  (FwPeopleChanges  *self,
                                    FwStore          *store,
                                    GError          **error);

G_END_DECLS
