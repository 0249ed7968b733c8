/* What becomes of a talk: minutes that say what was said and what is not known, corrected in sight of both, signed or not, and kept. */
#include "departure/fw-held-talk.h"
#include "departure/fw-today.h"
#include "documents/fw-document.h"
#include "documents/fw-ink.h"
#include "fw-test-case.h"
#include "store/fw-evidence.h"

#include <string.h>

#define TODAY "2026-03-10"
#define SIGNATURE "420 90;40,60 60,20 80,62;100,30 160,34;130,18 128,70"

static FwTalk *
open_talk (TestCompany *company,
           FwCase **its)
{
  g_autoptr (GError) error = NULL;

  *its = test_company_open (company, "dismissal", "cn.40-2", "2026-04-10");
  fw_case_judge (*its, &error);
  g_assert_no_error (error);
  return test_talk_load (*its);
}

static FwTalkEntry *
say (FwTalk *talk,
     FwTalkSpeaker speaker,
     FwTalkSort sort,
     const char *text)
{
  GListModel *entries = fw_talk_get_entries (talk);
  g_autoptr (FwTalkEntry) entry = NULL;

  fw_talk_set_speaker (talk, speaker);
  fw_talk_type (talk, text);
  g_assert_true (fw_talk_keep (talk, sort));
  entry = g_list_model_get_item (entries, g_list_model_get_n_items (entries) - 1);
  return entry;
}

typedef struct
{
  gboolean ended;
  GError *error;
} Finished;

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  Finished *finished = data;

  fw_talk_finish_finish (FW_TALK (source), result, &finished->error);
  finished->ended = TRUE;
}

/* NULL: it is on record. */
static GError *
finish (FwTalk *talk)
{
  Finished finished = { 0 };

  fw_talk_finish_async (talk, NULL, finished_cb, &finished);
  while (!finished.ended)
    g_main_context_iteration (NULL, TRUE);
  return finished.error;
}

static char *
text_of (FwDocument *paper)
{
  GPtrArray *blocks = fw_document_get_blocks (paper);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (text, "%s\n", ((FwDocumentBlock *) blocks->pdata[i])->text);
  return g_string_free (text, FALSE);
}

/* The minutes as they were kept, made again. */
static char *
kept_text (TestCompany *company,
           FwTalk *talk)
{
  gboolean exact = FALSE;
  g_autoptr (GError) error = NULL;
  FwDocument *paper = fw_held_talk_lay_out (company->store, fw_talk_get_kept (talk), &exact, &error);
  char *text;

  g_assert_no_error (error);
  g_assert_true (exact);
  g_assert_cmpuint (fw_document_get_gaps (paper)->len, ==, 0);
  g_assert_cmpuint (fw_document_get_findings (paper)->len, ==, 0);
  text = text_of (paper);
  fw_document_unref (paper);
  g_assert_null (strstr (text, "〔"));
  return text;
}

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” does not stand in:\n%s", words, text);
}

static void
assert_in_order (const char *text,
                 const char *first,
                 const char *second)
{
  assert_says (text, first);
  assert_says (strstr (text, first), second);
}

