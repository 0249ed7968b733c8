#pragma once

#include "store/fw-connection.h"
#include "store/fw-keys.h"
#include "store/fw-pinyin.h"
#include "store/fw-search-private.h"
#include "store/fw-store.h"
#include "store/fw-writer-lock.h"

G_BEGIN_DECLS

#define FW_STORE_DATABASE "fairwell.db"
#define FW_STORE_KEYS "keys.json"
#define FW_STORE_LOCK "lock"

typedef void (*FwTransactionWatch) (gboolean open,
                                    gpointer user_data);

/*
 * What searches keep for the next: the order of names until an employee changes, the last other order and filter until anything
 * does, and who answers to a word as long as the order stays. Eight bytes a person for each order, a bit for filter and word.
 */
typedef struct
{
  GMutex mutex;             /* of the order of names */
  gint64 version;           /* of the counter it was read at */
  FwPeopleOrder *by_name;
  GMutex sorting;           /* of what follows */
  FwPeopleOrder *sorted;
  gconstpointer sorted_of;  /* only compared */
  char *sorted_name;
  FwPeopleOrder *filtered_of;
  FwRankBits filtered;
  char *filter_name;
  GMutex wording;           /* of what follows */
  FwSearchWords words;
  guint fewest;             /* people, for a word to be kept: among fewer each is found at once; never changed but by a test */
} FwPeopleCache;

struct _FwStore
{
  GObject parent_instance;

  char *path;
  FwStoreMode mode;
  GMainContext *context;   /* where "changed" is emitted */

  /* Keys */
  FwKeys *keys;
  FwSecret *data_key;
  GMutex keys_mutex;

  /* Writing: one connection, one thread at a time */
  FwWriterLock *lock;
  FwConnection *writer;
  GMutex writer_mutex;
  FwPinyin *pinyin;        /* made by the first command; guarded by writer_mutex */
  FwTransactionWatch watch;
  gpointer watch_data;

  /* Reading: connections that wait for the next reader */
  GQueue readers;
  GMutex readers_mutex;
  FwPeopleCache people;
};

/* A reader's connection while somebody uses it; it goes back when it goes out of scope. */
typedef struct
{
  FwStore *store;
  FwConnection *connection;
} FwReader;

FwReader     *_fw_store_borrow_reader   (FwStore            *self,
                                         GCancellable       *cancellable,
                                         GError            **error);
void          _fw_reader_return         (FwReader           *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwReader, _fw_reader_return)

char         *_fw_store_file_path       (FwStore            *self,
                                         const char         *name);
FwConnection *_fw_store_open_connection (FwStore            *self,
                                         FwConnectionMode    mode,
                                         GError            **error);
gboolean      _fw_store_save_keys       (FwStore            *self,
                                         GError            **error);
gboolean      _fw_store_check_writable  (FwStore            *self,
                                         GError            **error);
gboolean      _fw_store_write_draft     (FwStore            *self,
                                         const char         *owner,
                                         const char         *key,
                                         const char         *text,
                                         GError            **error);
FwRecord     *_fw_store_read_record     (FwConnection       *connection,
                                         const FwRecordKind *kind,
                                         const char         *id,
                                         GError            **error);
FwRecord     *_fw_record_read_row       (const FwRecordKind *kind,
                                         sqlite3_stmt       *statement);
void          _fw_record_append_columns (const FwRecordKind *kind,
                                         GString            *sql);
FwEvent      *_fw_store_run_locked      (FwStore            *self,
                                         FwCommand          *command,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean      _fw_store_begin           (FwStore            *self,
                                         GError            **error);
gboolean      _fw_store_commit          (FwStore            *self,
                                         GError            **error);
void          _fw_store_roll_back       (FwStore            *self);
gboolean      _fw_store_clear_staging   (FwStore            *self,
                                         GError            **error);
gboolean      _fw_search_add_term       (FwPeopleCache      *cache,
                                         FwConnection       *connection,
                                         const FwSearchTerm *term,
                                         FwPeopleOrder      *order,
                                         FwRankBits         *bits,
                                         GError            **error);
guint         _fw_search_prepare_words  (FwPeopleCache      *cache,
                                         FwConnection       *connection,
                                         FwPeopleOrder      *order);
void          _fw_people_cache_clear    (FwPeopleCache      *known);
void          _fw_store_announce        (FwStore            *self,
                                         FwEvent            *event);
void          _fw_store_watch_transactions (FwStore         *self,
                                         FwTransactionWatch  watch,
                                         gpointer            user_data);

G_END_DECLS
