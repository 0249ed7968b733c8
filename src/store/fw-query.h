#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FwQuery:
 *
 * Which records of a kind, in which order, which page. Conditions are joined by "and". Fields are named
 * as in the description of the kind; "id" and "seq" are fields too. Money, numbers and counts compare
 * as numbers, dates and months as days, the rest as text by code point.
 */
#define FW_TYPE_QUERY (fw_query_get_type ())
G_DECLARE_FINAL_TYPE (FwQuery, fw_query, FW, QUERY, GObject)

typedef enum
{
  FW_QUERY_EQUALS,
  FW_QUERY_DIFFERS,     /* also where unknown */
  FW_QUERY_BELOW,
  FW_QUERY_AT_MOST,
  FW_QUERY_ABOVE,
  FW_QUERY_AT_LEAST,
  FW_QUERY_KNOWN,       /* the value is ignored */
  FW_QUERY_UNKNOWN,     /* the value is ignored */
} FwQueryCompare;

FwQuery *fw_query_new        (void);
FwQuery *fw_query_new_equals (const char         *field,
                              const char         *value);
void     fw_query_where      (FwQuery            *self,
                              const char         *field,
                              FwQueryCompare      compare,
                              const char         *value);
void     fw_query_one_of     (FwQuery            *self,
                              const char         *field,
                              const char * const *values);
void     fw_query_seqs       (FwQuery            *self,
                              const guint32      *seqs,
                              gsize               n_seqs);
void     fw_query_order      (FwQuery            *self,
                              const char         *field,
                              gboolean            descending);
void     fw_query_page       (FwQuery            *self,
                              guint               offset,
                              guint               limit);

G_END_DECLS
