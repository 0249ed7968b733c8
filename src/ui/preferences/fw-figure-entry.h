#pragma once

#include <adwaita.h>

#include "departure/fw-local-figures.h"

G_BEGIN_DECLS

/**
 * FwFigureEntered:
 * @event: what undoes it
 *
 * A figure was written down.
 */
typedef void (*FwFigureEntered) (FwEvent  *event,
                                 gpointer  data);

const char *fw_figure_words_kind (const char *kind);
GtkWindow  *fw_figure_entry_new  (FwWorkplace       *workplace,
                                  const char *const *places,
                                  GHashTable        *place_words,
                                  const char        *jurisdiction,
                                  FwRecord          *corrects,
                                  FwFigureEntered    entered,
                                  GObject           *data);
void        fw_figure_entry_choose_kind (GtkWindow  *dialog,
                                         const char *kind);

G_END_DECLS
