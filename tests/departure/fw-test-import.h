#pragma once

#include "departure/fw-import-job.h"

G_BEGIN_DECLS

/* An empty store and what an import knows of, made for one test and removed with it. */
typedef struct
{
  char            *folder;
  FwStore         *store;
  FwImportCatalog *catalog;
} TestImport;

void          test_import_set_up    (TestImport       *fixture,
                                     gconstpointer     unused);
void          test_import_tear_down (TestImport       *fixture,
                                     gconstpointer     unused);
FwImportPlan *test_import_try       (TestImport       *fixture,
                                     FwImportJob      *job,
                                     const char       *kind,
                                     const char       *data,
                                     gssize            length,
                                     FwImportDateOrder order);

G_END_DECLS
