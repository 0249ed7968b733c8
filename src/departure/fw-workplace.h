#pragma once

#include <gio/gio.h>

#include "core/fw-date.h"

G_BEGIN_DECLS

typedef struct _FwStore FwStore;
typedef struct _FwFacts FwFacts;
typedef struct _FwPack  FwPack;

/**
 * FwWorkplaceError:
 * @FW_WORKPLACE_ERROR_NOT_FOUND: no such case, person, paper or material: ask again
 * @FW_WORKPLACE_ERROR_INPUT: a value or file that cannot be taken: correct it
 * @FW_WORKPLACE_ERROR_REFUSED: the law, the company's process or the state of the case says no: the message lists why
 * @FW_WORKPLACE_ERROR_THERE: what was to be put there is there already: nothing to do
 * @FW_WORKPLACE_ERROR_FAILED: store, pack or file did not do what it should
 */
typedef enum
{
  FW_WORKPLACE_ERROR_NOT_FOUND,
  FW_WORKPLACE_ERROR_INPUT,
  FW_WORKPLACE_ERROR_REFUSED,
  FW_WORKPLACE_ERROR_THERE,
  FW_WORKPLACE_ERROR_FAILED,
} FwWorkplaceError;

#define FW_WORKPLACE_ERROR (fw_workplace_error_quark ())
GQuark fw_workplace_error_quark (void);

/**
 * FwWorkplace:
 *
 * What the program makes once and hands down: the open store, the day, who is working, the language of what is shown.
 * Properties: who, language ("zh" or "en"), today (ISO text); all notify.
 */
#define FW_TYPE_WORKPLACE (fw_workplace_get_type ())
G_DECLARE_FINAL_TYPE (FwWorkplace, fw_workplace, FW, WORKPLACE, GObject)

FwWorkplace *fw_workplace_new                (FwStore              *store,
                                              FwDate                today,
                                              const char           *who,
                                              const char           *language);
FwStore     *fw_workplace_get_store          (FwWorkplace          *self);
FwDate       fw_workplace_get_today          (FwWorkplace          *self);
void         fw_workplace_set_today          (FwWorkplace          *self,
                                              FwDate                today);
void         fw_workplace_follow_clock       (FwWorkplace          *self,
                                              GTimeZone            *zone);
const char  *fw_workplace_get_who            (FwWorkplace          *self);
void         fw_workplace_set_language       (FwWorkplace          *self,
                                              const char           *language);
FwFacts     *fw_workplace_dup_employee_facts (FwWorkplace          *self,
                                              const char           *employee_id,
                                              FwDate                as_of,
                                              GError              **error);
GListModel  *fw_workplace_list_cases         (FwWorkplace          *self,
                                              const char           *employee_id,
                                              gboolean              open_only,
                                              guint                 limit,
                                              gboolean             *more,
                                              GError              **error);
void         fw_workplace_list_cases_async   (FwWorkplace          *self,
                                              const char           *employee_id,
                                              gboolean              open_only,
                                              guint                 limit,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GListModel  *fw_workplace_list_cases_finish  (FwWorkplace          *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
