#pragma once

#include <glib/gstdio.h>

#include "store/fw-store.h"

G_BEGIN_DECLS

#define TEST_PASSPHRASE "correct horse 电池"

/* A folder for a store, under a folder of this test alone. */
typedef struct
{
  char *folder;
  char *path;
} TestPlace;

/* A new store in a place of its own. */
typedef struct
{
  TestPlace *place;
  FwStore *store;
} TestFixture;

TestPlace *test_place_new         (void);
void       test_place_free        (TestPlace  *place);
char      *test_place_file        (TestPlace  *place,
                                   const char *name);
char      *test_place_store_file  (TestPlace  *place,
                                   const char *name);
FwStore   *test_store_create      (TestPlace  *place);
FwStore   *test_store_open        (TestPlace  *place,
                                   FwStoreMode mode);
void       test_set_up            (TestFixture *fixture,
                                   gconstpointer user_data);
void       test_tear_down_sound   (TestFixture *fixture,
                                   gconstpointer user_data);
FwRecord  *test_add_employee      (FwStore    *store,
                                   const char *number,
                                   const char *name);
FwEvent   *test_put               (FwStore    *store,
                                   FwRecord   *record);
void       test_tamper            (TestPlace  *place,
                                   const char *sql);
gint64     test_ask               (TestPlace  *place,
                                   const char *sql);
char      *test_ask_text          (TestPlace  *place,
                                   const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPlace, test_place_free)

G_END_DECLS
