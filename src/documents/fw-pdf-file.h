#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FwPdfFile:
 *
 * A PDF as its numbered objects, so that one of its streams can be exchanged.
 */
typedef struct _FwPdfFile FwPdfFile;

FwPdfFile *fw_pdf_file_read           (GBytes     *pdf);
void       fw_pdf_file_free           (FwPdfFile  *self);
guint      fw_pdf_file_get_n          (FwPdfFile  *self);
guint      fw_pdf_file_get_number     (FwPdfFile  *self,
                                       guint       object);
gboolean   fw_pdf_file_says           (FwPdfFile  *self,
                                       guint       object,
                                       const char *words);
char      *fw_pdf_file_dup_behind     (FwPdfFile  *self,
                                       guint       object,
                                       const char *words,
                                       gsize       size);
void       fw_pdf_file_rename         (FwPdfFile  *self,
                                       const char *old,
                                       const char *new);
GBytes    *fw_pdf_file_dup_stream     (FwPdfFile  *self,
                                       guint       object);
gboolean   fw_pdf_file_replace_stream (FwPdfFile  *self,
                                       guint       object,
                                       GBytes     *stream);
GBytes    *fw_pdf_file_write          (FwPdfFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPdfFile, fw_pdf_file_free)

G_END_DECLS
