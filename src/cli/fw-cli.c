#include "cli/fw-cli.h"

#include <stdio.h>
#include <string.h>

#include "departure/fw-workplace.h"
#include "documents/fw-document-types.h"
#include "exchange/fw-exchange-error.h"
#include "facts/fw-facts.h"
#include "interview/fw-interview-error.h"
#include "rules/fw-pack.h"

#define LONGEST_MESSAGE 2000

/* Takes the @index-th word out and answers it. */
static char *
take_at (FwCli *self,
         guint index)
{
  return g_ptr_array_steal_index (self->words, index);
}

/**
 * fw_cli_take_option:
 * @option: "--kind"; "--kind VALUE" and "--kind=VALUE" are both understood
 *
 * Returns: (transfer full) (nullable): the value of the option's first use, taken out of the words
 */
char *
fw_cli_take_option (FwCli *self,
                    const char *option)
{
  g_autofree char *with_equals = g_strconcat (option, "=", NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = self->words->pdata[i];
      g_autofree char *taken = NULL;

      if (g_str_has_prefix (word, with_equals))
        {
          taken = take_at (self, i);
          return g_strdup (taken + strlen (with_equals));
        }
      if (g_str_equal (word, option) && i + 1 < self->words->len)
        {
          taken = take_at (self, i);
          return take_at (self, i);
        }
    }
  return NULL;
}

/**
 * fw_cli_take_options:
 *
 * Returns: (transfer full): the values of all uses of an option, in order; empty where there is none
 */
GStrv
fw_cli_take_options (FwCli *self,
                     const char *option)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  char *value;

  while ((value = fw_cli_take_option (self, option)) != NULL)
    {
      g_strv_builder_add (values, value);
      g_free (value);
    }
  return g_strv_builder_end (values);
}

/**
 * fw_cli_take_flag:
 *
 * Returns: whether the flag was given; taken out of the words
 */
gboolean
fw_cli_take_flag (FwCli *self,
                  const char *flag)
{
  for (guint i = 0; i < self->words->len; i++)
    if (g_str_equal (self->words->pdata[i], flag))
      {
        g_free (take_at (self, i));
        return TRUE;
      }
  return FALSE;
}

/**
 * fw_cli_take_word:
 *
 * Returns: (transfer full) (nullable): the next word that is no option; %NULL where none is left. Options of the command are
 *   taken before
 */
char *
fw_cli_take_word (FwCli *self)
{
  if (self->words->len == 0 || g_str_has_prefix (self->words->pdata[0], "--"))
    return NULL;
  return take_at (self, 0);
}

/**
 * fw_cli_is_at_end:
 *
 * Returns: whether every word was understood
 */
gboolean
fw_cli_is_at_end (FwCli *self)
{
  return self->words->len == 0;
}

/**
 * fw_cli_misused:
 * @reason: (nullable): what is wrong; %NULL: a word that was not understood, or too few
 *
 * Says on standard error how the command is used.
 */
FwExit
fw_cli_misused (FwCli *self,
                const char *reason)
{
  if (reason != NULL)
    fprintf (stderr, "fairwellctl %s: %s\n", self->command, reason);
  else if (self->words->len > 0)
    fprintf (stderr, "fairwellctl %s: ‘%s’ is not understood\n", self->command, (const char *) self->words->pdata[0]);
  else
    fprintf (stderr, "fairwellctl %s: something is missing\n", self->command);
  fprintf (stderr, "Try ‘fairwellctl help %s’.\n", self->command);
  return FW_EXIT_USAGE;
}

static FwExit
exit_of_store_error (const GError *error)
{
  switch ((FwStoreError) error->code)
    {
    case FW_STORE_ERROR_NOT_FOUND:
    case FW_STORE_ERROR_CONFLICT:
    case FW_STORE_ERROR_DAMAGED:
      return FW_EXIT_NO;
    case FW_STORE_ERROR_INVALID:
    case FW_STORE_ERROR_PASSPHRASE: /* the one that was given does not open it */
    case FW_STORE_ERROR_NEWER:
      return FW_EXIT_INPUT;
    case FW_STORE_ERROR_BUSY:
    case FW_STORE_ERROR_FAILED:
    default:
      return FW_EXIT_FAILED;
    }
}

/* A company's file that cannot be read is bad input; what the program itself brings is its own fault. */
static FwExit
exit_of_exchange_error (const GError *error)
{
  return error->code == FW_EXCHANGE_ERROR_CATALOG ? FW_EXIT_FAILED : FW_EXIT_INPUT;
}

