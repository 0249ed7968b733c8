#pragma once

#include "departure/fw-talk.h"

G_BEGIN_DECLS

/**
 * FwHeldTalk:
 * @id: of the talk's record
 * @case_id: whose
 * @case_number: "2026-0012"
 * @number: the how manieth talk of its case, from 1
 * @title: (nullable): what it was about
 * @on: the day
 * @began: (nullable): "14:03"
 * @ended: (nullable): "15:02"
 * @signing: how it was confirmed
 * @witness: (nullable): who saw that it was not signed
 * @sha256: (nullable): of the minutes as they were kept; %NULL where the talk has none
 * @signed_copy: (nullable): name of the signed print on file
 *
 * A talk on record, as lists show it.
 */
typedef struct
{
  char *id;
  char *case_id;
  char *case_number;
  guint number;
  char *title;
  char *on;
  char *began;
  char *ended;
  FwTalkSigning signing;
  char *witness;
  char *sha256;
  char *signed_copy;
} FwHeldTalk;

void        fw_held_talk_free            (FwHeldTalk           *self);
FwHeldTalk *fw_held_talk_copy            (const FwHeldTalk     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwHeldTalk, fw_held_talk_free)

GPtrArray  *fw_held_talks_list           (FwStore              *store,
                                          const char           *field,
                                          const char           *id,
                                          GError              **error);
void        fw_held_talks_list_async     (FwStore              *store,
                                          const char           *field,
                                          const char           *id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray  *fw_held_talks_list_finish    (FwStore              *store,
                                          GAsyncResult         *result,
                                          GError              **error);
FwDocument *fw_held_talk_lay_out         (FwStore              *store,
                                          const char           *talk_id,
                                          gboolean             *exact,
                                          GError              **error);
void        fw_held_talk_lay_out_async   (FwStore              *store,
                                          const char           *talk_id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
FwDocument *fw_held_talk_lay_out_finish  (FwStore              *store,
                                          GAsyncResult         *result,
                                          gboolean             *exact,
                                          GError              **error);
gboolean    fw_held_talk_note_copy       (FwWorkplace          *workplace,
                                          const FwHeldTalk     *talk,
                                          const char           *how,
                                          GError              **error);
gboolean    fw_held_talk_save_pdf        (FwWorkplace          *workplace,
                                          const FwHeldTalk     *talk,
                                          GFile                *file,
                                          GError              **error);
gboolean    fw_held_talk_attach          (FwWorkplace          *workplace,
                                          const FwHeldTalk     *talk,
                                          GFile                *file,
                                          GError              **error);
void        fw_held_talk_do_async        (FwWorkplace          *workplace,
                                          const FwHeldTalk     *talk,
                                          const char           *what,
                                          GFile                *file,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean    fw_held_talk_do_finish       (FwWorkplace          *workplace,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
