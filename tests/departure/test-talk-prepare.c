/* What a talk is prepared with: facts in their order and what is not known, things to bring, what may be said, and the one sheet. */
#include "departure/fw-talk-facts.h"
#include "departure/fw-talk-sheet.h"
#include "fw-test-case.h"

#include <string.h>

#define TODAY "2026-03-10"

static char *
put (FwStore *store,
     const char *kind,
     ...)
{
  g_autoptr (FwCommand) command = fw_command_new ("test.put", "tester", NULL);
  FwRecord *record = fw_command_add (command, kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = NULL;
  char *id = g_strdup (fw_record_get_id (record));
  const char *field;
  va_list values;

  va_start (values, kind);
  while ((field = va_arg (values, const char *)) != NULL)
    fw_record_set (record, field, va_arg (values, const char *));
  va_end (values);
  event = fw_store_run (store, command, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static void
put_reviews (TestCompany *company)
{
  static const char *const results[][3] = {
    { "2025-12", "78", "2025-12-31" }, { "2026-01", "71", "2026-01-31" }, { "2026-02", "63", "2026-02-28" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_free (put (company->store, "review", "employee-id", company->employee, "period", results[i][0], "measure", "目标完成", "unit", "%",
                 "target", "100", "actual", results[i][1], "team-average", "96", "signed", "true", "date", results[i][2], NULL));
}

static void
put_records (TestCompany *company)
{
  g_autofree char *rule = put (company->store, "rule", "title", "绩效管理办法", "number", "JX-3", "article", "第三条", "published", "2024-01-15", NULL);
  g_autofree char *receipt = put (company->store, "acknowledgement", "employee-id", company->employee, "rule-id", rule, "acknowledged", "2024-02-01", NULL);
  g_autofree char *breach = put (company->store, "violation", "employee-id", company->employee, "date", "2026-02-10", "rule-id", rule, "what", "连续三个月未报进度", NULL);
  g_autofree char *project = put (company->store, "project", "name", "盐城改造", "status", "进行中", NULL);
  g_autofree char *share = put (company->store, "assignment", "employee-id", company->employee, "project-id", project, "role", "负责人", NULL);
  g_autofree char *training = put (company->store, "training", "employee-id", company->employee, "title", "大客户培训", "date", "2025-12-19", NULL);

  put_reviews (company);
}

static FwTalkFact *
find (GPtrArray *facts,
      FwTalkFactKind kind,
      guint *place)
{
  for (guint i = 0; i < facts->len; i++)
    if (((FwTalkFact *) facts->pdata[i])->kind == kind)
      {
        if (place != NULL)
          *place = i;
        return facts->pdata[i];
      }
  g_assert_not_reached ();
}

/* What the scenes say comes first; what the records do not know is there as unknown, with whom to ask. */
static void
check_facts (FwTalk *talk)
{
  g_autoptr (GPtrArray) facts = fw_talk_list_facts (talk);
  g_autofree char *tenure = fw_talk_dup_tenure (talk);
  guint assessment, training, review, project, figures = 0, amounts = 0;
  const FwTalkFact *fact = find (facts, FW_TALK_FACT_APPRAISAL, &assessment);

  g_assert_false (fact->known);
  g_assert_true (fact->needed);
  g_assert_cmpstr (fact->ask, ==, "看第一次考核的书面结果");
  fact = find (facts, FW_TALK_FACT_TRAINING, &training);
  g_assert_cmpstr (fact->name, ==, "大客户培训");
  g_assert_null (fact->value);
  fact = find (facts, FW_TALK_FACT_REVIEW, &review);
  g_assert_cmpstr (fact->value, ==, "78% → 71% → 63%");
  g_assert_cmpstr (fact->team, ==, "96%");
  g_assert_cmpstr (fact->from, ==, "2025-12");
  g_assert_cmpstr (fact->until, ==, "2026-02");
  g_assert_false (fact->needed);
  fact = find (facts, FW_TALK_FACT_RULE, NULL);
  g_assert_cmpstr (fact->name, ==, "绩效管理办法");
  g_assert_cmpstr (fact->value, ==, "第三条");
  g_assert_cmpstr (fact->from, ==, "2024-02-01");
  g_assert_false (find (facts, FW_TALK_FACT_TALK, NULL)->known);
  g_assert_cmpstr (find (facts, FW_TALK_FACT_PAY, NULL)->value, ==, "20000.00");
  for (guint i = 0; i < facts->len; i++)
    {
      fact = facts->pdata[i];
      if (fact->kind == FW_TALK_FACT_FIGURE && fact->known)
        {
          figures++;
          amounts += fact->money;
          g_assert_true (!fact->money || g_regex_match_simple ("^[0-9,]+\\.[0-9]{2}$", fact->value, 0, 0));
        }
    }
  g_assert_cmpuint (amounts, >, 0);
  g_assert_cmpuint (figures, >, amounts);
  find (facts, FW_TALK_FACT_PROJECT, &project);
  g_assert_cmpstr (tenure, ==, "6 年 2 个月");
  g_assert_cmpuint (assessment, <, training);
  g_assert_cmpuint (training, <, review);
  g_assert_cmpuint (review, <, project);
}

/* Brackets hold together what a comma would part. */
static void
check_things (FwTalk *talk)
{
  g_autoptr (GPtrArray) things = NULL;
  g_autoptr (GError) error = NULL;

  things = fw_talk_list_things (talk);
  g_assert_cmpuint (things->len, ==, 8);
  g_assert_cmpstr (((FwTalkThing *) things->pdata[0])->text, ==, "岗位标准（签过）");
  g_clear_pointer (&things, g_ptr_array_unref);
  g_assert_true (fw_talk_set_script (talk, "stay-interview", &error));
  things = fw_talk_list_things (talk);
  g_assert_cmpuint (things->len, ==, 2);
  g_assert_cmpstr (((FwTalkThing *) things->pdata[1])->text, ==, "近期的数字（加班、休假、项目延期；只给上级看，不念给员工听）");
  fw_talk_set_brought (talk, ((FwTalkThing *) things->pdata[1])->key, TRUE);
  g_assert_true (fw_talk_is_brought (talk, ((FwTalkThing *) things->pdata[1])->key));
  g_assert_true (fw_talk_set_script (talk, "dismissal-incompetence", &error));
}

/* A temperament is chosen for the talk; the sentences follow it, and so do the answers. */
static void
check_manner (FwTalk *talk)
{
  g_autoptr (GPtrArray) objections = fw_talk_list_objections (talk);
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *reserved = NULL;
  gboolean manager, unknown;

  g_assert_cmpuint (objections->len, >=, 4);
  g_assert_cmpuint (objections->len, <=, 6);
  g_assert_cmpstr (((FwObjection *) objections->pdata[0])->id, ==, "o03");
  answer = fw_talk_dup_answer (talk, objections->pdata[0]);
  g_assert_true (g_str_has_prefix (answer, "别人的情况我不能讲"));
  g_assert_null (fw_talk_get_temperament (talk));
  g_assert_false (fw_talk_set_temperament (talk, "gentle", &error));
  g_assert_error (error, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_INPUT);
  g_clear_error (&error);
  plain = fw_talk_dup_prompt (talk, &manager, &unknown);
  while (fw_talk_get_scene_number (talk) < 2)
    fw_talk_next (talk);
  g_assert_true (fw_talk_set_temperament (talk, "reserved", &error));
  fw_case_judge (fw_talk_get_case (talk), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fw_talk_get_temperament (talk), ==, "reserved");
  reserved = fw_talk_dup_prompt (talk, &manager, &unknown);
  g_assert_nonnull (strstr (reserved, "过程和钱我都写在纸上了"));
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) data = fw_talk_decline_finish (FW_TALK (source), result, &error);
  g_assert_no_error (error);
}

static FwCaseItem *
find_event (FwCase *its,
            const char *what)
{
  GListModel *events = fw_case_get_events (its);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (FwCaseItem) event = g_list_model_get_item (events, i);

      if (g_strcmp0 (fw_case_item_get_text (event, "what"), what) == 0)
        return event;
    }
  return NULL;
}

/* That a manager declined stays on record when somebody else is asked. */
static void
check_decline (FwTalk *talk)
{
  FwCase *its = fw_talk_get_case (talk);
  gboolean done = FALSE;
  FwCaseItem *event;

  test_case_set (its, "case/talk/@manager", "顾海涛");
  fw_talk_set_manager (talk, FW_TALK_MANAGER_DECLINES, "出差");
  fw_talk_decline_async (talk, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fw_talk_get_manager (talk), ==, FW_TALK_MANAGER_NOT_ASKED);
  g_assert_cmpstr (fw_talk_get_manager_note (talk), ==, "");
  event = find_event (its, "talk.declined");
  g_assert_nonnull (event);
  g_assert_cmpstr (fw_case_item_get_text (event, "about"), ==, "顾海涛");
  g_assert_cmpstr (fw_case_item_get_text (event, "why"), ==, "出差");
}

static void
prepares (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = NULL;
  g_autoptr (GPtrArray) open = NULL;

  put_records (company);
  its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  talk = test_talk_load (its);
  check_facts (talk);
  check_things (talk);
  check_manner (talk);
  check_decline (talk);
  open = fw_talk_list_open (talk);
  g_assert_cmpuint (open->len, >, 0);
  for (guint i = 0; i < open->len; i++)
    g_assert_nonnull (((FwTalkOpen *) open->pdata[i])->text);
  test_talk_wait_saved (talk);
}

/* The sheet */

static char *
text_of (FwDocument *paper)
{
  GPtrArray *blocks = fw_document_get_blocks (paper);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, "%s\n", ((FwDocumentBlock *) blocks->pdata[i])->text);
  return g_string_free (text, FALSE);
}

/* So many rows in every part, each text so many characters long. */
static FwTalkSheet *
make_sheet (guint rows,
            guint length)
{
  static const char *const parts[] = { "who", "bring", "facts", "say", "objections", "aim", "never", "offer", "open", "manner" };
  FwTalkSheet *sheet = fw_talk_sheet_new ("与欧阳阿卜杜拉·买买提的谈话", "今天 14:00 · 三楼听松会议室");
  g_autoptr (GString) text = g_string_new (NULL);

  while (g_utf8_strlen (text->str, -1) < (glong) length)
    g_string_append (text, "话说在前面，");
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint i = 0; i < rows; i++)
      fw_talk_sheet_add (sheet, parts[p], "标题", text->str, "附注", FALSE);
  return sheet;
}

/* However much there is, it is one page; what was left out is said. */
static void
test_sheet (void)
{
  static const struct
  {
    guint rows;
    guint length;
    gboolean whole;
  } sizes[] = { { 3, 12, TRUE }, { 4, 24, TRUE }, { 60, 3000, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint language = 0; language < 2; language++)
      {
        g_autoptr (FwTalkSheet) sheet = make_sheet (sizes[i].rows, sizes[i].length);
        g_autoptr (GError) error = NULL;
        g_autoptr (FwDocument) paper =
          fw_talk_sheet_lay_out (sheet, fw_date_from_string (TODAY), language == 0 ? "zh" : "en", &error);
        g_autofree char *text = NULL;

        g_assert_no_error (error);
        g_assert_cmpuint (fw_document_get_n_pages (paper), ==, 1);
        text = text_of (paper);
        g_assert_cmpint (strstr (text, language == 0 ? "没印上" : "not printed") == NULL, ==, sizes[i].whole);
        g_assert_cmpint (strstr (text, language == 0 ? "截短" : "were cut") == NULL, ==, sizes[i].whole);
        g_assert_nonnull (strstr (text, language == 0 ? "只给谈话的人看" : "not for the other side"));
      }
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(int *) data = fw_talk_sheet_save_finish (result, &error) ? 1 : 2;
}

/* A copy that leaves the program is an event of the case; one that could not be written is none. */
static void
leaves_a_trace (TestCompany *company,
                gconstpointer today)
{
  g_autoptr (FwCase) its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  g_autoptr (FwTalkSheet) sheet = make_sheet (2, 8);
  g_autofree char *path = g_build_filename (company->folder, "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_get_child (file, "below-a-file.pdf");
  g_autofree char *content = NULL;
  int done = 0;

  fw_talk_sheet_save_async (sheet, its, "面谈准备", nowhere, fw_date_from_string (TODAY), "zh", NULL, saved_cb, &done);
  while (done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (done, ==, 2);
  g_assert_null (find_event (its, "document.export"));
  done = 0;
  fw_talk_sheet_save_async (sheet, its, "面谈准备", file, fw_date_from_string (TODAY), "zh", NULL, saved_cb, &done);
  while (done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (done, ==, 1);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpstr (fw_case_item_get_text (find_event (its, "document.export"), "about"), ==, "面谈准备");
  fw_talk_sheet_note_print (its, "面谈准备");
  while (find_event (its, "document.print") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/departure/talk-prepare/sheet", test_sheet);
  g_test_add ("/departure/talk-prepare/prepares", TestCompany, TODAY, test_company_set_up, prepares, test_company_tear_down);
  g_test_add ("/departure/talk-prepare/leaves-a-trace", TestCompany, TODAY, test_company_set_up, leaves_a_trace, test_company_tear_down);
  return g_test_run ();
}
