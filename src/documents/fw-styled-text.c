#include "documents/fw-styled-text.h"

#include <string.h>

/**
 * fw_styled_text_new:
 * @size_pt: the size of all its characters
 *
 * Returns: (transfer full): an empty paragraph
 */
FwStyledText *
fw_styled_text_new (double size_pt)
{
  FwStyledText *self = g_new0 (FwStyledText, 1);

  self->string = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (FwTextSpan));
  self->size_pt = size_pt;
  return self;
}

/**
 * fw_styled_text_free:
 * @self: (nullable): a paragraph
 */
void
fw_styled_text_free (FwStyledText *self)
{
  if (self == NULL)
    return;
  g_string_free (self->string, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * fw_styled_text_append:
 * @string: (nullable): characters in UTF-8
 *
 * Adds @string as one span.
 */
void
fw_styled_text_append (FwStyledText *self,
                const char *string,
                FwFace face,
                FwSpanFlags flags)
{
  FwTextSpan span = { (guint) self->string->len, 0, face, flags };

  if (string == NULL || *string == '\0')
    return;
  g_string_append (self->string, string);
  span.end = (guint) self->string->len;
  g_array_append_val (self->spans, span);
}
