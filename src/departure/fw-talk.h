#pragma once

#include "departure/fw-case.h"
#include "departure/fw-talk-entry.h"
#include "interview/fw-manners.h"
#include "interview/fw-phrase-watch.h"
#include "interview/fw-program-source.h"
#include "interview/fw-script.h"
#include "interview/fw-transcript-source.h"
#include "interview/fw-word-moods.h"

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

/* How those who were there confirm the minutes: with pen on the print, on the screen, or not at all. */
typedef enum
{
  FW_TALK_ON_PAPER,
  FW_TALK_ON_SCREEN,
  FW_TALK_REFUSED,
} FwTalkSigning;

/**
 * FwTalkProgram:
 * @FW_TALK_PROGRAM_NONE: none was started in this talk
 * @FW_TALK_PROGRAM_LISTENS: it writes along
 * @FW_TALK_PROGRAM_STOPPED: somebody stopped it, or a break did
 * @FW_TALK_PROGRAM_FAILED: it could not be started, or came to an end by itself
 *
 * Whether another program hears the talk and writes along. It is never started but by fw_talk_start_program().
 */
typedef enum
{
  FW_TALK_PROGRAM_NONE,
  FW_TALK_PROGRAM_LISTENS,
  FW_TALK_PROGRAM_STOPPED,
  FW_TALK_PROGRAM_FAILED,
} FwTalkProgram;

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
 * FwTalkThing:
 * @key: what it is ticked off by, whatever the figures in it are
 * @text: as it is shown
 *
 * Something to bring to the table.
 */
typedef struct
{
  char *key;
  char *text;
} FwTalkThing;

/**
 * FwTalkOpenSort:
 * @FW_TALK_OPEN_CHECK: a check of the law that does not pass yet
 * @FW_TALK_OPEN_MATERIAL: a required material that is not there
 * @FW_TALK_OPEN_PROMISE: a promise that is not kept yet
 * @FW_TALK_OPEN_POINT: what an earlier talk left open
 *
 * Why something of the case still stands open before a talk.
 */
typedef enum
{
  FW_TALK_OPEN_CHECK,
  FW_TALK_OPEN_MATERIAL,
  FW_TALK_OPEN_PROMISE,
  FW_TALK_OPEN_POINT,
} FwTalkOpenSort;

typedef struct
{
  FwTalkOpenSort sort;
  char *text;
  char *due; /* ISO day; %NULL: none */
} FwTalkOpen;

/**
 * FwTalkWordMood:
 * @entry: where the sentence stands in the entries
 *
 * What one sentence of the employee suggests of a mood.
 */
typedef struct
{
  guint seconds;
  FwWordMood mood;
  guint entry;
} FwTalkWordMood;

/**
 * FwTalk:
 *
 * A talk of one case, free of any display (docs/talk.md): its script, who sits at the table, where it stands, what was said, seen and
 * agreed. What is typed is a draft of the store at once, without an event; fw_talk_finish_async() makes it a record with one event.
 * A rehearsal is the same talk of the same case, of which nothing is ever written.
 *
 * Property: saved (truth: all that was typed is in the store). Signals: "changed"; "alerts-changed"; "hearing" (what is just being said, or
 * whether a program writes along, has changed); "source-problem" (a message: a source of words said something wrong or ended); "unsigned": the minutes were changed after somebody had signed them, and nobody has signed them any
 * more.
 */
#define FW_TYPE_TALK (fw_talk_get_type ())
G_DECLARE_FINAL_TYPE (FwTalk, fw_talk, FW, TALK, GObject)

