#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FW_TYPE_LOCK_PAGE (fw_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (FwLockPage, fw_lock_page, FW, LOCK_PAGE, GtkWidget)

/**
 * FwLockWays:
 * @FW_LOCK_WAY_SHEET: there is a recovery sheet that could open it
 * @FW_LOCK_WAY_BACKUP: nothing is open behind the page, so that a backup could take its place
 */
typedef enum
{
  FW_LOCK_WAY_PASSPHRASE = 0,
  FW_LOCK_WAY_SHEET = 1 << 0,
  FW_LOCK_WAY_BACKUP = 1 << 1,
} FwLockWays;

/* How many wrong passphrases are taken before a minute's wait. */
#define FW_LOCK_PAGE_TRIES 5

void fw_lock_page_ask          (FwLockPage *self,
                                const char *reason,
                                FwLockWays  ways);
void fw_lock_page_set_busy     (FwLockPage *self,
                                gboolean    busy);
void fw_lock_page_refuse       (FwLockPage *self);
void fw_lock_page_show_problem (FwLockPage *self,
                                const char *problem);

G_END_DECLS
