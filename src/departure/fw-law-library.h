#pragma once

#include "departure/fw-workplace.h"
#include "rules/fw-law.h"

G_BEGIN_DECLS

/**
 * FwLawLibrary:
 *
 * The law where the company is, as a person reads it on one day, in the language of the workplace.
 */
typedef struct
{
  char *pack;            /* its id */
  char *title;
  char *version;
  char *place;           /* where the company is; nullable */
  char *reviewed_by;     /* the lawyer; empty: nobody has reviewed it */
  char *reviewed_on;
  gboolean changed;      /* the pack is the company's own */
  FwDate on;
  GPtrArray *entries;    /* FwLawEntry, by kind */
  GHashTable *open_cases; /* id of a ground → how many open cases stand on it (GUINT_TO_POINTER) */
} FwLawLibrary;

FwLawLibrary     *fw_law_library_new         (FwPack               *pack,
                                              const char           *place,
                                              FwDate                on,
                                              gboolean              chinese);
void              fw_law_library_read_async  (FwWorkplace          *workplace,
                                              FwDate                on,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
FwLawLibrary     *fw_law_library_read_finish (GAsyncResult         *result,
                                              GError              **error);
void              fw_law_library_free        (FwLawLibrary         *self);
GPtrArray        *fw_law_library_search      (const FwLawLibrary   *self,
                                              const char           *text);
const FwLawEntry *fw_law_library_find        (const FwLawLibrary   *self,
                                              const char           *key);
guint             fw_law_library_count_cases (const FwLawLibrary   *self,
                                              const FwLawEntry     *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLawLibrary, fw_law_library_free)

G_END_DECLS
