#pragma once

#include "departure/fw-talk-draft-private.h"
#include "departure/fw-talk.h"
#include "interview/fw-cool-down.h"
#include "interview/fw-typed-source.h"
#include "store/fw-store.h"

G_BEGIN_DECLS

/* Where the talk stands: a scene of the script, "@shared" or "objection:id", and which of its lines. */
typedef struct
{
  char *scene;
  guint line;
  guint main;    /* the scene of the script's own order that it belongs to */
  guint left_at; /* aside of it: the line at which that scene was left */
  gboolean done; /* aside of it: nothing more is said in that scene */
} FwTalkPlace;

/* What a draft holds, as text of a GVariant: what is known of the talk, and its entries. */
#define FW_TALK_LINE_OWNER "talk-line"
#define FW_TALK_DRAFT_TYPE "(a{sv}aa{sv})"
#define FW_TALK_ALERTS_TYPE "a(subbbuusb)"

struct _FwTalk
{
  GObject parent_instance;

  FwCase *its;
  FwScripts *scripts;
  FwPhraseWatch *watch;
  FwCoolDown *cool_down;
  FwWordMoods *word_moods; /* NULL: words are not read for a mood */
  FwFacts *facts; /* NULL while the case was not judged */

  GStrv set_aside; /* keys of drafts that could not be read whole; NULL: none */
  gboolean rehearsal; /* nothing of it is ever written */
  char *temperament;  /* whom one speaks to; NULL: what the facts say */

  FwTalkStage stage;
  FwScript *script; /* borrowed */
  char *place;
  char *time;
  FwTalkManager manager;
  char *manager_note;
  GHashTable *brought;
  GPtrArray *left_open; /* char*: points that earlier talks of the case left open */

  char *day;          /* ISO, NULL before it begins */
  char *began;        /* "14:03" */
  char *ended;        /* "15:02", NULL while it goes on */
  guint before;       /* seconds of the talk before the program was started again */
  gint64 running;     /* since when it runs, 0: it does not; the time in which the computer sleeps counts */
  gint64 break_began; /* as running, 0: no break */

  FwTalkPlace at;
  GPtrArray *main;  /* FwScene: the script's own order */
  GQueue todo;      /* scenes to turn to before it goes on */
  GArray *history;  /* FwTalkPlace */
  GPtrArray *lines; /* FwLine of the scene */
  gboolean at_end;
  char *action;     /* what the branch just taken says to do */
  const FwBranch *taken; /* the branch taken last; NULL: none yet */
  guint n_taken;

  GListStore *entries;
  FwTypedSource *typing; /* the line being typed */
  FwTalkSort keep_as;    /* what a typed line becomes that is done */
  FwTalkSpeaker speaker;
  GHashTable *heard;   /* FwPhraseClass → severity + 1: raised by the line being typed */
  GPtrArray *ears;     /* FwTalkEar: what else is listened to */
  FwProgramSource *program; /* owned; NULL: none writes along */
  FwTalkProgram program_state;
  FwProgramEnd program_end;
  int program_code;
  GPtrArray *alerts;   /* FwTalkAlert, the gravest first, not acknowledged */
  GPtrArray *raised;   /* FwTalkAlert, all in order */
  guint reading;       /* serial of the facts */

  /* Afterwards */
  char *purpose;       /* what it was about, as the minutes say it; NULL: what its script is called */
  gboolean read_aloud; /* what changes now was corrected by those who listen */
  FwTalkSigning signing;
  char *refusal;
  char *witness;
  char *kept;          /* id of the talk that was put on record last */
  char *ink[FW_TALK_N_SPEAKERS]; /* what was signed on the screen; never drafted, gone with every change of the minutes */

  /* Saving: one write at a time, the newest wins */
  gboolean saving;
  gboolean talk_unsaved;
  gboolean line_unsaved;
  guint write_again_source; /* a write has failed, and is tried again */
  char *save_error;         /* why the last write failed; NULL: it did not */
  GPtrArray *settling;      /* GTask: who waits until nothing is unsaved */
  GTask *finishing; /* owned; the talk becomes a record as soon as no draft is being written, and none is written meanwhile */
};

void     _fw_talk_place_clear  (FwTalkPlace  *place);
void     _fw_talk_read_scene   (FwTalk       *self);
void     _fw_talk_changed      (FwTalk       *self);
void     _fw_talk_add          (FwTalk       *self,
                                FwTalkEntry  *entry);
void     _fw_talk_watch        (FwTalk       *self,
                                const char   *text,
                                FwTalkSpeaker  speaker,
                                gboolean       final,
                                GHashTable   *heard);
void     _fw_talk_typed        (FwTalk       *self,
                                const FwHeard *heard);
void     _fw_talk_ear_free     (gpointer      ear);
char    *_fw_talk_tidy         (const char   *text);
void     _fw_talk_stop_listening (FwTalk      *self,
                                  gpointer     source);
void     _fw_talk_hearing_changed (FwTalk     *self);
void     _fw_talk_forget_program (FwTalk     *self);
void     _fw_talk_say_recording (FwTalk       *self);
void     _fw_talk_read_facts   (FwTalk       *self);
void     _fw_talk_save         (FwTalk       *self);
void     _fw_talk_save_line    (FwTalk       *self);
void     _fw_talk_restore      (FwTalk       *self,
                                const char   *draft,
                                const char   *line);
gboolean _fw_talk_draft_is_whole (const char *draft);
gboolean _fw_talk_read_drafts  (FwStore      *store,
                                const char   *case_id,
                                char        **draft,
                                char        **line,
                                GStrv        *set_aside,
                                GError      **error);
void     _fw_talk_save_rest    (FwTalk       *self);
void     _fw_talk_hold_unsaved (FwTalk       *self);
FwTalk  *_fw_talk_take_up      (FwCase       *its);
void     _fw_talk_move_to      (FwTalk       *self,
                                FwCase       *its);
GVariant *_fw_talk_collect_alerts (FwTalk    *self);
void     _fw_talk_restore_alerts (FwTalk     *self,
                                  GVariant   *alerts);
void     _fw_talk_run_finish   (FwTalk       *self);
void     _fw_talk_set_text     (char        **text,
                                const char   *value);
void     _fw_talk_forget       (FwTalk       *self);
void     _fw_talk_order_scenes (FwTalk       *self);
gboolean _fw_talk_is_chinese   (FwTalk       *self);
const FwScene *_fw_talk_find_scene (FwTalk   *self,
                                const char   *key);
FwScript *_fw_talk_find_script (FwTalk       *self,
                                const char   *id);

const char *_fw_talk_fact      (FwTalk       *self,
                                const char   *path);
const char *_fw_talk_signature (FwTalk       *self,
                                FwTalkSpeaker of);
FwFacts *_fw_talk_dup_minutes  (FwTalk       *self);
gboolean _fw_minutes_number    (FwFacts      *facts,
                                FwStore      *store,
                                const char   *case_id,
                                GError      **error);
FwDocument *_fw_minutes_lay_out (FwFacts     *facts,
                                gboolean      is_final,
                                const char   *head,
                                GError      **error);

G_END_DECLS
