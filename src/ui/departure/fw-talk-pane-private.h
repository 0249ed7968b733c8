#pragma once

#include <adwaita.h>

#include "ui/departure/fw-mood-band.h"
#include "ui/departure/fw-talk-hearing.h"
#include "ui/departure/fw-talk-pane.h"
#include "ui/departure/fw-talk-points.h"
#include "ui/widgets/fw-tall-scroll.h"
#include "ui/widgets/fw-wrap-box.h"

G_BEGIN_DECLS

struct _FwTalkPane
{
  GtkWidget parent_instance;

  /* Header */
  AdwWindowTitle *title;
  GtkLabel *clock_label;
  GtkLabel *expected_label;
  GtkWidget *listen_button;
  AdwButtonContent *listen_content;
  AdwButtonContent *break_content;
  AdwBin *banner_place;
  GtkBox *scene_bar;

  /* What to say */
  GtkBox *columns;
  GtkLabel *scene_label;
  GtkWidget *manager_tag;
  GtkWidget *unknown_tag;
  GtkLabel *aim_label;
  FwTallScroll *prompt_scroll;
  GtkLabel *prompt_label;
  GtkLabel *hint_label;
  GtkLabel *turn_label;
  FwWrapBox *branch_box;
  GtkWidget *next_button;

  /* What was said */
  GtkLabel *task_label;
  FwTalkHearing *hearing;
  GtkImage *saved_image;
  GtkLabel *saved_label;
  GtkBox *entry_box;
  GtkSizeGroup *speaker_width; /* owned */
  GtkScrolledWindow *entry_scroll;
  FwWrapBox *speaker_box;
  FwWrapBox *keep_box;
  GtkLabel *resumed_label;
  GtkEntry *note_entry;

  /* What to take care of: the card stands in one of three places */
  AdwBin *danger_place;
  AdwBin *middle_place;
  AdwBin *side_place;
  GtkWidget *side;
  FwTallScroll *side_scroll;
  FwTallScroll *alert_scroll;
  GtkWidget *alert_card; /* owned */
  GtkLabel *alert_title;
  GtkLabel *alert_time;
  GtkLabel *alert_heard;
  GtkLabel *alert_meaning;
  GtkLabel *alert_do;
  GtkWidget *alert_say_title;
  GtkLabel *alert_say;
  GtkWidget *alert_avoid_title;
  GtkLabel *alert_avoid;
  GtkLabel *alert_more;
  FwWrapBox *alert_buttons;

  /* What is at hand */
  GtkWidget *fact_card;
  GtkBox *fact_box;
  GtkLabel *unknown_label;
  GtkLabel *paper_label;
  GtkLabel *stop_label;
  FwTalkPoints *points;

  /* The mood */
  FwWrapBox *mood_box;
  FwMoodBand *mood_band;
  GtkLabel *mood_basis_label;
  GtkWidget *more_button;

  FwTalk *talk;          /* owned, nullable */
  GSettings *settings;   /* owned; NULL where the schema is not installed */
  guint clock;           /* source */
  guint size;            /* of the prompt, an index */
  guint n_entries;       /* that are shown */
  guint n_moods_seen;    /* after which one went on: their advice is no longer shown */
  guint unsaved_seconds;
  gboolean narrow;
  gboolean more;         /* narrow: the band, the facts and the points are shown */
  gboolean filling;
  gboolean composing;    /* an input method has the keys */
  gboolean asking;       /* whether a program may listen */
  GtkEventController *root_keys; /* while it is mapped; the window's */
  guint focus_source;
  guint follow_source;
};

/* fw-talk-pane.c */
GtkWidget *_fw_talk_pane_make_key_button (const char *text,
                                          const char *key);
void       _fw_talk_pane_lay_out         (FwTalkPane *self);
void       _fw_talk_pane_focus_note      (FwTalkPane *self);

/* fw-talk-pane-scene.c */
void _fw_talk_pane_show_clock  (FwTalkPane *self);
void _fw_talk_pane_show_header (FwTalkPane *self);
void _fw_talk_pane_show_prompt (FwTalkPane *self);
void _fw_talk_pane_show_scene  (FwTalkPane *self);

/* fw-talk-pane-notes.c */
char *_fw_talk_name_seconds          (guint       seconds);
const char *_fw_talk_name_speaker    (FwTalkSpeaker speaker);
void  _fw_talk_pane_show_entries     (FwTalkPane *self);
void  _fw_talk_pane_follow_last      (FwTalkPane *self);

/* fw-talk-pane-alert.c */
const FwTalkAlert *_fw_talk_pane_get_alert  (FwTalkPane *self);
gboolean           _fw_talk_pane_is_danger  (FwTalkPane *self);
const char        *_fw_talk_pane_pick       (FwTalkPane   *self,
                                             const FwSaid *said);
void               _fw_talk_pane_show_alert (FwTalkPane *self);
void               _fw_talk_pane_place_alert (FwTalkPane *self);
void               _fw_talk_pane_take_in    (FwTalkPane *self);
void               _fw_talk_pane_got_it     (FwTalkPane *self);

/* fw-talk-pane-listen.c */
void _fw_talk_pane_show_listening (FwTalkPane *self);
void _fw_talk_pane_listen         (FwTalkPane *self);

/* fw-talk-pane-keys.c */
void _fw_talk_pane_add_keys    (FwTalkPane *self);
void _fw_talk_pane_hold_keys   (FwTalkPane *self);
void _fw_talk_pane_let_keys_go (FwTalkPane *self);
void _fw_talk_pane_end         (FwTalkPane *self);
void _fw_talk_pane_break       (FwTalkPane *self);
void _fw_talk_pane_go_on       (FwTalkPane *self);
void _fw_talk_pane_toggle_more (FwTalkPane *self);

G_END_DECLS
