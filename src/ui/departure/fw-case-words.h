#pragma once

#include <adwaita.h>

#include "core/fw-sentence.h"
#include "departure/fw-case.h"
#include "ui/widgets/fw-tag.h"

G_BEGIN_DECLS

FwTagStyle  fw_verdict_tag_style (FwVerdict    verdict);
const char *fw_verdict_word      (FwVerdict    verdict);
char       *fw_case_name_day     (const char  *iso_day);
char       *fw_case_name_until   (FwCaseItem  *item);
char       *fw_case_name_months  (const char  *months);
char       *fw_case_name_money   (const char  *amount);
char       *fw_case_name_sum     (const char  *amount);
void        fw_case_show_article (GtkWidget   *parent,
                                  const char  *article,
                                  const char  *text,
                                  const char  *key);
void        fw_case_note_article (GtkWidget   *widget,
                                  const char  *article,
                                  const char  *text,
                                  const char  *key);
void        fw_case_tell         (GtkWidget   *from,
                                  const char  *text,
                                  gboolean     undo);
void        fw_case_forget_told  (GtkWidget   *overlay);
char       *fw_case_dup_first_article (const char *citation);
char       *fw_case_name_value   (const char  *value);
char       *fw_case_begin_upper  (const char  *name);
GtkWidget  *fw_case_state_tag_new (FwCaseState state);
char       *fw_case_dup_bars     (FwCase      *departure);
char       *fw_case_dup_missing  (FwCase      *departure,
                                  const char  *moment);
void        fw_box_clear         (GtkBox      *box);
void        fw_box_append_label  (GtkBox            *box,
                                  const char        *text,
                                  const char *const *classes);

G_END_DECLS
