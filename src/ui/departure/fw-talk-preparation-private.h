#pragma once

#include "ui/departure/fw-held-talks.h"
#include "ui/departure/fw-talk-preparation.h"

G_BEGIN_DECLS

struct _FwTalkPreparation
{
  GtkWidget parent_instance;

  GtkBox *head_box;
  GtkLabel *title_label;
  GtkLabel *line_label;
  GtkLabel *review_label;
  GtkLabel *missing_label;
  GtkWidget *columns;
  GtkDropDown *script_choice;
  GtkEditable *place_entry;
  GtkEditable *time_entry;
  GtkLabel *place_label;
  GtkBox *hr_box;
  GtkBox *manager_box;
  GtkBox *person_box;
  GtkWidget *manager_card;
  GtkDropDown *manager_choice;
  GtkEditable *manager_entry;
  GtkWidget *decline_box;
  GtkLabel *present_label;
  GtkBox *declined_box;
  GtkWidget *bring_part;
  GtkLabel *bring_label;
  GtkBox *bring_box;
  GtkBox *fact_box;
  GtkWidget *objection_part;
  GtkLabel *objection_label;
  GtkBox *objection_box;
  GtkWidget *aim_part;
  GtkLabel *aim_label;
  GtkWidget *never_part;
  GtkBox *never_box;
  GtkWidget *offer_part;
  GtkBox *offer_box;
  GtkWidget *open_part;
  GtkBox *field_box;
  GtkBox *open_box;
  GtkLabel *manner_heading;
  GtkDropDown *manner_choice;
  GtkLabel *manner_label;
  FwHeldTalks *held_talks;

  FwTalk *talk;       /* owned, nullable */
  GPtrArray *scripts; /* borrowed FwScript, of the choice */
  GHashTable *fields; /* path → field: what somebody types in stays */
  char *shown;        /* what the parts say, to leave alone what says the same */
  gboolean filling;
};

guint      _fw_talk_preparation_show_fields      (FwTalkPreparation *self);
void       _fw_talk_preparation_forget_fields    (FwTalkPreparation *self);
GtkWidget *_fw_talk_preparation_find_empty_field (FwTalkPreparation *self);
void       _fw_talk_preparation_show_people      (FwTalkPreparation *self,
                                                  const FwScript    *script);
void       _fw_talk_preparation_bind_people      (GtkWidgetClass    *widget_class);

G_END_DECLS
