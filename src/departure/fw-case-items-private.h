#pragma once

#include "departure/fw-case-items.h"

G_BEGIN_DECLS

FwCaseItem *_fw_case_item_new        (GType        type,
                                      const char  *id);
void        _fw_case_item_set_text   (FwCaseItem  *self,
                                      const char  *property,
                                      const char  *value);
void        _fw_case_item_take_text  (FwCaseItem  *self,
                                      const char  *property,
                                      char        *value);
void        _fw_case_item_set_choice (FwCaseItem  *self,
                                      const char  *property,
                                      int          value);
void        _fw_case_item_set_truth  (FwCaseItem  *self,
                                      const char  *property,
                                      gboolean     value);
void        _fw_case_item_set_count  (FwCaseItem  *self,
                                      const char  *property,
                                      gint64       value);
void        _fw_case_item_set_texts  (FwCaseItem  *self,
                                      const char  *property,
                                      const char *const *value);
void        _fw_case_item_set_object (FwCaseItem *self,
                                      const char  *property,
                                      gpointer     value);
void        _fw_case_item_set_list   (FwCaseItem  *self,
                                      const char  *property,
                                      GListModel  *value);
gboolean    _fw_case_item_equal      (FwCaseItem  *a,
                                      FwCaseItem  *b);
void        _fw_case_item_become     (FwCaseItem  *self,
                                      FwCaseItem  *newer);
void        _fw_case_items_follow    (GListStore  *store,
                                      GPtrArray   *items);

G_END_DECLS
