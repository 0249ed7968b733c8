/* The outlines of a font in the Compact Font Format (Adobe Technical Note 5176): its INDEX of charstrings is read, or another is put in
 * its place and what lies behind it moves. */
#include "documents/fw-cff.h"

#include <string.h>

/* Operators of a DICT; those of two bytes begin with 12. */
#define ESCAPE 12
#define OPERATOR_CHARSET 15
#define OPERATOR_ENCODING 16
#define OPERATOR_CHARSTRINGS 17
#define OPERATOR_PRIVATE 18
#define OPERATOR_FD_ARRAY (ESCAPE << 8 | 36)
#define OPERATOR_FD_SELECT (ESCAPE << 8 | 37)
#define LAST_OPERATOR 21

/* First bytes of a number in a DICT. */
#define NUMBER_16 28
#define NUMBER_32 29
#define NUMBER_REAL 30

typedef struct
{
  const guint8 *data;
  gsize size;
} Cff;

/* An array of things of any length. */
typedef struct
{
  gsize from;
  gsize until;
  guint count;
  guint offset_size;
} Index;

/* The last number before an operator, which is where something lies. Who writes a font knows that late and leaves 32 bits for it. */
typedef struct
{
  gsize at; /* where the number stands itself */
  gboolean is_wide;
  guint32 value;
} Offset;

static guint32
read_number (const Cff *self,
             gsize at,
             guint size)
{
  guint32 value = 0;

  for (guint i = 0; i < size; i++)
    value = value << 8 | self->data[at + i];
  return value;
}

/* From where to where one of its things lies; FALSE where that is not inside the font. */
static gboolean
find_entry (const Cff *self,
            const Index *index,
            guint entry,
            gsize *from,
            gsize *until)
{
  gsize offsets = index->from + 3 + (gsize) entry * index->offset_size;
  gsize base = index->from + 2 + (gsize) (index->count + 1) * index->offset_size;

  *from = base + read_number (self, offsets, index->offset_size);
  *until = base + read_number (self, offsets + index->offset_size, index->offset_size);
  return *from > base && *from <= *until && *until <= self->size;
}

static gboolean
read_index (const Cff *self,
            gsize at,
            Index *index)
{
  gsize from;

  if (at > self->size || self->size - at < 2)
    return FALSE;
  index->from = at;
  index->until = at + 2;
  index->count = read_number (self, at, 2);
  if (index->count == 0)
    return TRUE;
  if (self->size - at < 3)
    return FALSE;
  index->offset_size = self->data[at + 2];
  return index->offset_size >= 1 && index->offset_size <= 4
         && self->size - at - 3 >= (gsize) (index->count + 1) * index->offset_size
         && find_entry (self, index, index->count - 1, &from, &index->until);
}

/* How many bytes the number at @at takes. */
static gsize
measure_operand (const Cff *self,
                 gsize at,
                 gsize until)
{
  gsize end = at + 1;

  switch (self->data[at])
    {
    case NUMBER_16:
      return 3;
    case NUMBER_32:
      return 5;
    case NUMBER_REAL:
      while (end < until && (self->data[end] & 0x0f) != 0x0f)
        end++;
      return end + 1 - at;
    default:
      return self->data[at] >= 247 ? 2 : 1;
    }
}

/* Looks in a DICT for where something lies; FALSE where it does not say. */
static gboolean
find_offset (const Cff *self,
             gsize from,
             gsize until,
             guint wanted,
             Offset *offset)
{
  gsize operand = until;

  for (gsize at = from; at < until;)
    {
      guint operator = self->data[at];

      if (operator > LAST_OPERATOR)
        {
          operand = at;
          at += measure_operand (self, at, until);
          continue;
        }
      at++;
      if (operator == ESCAPE && at < until)
        operator = ESCAPE << 8 | self->data[at++];
      if (operator != wanted || operand >= until)
        continue;
      offset->at = operand;
      offset->is_wide = self->data[operand] == NUMBER_32 && operand + 5 <= until;
      offset->value = offset->is_wide ? read_number (self, operand + 1, 4) : 0;
      return TRUE;
    }
  return FALSE;
}

/* The DICT of the whole font and its charstrings. */
static gboolean
find_charstrings (const Cff *self,
                  gsize *from,
                  gsize *until,
                  Index *charstrings)
{
  Index names, dicts;
  Offset offset;

  return self->size >= 4 && read_index (self, self->data[2], &names) && read_index (self, names.until, &dicts) && dicts.count == 1
         && find_entry (self, &dicts, 0, from, until) && find_offset (self, *from, *until, OPERATOR_CHARSTRINGS, &offset)
         && offset.is_wide && read_index (self, offset.value, charstrings);
}

/**
 * fw_cff_read_charstrings:
 * @cff: a table `CFF `, or a font program of a PDF
 *
 * Returns: (transfer full) (nullable) (element-type GBytes): the outline of each glyph as it stands there; %NULL where @cff is not
 *   what it should be
 */
