#pragma once

#include "rules/fw-assessment.h"

G_BEGIN_DECLS

/**
 * FwPacks:
 *
 * All packs of the data folders, a user's own before the shipped one of the same id. Belongs to one thread; each pack is
 * loaded when it is first asked for.
 */
typedef struct _FwPacks FwPacks;

/* One line of what a check of the packs found. */
typedef struct
{
  char *pack;
  char *problem;
} FwPackProblem;

/* What a check of the packs counted. */
typedef struct
{
  guint packs;
  guint checks;
  guint calculations;
  guint grounds;
  guint examples;
  GPtrArray *problems;  /* FwPackProblem; none: all is well */
} FwPacksReport;

FwPacks       *fw_packs_new              (GError         **error);
FwPacks       *fw_packs_new_for_folders  (const char *const *folders,
                                          GError         **error);
void           fw_packs_free             (FwPacks         *self);
GStrv          fw_packs_list             (FwPacks         *self);
FwPack        *fw_packs_get              (FwPacks         *self,
                                          const char      *id,
                                          GError         **error);
FwPack        *fw_packs_get_for_facts    (FwPacks         *self,
                                          FwFacts         *facts,
                                          GError         **error);
FwPack        *fw_packs_get_for_file     (FwPacks         *self,
                                          FwFacts         *facts,
                                          GError         **error);
FwSchema      *fw_packs_get_facts_schema (FwPacks         *self);
FwPacksReport *fw_packs_check            (FwPacks         *self,
                                          GError         **error);
void           fw_packs_report_free      (FwPacksReport   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPacks, fw_packs_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPacksReport, fw_packs_report_free)

G_END_DECLS
