#pragma once

#include "store/fw-store.h"

G_BEGIN_DECLS

FwRecord *_fw_local_figure_copy      (FwRecord       *old);
FwRecord *_fw_local_figure_corrected (FwRecord       *old,
                                      const char     *amount);
void      _fw_local_figure_confirm   (FwRecord       *figure,
                                      const char     *who,
                                      FwDate          today);
gboolean  _fw_local_figure_holds     (FwRecord   *figure,
                                      FwDate      day);
gboolean  _fw_local_figure_is_void   (FwRecord   *figure);
FwRecord *_fw_local_figures_find     (GPtrArray  *figures,
                                      const char *name,
                                      FwDate      day);
gboolean  _fw_local_figures_put      (FwStore    *store,
                                      FwCommand  *command,
                                      GPtrArray  *figures,
                                      GPtrArray  *corrects,
                                      GError    **error);
gboolean  _fw_local_figures_put_one  (FwStore    *store,
                                      FwCommand  *command,
                                      FwRecord   *figure,
                                      const char *corrects,
                                      GError    **error);

G_END_DECLS
