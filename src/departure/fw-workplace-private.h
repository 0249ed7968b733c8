#pragma once

#include "departure/fw-workplace.h"
#include "rules/fw-packs.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

typedef struct _FwEngine FwEngine;

/*
 * The workplace as it is at one moment, for a worker thread: the window may change language or day meanwhile.
 */
typedef struct
{
  gatomicrefcount references;
  FwStore *store;
  FwEngine *engine;
  FwDate today;
  char *who;
  gboolean chinese;
} FwScene;

FwScene *_fw_workplace_dup_scene (FwWorkplace *self);
FwScene *_fw_scene_ref           (FwScene     *self);
void     _fw_scene_unref         (FwScene     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwScene, _fw_scene_unref)

FwPack  *_fw_workplace_find_pack        (FwPacks      *packs,
                                         FwRecord     *employer,
                                         GError      **error);
gboolean _fw_workplace_check_answer     (FwWorkplace  *self,
                                         const char   *path,
                                         const char   *value,
                                         GError      **error);
gboolean _fw_workplace_check_protection (FwWorkplace  *self,
                                         const char   *kind,
                                         const char   *attribute,
                                         const char   *value,
                                         GError      **error);

G_END_DECLS
