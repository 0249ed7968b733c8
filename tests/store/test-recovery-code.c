#include "store/fw-recovery-code.h"

#include <string.h>

static guint
find_wrong_group (const char *typed)
{
  guint group = 99;
  g_autofree char *code = fw_recovery_code_read (typed, &group);

  g_assert_null (code);
  return group;
}

static void
assert_read (const char *typed,
             const char *code)
{
  guint group = 99;
  g_autofree char *read = fw_recovery_code_read (typed, &group);

  g_assert_cmpstr (read, ==, code);
  g_assert_cmpuint (group, ==, 0);
}

static void
test_new (void)
{
  g_autofree char *one = fw_recovery_code_new ();
  g_autofree char *other = fw_recovery_code_new ();

  g_assert_cmpuint (strlen (one), ==, 35);
  g_assert_cmpstr (one, !=, other);
  assert_read (one, one);
}

/* However it is typed it is the same code. */
static void
test_typed (void)
{
  g_autofree char *sheet = fw_recovery_code_new ();
  g_autofree char *small = g_ascii_strdown (sheet, -1);
  GString *wide = g_string_new (" ");

  for (const char *at = sheet; *at != '\0'; at++)
    if (*at != '-')
      g_string_append_unichar (wide, (gunichar) *at - '!' + 0xff01);
  assert_read (small, sheet);
  assert_read (wide->str, sheet);
  g_string_free (wide, TRUE);
  /* What is read as 0 and 1 on a bad print is taken for it. */
  for (guint i = 0; i < 1024; i++)
    {
      g_autofree char *random = fw_recovery_code_new ();
      g_autofree char *again = g_strdelimit (g_strdelimit (g_strdup (random), "0", 'o'), "1", 'l');

      assert_read (again, random);
    }
}

/* Each mistyped character, each pair swapped, two groups swapped: the group is named. */
static void
test_mistyped (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autofree char *code = fw_recovery_code_new ();
      g_autofree char *typed = g_strdup (code);

      for (guint i = 0; code[i] != '\0'; i++)
        {
          if (code[i] == '-')
            continue;
          typed[i] = code[i] == 'Z' ? 'Y' : 'Z';
          g_assert_cmpuint (find_wrong_group (typed), ==, i / 6 + 1);
          typed[i] = code[i];
          if (code[i + 1] == '-' || code[i + 1] == '\0' || code[i] == code[i + 1])
            continue;
          typed[i] = code[i + 1];
          typed[i + 1] = code[i];
          g_assert_cmpuint (find_wrong_group (typed), ==, i / 6 + 1);
          typed[i] = code[i];
          typed[i + 1] = code[i + 1];
        }
      memcpy (typed, code + 6, 5);
      memcpy (typed + 6, code, 5);
      g_assert_cmpuint (find_wrong_group (typed), ==, 1);
    }
}

static void
test_unfinished (void)
{
  g_autofree char *code = fw_recovery_code_new ();
  g_autofree char *longer = g_strconcat (code, "-7", NULL);

  for (guint length = 0; length < strlen (code); length++)
    {
      g_autofree char *part = g_strndup (code, length);

      g_assert_cmpuint (find_wrong_group (part), ==, 0);
    }
  g_assert_cmpuint (find_wrong_group (longer), ==, FW_RECOVERY_CODE_GROUPS);
  g_assert_cmpuint (find_wrong_group ("U"), ==, 1);
  g_assert_cmpuint (find_wrong_group ("口令"), ==, 1);
  g_assert_cmpuint (find_wrong_group ("correct horse battery staple"), ==, 1);
  g_assert_cmpuint (find_wrong_group ("\xff"), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/recovery-code/new", test_new);
  g_test_add_func ("/store/recovery-code/typed", test_typed);
  g_test_add_func ("/store/recovery-code/mistyped", test_mistyped);
  g_test_add_func ("/store/recovery-code/unfinished", test_unfinished);
  return g_test_run ();
}