static void
says_all (TestCompany *company,
          gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = open_talk (company, &its);
  g_autofree char *text = NULL;
  FwTalkEntry *promise;

  fw_talk_set_place (talk, "三楼听松会议室");
  fw_talk_set_manager (talk, FW_TALK_MANAGER_DECLINES, "在外地出差");
  test_case_set (its, "case/talk/@hr", "程慧敏");
  test_case_set (its, "case/talk/@manager", "顾海涛");
  fw_talk_begin (talk);
  say (talk, FW_TALK_HR, FW_TALK_NOTE, "公司决定解除劳动合同");
  fw_talk_observe (talk, FW_TALK_ANGRY);
  fw_talk_set_speaker (talk, FW_TALK_EMPLOYEE);
  fw_talk_type (talk, "我要去申请仲裁");
  g_assert_cmpuint (fw_talk_get_alerts (talk)->len, ==, 1);
  fw_talk_take_in (talk);
  fw_talk_type (talk, "");
  fw_talk_type (talk, "那我去打官司");
  fw_talk_take_in (talk);
  g_assert_true (fw_talk_keep (talk, FW_TALK_NOTE));
  fw_talk_set_paused (talk, TRUE);
  g_usleep (1100 * 1000); /* less is a key that was held down */
  fw_talk_set_paused (talk, FALSE);
  say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "第三季度的数不对");
  say (talk, FW_TALK_HR, FW_TALK_AGREED, "工资照常发到最后一天");
  say (talk, FW_TALK_EMPLOYEE, FW_TALK_OPEN, "年终奖怎么算");
  promise = say (talk, FW_TALK_HR, FW_TALK_AGREED, "书面答复第三季度的算法");
  fw_talk_end (talk);
  fw_talk_set_promise (talk, promise, TRUE, fw_date_new (2026, 3, 12));
  fw_talk_set_keeper (talk, promise, "李接收");
  g_assert_null (finish (talk));
  text = kept_text (company, talk);
  assert_says (text, "张敏");
  assert_says (text, "程慧敏");
  assert_says (text, "顾海涛，请过，不参加，原因：在外地出差");
  assert_says (text, "三楼听松会议室");
  assert_says (text, "1次，共1分钟");
  assert_says (text, "第1次面谈");
  assert_says (text, "仅作公司内部记录");
  assert_in_order (text, "公司决定解除劳动合同", "“申请仲裁”（原话）");
  assert_in_order (text, "“申请仲裁”（原话）", "第三季度的数不对");
  /* What was kept as a sentence as well stands there once, as the sentence. */
  assert_says (text, "我去打官司");
  g_assert_null (strstr (text, "“打官司”"));
  assert_in_order (text, "谈妥的事项", "工资照常发到最后一天");
  assert_in_order (text, "未定的事项", "年终奖怎么算");
  assert_in_order (text, "书面答复第三季度的算法", "李接收");
  assert_says (text, "2026年3月12日");
  assert_says (text, "没有当面宣读");
  /* What was seen of the mood and why a sentence was taken in is nobody's business on paper. */
  g_assert_null (strstr (text, "愤怒"));
  g_assert_null (strstr (text, "angry"));
  g_assert_null (strstr (text, "arbitration"));
}

static void
says_unknown (TestCompany *company,
              gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = open_talk (company, &its);
  g_autofree char *text = NULL;

  fw_talk_begin (talk);
  fw_talk_end (talk);
  g_assert_null (finish (talk));
  text = kept_text (company, talk);
  assert_says (text, "未记录");
  assert_says (text, "没有请，不在场");
  assert_says (text, "没有逐句记录");
  assert_says (text, "没有休息");
  assert_in_order (text, "公司答应办的事", "无。");
  assert_says (text, "主持人：程慧敏");
}

static void
shows_corrections (TestCompany *company,
                   gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = open_talk (company, &its);
  g_autofree char *text = NULL;
  FwTalkEntry *typo, *wrong, *never;

  fw_talk_begin (talk);
  typo = say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "盐城那个但子是公司停的");
  wrong = say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "我同意解除");
  never = say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "我没有异议");
  fw_talk_end (talk);
  fw_talk_correct (talk, typo, "盐城那个单子是公司停的");
  g_assert_null (fw_talk_entry_get_original (typo));
  fw_talk_set_read_aloud (talk, TRUE);
  fw_talk_correct (talk, wrong, "我说的是");
  fw_talk_correct (talk, wrong, "我说的是考虑一下");
  fw_talk_correct (talk, never, "");
  fw_talk_add_line (talk, FW_TALK_EMPLOYEE, "我要求看原始数据");
  g_assert_cmpstr (fw_talk_entry_get_original (wrong), ==, "我同意解除");
  g_assert_null (finish (talk));
  text = kept_text (company, talk);
  assert_says (text, "盐城那个单子是公司停的");
  g_assert_null (strstr (text, "但子"));
  assert_says (text, "原记：“我同意解除”，更正为：“我说的是考虑一下”");
  assert_says (text, "原记：“我没有异议”，删去不记");
  assert_says (text, "我要求看原始数据（宣读时补充）");
  assert_says (text, "已当面宣读，更正之处连同原记一并列明");
}

