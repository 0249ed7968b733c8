#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a Han character is written in simplified Chinese and read, from a table that fw-make-han-table makes with ICU when the program is
 * built: at run time nothing is loaded or transliterated. */

#define FW_HAN_FIRST 0x3400
#define FW_HAN_LAST 0x9fff

/* Syllables are symbols beside characters; in the private use area they are none of a text's. */
#define FW_HAN_SYLLABLE 0xe000

typedef struct
{
  guint16 simplified; /* the simplified form, the character itself where it is one */
  guint16 syllable;   /* from 1: the reading without its tone; 0: not known */
} FwHan;

extern const FwHan _fw_han_table[FW_HAN_LAST - FW_HAN_FIRST + 1];

static inline gboolean
fw_han_is (gunichar c)
{
  return (c >= FW_HAN_FIRST && c <= FW_HAN_LAST) || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3007;
}

static inline gunichar
fw_han_simplify (gunichar c)
{
  return c >= FW_HAN_FIRST && c <= FW_HAN_LAST ? _fw_han_table[c - FW_HAN_FIRST].simplified : c;
}

/* The symbol that all characters of one reading share; of what has no reading, the character itself. */
static inline guint32
fw_han_read (gunichar c)
{
  guint syllable = c >= FW_HAN_FIRST && c <= FW_HAN_LAST ? _fw_han_table[c - FW_HAN_FIRST].syllable : 0;

  return syllable != 0 ? FW_HAN_SYLLABLE + syllable : c;
}

G_END_DECLS
