#include "config.h"

#include "ui/fw-language.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "core/fw-paths.h"

/* gettext looks at LANGUAGE only in a locale that is not "C"; C.UTF-8 is one, and is always there. */
static void
ensure_locale (void)
{
  const char *locale = setlocale (LC_ALL, "");

  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "");
    }
}

/**
 * fw_language_apply:
 * @language: (nullable): "zh_CN" or "en"; %NULL or empty follows the session
 *
 * Makes the interface speak @language, whether or not the system has a locale for it. To be called before GTK starts,
 * and while the program has one thread, since it sets the environment.
 */
void
fw_language_apply (const char *language)
{
  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  ensure_locale ();
  bindtextdomain (FW_GETTEXT_PACKAGE, fw_paths_locale_folder ());
  bind_textdomain_codeset (FW_GETTEXT_PACKAGE, "UTF-8");
  textdomain (FW_GETTEXT_PACKAGE);
  /* Chinese characters are drawn in the Chinese way, not in whichever East Asian font comes first. */
  if (g_getenv ("PANGO_LANGUAGE") == NULL || (language != NULL && *language != '\0'))
    g_setenv ("PANGO_LANGUAGE", g_str_equal (fw_language_get (), "zh") ? "zh-cn" : "en:zh-cn", TRUE);
}

/**
 * fw_language_get:
 *
 * Returns: "zh" or "en", the language in which the pack's texts are shown beside the interface
 */
const char *
fw_language_get (void)
{
  /* TRANSLATORS: the code of the language of this translation: zh or en. */
  const char *code = C_ ("language code", "en");

  return g_str_equal (code, "zh") ? "zh" : "en";
}
