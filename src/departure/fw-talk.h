#pragma once

#include "departure/fw-case.h"
#include "departure/fw-talk-entry.h"
#include "interview/fw-phrase-watch.h"
#include "interview/fw-script.h"

G_BEGIN_DECLS

/**
 * FwTalkStage:
 *
 * A talk is prepared, held, and its minutes are corrected before they become a record.
 */
typedef enum
{
  FW_TALK_PREPARED,
  FW_TALK_HELD,
  FW_TALK_READ_BACK,
} FwTalkStage;

/* What the department's manager says to sitting at the table. */
typedef enum
{
  FW_TALK_MANAGER_NOT_ASKED,
  FW_TALK_MANAGER_ASKED,
  FW_TALK_MANAGER_COMES,
  FW_TALK_MANAGER_DECLINES,
} FwTalkManager;

/**
 * FwTalkAlert:
 *
 * A phrase that asks the interviewer to slow down; its class says what it may mean and what to do.
 */
typedef struct
{
  const FwPhraseClass *of;
  FwAlertSeverity severity;
  gboolean possible;
  gboolean negated;
  gboolean own;     /* the interviewer's own words */
  guint seconds;
  guint count;      /* how often the class was heard by now */
  char *words;      /* as they were typed */
} FwTalkAlert;

/**
 * FwTalk:
 *
 * A talk of one case, free of any display (docs/talk.md): its script, who sits at the table, where it stands, what was said, seen and
 * agreed. What is typed is a draft of the store at once, without an event; fw_talk_finish_async() makes it a record with one event.
 *
 * Property: saved (truth: all that was typed is in the store). Signals: "changed"; "alerts-changed".
 */
#define FW_TYPE_TALK (fw_talk_get_type ())
G_DECLARE_FINAL_TYPE (FwTalk, fw_talk, FW, TALK, GObject)

void           fw_talk_load_async         (FwCase               *its,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
FwTalk        *fw_talk_load_finish        (GAsyncResult         *result,
                                           GError              **error);
FwCase        *fw_talk_get_case           (FwTalk               *self);
FwTalkStage    fw_talk_get_stage          (FwTalk               *self);
gboolean       fw_talk_is_saved           (FwTalk               *self);

/* Preparation */
GPtrArray     *fw_talk_list_scripts       (FwTalk               *self);
FwScript      *fw_talk_get_script         (FwTalk               *self);
gboolean       fw_talk_set_script         (FwTalk               *self,
                                           const char           *id,
                                           GError              **error);
const char    *fw_talk_get_place          (FwTalk               *self);
void           fw_talk_set_place          (FwTalk               *self,
                                           const char           *place);
const char    *fw_talk_get_time           (FwTalk               *self);
void           fw_talk_set_time           (FwTalk               *self,
                                           const char           *time);
FwTalkManager  fw_talk_get_manager        (FwTalk               *self);
const char    *fw_talk_get_manager_note   (FwTalk               *self);
void           fw_talk_set_manager        (FwTalk               *self,
                                           FwTalkManager         manager,
                                           const char           *note);
gboolean       fw_talk_is_brought         (FwTalk               *self,
                                           const char           *thing);
void           fw_talk_set_brought        (FwTalk               *self,
                                           const char           *thing,
                                           gboolean              brought);
GPtrArray     *fw_talk_list_figures       (FwTalk               *self,
                                           gboolean              of_scene);
GPtrArray     *fw_talk_list_objections    (FwTalk               *self);
char          *fw_talk_dup_text           (FwTalk               *self,
                                           const FwSaid         *said);

/* Walking through the script */
void           fw_talk_begin              (FwTalk               *self);
const FwScene *fw_talk_get_scene          (FwTalk               *self);
guint          fw_talk_get_n_scenes       (FwTalk               *self);
guint          fw_talk_get_scene_number   (FwTalk               *self);
char          *fw_talk_dup_prompt         (FwTalk               *self,
                                           gboolean             *manager,
                                           gboolean             *unknown);
char          *fw_talk_dup_hint           (FwTalk               *self);
GStrv          fw_talk_dup_branches       (FwTalk               *self);
gboolean       fw_talk_take_branch        (FwTalk               *self,
                                           guint                 branch);
gboolean       fw_talk_next               (FwTalk               *self);
gboolean       fw_talk_back               (FwTalk               *self);
gboolean       fw_talk_is_at_end          (FwTalk               *self);
guint          fw_talk_get_seconds        (FwTalk               *self);
gboolean       fw_talk_is_paused          (FwTalk               *self);
guint          fw_talk_get_break_seconds  (FwTalk               *self);
void           fw_talk_set_paused         (FwTalk               *self,
                                           gboolean              paused);

/* What is said and seen */
GListModel    *fw_talk_get_entries        (FwTalk               *self);
const char    *fw_talk_get_typed          (FwTalk               *self);
void           fw_talk_type               (FwTalk               *self,
                                           const char           *text);
FwTalkSpeaker  fw_talk_get_speaker        (FwTalk               *self);
void           fw_talk_set_speaker        (FwTalk               *self,
                                           FwTalkSpeaker         speaker);
gboolean       fw_talk_keep               (FwTalk               *self,
                                           FwTalkSort            sort);
void           fw_talk_observe            (FwTalk               *self,
                                           FwTalkMood            mood);
FwTalkMood     fw_talk_get_mood           (FwTalk               *self,
                                           FwTalkMood           *before);
GPtrArray     *fw_talk_get_alerts         (FwTalk               *self);
GPtrArray     *fw_talk_get_raised         (FwTalk               *self);
void           fw_talk_acknowledge        (FwTalk               *self);
void           fw_talk_take_in            (FwTalk               *self);

/* Afterwards */
void           fw_talk_end                (FwTalk               *self);
void           fw_talk_go_on              (FwTalk               *self);
void           fw_talk_correct            (FwTalk               *self,
                                           FwTalkEntry          *entry,
                                           const char           *text);
void           fw_talk_set_promise        (FwTalk               *self,
                                           FwTalkEntry          *entry,
                                           gboolean              promise,
                                           FwDate                due);
void           fw_talk_finish_async       (FwTalk               *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean       fw_talk_finish_finish      (FwTalk               *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
