#include "departure/fw-file-match.h"

/* Whose file it is, by its name. */

static const FwFilePerson people[] = {
  { "E0004", "李威" }, { "E00041", "李威廉" }, { "1203", "王芳" }, { "1204", "王芳" }, { "E0500", NULL }, { NULL, "Anna Schmidt" },
};

static void
test_match (void)
{
  static const struct
  {
    const char *file;
    int place;
  } cases[] = {
    { "E0004.pdf", 0 },          { "劳动合同_E0004_李威.pdf", 0 }, { "e0004-合同.PDF", 0 },   { "Ｅ０００４合同.pdf", 0 },
    { "E00041.pdf", 1 },         { "合同E00041.pdf", 1 },         { "E000412.pdf", -1 },      { "1203王芳.pdf", 2 },
    { "王芳.pdf", -1 },          { "21203.pdf", -1 },             { "E0004 E0500.pdf", -1 },  { "E0500.pdf", 4 },
    { "E0500-王芳.pdf", -1 },    { "anna schmidt.pdf", 5 },       { "扫描件001.pdf", -1 },    { "", -1 },
    { "2024-1203-劳动合同.pdf", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].file);
      g_assert_cmpint (fw_file_match (cases[i].file, people, G_N_ELEMENTS (people)), ==, cases[i].place);
    }
  g_assert_cmpint (fw_file_match ("\xff E0004.pdf", people, G_N_ELEMENTS (people)), ==, 0);
  g_assert_cmpint (fw_file_match ("E0004.pdf", NULL, 0), ==, -1);
}

/* A name within a longer name is not that person: both stand there, so nobody is chosen for the user. */
static void
test_within (void)
{
  g_assert_cmpint (fw_file_match ("李威廉.pdf", people, G_N_ELEMENTS (people)), ==, -1);
  g_assert_cmpint (fw_file_match ("李威.pdf", people, G_N_ELEMENTS (people)), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-match/match", test_match);
  g_test_add_func ("/file-match/within", test_within);
  return g_test_run ();
}
