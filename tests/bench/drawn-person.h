#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FW_DRAWN_BRANCHES 8
#define FW_DRAWN_TEAMS_A_BRANCH 12
#define FW_DRAWN_POSITIONS 16

/**
 * FwDrawnPerson:
 *
 * Somebody invented, one after the other from a fixed stream of numbers: the same people on every machine. Surnames come as
 * often as they do in China, one in twelve has left. Identity numbers have a sound check digit and serials that stand for nobody.
 */
typedef struct
{
  guint64  state;      /* of the stream; begins at FW_DRAWN_PERSON_SEED */
  char    *number;
  char    *name;
  char    *phone;
  char    *identity;
  char    *born;
  char    *hired;
  char    *contract_end; /* nullable: an open-ended contract */
  guint    branch;
  guint    team;
  guint    position;
  guint    fate;       /* below a hundred: 0 to 7 has left, 8 and 9 is leaving */
  gboolean woman;
} FwDrawnPerson;

#define FW_DRAWN_PERSON_SEED 20260309

void        fw_drawn_person_next     (FwDrawnPerson *self,
                                      guint          number);
void        fw_drawn_person_clear    (FwDrawnPerson *self);
const char *fw_drawn_branch          (guint          branch);
char       *fw_drawn_team            (guint          branch,
                                      guint          team);
const char *fw_drawn_position        (guint          position);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwDrawnPerson, fw_drawn_person_clear)

G_END_DECLS
