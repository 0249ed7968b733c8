#include "documents/fw-break.h"

#include <string.h>

/* 避头尾 after GB/T 15834: what may not end a line, and what may not begin one. */
static const char opening_marks[] = "（《〈「『“‘【〔［｛([{¥￥";
static const char closing_marks[] = "。，、；：？！）》〉」』”’】〕］｝％‰℃…—·～,.;:?!)]}%";
/* Marks that fill half their square, the left one when they close and the right one when they open. */
static const char half_closing[] = "。，、；：）》〉」』”’】〕";

/* What stays together on one line, and what of it stays rigid. The first that matches a place decides. */
static const struct
{
  const char *pattern;
  FwBarrier barrier;
  gboolean rigid;
} groups[] = {
  { "第[\\d-]+号|〔\\d{4}〕", FW_BARRIER_CLOSED, TRUE },
  { "\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}月\\d{1,2}日|\\d{1,2}时\\d{1,2}分", FW_BARRIER_LOW, TRUE },
  { "\\d{4}年(?:第[一二三四]季度|[上下]半年)", FW_BARRIER_LOW, TRUE },
  /* How long somebody served: 4年7个月16天. */
  { "\\d+年零?\\d+个月(?:零?\\d+[天日])?|\\d+(?:年|个月)零?\\d+[天日]", FW_BARRIER_LOW, TRUE },
  /* The number of a paper or a judgment: 〔2026〕人离字第0014号, （2026）沪0115刑初123号. */
  { "\\p{sc:Han}{0,4}〔\\d{4}〕[\\p{sc:Han}A-Za-z\\d]{0,12}第?[\\d-]+号|（\\d{4}）[\\p{sc:Han}\\d]{1,12}\\d号", FW_BARRIER_LOW, TRUE },
  { "(?:人民币|[¥￥])?-?\\d[\\d,]*(?:\\.\\d+)?\\s?(?:%|％|‰|℃|万元|亿元|元|个工作日|个月|个|天|日|月|年|人|页|件|份|小时|学时|"
    "分钟|时|分|次|倍|岁|级|号|条|款|项)?",
    FW_BARRIER_CLOSED, TRUE },
  { "(?:人民币)?[负零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元角分][零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]*", FW_BARRIER_HIGH, TRUE },
  /* A product gives way only at its ＝. */
  { "\\d[\\d,.]*(?:元|个月|天|日|%)?(?:[×÷]\\d[\\d,.]*(?:元|个月|天|日|%)?)+", FW_BARRIER_HIGH, TRUE },
  { "第[〇零一二三四五六七八九十百千\\d]+[条款项章号次页期份届]", FW_BARRIER_CLOSED, FALSE },
  { "《[^》]{1,6}》", FW_BARRIER_CLOSED, FALSE },
  /* Short parts between dots are read at a glance: "82 分 · 60 分合格". */
  { "(?<= · )[^·\\n]{1,12}(?= · |$)", FW_BARRIER_CLOSED, FALSE },
  /* A name in parts gives way at its dot. */
  { "\\p{sc:Han}{2,10}(?=·\\p{sc:Han})|(?<=\\p{sc:Han}·)\\p{sc:Han}{2,10}", FW_BARRIER_HIGH, FALSE },
  { "——|……", FW_BARRIER_CLOSED, TRUE },
  { "＿+", FW_BARRIER_HIGH, TRUE },
  /* A box to tick stands before its whole words. */
  { "□[^\\s□：；，。、＿（）]{1,8}", FW_BARRIER_CLOSED, FALSE },
  { "共＿+[页份件人]", FW_BARRIER_CLOSED, TRUE },
  /* A line to write on stays with the words that say for what. */
  { "[^\\s：；，。、＿□]{1,6}：＿", FW_BARRIER_HIGH, TRUE },
};

static gboolean
is_one_of (const char *marks,
           gunichar character)
{
  /* Nearly every character of a letter is Chinese, and none of those is a mark. */
  if (character == 0 || (character >= 0x3400 && character < 0xf900))
    return FALSE;
  return g_utf8_strchr (marks, -1, character) != NULL;
}

/**
 * fw_break_is_opening:
 *
 * Returns: whether a line may not end with @character
 */
