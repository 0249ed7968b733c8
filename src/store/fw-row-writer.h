#pragma once

#include "store/fw-chain.h"
#include "store/fw-connection.h"
#include "store/fw-people-changes.h"
#include "store/fw-step.h"

G_BEGIN_DECLS

/*
 * Writes the records of one command and what its event keeps of them. New records wait for one another and are written together, one
 * kind after the other: whoever reads or changes a row has them written first.
 */
typedef struct
{
  FwConnection    *connection;
  gint64           event;
  FwPayloadHash    payload;     /* of the event, over all changes until now and those that are made ahead */
  gboolean         in_turn;     /* known to who makes steps alone: from now on changes are hashed when they are written */
  gint64           position;    /* of the next change in it */
  FwPeopleChanges *people;      /* told of what was written */
  GPtrArray       *waiting;     /* FwStep */
} FwRowWriter;

void     _fw_row_writer_init       (FwRowWriter     *self,
                                    FwConnection    *connection,
                                    FwPeopleChanges *people);
void     _fw_row_writer_clear      (FwRowWriter     *self);
void     _fw_row_writer_prepare    (FwRowWriter     *self,
                                    FwStep          *step);
gboolean _fw_row_writer_take_files (FwRowWriter     *self,
                                    FwRecord        *record,
                                    GError         **error);
void     _fw_row_writer_add        (FwRowWriter     *self,
                                    FwStep          *step);
gboolean _fw_row_writer_step       (FwRowWriter     *self,
                                    GError         **error);
gboolean _fw_row_writer_flush      (FwRowWriter     *self,
                                    GError         **error);
gboolean _fw_row_writer_change     (FwRowWriter     *self,
                                    FwStep          *step,
                                    FwRecord        *stored,
                                    GError         **error);
gboolean _fw_row_writer_remove     (FwRowWriter     *self,
                                    FwStep          *step,
                                    GError         **error);

G_END_DECLS
