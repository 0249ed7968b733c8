#pragma once

#include "departure/fw-talk.h"
#include "interview/fw-cool-down.h"
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
#define FW_TALK_DRAFT_OWNER "talk"
#define FW_TALK_LINE_OWNER "talk-line"
#define FW_TALK_DRAFT_TYPE "(a{sv}a(uuusss))"

struct _FwTalk
{
  GObject parent_instance;

  FwCase *its;
  FwScripts *scripts;
  FwPhraseWatch *watch;
  FwCoolDown *cool_down;
  FwFacts *facts; /* NULL while the case was not judged */

  FwTalkStage stage;
  FwScript *script; /* borrowed */
  char *place;
  char *time;
  FwTalkManager manager;
  char *manager_note;
  GHashTable *brought;

  char *day;          /* ISO, NULL before it begins */
  char *began;        /* "14:03" */
  guint before;       /* seconds of the talk before the program was started again */
  gint64 running;     /* monotonic since when it runs, 0: it does not */
  gint64 break_began; /* monotonic, 0: no break */

  FwTalkPlace at;
  GPtrArray *main;  /* FwScene: the script's own order */
  GQueue todo;      /* scenes to turn to before it goes on */
  GArray *history;  /* FwTalkPlace */
  GPtrArray *lines; /* FwLine of the scene */
  gboolean at_end;
  char *action;     /* what the branch just taken says to do */

  GListStore *entries;
  char *typed;
  FwTalkSpeaker speaker;
  GHashTable *heard;   /* FwPhraseClass → severity + 1: raised by the line being typed */
  GPtrArray *alerts;   /* FwTalkAlert, the gravest first, not acknowledged */
  GPtrArray *raised;   /* FwTalkAlert, all in order */
  guint reading;       /* serial of the facts */

  /* Saving: one write at a time, the newest wins */
  gboolean saving;
  gboolean talk_unsaved;
  gboolean line_unsaved;
  GTask *finishing; /* owned; the talk becomes a record as soon as no draft is being written, and none is written meanwhile */
};

void     _fw_talk_place_clear  (FwTalkPlace  *place);
void     _fw_talk_read_scene   (FwTalk       *self);
void     _fw_talk_changed      (FwTalk       *self);
void     _fw_talk_add          (FwTalk       *self,
                                FwTalkEntry  *entry);
void     _fw_talk_save         (FwTalk       *self);
void     _fw_talk_save_line    (FwTalk       *self);
void     _fw_talk_restore      (FwTalk       *self,
                                const char   *draft,
                                const char   *line);
void     _fw_talk_save_rest    (FwTalk       *self);
void     _fw_talk_run_finish   (FwTalk       *self);
void     _fw_talk_set_text     (char        **text,
                                const char   *value);
void     _fw_talk_forget       (FwTalk       *self);
void     _fw_talk_order_scenes (FwTalk       *self);
FwScript *_fw_talk_find_script (FwTalk       *self,
                                const char   *id);

G_END_DECLS
