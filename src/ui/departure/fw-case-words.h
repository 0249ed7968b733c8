#pragma once

#include <gtk/gtk.h>

#include "departure/fw-case-types.h"
#include "ui/widgets/fw-tag.h"

G_BEGIN_DECLS

FwTagStyle  fw_verdict_tag_style (FwVerdict    verdict);
const char *fw_verdict_word      (FwVerdict    verdict);
const char *fw_action_word       (const char  *action);
char       *fw_case_name_day     (const char  *iso_day);
char       *fw_case_name_money   (const char  *amount);
void        fw_case_show_article (GtkWidget   *parent,
                                  const char  *article,
                                  const char  *text);
void        fw_box_clear         (GtkBox      *box);

G_END_DECLS