static FwExit
exit_of_workplace_error (const GError *error)
{
  switch ((FwWorkplaceError) error->code)
    {
    case FW_WORKPLACE_ERROR_NOT_FOUND:
    case FW_WORKPLACE_ERROR_REFUSED:
    case FW_WORKPLACE_ERROR_THERE:
      return FW_EXIT_NO;
    case FW_WORKPLACE_ERROR_INPUT:
      return FW_EXIT_INPUT;
    case FW_WORKPLACE_ERROR_FAILED:
    default:
      return FW_EXIT_FAILED;
    }
}

/* What a paper lacks, or what stands in its way, is an answer; a wording that cannot be read is bad input. */
static FwExit
exit_of_document_error (const GError *error)
{
  switch ((FwDocumentError) error->code)
    {
    case FW_DOCUMENT_ERROR_NOT_FOUND:
    case FW_DOCUMENT_ERROR_GAP:
    case FW_DOCUMENT_ERROR_BARRED:
    case FW_DOCUMENT_ERROR_GLYPH:
    case FW_DOCUMENT_ERROR_WORDING:
      return FW_EXIT_NO;
    case FW_DOCUMENT_ERROR_TEMPLATE:
    case FW_DOCUMENT_ERROR_OVERRIDE:
      return FW_EXIT_INPUT;
    case FW_DOCUMENT_ERROR_OUTPUT:
    default:
      return FW_EXIT_FAILED;
    }
}

/* Facts and packs are files that people write. */
static FwExit
exit_of_law_error (const GError *error)
{
  gboolean failed = error->domain == FW_FACTS_ERROR ? error->code == FW_FACTS_ERROR_LIMIT
                                                    : error->code == FW_RULES_ERROR_FAILED;

  return failed ? FW_EXIT_FAILED : FW_EXIT_INPUT;
}

/* A message may quote what a file says, and a file may say anything at any length. */
static char *
shorten (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= LONGEST_MESSAGE)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, LONGEST_MESSAGE);
  return g_strconcat (start, "…", NULL);
}

/* Scripts and lexicons are files that people write; a script that is asked for and not there is an answer. */
static FwExit
exit_of_interview_error (const GError *error)
{
  return error->code == FW_INTERVIEW_ERROR_UNKNOWN ? FW_EXIT_NO : FW_EXIT_INPUT;
}

/**
 * fw_cli_fail:
 *
 * Says on standard error what went wrong.
 *
 * Returns: the exit that goes with it: a library's own kinds of error decide, anything else is a failure
 */
FwExit
fw_cli_fail (FwCli *self,
             const GError *error)
{
  g_autofree char *told = shorten (error->message);

  fprintf (stderr, "%s\n", told);
  if (error->domain == FW_STORE_ERROR)
    return exit_of_store_error (error);
  if (error->domain == FW_WORKPLACE_ERROR)
    return exit_of_workplace_error (error);
  if (error->domain == G_OPTION_ERROR)
    return FW_EXIT_USAGE;
  if (error->domain == FW_EXCHANGE_ERROR)
    return exit_of_exchange_error (error);
  if (error->domain == FW_DOCUMENT_ERROR)
    return exit_of_document_error (error);
  if (error->domain == FW_INTERVIEW_ERROR)
    return exit_of_interview_error (error);
  if (error->domain == FW_FACTS_ERROR || error->domain == FW_RULES_ERROR)
    return exit_of_law_error (error);
  return FW_EXIT_FAILED;
}

/**
 * fw_cli_fail_typed:
 *
 * Returns: as fw_cli_fail(), of words on the command line: a country, calculation or setting that the law does not have is wrong use
 */
FwExit
fw_cli_fail_typed (FwCli *self,
                   const GError *error)
{
  FwExit other = fw_cli_fail (self, error);

  return g_error_matches (error, FW_RULES_ERROR, FW_RULES_ERROR_UNKNOWN) ? FW_EXIT_USAGE : other;
}

/**
 * fw_cli_read_passphrase:
 *
 * Returns: (transfer full) (nullable): the first line of a file
 */
char *
fw_cli_read_passphrase (const char *path,
                        GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) problem = NULL;

  if (!g_file_get_contents (path, &text, NULL, &problem))
    {
      g_set_error_literal (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, problem->message);
      return NULL;
    }
  text[strcspn (text, "\r\n")] = '\0';
  return g_steal_pointer (&text);
}

