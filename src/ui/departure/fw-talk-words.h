#pragma once

#include "departure/fw-talk-sheet.h"
#include "departure/fw-talk.h"

G_BEGIN_DECLS

FwTalkSheet *fw_talk_words_make_sheet  (FwTalk         *talk);
char        *fw_talk_words_dup_line    (FwTalk         *talk);
char        *fw_talk_words_dup_minutes (const FwScript *script);
const char  *fw_talk_words_objections  (FwTalk         *talk);
const char  *fw_talk_words_manner      (FwTalk         *talk);
char        *fw_talk_words_dup_manager (FwTalk         *talk);

G_END_DECLS
