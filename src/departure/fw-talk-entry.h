#pragma once

#include <glib-object.h>

#include "core/fw-date.h"

G_BEGIN_DECLS

/**
 * FwTalkSort:
 * @FW_TALK_NOTE: what somebody said, or what was seen
 * @FW_TALK_AGREED: a point agreed
 * @FW_TALK_OPEN: a point left open
 * @FW_TALK_PROMISE: a promise with the day by which it is kept
 * @FW_TALK_MOOD: an observation; detail: which
 * @FW_TALK_ALERT: an alert that was taken in; detail: its class
 * @FW_TALK_SCENE: a scene began; detail: which
 * @FW_TALK_BREAK: a break of so many seconds as detail says
 *
 * What an entry of a talk is.
 */
typedef enum
{
  FW_TALK_NOTE,
  FW_TALK_AGREED,
  FW_TALK_OPEN,
  FW_TALK_PROMISE,
  FW_TALK_MOOD,
  FW_TALK_ALERT,
  FW_TALK_SCENE,
  FW_TALK_BREAK,
} FwTalkSort;

typedef enum
{
  FW_TALK_EMPLOYEE,
  FW_TALK_HR,
  FW_TALK_MANAGER,
  FW_TALK_N_SPEAKERS,
} FwTalkSpeaker;

typedef enum
{
  FW_TALK_CALM,
  FW_TALK_UPSET,
  FW_TALK_ANGRY,
  FW_TALK_SILENT,
  FW_TALK_TEARS,
  FW_TALK_N_MOODS,
} FwTalkMood;

/* The detail of a note that says who agreed to be heard by a program, and of one that says that it hears no more. */
#define FW_TALK_CONSENT "consent"
#define FW_TALK_TRANSCRIPT_END "transcript-end"

/**
 * FwTalkEntry:
 *
 * One thing said, seen, agreed or left open in a talk. Readable by the functions below; changed through the talk alone.
 */
#define FW_TYPE_TALK_ENTRY (fw_talk_entry_get_type ())
G_DECLARE_FINAL_TYPE (FwTalkEntry, fw_talk_entry, FW, TALK_ENTRY, GObject)

FwTalkEntry   *fw_talk_entry_new           (FwTalkSort      sort,
                                            FwTalkSpeaker   speaker,
                                            guint           seconds,
                                            const char     *text,
                                            const char     *detail);
FwTalkSort     fw_talk_entry_get_sort      (FwTalkEntry    *self);
FwTalkSpeaker  fw_talk_entry_get_speaker   (FwTalkEntry    *self);
guint          fw_talk_entry_get_seconds   (FwTalkEntry    *self);
const char    *fw_talk_entry_get_text      (FwTalkEntry    *self);
const char    *fw_talk_entry_get_detail    (FwTalkEntry    *self);
FwDate         fw_talk_entry_get_due       (FwTalkEntry    *self);
const char    *fw_talk_entry_get_keeper    (FwTalkEntry    *self);
const char    *fw_talk_entry_get_original  (FwTalkEntry    *self);
const char    *fw_talk_entry_get_drafted   (FwTalkEntry    *self);
void           fw_talk_entry_take_drafted  (FwTalkEntry    *self,
                                            char           *drafted);
gboolean       fw_talk_entry_is_point      (FwTalkEntry    *self);
gboolean       fw_talk_entry_is_fixed      (FwTalkEntry    *self);
void           fw_talk_entry_set_text      (FwTalkEntry    *self,
                                            const char     *text);
void           fw_talk_entry_set_sort      (FwTalkEntry    *self,
                                            FwTalkSort      sort);
void           fw_talk_entry_set_due       (FwTalkEntry    *self,
                                            FwDate          due);
void           fw_talk_entry_set_keeper    (FwTalkEntry    *self,
                                            const char     *keeper);
void           fw_talk_entry_set_original  (FwTalkEntry    *self,
                                            const char     *original);
void           fw_talk_entry_set_speaker   (FwTalkEntry    *self,
                                            FwTalkSpeaker   speaker);
const char    *fw_talk_sort_to_string      (FwTalkSort      sort);
const char    *fw_talk_speaker_to_string   (FwTalkSpeaker   speaker);
const char    *fw_talk_mood_to_string      (FwTalkMood      mood);
FwTalkMood     fw_talk_mood_from_string    (const char     *text);

G_END_DECLS
