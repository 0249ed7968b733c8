#include "config.h"

#include "ui/law/fw-law-words.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"

/* Of one entry. */
static const char *const kind_words[] = {
  [FW_LAW_GROUND] = NC_("law library", "Ground"),
  [FW_LAW_ARTICLE] = NC_("law library", "Article"),
  [FW_LAW_CHECK] = NC_("law library", "Check"),
  [FW_LAW_PROTECTION] = NC_("law library", "Protection"),
  [FW_LAW_MATERIAL] = NC_("law library", "Material"),
  [FW_LAW_CALCULATION] = NC_("law library", "Calculation"),
  [FW_LAW_DEADLINE] = NC_("law library", "Deadline"),
  [FW_LAW_SETTING] = NC_("law library", "Reading"),
  [FW_LAW_SOURCE] = NC_("law library", "Source"),
};

/**
 * fw_law_kind_word:
 *
 * Answers what an entry is, in the user's language.
 */
const char *
fw_law_kind_word (FwLawKind kind)
{
  return g_dpgettext2 (NULL, "law library", kind_words[kind]);
}

/**
 * fw_law_dup_subtitle:
 *
 * Returns: (transfer full): what an entry is and what it rests on, for the second line of a row
 */
char *
fw_law_dup_subtitle (const FwLawEntry *entry)
{
  g_autofree char *article = fw_case_dup_first_article (entry->citation);

  if (*article == '\0')
    return g_strdup (fw_law_kind_word (entry->kind));
  return g_strdup_printf ("%s · %s", fw_law_kind_word (entry->kind), article);
}

/**
 * fw_law_confidence_word:
 * @confidence: (nullable): as in a pack
 *
 * Returns: (nullable): how sure a source is, in words
 */
const char *
fw_law_confidence_word (const char *confidence)
{
  static const struct
  {
    const char *id;
    const char *words;
  } words[] = {
    { "text-read", N_("The text was read, in a public copy") },
    { "from-memory", N_("From memory: look it up before you rely on it") },
    { "local-practice", N_("Local practice: ask how it is done where you are") },
    { "unsure", N_("Unsure: ask a lawyer") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (confidence, words[i].id) == 0)
      return _(words[i].words);
  return NULL;
}

/**
 * fw_law_amount_word:
 * @name: (nullable): which amount of a ground
 *
 * Returns: (nullable): what it is called; an amount with a name of its own keeps it
 */
const char *
fw_law_amount_word (const char *name)
{
  static const struct
  {
    const char *id;
    const char *words;
  } words[] = {
    { "severance", N_("Severance (N)") },
    { "notice", N_("Notice") },
    { "notice-or-lieu", N_("Notice, or pay in lieu (+1)") },
    { "damages", N_("If it is unlawful (2N)") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (name, words[i].id) == 0)
      return _(words[i].words);
  return name;
}
