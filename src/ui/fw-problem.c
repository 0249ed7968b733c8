#include "config.h"

#include "ui/fw-problem.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "exchange/fw-exchange-error.h"
#include "store/fw-store-error.h"

static const char *
describe_store (int code)
{
  switch (code)
    {
    case FW_STORE_ERROR_PASSPHRASE:
      return _("The passphrase is not right.");
    case FW_STORE_ERROR_BUSY:
      return _("Another program is writing to these records. Close it and open Fairwell again.");
    case FW_STORE_ERROR_NEWER:
      return _("A newer Fairwell made these records. Install that one to open them; nothing was changed.");
    case FW_STORE_ERROR_DAMAGED:
      return _("The record failed its check. Do not change it yet; restore your last backup.");
    case FW_STORE_ERROR_NOT_FOUND:
      return _("It is not there any more.");
    case FW_STORE_ERROR_CONFLICT:
      return _("Something newer stands in the way. Nothing was changed; look at it again.");
    case FW_STORE_ERROR_INVALID:
      return _("A value does not fit. Nothing was changed.");
    default:
      return _("The computer did not do it. Nothing was changed; see whether the disk is full.");
    }
}

static const char *
describe_list (int code)
{
  switch (code)
    {
    case FW_EXCHANGE_ERROR_INPUT:
      return _("It is empty, too large, or no list of rows with headings. Save it as CSV and choose that file.");
    case FW_EXCHANGE_ERROR_ENCODING:
      return _("Its characters are stored in a way that cannot be read. Save it as CSV again, in UTF-8.");
    case FW_EXCHANGE_ERROR_MAPPING:
      return _("A column that is needed is not chosen yet. Say which one it is.");
    case FW_EXCHANGE_ERROR_CATALOG:
    default:
      return _("The program’s own description of lists is at fault. Install Fairwell again.");
    }
}

static const char *
describe_file (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _("The file is not there any more.");
    case G_IO_ERROR_NO_SPACE:
      return _("The disk is full. Make room and do it again.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _("You may not write or read there. Choose another folder.");
    case G_IO_ERROR_CANCELLED:
      return _("Cancelled, nothing changed");
    default:
      return NULL;
    }
}

/**
 * fw_problem_describe:
 *
 * What happened and what to do now, in the user's words. The libraries' own messages are English and precise; they
 * stand behind as the detail.
 *
 * Returns: (transfer full): a text for a dialog
 */
char *
fw_problem_describe (const GError *error)
{
  const char *text = NULL;

  if (error == NULL)
    return g_strdup ("");
  if (error->domain == FW_STORE_ERROR)
    text = describe_store (error->code);
  else if (error->domain == FW_EXCHANGE_ERROR)
    text = describe_list (error->code);
  else if (error->domain == G_IO_ERROR)
    text = describe_file (error->code);
  if (text == NULL)
    return g_strdup (error->message);
  if (error->domain == G_IO_ERROR || g_error_matches (error, FW_STORE_ERROR, FW_STORE_ERROR_PASSPHRASE))
    return g_strdup (text);
  return g_strdup_printf ("%s\n\n%s", text, error->message);
}

/**
 * fw_problem_present:
 * @what: what was not done, as a heading
 * @why: why, and what to do now
 *
 * Says that something was not done.
 */
void
fw_problem_present (GtkWindow *parent,
                    const char *what,
                    const char *why)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, what, NULL);

  /* What an error quotes may hold a percent sign. */
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), why);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
