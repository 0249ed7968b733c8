#include "rules/fw-template.h"

#include "rules/fw-pack.h"

#include <string.h>

/* A literal, an XPath or the name of a result: exactly one of these is set. Behind a number may stand what is counted. */
typedef struct
{
  char *literal;
  FwXPath *xpath;
  char *name;
  char *one;   /* nullable: the word behind 1 */
  char *other; /* nullable: the word behind any other number */
} FwPiece;

struct _FwTemplate
{
  FwLanguage language;
  GPtrArray *pieces;
};

static void
piece_free (FwPiece *self)
{
  g_free (self->literal);
  g_free (self->name);
  g_free (self->one);
  g_free (self->other);
  g_clear_pointer (&self->xpath, fw_xpath_free);
  g_free (self);
}

/* `{=months; month; months}`: a number, and the word behind it where it is one, and where it is not. */
static gboolean
add_reference (FwTemplate *self,
               const char *inner,
               GError **error)
{
  FwPiece *piece = g_new0 (FwPiece, 1);
  g_auto (GStrv) parts = g_strsplit (inner, ";", -1);
  guint count = g_strv_length (parts);

  g_ptr_array_add (self->pieces, piece);
  if (count != 1 && count != 3)
    {
      g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_PACK, "‘{%s}’ has to name one word for 1 and one for any other number", inner);
      return FALSE;
    }
  if (count == 3)
    {
      piece->one = g_strdup (g_strstrip (parts[1]));
      piece->other = g_strdup (g_strstrip (parts[2]));
    }
  if (inner[0] == '=')
    piece->name = g_strdup (g_strstrip (parts[0] + 1));
  else
    piece->xpath = fw_xpath_new (parts[0], error);
  return inner[0] == '=' || piece->xpath != NULL;
}

static void
add_literal (FwTemplate *self,
             const char *text,
             gsize length)
{
  FwPiece *piece;

  if (length == 0)
    return;
  piece = g_new0 (FwPiece, 1);
  piece->literal = g_strndup (text, length);
  g_ptr_array_add (self->pieces, piece);
}

/**
 * _fw_template_new:
 * @text: (nullable): %NULL is the empty text
 */
FwTemplate *
_fw_template_new (const char *text,
                  FwLanguage language,
                  GError **error)
{
  g_autoptr (FwTemplate) self = g_new0 (FwTemplate, 1);
  const char *at = text != NULL ? text : "";

  self->language = language;
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  while (*at != '\0')
    {
      const char *open = strchr (at, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *inner = NULL;

      if (open == NULL)
        break;
      if (close == NULL)
        {
          g_set_error (error, FW_RULES_ERROR, FW_RULES_ERROR_PACK, "a brace is not closed in ‘%s’", text);
          return NULL;
        }
      add_literal (self, at, (gsize) (open - at));
      inner = g_strndup (open + 1, (gsize) (close - open - 1));
      if (!add_reference (self, inner, error))
        return NULL;
      at = close + 1;
    }
  add_literal (self, at, strlen (at));
  return g_steal_pointer (&self);
}

void
_fw_template_free (FwTemplate *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static gboolean
is_amount (const char *text)
{
  const char *point = strchr (text, '.');
  gsize length = strspn (text, "0123456789.");

  return point != NULL && point != text && strlen (point) == 3 && text[length] == '\0' && strchr (point + 1, '.') == NULL;
}

/* What a fact looks like says how it is shown: a day, a month, an amount; anything else as it stands. */
static char *
display_fact (const char *text,
              FwLanguage language)
{
  FwDate date = fw_date_from_string (text);

  if (fw_date_is_known (date))
    return fw_display_date (date, language);
  if (language == FW_LANGUAGE_ZH && strlen (text) == 7 && text[4] == '-' && strspn (text, "0123456789-") == 7)
    return g_strdup_printf ("%d年%d月", atoi (text), atoi (text + 5));
  if (is_amount (text))
    return fw_display_decimal (text);
  return g_strdup (text);
}

static char *
show_reference (FwTemplate *self,
                FwPiece *piece,
                FwFacts *facts,
                FwTemplateLookup lookup,
                gpointer user_data)
{
  FwValue unknown = { 0 };
  g_autofree char *text = NULL;
  char *shown = NULL;

  if (piece->name != NULL && lookup != NULL)
    shown = lookup (piece->name, self->language, user_data);
  else if (piece->xpath != NULL && facts != NULL && fw_xpath_string (piece->xpath, facts, &text, NULL) && text != NULL)
    shown = display_fact (text, self->language);
  return shown != NULL ? shown : fw_value_to_display (&unknown, FW_AS_NOTHING, 0, self->language);
}

static char *
fill_piece (FwTemplate *self,
            FwPiece *piece,
            FwFacts *facts,
            FwTemplateLookup lookup,
            gpointer user_data)
{
  g_autofree char *shown = NULL;

  if (piece->literal != NULL)
    return g_strdup (piece->literal);
  shown = show_reference (self, piece, facts, lookup, user_data);
  if (piece->one == NULL)
    return g_steal_pointer (&shown);
  return g_strdup_printf ("%s %s", shown, strcmp (shown, "1") == 0 ? piece->one : piece->other);
}

/**
 * _fw_template_fill:
 * @facts: (nullable): %NULL where there are none, as in a calculation alone
 *
 * Returns: (transfer full): the text; what is not known stands as a mark
 */
char *
_fw_template_fill (FwTemplate *self,
                   FwFacts *facts,
                   FwTemplateLookup lookup,
                   gpointer user_data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      g_autofree char *piece = fill_piece (self, g_ptr_array_index (self->pieces, i), facts, lookup, user_data);

      g_string_append (text, piece);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Answers the text without a case: what would be filled in is an ellipsis. */
char *
_fw_template_outline (FwTemplate *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const FwPiece *piece = g_ptr_array_index (self->pieces, i);

      g_string_append (text, piece->literal != NULL ? piece->literal : "…");
      if (piece->other != NULL)
        g_string_append_printf (text, " %s", piece->other);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Calls @call for every expression in the text. */
void
_fw_template_each_xpath (FwTemplate *self,
                         void (*call) (const char *xpath, gpointer user_data),
                         gpointer user_data)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      FwPiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->xpath != NULL)
        call (fw_xpath_get_text (piece->xpath), user_data);
    }
}