/**
 * fw_cli_dup_passphrase:
 *
 * Returns: (transfer full) (nullable): the first line of the file that --passphrase-file names; %NULL where the option is missing or
 *   the file cannot be read
 */
char *
fw_cli_dup_passphrase (FwCli *self,
                       GError **error)
{
  if (self->passphrase_file == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           "this store asks for a passphrase: name a file that holds it with --passphrase-file");
      return NULL;
    }
  return fw_cli_read_passphrase (self->passphrase_file, error);
}

/**
 * fw_cli_open_store:
 *
 * Returns: (transfer full) (nullable): the store in the folder @path; a sample store opens without a passphrase
 */
FwStore *
fw_cli_open_store (FwCli *self,
                   const char *path,
                   FwStoreMode mode,
                   GError **error)
{
  g_autofree char *passphrase = NULL;

  if (self->passphrase_file == NULL && fw_store_opens_without_asking (path))
    return fw_store_open (path, FW_STORE_SAMPLE_PASSPHRASE, mode, error);
  if (!fw_store_exists (path))
    {
      g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_NOT_FOUND, "%s is no store", path);
      return NULL;
    }
  passphrase = fw_cli_dup_passphrase (self, error);
  return passphrase != NULL ? fw_store_open (path, passphrase, mode, error) : NULL;
}

/**
 * fw_cli_today:
 *
 * Returns: the day that --today says, else today in the store's time zone; unknown with an error where it is no day
 */
FwDate
fw_cli_today (FwCli *self,
              FwStore *store,
              GError **error)
{
  g_autoptr (GTimeZone) zone = store != NULL ? fw_store_dup_time_zone (store) : g_time_zone_new_local ();
  FwDate today = self->today != NULL ? fw_date_from_string (self->today) : fw_date_today (zone);

  if (!fw_date_is_known (today))
    g_set_error (error, FW_STORE_ERROR, FW_STORE_ERROR_INVALID, "‘%s’ is not a day", self->today);
  return today;
}

/**
 * fw_cli_pick:
 *
 * Returns: (transfer none): the text in the language asked for by --lang, "" where there is none
 */
const char *
fw_cli_pick (const FwCli *self,
             const char *zh,
             const char *en)
{
  const char *text = g_str_equal (self->language, "zh") ? zh : en;

  return text != NULL ? text : "";
}

/**
 * fw_cli_add_text:
 * @value: (nullable): %NULL is null
 *
 * Adds a member to the object being built.
 */
void
fw_cli_add_text (JsonBuilder *json,
                 const char *name,
                 const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

/**
 * fw_cli_print_built:
 *
 * Writes what has been built as fw_cli_print_json() does.
 */
void
fw_cli_print_built (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);

  fw_cli_print_json (root);
}

static void
print_node (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
}

/**
 * fw_cli_print_part:
 *
 * Writes what has been built without a line end: one of a list that is too long to be built as a whole.
 */
void
fw_cli_print_part (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);

  print_node (root);
}

/**
 * fw_cli_print_json:
 *
 * Writes a value to standard output, indented, with a line end.
 */
void
fw_cli_print_json (JsonNode *node)
{
  print_node (node);
  putchar ('\n');
}

/* Columns a text takes on a terminal: Chinese characters take two. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return width;
}

static void
print_row (const char *const *row,
           const guint *widths,
           guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *text = row[i] != NULL ? row[i] : "";

      fputs (text, stdout);
      for (guint k = width_of (text); i + 1 < n && k < widths[i] + 2; k++)
        fputc (' ', stdout);
    }
  fputc ('\n', stdout);
}

/**
 * fw_cli_print_table:
 * @headings: ended by %NULL
 * @rows: (element-type GStrv): as many texts each as there are headings
 *
 * Writes a table for people to standard output.
 */
void
fw_cli_print_table (const char *const *headings,
                    GPtrArray *rows)
{
  guint n = g_strv_length ((GStrv) headings);
  g_autofree guint *widths = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      widths[i] = width_of (headings[i]);
      for (guint k = 0; k < rows->len; k++)
        {
          const char *const *row = rows->pdata[k];

          widths[i] = MAX (widths[i], row[i] != NULL ? width_of (row[i]) : 0);
        }
    }
  print_row (headings, widths, n);
  for (guint k = 0; k < rows->len; k++)
    print_row (rows->pdata[k], widths, n);
}
