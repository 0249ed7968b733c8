#include "config.h"

#include "ui/fw-problem.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "charts/fw-chart-file.h"
#include "departure/fw-workplace.h"
#include "documents/fw-document-types.h"
#include "exchange/fw-exchange-error.h"
#include "facts/fw-xml.h"
#include "rules/fw-pack.h"
#include "store/fw-store-error.h"

/* What the window says where something was not done. The libraries' own messages are English and precise, with file and
 * line: they never stand in a sentence of the window, only behind it as its technical detail. */

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
describe_case (int code)
{
  switch (code)
    {
    case FW_WORKPLACE_ERROR_NOT_FOUND:
      return _("It is not there any more.");
    case FW_WORKPLACE_ERROR_INPUT:
      return _("A value does not fit. Nothing was changed.");
    case FW_WORKPLACE_ERROR_THERE:
      return _("This file is there already.");
    case FW_WORKPLACE_ERROR_REFUSED:
      return _("As the departure stands now, this cannot be done. The overview says what comes next.");
    default:
      return describe_store (FW_STORE_ERROR_FAILED);
    }
}

static const char *
describe_document (int code)
{
  switch (code)
    {
    case FW_DOCUMENT_ERROR_NOT_FOUND:
    case FW_DOCUMENT_ERROR_TEMPLATE:
      return _("The template of this paper cannot be used. If the company has its own copy, mend it or take it away; else "
               "install Fairwell again.");
    case FW_DOCUMENT_ERROR_GAP:
      return _("A blank is not filled in yet. Fill it in under Papers.");
    case FW_DOCUMENT_ERROR_BARRED:
      return _("The law bars this paper now. The checks say why.");
    case FW_DOCUMENT_ERROR_OVERRIDE:
      return _("A brace is not closed, or no field has this name.");
    case FW_DOCUMENT_ERROR_GLYPH:
      return _("A character cannot be printed: no font on this computer has it. Write it otherwise.");
    case FW_DOCUMENT_ERROR_WORDING:
      return _("The wording of this paper says what it may not say. Change it.");
    case FW_DOCUMENT_ERROR_OUTPUT:
    default:
      return _("The pages could not be written. See whether the disk is full, or choose another folder.");
    }
}

static const char *
describe_pack (void)
{
  return _("The law as it lies on this computer cannot be read: a file of it is damaged or was changed. Put the file right, "
           "or install Fairwell again.");
}

static const char *
describe_rules (int code)
{
  switch (code)
    {
    case FW_RULES_ERROR_PACK:
      return describe_pack ();
    case FW_RULES_ERROR_INPUT:
    case FW_RULES_ERROR_UNKNOWN:
      return _("A value does not fit. Nothing was changed.");
    default:
      return _("It could not be worked out. Nothing was changed.");
    }
}

static const char *
describe_chart (int code)
{
  return code == FW_CHART_ERROR_FORMAT ? _("The picture can be saved as SVG, PNG or PDF. Choose one of these endings.")
                                       : _("The picture could not be written. Choose another folder.");
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
    case G_IO_ERROR_READ_ONLY:
      return _("You may not write or read there. Choose another folder.");
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_DIRECTORY:
    case G_IO_ERROR_INVALID_FILENAME:
    case G_IO_ERROR_FILENAME_TOO_LONG:
      return _("No file can have this name here. Choose another one.");
    case G_IO_ERROR_CANCELLED:
      return _("Cancelled, nothing changed");
    default:
      return _("The file could not be read or written. Choose another place, or see whether the disk is full.");
    }
}

static const char *
describe_system_file (int code)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
      return describe_file (G_IO_ERROR_NOT_FOUND);
    case G_FILE_ERROR_NOSPC:
      return describe_file (G_IO_ERROR_NO_SPACE);
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return describe_file (G_IO_ERROR_PERMISSION_DENIED);
    default:
      return describe_file (G_IO_ERROR_FAILED);
    }
}

/**
 * fw_problem_describe:
 *
 * What happened and what to do now, in the user's words and language.
 *
 * Returns: (transfer full): a text for the window; empty without an error
 */
char *
fw_problem_describe (const GError *error)
{
  if (error == NULL)
    return g_strdup ("");
  if (error->domain == FW_STORE_ERROR)
    return g_strdup (describe_store (error->code));
  if (error->domain == FW_WORKPLACE_ERROR)
    return g_strdup (describe_case (error->code));
  if (error->domain == FW_DOCUMENT_ERROR)
    return g_strdup (describe_document (error->code));
  if (error->domain == FW_EXCHANGE_ERROR)
    return g_strdup (describe_list (error->code));
  if (error->domain == FW_RULES_ERROR)
    return g_strdup (describe_rules (error->code));
  if (error->domain == FW_FACTS_ERROR)
    return g_strdup (describe_pack ());
  if (error->domain == FW_CHART_ERROR)
    return g_strdup (describe_chart (error->code));
  if (error->domain == GTK_PRINT_ERROR)
    return g_strdup (_("The printer did not answer. Save it as PDF instead, or choose another printer."));
  if (error->domain == G_IO_ERROR)
    return g_strdup (describe_file (error->code));
  if (error->domain == G_FILE_ERROR)
    return g_strdup (describe_system_file (error->code));
  return g_strdup (describe_store (FW_STORE_ERROR_FAILED));
}

/* Behind the sentence, for whoever is asked to mend it: as the library said it, to be copied. */
static GtkWidget *
make_detail (const char *message)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("_Technical detail")), *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_margin_top (label, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  return expander;
}

/**
 * fw_problem_present:
 * @what: what was not done, as a heading
 * @why: (nullable): why, and what to do now; %NULL: as fw_problem_describe() says it
 * @error: (nullable): what the library said, shown only on demand
 *
 * Says that something was not done.
 */
void
fw_problem_present (GtkWindow *parent,
                    const char *what,
                    const char *why,
                    const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, what, NULL);
  g_autofree char *described = fw_problem_describe (error);

  /* What is quoted may hold a percent sign. */
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), why != NULL ? why : described);
  if (error != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_detail (error->message));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
