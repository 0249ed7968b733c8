#pragma once

#include "store/fw-record.h"
#include "store/fw-store-private.h"

G_BEGIN_DECLS

/* What the search index and the order of names keep of a person. */
typedef struct
{
  gint64 seq;          /* 0 until the person is stored */
  char  *characters;
  char  *pinyin;
  char  *initials;
  char  *numbers;
  char  *sort_key;
} FwPersonWords;

FwPersonWords *_fw_person_words_new       (FwRecord       *employee);
gboolean       _fw_store_index_employees  (FwStore        *self,
                                           GPtrArray      *people,
                                           GError        **error);
gboolean       _fw_store_unindex_employee (FwStore        *self,
                                           gint64          seq,
                                           GError        **error);

G_END_DECLS
