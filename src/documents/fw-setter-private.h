#pragma once

#include "documents/fw-setter.h"

G_BEGIN_DECLS

/* Sizes of type by their Chinese names, in points. */
#define FW_SIZE_TITLE 22.0      /* 二号 */
#define FW_SIZE_FORM_TITLE 18.0 /* 小二 */
#define FW_SIZE_SHEET_TITLE 15.0 /* 小三 */
#define FW_SIZE_TABLE 10.5      /* 五号 */
#define FW_SIZE_NOTE 9.0        /* 小五 */
#define FW_PITCH_TABLE 16.0

typedef struct
{
  FwTypeface *typeface;
  FwBlocks *paper;
  FwSizes sizes;
  gboolean draft;
  double measure;   /* whole characters of the body */
  gboolean stick;   /* the next box may not begin a page: a heading stands before it */
  GPtrArray *boxes;     /* FwBox */
  GPtrArray *furniture; /* FwBox: head rows that pages may repeat */
} FwSetter;

FwStyledText *_fw_setter_text         (const FwBlock *leaf,
                                 double         size_pt,
                                 FwFace         face);
FwBox  *_fw_setter_add          (FwSetter      *self,
                                 const char    *block_id,
                                 double         height);
void    _fw_setter_add_space    (FwSetter      *self,
                                 double         height);
double  _fw_setter_baseline     (double         size_pt,
                                 double         pitch_pt);
double  _fw_setter_place        (FwSetter      *self,
                                 FwBox         *box,
                                 const FwStyledText  *text,
                                 const FwLineStyle *style,
                                 double         x,
                                 double         y,
                                 double         pitch_pt);
void    _fw_setter_table        (FwSetter      *self,
                                 FwBlock       *block);
void    _fw_setter_sign         (FwSetter      *self,
                                 FwBlock       *block);
void    _fw_setter_slip         (FwSetter      *self,
                                 FwBlock       *block);

G_END_DECLS
