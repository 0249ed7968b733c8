#pragma once

#include "departure/fw-case.h"
#include "documents/fw-document.h"

G_BEGIN_DECLS

/**
 * FwTalkSheet:
 *
 * All that is prepared for a talk, part by part and in the user's words: what the page shows, and what one sheet of paper takes to the
 * table. Its parts: who, bring, facts, say (figures filled in for the talk), objections, aim, never, offer, open, manner.
 */
typedef struct _FwTalkSheet FwTalkSheet;

/**
 * FwTalkSheetRow:
 * @title: (nullable): what it is, what is said
 * @text: (nullable): the fact, the answer
 * @note: (nullable): what goes with it
 * @unknown: the text says that something is not known
 */
typedef struct
{
  char *title;
  char *text;
  char *note;
  gboolean unknown;
} FwTalkSheetRow;

FwTalkSheet *fw_talk_sheet_new             (const char           *title,
                                            const char           *line);
FwTalkSheet *fw_talk_sheet_ref             (FwTalkSheet          *self);
void         fw_talk_sheet_unref           (FwTalkSheet          *self);
void         fw_talk_sheet_add             (FwTalkSheet          *self,
                                            const char           *part,
                                            const char           *title,
                                            const char           *text,
                                            const char           *note,
                                            gboolean              unknown);
GPtrArray   *fw_talk_sheet_get             (FwTalkSheet          *self,
                                            const char           *part);
FwDocument  *fw_talk_sheet_lay_out         (FwTalkSheet          *self,
                                            FwDate                made,
                                            const char           *language,
                                            GError              **error);
void         fw_talk_sheet_lay_out_async   (FwTalkSheet          *self,
                                            FwDate                made,
                                            const char           *language,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FwDocument  *fw_talk_sheet_lay_out_finish  (GAsyncResult         *result,
                                            GError              **error);
void         fw_talk_sheet_save_async      (FwTalkSheet          *self,
                                            FwCase               *its,
                                            const char           *about,
                                            GFile                *file,
                                            FwDate                made,
                                            const char           *language,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean     fw_talk_sheet_save_finish     (GAsyncResult         *result,
                                            GError              **error);
void         fw_talk_sheet_note_print      (FwCase               *its,
                                            const char           *about);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwTalkSheet, fw_talk_sheet_unref)

G_END_DECLS
