#pragma once

#include <gtk/gtk.h>

#include "documents/fw-document.h"

G_BEGIN_DECLS

GtkPrintOperation *fw_paper_print_new (FwDocument *document,
                                       const char *job_name);

GtkPrintOperation *fw_papers_print_new (GPtrArray  *documents,
                                        const char *job_name);

void               fw_paper_print_run  (GtkPrintOperation *operation,
                                        GtkWindow         *parent);

G_END_DECLS
