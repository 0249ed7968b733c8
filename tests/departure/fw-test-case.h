#pragma once

#include <glib/gstdio.h>

#include "departure/fw-case.h"
#include "departure/fw-talk.h"
#include "fw-test-folder.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* A store with one company and its people, made for one test and removed with it. */
typedef struct
{
  char *folder;
  char *path;
  FwStore *store;
  FwWorkplace *workplace;
  char *employee; /* id of E1, a woman, hired 2020-01-01, 20000 a month */
  char *second;   /* id of E2, a man */
} TestCompany;

/* The sample company, one test's own. */
typedef struct
{
  char        *folder;
  FwStore     *store;
  FwWorkplace *workplace;
} TestSample;

/* A test over the sample company. */
typedef struct
{
  const char *name;
  void (*run) (TestSample *sample, gconstpointer filled);
} TestSampleCase;

/* A test over the company. */
typedef struct
{
  const char *name;
  void (*run) (TestCompany *company, gconstpointer today);
} TestCompanyCase;

#define TEST_CASE_PASSPHRASE "a passphrase for tests"

void     test_company_set_up    (TestCompany   *company,
                                 gconstpointer  today);
void     test_company_tear_down (TestCompany   *company,
                                 gconstpointer  today);
int      test_company_run       (int                    argc,
                                 char                 **argv,
                                 const char            *folder,
                                 const char            *today,
                                 const TestCompanyCase *cases,
                                 gsize                  n_cases);
int      test_sample_run        (int                    argc,
                                 char                 **argv,
                                 const char            *folder,
                                 const TestSampleCase  *cases,
                                 gsize                  n_cases);
GFile   *test_company_file      (TestCompany   *company,
                                 const char    *name,
                                 const char    *content);
FwCase  *test_company_open      (TestCompany   *company,
                                 const char    *kind,
                                 const char    *ground,
                                 const char    *last_day);
void     test_case_set          (FwCase        *its,
                                 const char    *path,
                                 const char    *value);
void     test_case_attach       (TestCompany   *company,
                                 FwCase        *its,
                                 const char    *material);
void     test_case_fill         (FwCase        *its,
                                 const char    *document);
void     test_case_check_status (FwCase        *its);
FwCaseItem *test_case_row       (GListModel    *rows,
                                 const char    *id);

/* The talk of a case, loaded; (transfer full). */
FwTalk  *test_talk_load         (FwCase        *its);
void     test_talk_wait_saved   (FwTalk        *talk);

G_END_DECLS
