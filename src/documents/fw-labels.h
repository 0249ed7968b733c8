#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FwLabels:
 *
 * What people call the facts that papers need, from the fields.xml of a pack's documents.
 */
typedef struct _FwLabels FwLabels;

typedef struct
{
  char *path; /* without positions: "employee/review/@score" */
  char *zh;
  char *en;
  char *kind;    /* text, date, money, number, month, lines */
  char *hint_zh; /* an example; NULL where there is none */
  char *hint_en;
} FwLabel;

FwLabels      *fw_labels_load (const char *const *folders,
                               GError           **error);
void           fw_labels_free (FwLabels          *self);
const FwLabel *fw_labels_find (FwLabels          *self,
                               const char        *path);
GStrv          fw_labels_list (FwLabels          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwLabels, fw_labels_free)

G_END_DECLS