static void
unsigned_cb (FwTalk *talk,
             guint *count)
{
  (*count)++;
}

/* A signature stands under what was read: what is changed afterwards is signed again. */
static void
signs (TestCompany *company,
       gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = open_talk (company, &its);
  g_autoptr (GError) refused = NULL, missing = NULL, error = NULL;
  g_autoptr (FwRecord) evidence = NULL, issued = NULL;
  g_autoptr (FwQuery) query = fw_query_new_equals ("kind", "talk-signature");
  g_autoptr (GBytes) pdf = NULL, svg = NULL;
  g_autofree char *sha256 = NULL, *text = NULL;
  FwTalkEntry *entry;
  guint count = 0;

  g_signal_connect (talk, "unsigned", G_CALLBACK (unsigned_cb), &count);
  fw_talk_begin (talk);
  entry = say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "我考虑一下");
  fw_talk_end (talk);
  fw_talk_set_signing (talk, FW_TALK_ON_SCREEN);
  refused = finish (talk);
  g_assert_error (refused, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  fw_talk_set_ink (talk, FW_TALK_EMPLOYEE, SIGNATURE);
  fw_talk_set_ink (talk, FW_TALK_HR, SIGNATURE);
  fw_talk_correct (talk, entry, "我考虑两天");
  g_assert_cmpuint (count, ==, 1);
  g_assert_null (fw_talk_get_ink (talk, FW_TALK_EMPLOYEE));
  missing = finish (talk);
  g_assert_error (missing, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  g_assert_cmpint (fw_store_count (company->store, "talk", NULL, NULL, NULL), ==, 0);
  fw_talk_set_ink (talk, FW_TALK_EMPLOYEE, SIGNATURE);
  fw_talk_set_ink (talk, FW_TALK_HR, SIGNATURE);
  g_assert_null (finish (talk));
  text = kept_text (company, talk);
  assert_says (text, "屏幕上的手写签名不是法律意义上的可靠电子签名");
  g_assert_cmpint (fw_store_count (company->store, "evidence", query, NULL, NULL), ==, 2);
  evidence = fw_store_find (company->store, "evidence", "kind", "talk-signature", &error);
  g_assert_no_error (error);
  svg = fw_store_get_file (company->store, fw_record_get (evidence, "sha256"), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "M40,60 L60,20"));
  g_assert_cmpstr (fw_record_get (evidence, "case-id"), ==, fw_case_get_id (its));
  issued = fw_store_find (company->store, "document-issued", "talk-id", fw_talk_get_kept (talk), &error);
  g_assert_no_error (error);
  pdf = fw_store_get_file (company->store, fw_record_get (issued, "sha256"), NULL, &error);
  g_assert_no_error (error);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_assert_cmpstr (sha256, ==, fw_record_get (issued, "sha256"));
  /* Final: what was signed cannot be taken back. */
  fw_case_undo (its, NULL);
  g_assert_cmpint (fw_store_count (company->store, "talk", NULL, NULL, NULL), ==, 1);
}

static void
is_not_signed (TestCompany *company,
               gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = open_talk (company, &its);
  g_autoptr (GError) refused = NULL, error = NULL;
  g_autoptr (GPtrArray) talks = NULL;
  g_autofree char *text = NULL;
  const FwHeldTalk *held;

  fw_talk_begin (talk);
  say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "我什么都不签");
  fw_talk_end (talk);
  fw_talk_set_signing (talk, FW_TALK_REFUSED);
  fw_talk_set_refusal (talk, "要先问律师", "");
  refused = finish (talk);
  g_assert_error (refused, FW_WORKPLACE_ERROR, FW_WORKPLACE_ERROR_REFUSED);
  fw_talk_set_refusal (talk, "要先问律师", "周晓雯");
  g_assert_null (finish (talk));
  text = kept_text (company, talk);
  assert_says (text, "员工没有签名。");
  assert_says (text, "原因：要先问律师。在场见证人：周晓雯");
  g_assert_null (strstr (text, "员工：张敏"));
  talks = fw_held_talks_list (company->store, "employee-id", company->employee, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (talks->len, ==, 1);
  held = talks->pdata[0];
  g_assert_cmpint (held->signing, ==, FW_TALK_REFUSED);
  g_assert_cmpstr (held->witness, ==, "周晓雯");
}

