#pragma once

#include "store/fw-connection.h"
#include "store/fw-search.h"

G_BEGIN_DECLS

gboolean _fw_search_is_han (gunichar character);

/* Terms: one word of what was typed. Every one must be met, by the person's own names and numbers or by where they
 * work. */
typedef struct
{
  char *match;   /* for FTS5. Quotes cannot get in: only letters and digits do */
  char *place;   /* (nullable): part of the name of a department or position; not for what is too short to mean one */
  gboolean han;
} FwSearchTerm;

GPtrArray *_fw_search_read_terms (const char *text);

/* A bit for each rank of an order: reading them back gives the order without a sort. */
typedef struct
{
  guint64 *words;
  gsize n_words;
} FwRankBits;

FwRankBits _fw_rank_bits_new  (guint n_bits);
void       _fw_rank_bits_clear (FwRankBits *bits);
void       _fw_rank_bits_keep  (FwRankBits       *bits,
                                const FwRankBits *others);
void       _fw_rank_bits_add   (FwRankBits       *bits,
                                const FwRankBits *others);
guint      _fw_rank_bits_count (const FwRankBits *bits);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FwRankBits, _fw_rank_bits_clear)

/* Everybody in one order, and where each of them stands in it. Never changed once it is made. */
typedef struct
{
  GArray *seqs;    /* guint32 seq by rank */
  GArray *ranks;   /* guint32 rank by seq */
} FwPeopleOrder;

FwPeopleOrder *_fw_people_order_new_by_name (FwConnection           *connection,
                                             GError                **error);
FwPeopleOrder *_fw_people_order_new         (FwConnection           *connection,
                                             FwPeopleOrder          *by_name,
                                             const FwEmployeeFilter *filter,
                                             GError                **error);
FwPeopleOrder *_fw_people_order_ref         (FwPeopleOrder          *self);
void           _fw_people_order_unref       (FwPeopleOrder          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwPeopleOrder, _fw_people_order_unref)

/*
 * Who answers to the words that were searched last, and to each letter alone: bits by key, for one order of everybody. Words of
 * few are not kept.
 */
typedef struct
{
  FwPeopleOrder *order;   /* (nullable) */
  GHashTable *kept;
  guint64 uses;
  gsize n_prepared;       /* letters whose people are known before somebody types them */
} FwSearchWords;

void _fw_search_words_clear (FwSearchWords *self);

gboolean _fw_search_is_order   (const char *order);
gboolean _fw_search_is_filter  (const FwEmployeeFilter *filter);
gboolean _fw_search_add_rows   (FwConnection     *connection,
                                sqlite3_stmt     *statement,
                                FwPeopleOrder    *order,
                                FwRankBits       *bits,
                                GError          **error);
gboolean _fw_search_add_filter (FwConnection           *connection,
                                const FwEmployeeFilter *filter,
                                FwPeopleOrder          *order,
                                FwRankBits             *bits,
                                GError                **error);

guint    _fw_store_prepare_words (FwStore      *self,
                                  GCancellable *cancellable);

G_END_DECLS