void           fw_talk_load_async         (FwCase               *its,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
FwTalk        *fw_talk_load_finish        (GAsyncResult         *result,
                                           GError              **error);
void           fw_talk_rehearse_async     (FwTalk               *self,
                                           const char           *temperament,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
FwTalk        *fw_talk_rehearse_finish    (FwTalk               *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void           fw_talks_settle_async      (FwWorkplace          *workplace,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean       fw_talks_settle_finish     (FwWorkplace          *workplace,
                                           GAsyncResult         *result,
                                           GError              **error);
gboolean       fw_talks_are_saved         (FwWorkplace          *workplace);
gboolean       fw_talks_fail_to_save      (FwWorkplace          *workplace);
gboolean       fw_talk_has_set_aside      (FwTalk               *self);
void           fw_talk_save_set_aside_async  (FwTalk               *self,
                                              GFile                *file,
                                              const char           *about,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean       fw_talk_save_set_aside_finish (FwTalk               *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void           fw_talk_drop_set_aside_async  (FwTalk               *self,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean       fw_talk_drop_set_aside_finish (FwTalk               *self,
                                              GAsyncResult         *result,
                                              GError              **error);
gboolean       fw_talk_is_rehearsal       (FwTalk               *self);
void           fw_talk_find_held_async    (FwWorkplace          *workplace,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
char          *fw_talk_find_held_finish   (GAsyncResult         *result,
                                           GError              **error);
GPtrArray     *fw_talk_list_manners       (FwTalk               *self);
char          *fw_talk_dup_temperament    (FwTalk               *self);
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
const char    *fw_talk_get_manager_name   (FwTalk               *self);
const char    *fw_talk_get_leader         (FwTalk               *self);
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
char          *fw_talk_dup_answer         (FwTalk               *self,
                                           const FwObjection    *objection);
GPtrArray     *fw_talk_list_things        (FwTalk               *self);
GPtrArray     *fw_talk_list_open          (FwTalk               *self);
const char    *fw_talk_get_temperament    (FwTalk               *self);
gboolean       fw_talk_set_temperament    (FwTalk               *self,
                                           const char           *temperament,
                                           GError              **error);
void           fw_talk_decline_async      (FwTalk               *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean       fw_talk_decline_finish     (FwTalk               *self,
                                           GAsyncResult         *result,
                                           GError              **error);
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
guint          fw_talk_get_expected_seconds (FwTalk             *self);
gboolean       fw_talk_is_paused          (FwTalk               *self);
guint          fw_talk_get_break_seconds  (FwTalk               *self);
void           fw_talk_set_paused         (FwTalk               *self,
                                           gboolean              paused);

/* What is said and seen */
GListModel    *fw_talk_get_entries        (FwTalk               *self);
const char    *fw_talk_get_typed          (FwTalk               *self);
void           fw_talk_type               (FwTalk               *self,
                                           const char           *text);
gboolean       fw_talk_listen             (FwTalk               *self,
                                           FwTranscriptSource   *source,
                                           GError              **error);
char          *fw_talk_dup_hearing        (FwTalk               *self,
                                           FwTalkSpeaker        *speaker);
GStrv          fw_talk_dup_heard          (FwTalk               *self);
char          *fw_talk_dup_jurisdiction   (FwTalk               *self);
gboolean       fw_talk_start_program      (FwTalk               *self,
                                           const char *const    *arguments,
                                           const char *const    *agreed,
                                           GError              **error);
void           fw_talk_stop_program       (FwTalk               *self);
FwTalkProgram  fw_talk_get_program        (FwTalk               *self,
                                           FwProgramEnd         *end,
                                           int                  *code);
FwTalkSpeaker  fw_talk_get_speaker        (FwTalk               *self);
void           fw_talk_set_speaker        (FwTalk               *self,
                                           FwTalkSpeaker         speaker);
gboolean       fw_talk_keep               (FwTalk               *self,
                                           FwTalkSort            sort);
void           fw_talk_observe            (FwTalk               *self,
                                           FwTalkMood            mood);
FwTalkMood     fw_talk_get_mood           (FwTalk               *self,
                                           FwTalkMood           *before);
gboolean       fw_talk_reads_words        (FwTalk               *self);
GArray        *fw_talk_list_word_moods    (FwTalk               *self);
FwWordMood     fw_talk_get_word_mood      (FwTalk               *self);
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
void           fw_talk_set_keeper         (FwTalk               *self,
                                           FwTalkEntry          *entry,
                                           const char           *keeper);
void           fw_talk_set_sort           (FwTalk               *self,
                                           FwTalkEntry          *entry,
                                           FwTalkSort            sort);
void           fw_talk_set_spoken_by      (FwTalk               *self,
                                           FwTalkEntry          *entry,
                                           FwTalkSpeaker         speaker);
FwTalkEntry   *fw_talk_add_line           (FwTalk               *self,
                                           FwTalkSpeaker         speaker,
                                           const char           *text);
guint          fw_talk_add_said           (FwTalk               *self,
                                           FwTalkEntry          *scene);
gboolean       fw_talk_is_said_elsewhere  (FwTalk               *self,
                                           FwTalkEntry          *alert);
char          *fw_talk_dup_scene_aim      (FwTalk               *self,
                                           FwTalkEntry          *scene);
const char    *fw_talk_get_day            (FwTalk               *self);
const char    *fw_talk_get_began          (FwTalk               *self);
const char    *fw_talk_get_ended          (FwTalk               *self);
char          *fw_talk_dup_clock          (FwTalk               *self,
                                           guint                 seconds);
char          *fw_talk_dup_purpose        (FwTalk               *self);
void           fw_talk_set_purpose        (FwTalk               *self,
                                           const char           *purpose);
gboolean       fw_talk_is_read_aloud      (FwTalk               *self);
void           fw_talk_set_read_aloud     (FwTalk               *self,
                                           gboolean              read_aloud);
FwTalkSigning  fw_talk_get_signing        (FwTalk               *self);
void           fw_talk_set_signing        (FwTalk               *self,
                                           FwTalkSigning         signing);
const char    *fw_talk_get_refusal        (FwTalk               *self);
const char    *fw_talk_get_witness        (FwTalk               *self);
void           fw_talk_set_refusal        (FwTalk               *self,
                                           const char           *why,
                                           const char           *witness);
const char    *fw_talk_get_ink            (FwTalk               *self,
                                           FwTalkSpeaker         of);
void           fw_talk_set_ink            (FwTalk               *self,
                                           FwTalkSpeaker         of,
                                           const char           *ink);
void           fw_talk_lay_out_async      (FwTalk               *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
FwDocument    *fw_talk_lay_out_finish     (FwTalk               *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void           fw_talk_finish_async       (FwTalk               *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean       fw_talk_finish_finish      (FwTalk               *self,
                                           GAsyncResult         *result,
                                           GError              **error);
const char    *fw_talk_get_kept           (FwTalk               *self);

G_END_DECLS