GPtrArray *
fw_cff_read_charstrings (GBytes *cff)
{
  Cff self;
  Index index;
  gsize from, until;
  g_autoptr (GPtrArray) charstrings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  self.data = g_bytes_get_data (cff, &self.size);
  if (!find_charstrings (&self, &from, &until, &index))
    return NULL;
  for (guint i = 0; i < index.count; i++)
    {
      if (!find_entry (&self, &index, i, &from, &until))
        return NULL;
      g_ptr_array_add (charstrings, g_bytes_new_from_bytes (cff, from, until - from));
    }
  return g_steal_pointer (&charstrings);
}

static void
append_number (GByteArray *bytes,
               guint32 value,
               guint size)
{
  for (guint i = size; i > 0; i--)
    {
      guint8 byte = (guint8) (value >> (8 * (i - 1)));

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
append_index (GByteArray *bytes,
              GPtrArray *entries)
{
  guint32 end = 1;
  guint offset_size = 1;

  for (guint i = 0; i < entries->len; i++)
    end += (guint32) g_bytes_get_size (g_ptr_array_index (entries, i));
  while (offset_size < 4 && end >> (8 * offset_size) != 0)
    offset_size++;
  append_number (bytes, entries->len, 2);
  append_number (bytes, offset_size, 1);
  end = 1;
  append_number (bytes, end, offset_size);
  for (guint i = 0; i < entries->len; i++)
    {
      end += (guint32) g_bytes_get_size (g_ptr_array_index (entries, i));
      append_number (bytes, end, offset_size);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (entries, i), &size);

      g_byte_array_append (bytes, data, (guint) size);
    }
}

/* A font while what lies behind its charstrings moves. */
typedef struct
{
  Cff old;
  gsize from;  /* where the charstrings lie there */
  gsize until;
  GByteArray *bytes;
  guint32 moved; /* further on by so much, which may wrap: the new ones may be shorter */
} Move;

/* One byte is the name of a charset that every reader knows, and no offset; two are one that could not be written anew. */
static gboolean
move_offset (Move *self,
             gsize from,
             gsize until,
             guint operator)
{
  Offset offset;
  guint8 *written;

  if (!find_offset (&self->old, from, until, operator, &offset))
    return TRUE;
  if (!offset.is_wide)
    return measure_operand (&self->old, offset.at, until) == 1;
  if (offset.value < self->until)
    return TRUE;
  if (offset.at + 5 > self->from && offset.at < self->until)
    return FALSE;
  written = self->bytes->data + (offset.at >= self->until ? (guint32) offset.at + self->moved : offset.at) + 1;
  for (guint i = 0; i < 4; i++)
    written[i] = (guint8) ((offset.value + self->moved) >> (8 * (3 - i)));
  return TRUE;
}

/* A font of many characters has several DICTs, each with a part of its own elsewhere. */
static gboolean
move_font_dicts (Move *self,
                 gsize from,
                 gsize until)
{
  Offset offset;
  Index dicts;

  if (!find_offset (&self->old, from, until, OPERATOR_FD_ARRAY, &offset))
    return TRUE;
  if (!offset.is_wide || !read_index (&self->old, offset.value, &dicts))
    return FALSE;
  for (guint i = 0; i < dicts.count; i++)
    if (!find_entry (&self->old, &dicts, i, &from, &until) || !move_offset (self, from, until, OPERATOR_PRIVATE))
      return FALSE;
  return TRUE;
}

/**
 * fw_cff_replace_charstrings:
 * @cff: a font without subroutines
 * @charstrings: (element-type GBytes): an outline for each of its glyphs, in their order
 *
 * Returns: (transfer full) (nullable): the same font with these outlines; %NULL where @cff is not what it should be
 */
GBytes *
fw_cff_replace_charstrings (GBytes *cff,
                            GPtrArray *charstrings)
{
  static const guint operators[] = { OPERATOR_CHARSET, OPERATOR_ENCODING, OPERATOR_PRIVATE, OPERATOR_FD_ARRAY, OPERATOR_FD_SELECT };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Move move = { .bytes = bytes };
  Index index;
  gsize from, until;

  move.old.data = g_bytes_get_data (cff, &move.old.size);
  if (!find_charstrings (&move.old, &from, &until, &index) || index.count != charstrings->len)
    return NULL;
  g_byte_array_append (bytes, move.old.data, (guint) index.from);
  append_index (bytes, charstrings);
  move.from = index.from;
  move.until = index.until;
  move.moved = bytes->len - (guint32) index.until;
  g_byte_array_append (bytes, move.old.data + index.until, (guint) (move.old.size - index.until));
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (!move_offset (&move, from, until, operators[i]))
      return NULL;
  return move_font_dicts (&move, from, until) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
