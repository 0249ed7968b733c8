#pragma once

#include "ui/cases/fw-group-supply-dialog.h"

G_BEGIN_DECLS

/* Somebody who lacks the material that is shown. */
typedef struct
{
  char *id; /* of the case */
  char *number;
  char *name;
  FwCaseItem *material; /* owned */
  GPtrArray *files;     /* GFile: given to this person */
  gboolean ticked;      /* somebody has seen what the records hold */
  GtkWidget *check;     /* NULL where the records hold nothing, or another material is shown */
} FwGroupSupplyPerson;

struct _FwGroupSupplyDialog
{
  AdwWindow parent_instance;

  FwCaseGroup *group;
  FwStore *store;
  GPtrArray *materials; /* ids, in the order of the list */
  GHashTable *lacking;  /* material → FwGroupSupplyPerson: what was ticked and given stays with its material */
  GHashTable *left;     /* material → GFile */
  GPtrArray *people;    /* borrowed: FwGroupSupplyPerson of the material that is shown */
  GPtrArray *strays;    /* borrowed: GFile of nobody yet */
  gboolean showing;
  GCancellable *reading;

  GtkDropDown *material_drop_down;
  GtkLabel *material_label;
  GtkLabel *ask_label;
  GtkCheckButton *all_check;
  GtkWidget *stray_box;
  GtkLabel *stray_label;
  GtkListBox *stray_list;
  GtkListBox *people_list;
  GtkLabel *rest_label;
  GtkWidget *folder_button;
  GtkButton *take_button;
};

char *_fw_group_supply_name_file    (GFile               *file);
void  _fw_group_supply_clear        (GtkListBox          *list);
void  _fw_group_supply_show_take    (FwGroupSupplyDialog *self);
void  _fw_group_supply_show_people  (FwGroupSupplyDialog *self);
void  _fw_group_supply_show_strays  (FwGroupSupplyDialog *self);

G_END_DECLS
