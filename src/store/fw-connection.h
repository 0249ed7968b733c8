#pragma once

#include <sqlite3.h>

#include <gio/gio.h>

#include "store/fw-secret.h"

G_BEGIN_DECLS

typedef enum
{
  FW_CONNECTION_READ,
  FW_CONNECTION_WRITE,
  FW_CONNECTION_COPY,    /* writes as a plain file: for a backup, which must be one file */
  FW_CONNECTION_PROBE,   /* reads the file alone, without its log; leaves no trace beside it */
} FwConnectionMode;

/* Writes a statement about something that lives as long as the program: a kind of record; (transfer full). */
typedef char *(*FwMakeSql) (gconstpointer subject);

/* One opened database with its prepared statements. Used by one thread at a time. */
typedef struct _FwConnection FwConnection;

FwConnection *_fw_connection_open          (const char        *path,
                                            FwSecret          *data_key,
                                            FwConnectionMode   mode,
                                            GError           **error);
void          _fw_connection_free          (FwConnection      *self);
sqlite3      *_fw_connection_get_database  (FwConnection      *self);
sqlite3_stmt *_fw_connection_prepare       (FwConnection      *self,
                                            const char        *sql,
                                            GError           **error);
sqlite3_stmt *_fw_connection_prepare_for    (FwConnection      *self,
                                            gconstpointer      subject,
                                            FwMakeSql          make,
                                            GError           **error);
sqlite3_stmt *_fw_connection_prepare_once  (FwConnection      *self,
                                            const char        *sql,
                                            GError           **error);
gboolean      _fw_connection_execute       (FwConnection      *self,
                                            const char        *sql,
                                            GError           **error);
gboolean      _fw_connection_run           (FwConnection      *self,
                                            sqlite3_stmt      *statement,
                                            GError           **error);
gboolean      _fw_connection_step_row      (FwConnection      *self,
                                            sqlite3_stmt      *statement,
                                            gboolean          *row,
                                            GError           **error);
gboolean      _fw_connection_get_int       (FwConnection      *self,
                                            const char        *sql,
                                            gint64            *value,
                                            GError           **error);
void          _fw_connection_set_error     (FwConnection      *self,
                                            GError           **error);
void          _fw_connection_watch         (FwConnection      *self,
                                            GCancellable      *cancellable);
void          _fw_connection_rollback      (FwConnection      *self);

void          _fw_bind_text                (sqlite3_stmt      *statement,
                                            int                position,
                                            const char        *text);
void          _fw_bind_kept_text           (sqlite3_stmt      *statement,
                                            int                position,
                                            const char        *text);
char         *_fw_column_dup_text          (sqlite3_stmt      *statement,
                                            int                column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwConnection, _fw_connection_free)

/* Statements are kept for the next use: going out of scope only ends this one. */
typedef sqlite3_stmt FwStatement;
void _fw_statement_reset (FwStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwStatement, _fw_statement_reset)

typedef sqlite3_stmt FwOwnStatement;
void _fw_own_statement_free (FwOwnStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FwOwnStatement, _fw_own_statement_free)

G_END_DECLS
