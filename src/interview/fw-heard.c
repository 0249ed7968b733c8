/* One line of a transcript: a JSON object (docs/transcript.md). What is wrong with it is said without its words. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "interview/fw-transcript-source.h"

#define MOST_SECONDS (7.0 * 24 * 60 * 60)
#define MOST_NESTING 8

void
fw_heard_clear (FwHeard *heard)
{
  g_clear_pointer (&heard->text, g_free);
}

static gboolean
fail (GError **error,
      const char *reason)
{
  g_set_error_literal (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT, reason);
  return FALSE;
}

/* The parser calls itself for each bracket: a line of nothing else must not use up the stack. */
static gboolean
is_nested_too_deep (const char *line,
                    gsize length)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    if (quoted)
      {
        if (line[i] == '\\')
          i++;
        else if (line[i] == '"')
          quoted = FALSE;
      }
    else if (line[i] == '"')
      quoted = TRUE;
    else if (line[i] == '[' || line[i] == '{')
      {
        if (++depth > MOST_NESTING)
          return TRUE;
      }
    else if (line[i] == ']' || line[i] == '}')
      depth--;
  return FALSE;
}

/* A member of one type; absent: @value stays. */
static gboolean
read_member (JsonObject *object,
             const char *name,
             GType type,
             GValue *value,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_auto (GValue) found = G_VALUE_INIT;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node))
    json_node_get_value (node, &found);
  if (type == G_TYPE_DOUBLE && G_VALUE_HOLDS_INT64 (&found))
    {
      g_value_init (value, type);
      g_value_set_double (value, (double) g_value_get_int64 (&found));
      return TRUE;
    }
  if (!G_VALUE_HOLDS (&found, type))
    {
      g_set_error (error, FW_INTERVIEW_ERROR, FW_INTERVIEW_ERROR_TRANSCRIPT, "its ‘%s’ is no %s", name,
                   type == G_TYPE_STRING ? "text" : type == G_TYPE_BOOLEAN ? "truth" : "number");
      return FALSE;
    }
  g_value_init (value, type);
  g_value_copy (&found, value);
  return TRUE;
}

static gboolean
read_voice (JsonObject *object,
            FwVoice *voice,
            GError **error)
{
  static const char *const names[] = { "unknown", "employee", "hr", "manager" };
  g_auto (GValue) value = G_VALUE_INIT;

  if (!read_member (object, "speaker", G_TYPE_STRING, &value, error))
    return FALSE;
  *voice = FW_VOICE_UNKNOWN;
  if (!G_IS_VALUE (&value))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (g_value_get_string (&value), names[i]))
      {
        *voice = (FwVoice) i;
        return TRUE;
      }
  return fail (error, "its ‘speaker’ is none of employee, hr, manager, unknown");
}

static gboolean
read_object (FwHeard *heard,
             JsonObject *object,
             GError **error)
{
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GValue) final = G_VALUE_INIT;
  g_auto (GValue) seconds = G_VALUE_INIT;

  if (!read_member (object, "text", G_TYPE_STRING, &text, error) ||
      !read_member (object, "final", G_TYPE_BOOLEAN, &final, error) ||
      !read_member (object, "seconds", G_TYPE_DOUBLE, &seconds, error) || !read_voice (object, &heard->voice, error))
    return FALSE;
  if (!G_IS_VALUE (&text))
    return fail (error, "it has no ‘text’");
  heard->final = G_IS_VALUE (&final) ? g_value_get_boolean (&final) : TRUE;
  heard->seconds = G_IS_VALUE (&seconds) ? g_value_get_double (&seconds) : -1;
  if (G_IS_VALUE (&seconds) && !(heard->seconds >= 0 && heard->seconds <= MOST_SECONDS))
    return fail (error, "its ‘seconds’ are not from 0 to a week");
  heard->text = g_value_dup_string (&text);
  return TRUE;
}

/* The code unit that is written at @at as \uXXXX; -1: none is. */
static int
read_unit (const char *line,
           gsize length,
           gsize at)
{
  int unit = 0;

  if (at + 6 > length || line[at] != '\\' || line[at + 1] != 'u')
    return -1;
  for (gsize i = at + 2; i < at + 6; i++)
    {
      if (!g_ascii_isxdigit (line[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (line[i]);
    }
  return unit;
}

/* JSON may write a rare character in two halves. Of one alone older parsers make what is no text, and newer ones refuse the line. */
static gboolean
has_half_character (const char *line,
                    gsize length)
{
  for (gsize at = 0; at < length; at++)
    {
      int unit = read_unit (line, length, at), next;

      if (line[at] != '\\')
        continue;
      if (unit >= 0xdc00 && unit <= 0xdfff)
        return TRUE;
      if (unit >= 0xd800 && unit <= 0xdbff)
        {
          next = read_unit (line, length, at + 6);
          if (next < 0xdc00 || next > 0xdfff)
            return TRUE;
          at += 6;
        }
      at += unit >= 0 ? 5 : 1;
    }
  return FALSE;
}

/**
 * fw_heard_read:
 * @heard: (out): filled where the line is right
 * @length: in bytes; -1: up to the end of the text
 *
 * Returns: whether the line says what was heard; otherwise %FW_INTERVIEW_ERROR_TRANSCRIPT with the reason, and nothing of the line in it
 */
gboolean
fw_heard_read (FwHeard *heard,
               const char *line,
               gssize length,
               GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize bytes = length >= 0 ? (gsize) length : strlen (line);

  *heard = (FwHeard) { .seconds = -1 };
  if (!g_utf8_validate_len (line, bytes, NULL))
    return fail (error, "it is not UTF-8");
  if (has_half_character (line, bytes))
    return fail (error, "it has half a character");
  if (is_nested_too_deep (line, bytes) || !json_parser_load_from_data (parser, line, (gssize) bytes, NULL) ||
      json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return fail (error, "it is no JSON object");
  return read_object (heard, json_node_get_object (json_parser_get_root (parser)), error);
}
