#pragma once

#include "core/fw-date.h"
#include "facts/fw-facts.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* The answer of a case that says why this one is chosen among those who are decided upon together. */
#define FW_GROUP_REASON "case/@selection-reason"

/*
 * What the store holds of one case, read at one moment. Never changed once it is loaded, so a worker thread may
 * read it while the window goes on; a change is a command, after which it is loaded anew.
 */
typedef struct
{
  gatomicrefcount references;
  FwRecord *row;             /* case */
  FwRecord *person;          /* employee-overview */
  GHashTable *answers;       /* path → value, as taken in */
  GHashTable *house;         /* path → value: what holds for every case that says nothing else */
  GHashTable *answer_rows;   /* path → FwRecord case-answer, where a row of its own holds it */
  GPtrArray *evidence;       /* of the case, and of the person without a case */
  GPtrArray *overrides;
  GPtrArray *issued;
  GPtrArray *deliveries;
  GPtrArray *wordings;       /* template-override of the case */
  GPtrArray *status_answers;
  GPtrArray *protections;    /* of the person */
  GPtrArray *notes;
  GPtrArray *tasks;
  GPtrArray *reasons;        /* case-reason */
  GPtrArray *events;         /* FwEvent: the audit of the case, the oldest first */
  FwRecord *pack_used;       /* the newest, NULL where never judged */
  FwRecord *basis;           /* case-basis: what the case is fixed to, the newest; NULL before its first paper */
  char *seen_basis;          /* what the case was last seen with, NULL where never */
  FwRecord *group;           /* case-group: the decision that the case is part of; NULL: it is one of its own */
  GPtrArray *group_cases;    /* case: all of the decision that are not withdrawn, in the order of opening; NULL without a group */
  GPtrArray *group_people;   /* employee-overview, in the same order */
  GPtrArray *group_reasons;  /* text: why each is chosen, "" where nobody said */
  GStrv group_paths;         /* beginnings of the paths whose answers hold for all; NULL without a group */
} FwCaseRecords;

/* What is kept of a protection beside its kind, ended by NULL: facts, records and the status check have the same names. */
extern const char *const _fw_protection_details[];

FwCaseRecords *_fw_case_records_load       (FwStore       *store,
                                            const char    *case_id,
                                            GError       **error);
void           _fw_case_records_unref      (FwCaseRecords *self);
FwRecord      *_fw_case_records_issued     (FwCaseRecords *self,
                                            const char    *document);
gboolean       _fw_case_has_evidence       (FwCaseRecords *records,
                                            const char    *kind);
FwRecord      *_fw_case_records_protection (FwCaseRecords *self,
                                            const char    *kind);
char          *_fw_case_find               (FwStore       *store,
                                            const char    *id_or_number,
                                            GError       **error);
const char    *_fw_case_field_of_path      (const char    *path);
void           _fw_case_put_answer         (FwCaseRecords *records,
                                            FwCommand     *command,
                                            const char    *path,
                                            FwDate         day,
                                            const char    *who,
                                            FwDate         today);
GHashTable    *_fw_case_answers_merge      (FwCaseRecords *records,
                                            GHashTable    *pending);
void           _fw_case_answers_put        (FwCaseRecords *records,
                                            GHashTable    *pending,
                                            const char    *who,
                                            FwDate         today,
                                            FwCommand     *command);

FwFacts       *_fw_case_facts_new          (FwStore       *store,
                                            FwCaseRecords *records,
                                            GHashTable    *answers,
                                            FwDate         today,
                                            GError       **error);
gboolean       _fw_case_path_is_own        (const char    *path);
gboolean       _fw_case_chose_reading      (FwCaseRecords *records,
                                            GHashTable    *answers,
                                            const char    *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwCaseRecords, _fw_case_records_unref)

gboolean       _fw_case_group_load         (FwCaseRecords *self,
                                            FwStore       *store,
                                            GError       **error);
gboolean       _fw_case_group_load_shared  (FwCaseRecords *self,
                                            FwStore       *store,
                                            GError       **error);
gboolean       _fw_case_is_shared_path     (FwCaseRecords *self,
                                            const char    *path);
void           _fw_case_tell_group         (FwCaseRecords *self,
                                            FwCommand     *command);
gboolean       _fw_case_group_put_people   (FwCaseRecords *self,
                                            FwFacts       *facts,
                                            GError       **error);

FwDate         _fw_case_record_day         (FwRecord      *record);

G_END_DECLS