/* How much of a sort Today asks for. */
static guint
count_due (TestCompany *company,
           FwTodaySort sort)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwToday) found = fw_today_read (company->workplace, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < found->due->len; i++)
    n += ((FwTodayItem *) found->due->pdata[i])->sort == sort;
  return n;
}

static const FwTodayItem *
find_due (FwToday *found,
          const char *text)
{
  for (guint i = 0; i < found->due->len; i++)
    {
      const FwTodayItem *item = found->due->pdata[i];

      if (g_strcmp0 (item->text, text) == 0)
        return item;
    }
  return NULL;
}

/* What was promised stands on Today until it is done; the signed print is kept beside the minutes. */
static void
reminds (TestCompany *company,
         gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = open_talk (company, &its);
  g_autoptr (FwRecord) task = NULL, record = NULL;
  g_autoptr (GFile) scan = test_company_file (company, "signed.pdf", "a scan"), copy = test_company_file (company, "out.pdf", "");
  g_autoptr (GPtrArray) talks = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  gsize size = 0;
  FwToday *found;
  FwTalkEntry *promise;

  fw_talk_begin (talk);
  test_talk_wait_saved (talk);
  g_assert_cmpuint (count_due (company, FW_TODAY_TALK), ==, 1);
  promise = say (talk, FW_TALK_HR, FW_TALK_PROMISE, "周四前书面答复年终奖");
  fw_talk_end (talk);
  fw_talk_set_promise (talk, promise, TRUE, fw_date_new (2026, 3, 12));
  test_talk_wait_saved (talk);
  g_assert_cmpuint (count_due (company, FW_TODAY_TALK), ==, 0);
  g_assert_cmpuint (count_due (company, FW_TODAY_MINUTES), ==, 1);
  g_assert_null (finish (talk));
  g_assert_cmpuint (count_due (company, FW_TODAY_MINUTES), ==, 0);
  g_assert_cmpuint (count_due (company, FW_TODAY_SIGNED_PRINT), ==, 1);
  found = fw_today_read (company->workplace, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_due (found, "周四前书面答复年终奖"));
  fw_today_free (found);
  task = fw_store_find (company->store, "task", "kind", "promise", &error);
  g_assert_no_error (error);
  fw_case_finish_task (its, fw_record_get_id (task), &error);
  g_assert_no_error (error);
  found = fw_today_read (company->workplace, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (find_due (found, "周四前书面答复年终奖"));
  fw_today_free (found);
  talks = fw_held_talks_list (company->store, "case-id", fw_case_get_id (its), &error);
  g_assert_no_error (error);
  g_assert_null (((FwHeldTalk *) talks->pdata[0])->signed_copy);
  g_assert_true (fw_held_talk_save_pdf (company->workplace, talks->pdata[0], copy, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (copy, NULL, &written, &size, NULL, NULL));
  g_assert_cmpmem (written, 5, "%PDF-", 5);
  g_assert_true (fw_held_talk_attach (company->workplace, talks->pdata[0], scan, &error));
  g_assert_no_error (error);
  again = fw_held_talks_list (company->store, "case-id", fw_case_get_id (its), &error);
  g_assert_cmpstr (((FwHeldTalk *) again->pdata[0])->signed_copy, ==, "signed.pdf");
  g_assert_cmpuint (count_due (company, FW_TODAY_SIGNED_PRINT), ==, 0);
  /* Minutes are papers of their talk: they take no number of the case's papers. */
  g_assert_null (fw_case_dup_issued_pdf (its, "talk-minutes", NULL));
}

/* What is put in order is a draft like what was typed. */
static void
keeps_the_order (TestCompany *company,
                 gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = open_talk (company, &its), found = NULL;
  g_autoptr (FwTalkEntry) entry = NULL, scene = NULL;
  g_autofree char *aim = NULL, *purpose = NULL;
  FwTalkEntry *promise;
  guint before, added;

  fw_talk_begin (talk);
  promise = say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "周四前答复");
  fw_talk_end (talk);
  fw_talk_set_sort (talk, promise, FW_TALK_PROMISE);
  fw_talk_set_promise (talk, promise, TRUE, fw_date_new (2026, 3, 12));
  fw_talk_set_keeper (talk, promise, "程慧敏");
  fw_talk_set_read_aloud (talk, TRUE);
  fw_talk_correct (talk, promise, "周五前答复");
  fw_talk_set_purpose (talk, "告知考核结果");
  fw_talk_set_signing (talk, FW_TALK_REFUSED);
  fw_talk_set_refusal (talk, "没有说", "周晓雯");
  test_talk_wait_saved (talk);
  found = test_talk_load (its);
  g_assert_cmpint (fw_talk_get_stage (found), ==, FW_TALK_READ_BACK);
  g_assert_nonnull (fw_talk_get_ended (found));
  g_assert_true (fw_talk_is_read_aloud (found));
  g_assert_cmpint (fw_talk_get_signing (found), ==, FW_TALK_REFUSED);
  g_assert_cmpstr (fw_talk_get_witness (found), ==, "周晓雯");
  purpose = fw_talk_dup_purpose (found);
  g_assert_cmpstr (purpose, ==, "告知考核结果");
  before = g_list_model_get_n_items (fw_talk_get_entries (found));
  entry = g_list_model_get_item (fw_talk_get_entries (found), before - 1);
  g_assert_cmpint (fw_talk_entry_get_sort (entry), ==, FW_TALK_PROMISE);
  g_assert_cmpstr (fw_talk_entry_get_keeper (entry), ==, "程慧敏");
  g_assert_cmpstr (fw_talk_entry_get_original (entry), ==, "周四前答复");
  g_assert_cmpint (fw_talk_entry_get_due (entry).day, ==, 12);
  /* What the script has said in a scene is taken over by whoever led the talk, as said by its speakers. */
  scene = g_list_model_get_item (fw_talk_get_entries (found), 0);
  aim = fw_talk_dup_scene_aim (found, scene);
  g_assert_nonnull (aim);
  added = fw_talk_add_said (found, scene);
  g_assert_cmpuint (g_list_model_get_n_items (fw_talk_get_entries (found)), ==, before + added);
  test_talk_wait_saved (found);
}

static void
speaks_english (TestCompany *company,
                gconstpointer today)
{
  g_autoptr (FwCase) its = NULL;
  g_autoptr (FwTalk) talk = NULL;
  g_autofree char *text = NULL;

  fw_workplace_set_language (company->workplace, "en");
  talk = open_talk (company, &its);
  fw_talk_set_manager (talk, FW_TALK_MANAGER_COMES, NULL);
  fw_talk_begin (talk);
  say (talk, FW_TALK_EMPLOYEE, FW_TALK_NOTE, "I will think about it");
  fw_talk_end (talk);
  g_assert_null (finish (talk));
  text = kept_text (company, talk);
  assert_says (text, "Minutes of a talk");
  assert_says (text, "not recorded");
  assert_says (text, "present");
  assert_says (text, "I will think about it");
}

int
main (int argc,
      char **argv)
{
  static const TestCompanyCase cases[] = {
    { "says-all", says_all },
    { "says-unknown", says_unknown },
    { "shows-corrections", shows_corrections },
    { "signs", signs },
    { "is-not-signed", is_not_signed },
    { "reminds", reminds },
    { "keeps-the-order", keeps_the_order },
    { "speaks-english", speaks_english },
  };

  return test_company_run (argc, argv, "/departure/talk-minutes", TODAY, cases, G_N_ELEMENTS (cases));
}
