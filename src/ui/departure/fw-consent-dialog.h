#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *fw_consent_dialog_new (GtkWindow          *parent,
                                  const char         *program,
                                  const char *const  *names,
                                  const char         *advice);
const char *const *fw_consent_dialog_get_names (GtkWidget *dialog);

G_END_DECLS