gboolean
fw_break_is_opening (gunichar character)
{
  return is_one_of (opening_marks, character);
}

/**
 * fw_break_is_closing:
 *
 * Returns: whether a line may not begin with @character
 */
gboolean
fw_break_is_closing (gunichar character)
{
  return is_one_of (closing_marks, character);
}

/**
 * fw_break_can_halve:
 *
 * Returns: whether @character is a full-width mark whose right half is empty, so that it takes half a square
 *   at the end of a line and before another mark
 */
gboolean
fw_break_can_halve (gunichar character)
{
  return is_one_of (half_closing, character);
}

/* Letters, digits and the marks inside foreign words, addresses and identity numbers. */
static gboolean
is_narrow (gunichar character)
{
  return character < 0x2E80 && !g_unichar_isspace (character) && !is_one_of (half_closing, character)
         && (character < 0x2000 || g_unichar_isalnum (character));
}

static FwBoundary
between (gunichar left,
         gunichar right)
{
  FwBoundary boundary = { FW_BARRIER_NONE, FALSE };

  if (fw_break_is_opening (left) || fw_break_is_closing (right) || left == 0x7B2C /* 第 */ || left == 0x25A1 /* □ */
      || g_unichar_isspace (right) || g_unichar_ismark (right))
    boundary.barrier = FW_BARRIER_CLOSED;
  if (is_narrow (left) && is_narrow (right))
    {
      boundary.barrier = FW_BARRIER_HIGH;
      boundary.rigid = TRUE;
    }
  return boundary;
}

static void
protect (FwBoundary *boundaries,
         const char *string,
         guint start,
         guint end,
         FwBarrier barrier,
         gboolean rigid)
{
  gsize first = (gsize) g_utf8_pointer_to_offset (string, string + start);
  gsize last = (gsize) g_utf8_pointer_to_offset (string, string + end);
  const char *at = string + start;

  for (gsize i = first; i + 1 < last; i++, at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      /* A date gives way behind its year and its month, the number of a paper behind its year and 字, nowhere else. */
      gboolean holds = barrier == FW_BARRIER_LOW && g_utf8_strchr ("年月〕）字", -1, character) == NULL;

      boundaries[i].barrier = MAX (boundaries[i].barrier, holds ? FW_BARRIER_CLOSED : barrier);
      boundaries[i].rigid |= rigid;
    }
}

/* Compiled once for all paragraphs and threads; never freed, never changed. */
static GRegex *const *
compiled_groups (void)
{
  static GRegex *compiled[G_N_ELEMENTS (groups)];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        compiled[i] = g_regex_new (groups[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return compiled;
}

static void
protect_groups (FwBoundary *boundaries,
                const char *string)
{
  GRegex *const *compiled = compiled_groups ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (compiled[i], string, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int start = 0, end = 0;

          g_match_info_fetch_pos (match, 0, &start, &end);
          protect (boundaries, string, (guint) start, (guint) end, groups[i].barrier, groups[i].rigid);
        }
    }
}

/**
 * fw_break_find:
 * @text: a paragraph
 * @n_characters: (out): how many characters it has
 *
 * Answers where its lines may end: not before closing marks nor behind opening ones, and not inside dates, amounts,
 * numbers with their unit, article numbers, short titles and names.
 *
 * Returns: (transfer full) (array length=n_characters): the place behind each character, free with g_free()
 */
FwBoundary *
fw_break_find (const FwStyledText *text,
               gsize *n_characters)
{
  const char *string = text->string->str;
  glong length = g_utf8_strlen (string, -1);
  FwBoundary *boundaries = g_new0 (FwBoundary, (gsize) length + 1);
  const char *at = string;

  for (glong i = 0; i + 1 < length; i++, at = g_utf8_next_char (at))
    boundaries[i] = between (g_utf8_get_char (at), g_utf8_get_char (g_utf8_next_char (at)));
  protect_groups (boundaries, string);
  for (guint i = 0; i < text->spans->len; i++)
    {
      const FwTextSpan *span = &g_array_index (text->spans, FwTextSpan, i);

      if (span->flags & FW_SPAN_WHOLE)
        protect (boundaries, string, span->start, span->end, FW_BARRIER_CLOSED, TRUE);
    }
  *n_characters = (gsize) length;
  return boundaries;
}
