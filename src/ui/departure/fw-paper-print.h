#pragma once

#include <gtk/gtk.h>

#include "documents/fw-document.h"

G_BEGIN_DECLS

GtkPrintOperation *fw_paper_print_new (FwDocument *document,
                                       const char *job_name);

G_END_DECLS
