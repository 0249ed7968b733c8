#include "config.h"

#include "ui/fw-language.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>

#include "core/fw-paths.h"

#define SYSTEM_LOCALE "/usr/lib/locale/C.utf8" /* always there, on a laptop without any other */
#define LENT_NAME "zh_CN"                     /* only its not being "C" counts; LANGUAGE says which language */

/* gettext looks at LANGUAGE only in a locale that is not "C", and since glibc 2.39 C.UTF-8 is one, too. So the messages
 * get that same locale under another name, from a folder of our own, by environment since GTK reads that again. */
static void
lend_locale (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "fairwell", "locale", NULL);
  g_autofree char *link = g_build_filename (folder, LENT_NAME ".utf8", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);

  if (!g_file_test (SYSTEM_LOCALE, G_FILE_TEST_IS_DIR) || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  g_file_make_symbolic_link (file, SYSTEM_LOCALE, NULL, NULL); /* may be there from before */
  g_setenv ("LOCPATH", folder, TRUE);
  g_unsetenv ("LC_ALL");
  g_setenv ("LANG", "C.UTF-8", TRUE);
  g_setenv ("LC_MESSAGES", LENT_NAME ".UTF-8", TRUE);
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_unsetenv ("LC_MESSAGES");
      setlocale (LC_ALL, "");
    }
}

static gboolean
is_no_language (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") || g_str_equal (locale, "POSIX");
}

static void
ensure_locale (void)
{
  const char *languages = g_getenv ("LANGUAGE");

  if (setlocale (LC_ALL, "") == NULL || g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "");
    }
  if (languages != NULL && *languages != '\0' && is_no_language (setlocale (LC_MESSAGES, NULL)))
    lend_locale ();
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
