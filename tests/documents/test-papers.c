#include "paper-fixture.h"

#include "core/fw-paths.h"
#include "facts/fw-transform.h"

#include <string.h>

/* What the law wants to read in each paper, and what may not stand in it. */
static const struct
{
  const char *paper;
  const char *facts;
  const char *says[9];
  const char *never[5];
} papers[] = {
  { "dismissal-notice", "cn-39-1",
    { "第三十九条第一项、第二十一条", "2026年5月2日", "新客户签约（家）", "不符合录用条件", "2026年3月13日解除", "工会委员会", "不涉及经济补偿", "仲裁时效为一年" },
    { "〔交", "随时解除", NULL } },
  { "dismissal-notice", "cn-39-2",
    { "第三十九条第二项", "《员工手册》第三十二条第二项", "连续旷工三个工作日以上", "2026年2月5日", "2026年3月2日将解除理由书面通知", "不涉及经济补偿", "三楼综合办公室", "《解除劳动合同证明》" },
    { "。”。", "额外支付", NULL } },
  { "dismissal-notice", "cn-40-2",
    { "第四十条第二项", "2025年第三季度", "2026年第一季度", "“大客户销售能力提升”培训", "仍不能胜任工作", "提前三十日", "20,000.00元×5＝100,000.00元", "人民币壹拾万元整", "通知书》及所列附件。签收仅表示收到" },
    { "额外支付您一个月工资", NULL } },
  /* Of many records, the ones that the filed materials name: failed, trained, failed again. */
  { "dismissal-notice", "cn-40-2-records",
    { "考核期为2025年8月", "实际为97.2万元", "“大客户开发”培训", "考核期为2025年12月", "实际为99万元", "2026年1月6日签字确认" },
    { "111.6", "160.2", "安全培训", "入职培训" } },
  { "union-letter", "cn-40-2-records",
    { "《岗位职责与考核标准确认书》、《2025年8月考核结果》、《针对性培训记录》、《2025年12月考核结果》" },
    { "核查表》", "工资明细", NULL } },
  { "dismissal-notice", "cn-40-3",
    { "第四十条第三项", "整体搬迁至江苏省苏州市", "不接受报酬的调整", "未能就变更劳动合同内容达成协议", "额外支付您一个月工资", "人民币贰万元整", "十五日内" },
    { "提前三十日书面通知您", NULL } },
  { "mutual-agreement", "cn-36-er",
    { "现由甲方于2026年3月2日提出", "第四十六条第二项", "20,000.00元×5＝100,000.00元", "人民币壹拾贰万元整", "2026年4月10日", "不附加本协议以外的条件", "代扣代缴", "工伤、职业病", "律师" },
    { "辞退", "个人原因", "不得申请仲裁", NULL } },
  { "mutual-agreement", "cn-36-ee", { "由乙方于2026年3月2日以书面方式主动", "依法不涉及经济补偿", "非因本人意愿" }, { "¥", NULL } },
  { "certificate-of-leaving", "cn-39-2",
    { "解除劳动合同证明", "固定期限，自2024年8月16日起至2027年8月15日止", "大客户经理", "2026年3月13日", "2021年8月16日至2026年3月13日，共4年6个月" },
    { "旷工", "第三十九条", "经济补偿", NULL } },
  { "union-letter", "cn-39-2",
    { "工会委员会：", "第四十三条", "该职工", "公司尚未作出决定", "第三十九条第二项", "2026年3月9日前书面提出意见", "2026年3月2日" },
    { "您", "现已决定", NULL } },
  { "union-letter", "cn-40-2", { "该职工不能胜任工作", "第四十条第二项", "拟解除日期 | 2026年4月10日" }, { "您", NULL } },
  { "resignation-receipt", "cn-37", { "2026年3月11日收到您2026年3月10日提交", "第三十七条", "2026年4月10日解除" }, { "批准", "个人原因", NULL } },
  { "delivery-receipt", "cn-40-2", { "《解除劳动合同通知书》", "310101********0017", "见证人（两人）" }, { "310101198804120017", "视为同意", NULL } },
  { "handover-list", "cn-36-er", { "2026年3月27日前", "顾海涛", "不书写密码" }, { NULL } },
  { "final-settlement", "cn-40-3", { "20,000.00元×5＝100,000.00元", "额外一个月工资", "未休1天×日工资919.54×200%", "人民币壹拾叁万捌仟柒佰肆拾捌元肆角柒分", "不表示放弃任何权利", "（《劳动合同法》第四十六条、第四十七条）", "《工资支付暂行规定》第十五条" }, { "违约金", "奖金、提成", NULL } },
  { "final-settlement", "cn-39-2", { "本次离职依法不涉及" }, { "额外一个月工资", NULL } },
  { "dismissal-notice", "cn-39-3",
    { "第三十九条第三项", "186,000.00", "逾期客户停止发货", "《应收账款损失审计说明》", "构成严重失职，给公司造成重大损害", "不涉及经济补偿" },
    { "盗窃", "侵占", NULL } },
  { "dismissal-notice", "cn-39-4", { "第三十九条第四项", "2026年2月27日前终止该劳动关系", "不愿终止", "拒不改正" }, { "严重影响", NULL } },
  { "dismissal-notice", "cn-39-5", { "第二十六条第一款第一项、第三十九条第五项", "查无该学籍", "违背真实意思" }, { NULL } },
  { "dismissal-notice", "cn-39-6", { "第三十九条第六项", "对您作出（2026）沪0115刑初123号刑事裁判文书", "2026年2月13日发生法律效力。" }, { "刑事裁判文书，您被依法", NULL } },
  { "dismissal-notice", "cn-40-1",
    { "第四十条第一项", "医疗期为6个月", "2025年12月31日届满", "客户资料管理员", "也不能从事由公司另行安排的工作", "提前三十日", "医疗补助费120,000.00元", "祝您早日康复" },
    { "确诊", "没有合适的岗位", NULL } },
  { "dismissal-notice", "cn-41-2",
    { "第四十一条第一款第二项", "生产经营发生严重困难", "裁减人员24人", "2026年2月2日向工会说明情况", "人力资源和社会保障局报告", "六个月内", "20,000.00元×5＝100,000.00元" },
    { "代通知金", "额外支付", NULL } },
  { "dismissal-notice", "cn-41-3", { "第四十一条第一款第三项", "经变更劳动合同后，仍需裁减人员", "于2026年2月26日向" }, { NULL } },
  { "redundancy-plan", "cn-41-3", { "（正式稿）", "2026年2月26日" }, { NULL } },
  { "union-letter", "cn-41-2", { "第四十一条第一款第二项", "公司尚未作出决定" }, { NULL } },
  { "union-result", "cn-39-3-object", { "建议核实损失的计算方法", "第三十九条第三项", "2026年3月9日" }, { NULL } },
  { "expiry-notice", "cn-44-1",
    { "第四十四条第一项", "第2次订立的固定期限劳动合同", "不再续订", "20,000.00元×4＝80,000.00元", "公司将依法续延", "2026年4月10日终止" },
    { "辞退", "解除", NULL } },
  { "expiry-notice", "cn-44-1-refused", { "不低于原合同约定的条件续订", "2026年3月9日书面表示不续订", "不涉及经济补偿", "第四十六条第五项" }, { "解除", NULL } },
  { "expiry-notice", "cn-r21", { "渐进式延迟法定退休年龄", "第二十一条", "您达到法定退休年龄" }, { "失业", "解除", NULL } },
  { "expiry-notice", "cn-44-5", { "股东会决议提前解散", "第四十四条第五项" }, { "解除", NULL } },
  { "expiry-notice", "cn-r6", { "终止劳动关系通知书", "第六条", "二倍工资", "20,000.00元×0.5＝10,000.00元" }, { "解除", NULL } },
  { "expiry-notice", "cn-task", { "“浦东厂区搬迁”工作任务", "第二十二条", "2026年4月10日完成" }, { "解除", NULL } },
  { "certificate-of-leaving", "cn-44-1", { "终止劳动合同证明" }, { "解除", "经济补偿", NULL } },
  { "certificate-of-leaving", "cn-r6", { "未订立书面劳动合同", "4个月零26天" }, { NULL } },
  { "delivery-receipt", "cn-44-1", { "《终止劳动合同通知书》" }, { NULL } },
  { "extension-notice", "cn-44-1-extended", { "第四十五条", "规定的医疗期", "2026年7月31日" }, { "续订", NULL } },
  { "renewal-offer", "cn-44-1", { "第2次订立", "应当订立无固定期限劳动合同", "□不续订", "2026年3月20日前" }, { "视为", NULL } },
  { "reply-38", "cn-38-2", { "第三十八条", "拖欠绩效工资", "表示歉意", "6,000.00元", "20,000.00元×5＝100,000.00元" }, { "同意您的辞职", "个人原因", NULL } },
  { "sign-demand", "cn-r6", { "第十条", "2026年3月6日前", "第六条" }, { NULL } },
  { "correction-demand", "cn-39-4", { "第三十九条第四项", "2026年2月27日前" }, { NULL } },
  { "medical-period-sheet", "cn-40-1", { "按12个月内累计", "184日", "医疗期已经届满", "愿您早日康复" }, { "届满前", "安心治疗", NULL } },
  { "medical-period-sheet", "cn-before", { "2026年8月4日", "续延至医疗期届满", "愿您安心治疗" }, { "已经届满", NULL } },
  { "union-letter", "cn-40-1", { "第四十条第一项", "另行支付医疗补助费120,000.00元", "主要证据。《医学或劳动能力证明》，可供" }, { "您", "IMG", NULL } },
  { "layoff-briefing", "cn-41-2", { "第四十一条", "2026年2月2日", "尚未确定方案" }, { "陈志远", NULL } },
  { "layoff-minutes", "cn-41-2", { "希望优先安排内部转岗", "采纳" }, { NULL } },
  { "redundancy-plan", "cn-41-2", { "（正式稿）", "第四十一条第一款第二项", "裁减24人", "优先留用", "六个月内重新招用" }, { "代通知金", NULL } },
  { "priority-review", "cn-41-2", { "第四十一条第二款", "固定期限，至2027年8月15日", "□1　□3　□无", "2是　□3", "无固定期限", "华东销售部撤并" }, { "代通知金", NULL } },
  { "layoff-report", "cn-41-2", { "浦东新区人力资源和社会保障局：", "2026年2月2日", "接收回执" }, { "批准", NULL } },
  { "condolence-letter", "cn-44-3", { "林秀兰及家属", "2026年3月8日离世", "第四十四条第三项" }, { "放弃", NULL } },
  { "ems-label", "cn-before", { "《解除劳动合同通知书》壹份", "拒收请注明“收件人拒收”", "19900000187" }, { "310101", "辞退", "第三十九条", NULL } },
  { "service-address", "cn-before", { "chenzhiyuan@example.com", "□同意　□不同意", "退回或者拒收之日为送达之日" }, { "视为同意", NULL } },
  { "public-notice", "cn-before", { "尾号0017", "30日内", "期满即视为送达" }, { "310101198804120017", "旷工", "第三十九条" } },
  { "union-opinion", "cn-before", { "2026年3月9日关于拟解除陈志远", "2026年3月16日前书面答复", "□ 建议协商变更" }, { "现已决定", NULL } },
  { "warning-notice", "cn-before", { "2026年2月5日有下列行为", "《员工手册》第三十二条第二项", "至2026年9月10日有效", "书面提出复核" }, { "罚款", "扣除", NULL } },
  { "return-notice", "cn-before", { "2026年3月4日起未到岗", "关心您是否平安", "报到对象为顾海涛" }, { "自动离职", NULL } },
  { "improvement-plan", "cn-before", { "2026年3月16日至2026年6月15日", "共24学时", "您的工资和待遇不变" }, { "自动解除", "不能胜任", NULL } },
  { "reinstatement-letter", "cn-before", { "2026年4月20日起恢复履行", "连续计算", "2026年4月22日前" }, { "辞退", NULL } },
  { "non-compete-notice", "cn-before",
    { "竞业限制履行通知书", "2021年8月16日签订", "12个月，即2026年3月19日至2027年3月18日", "上海市、江苏省、浙江省", "6,000.00元（大写：人民币陆仟元整）", "每月10日前汇入尾号1234的工资卡", "每三个月一次", "解除竞业限制约定", "签收仅表示收到" },
    { "放弃", "违约金", "已包含在工资", "第三十九条" } },
  { "non-compete-notice", "cn-36-er",
    { "解除竞业限制协议通知书", "自2026年3月31日起解除双方签订的竞业限制协议", "可以自由选择职业", "保守商业秘密的义务不受影响", "竞业限制期限因此没有开始" },
    { "履行通知书", "三个月", "放弃", "附件" } },
  { "interview-minutes", "cn-before",
    { "2026年3月10日14时05分至14时50分", "三楼会议室", "顾海涛（部门经理）、周岚（人力资源）", "经本人同意录音", "陈志远 | 当天家里有急事，没来得及请假。", "□公司提出", "也不放弃任何权利" },
    { "情绪", "风险", "一致同意", NULL } },
  { "status-check", "cn-40-2", { "孕期、产期、哺乳期（仅依据本人已提交的材料） | 否", "2026年3月2日" }, { "□是", NULL } },
};

static void
test_papers (PaperFixture *self,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (FwFacts) facts = load_sample (papers[i].facts);
      g_autoptr (GError) error = NULL;
      g_autoptr (FwDocument) document = make_paper (facts, papers[i].paper, TRUE, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = paper_text (document);
      g_assert_cmpuint (fw_document_get_gaps (document)->len, ==, 0);
      g_assert_cmpuint (fw_document_get_findings (document)->len, ==, 0);
      g_assert_cmpuint (fw_document_get_n_pages (document), <=, 2);
      for (guint w = 0; w < G_N_ELEMENTS (papers[i].says) && papers[i].says[w] != NULL; w++)
        assert_says (text, papers[i].says[w]);
      for (guint w = 0; w < G_N_ELEMENTS (papers[i].never) && papers[i].never[w] != NULL; w++)
        g_assert_null (strstr (text, papers[i].never[w]));
      g_assert_null (strstr (text, "〔〕"));
    }
}

/* An employer who ends the non-compete after it has begun owes three months more to who asks; at the leaving itself it does not. */
static void
test_noncompete_ended_later (PaperFixture *self,
                             gconstpointer data)
{
  static const char *const days[] = { "2026-03-31", "2026-05-11" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FwFacts) facts = load_sample ("cn-36-er");
      g_autoptr (GError) error = NULL;
      g_autoptr (FwDocument) document = NULL;
      g_autofree char *text = NULL;

      fw_facts_set (facts, "@as-of", days[i], &error);
      g_assert_no_error (error);
      document = make_paper (facts, "non-compete-notice", TRUE, NULL, &error);
      g_assert_no_error (error);
      text = paper_text (document);
      assert_says (text, i == 0 ? "自2026年3月31日起解除" : "自2026年5月11日起解除");
      g_assert_cmpint (strstr (text, "额外支付三个月的竞业限制经济补偿") != NULL, ==, i == 1);
      g_assert_cmpint (strstr (text, "没有开始") != NULL, ==, i == 0);
    }
}

/* What the templates give follows data/blocks.rng, which tells their authors what they may write. */
static void
test_schema (PaperFixture *self,
             gconstpointer data)
{
  g_autofree char *schema_path = fw_paths_find_data ("blocks.rng");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwSchema) schema = fw_schema_load (schema_path, &error);
  g_auto (GStrv) folders = fw_document_find_folders ("CN");

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *name = g_strconcat (papers[i].paper, ".xsl", NULL);
      g_autofree char *path = g_build_filename (folders[g_strv_length (folders) - 1], name, NULL);
      g_autoptr (FwTransform) transform = fw_transform_load (path, NULL, &error);
      g_autoptr (FwFacts) facts = load_sample (papers[i].facts);
      g_autoptr (FwXml) blocks = NULL;

      g_assert_no_error (error);
      blocks = fw_transform_run (transform, facts, NULL, &error);
      g_assert_no_error (error);
      fw_schema_validate (schema, blocks, &error);
      g_assert_no_error (error);
    }
}

/* Both papers of one dismissal tell the same facts: only the person is named otherwise. */
static void
test_union_reads_the_same_facts (PaperFixture *self,
                                 gconstpointer data)
{
  const char *grounds[] = { "cn-39-1", "cn-39-2", "cn-39-3", "cn-39-4", "cn-39-5", "cn-39-6", "cn-40-1", "cn-40-2", "cn-40-3", "cn-41-2" };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      g_autoptr (FwFacts) facts = load_sample (grounds[i]);
      g_autoptr (FwDocument) notice = make_paper (facts, "dismissal-notice", FALSE, NULL, NULL);
      g_autoptr (FwDocument) letter = make_paper (facts, "union-letter", FALSE, NULL, NULL);
      const char *ids[] = { "facts", "first-review", "second-review", "help", "rule", "change", "effect", "offers", "correction", "loss", "other-work", "procedure" };

      for (guint b = 0; b < G_N_ELEMENTS (ids); b++)
        {
          FwDocumentBlock *told = find_block (notice, ids[b]);
          g_autoptr (GString) expected = told != NULL ? g_string_new (told->text) : NULL;

          if (told == NULL)
            continue;
          g_string_replace (expected, "您", "该职工", 0);
          g_assert_cmpstr (find_block (letter, ids[b])->text, ==, expected->str);
        }
    }
}

/* A ground whose records are missing asks for them instead of saying nothing. */
static void
test_empty_facts (PaperFixture *self,
                  gconstpointer data)
{
  const char *grounds[] = { "cn.39-1", "cn.39-2", "cn.39-3", "cn.39-4", "cn.39-5", "cn.39-6", "cn.40-1", "cn.40-2", "cn.40-3", "cn.41-1", "cn.41-3" };
  const char *ids[] = { "dismissal-notice", "union-letter", "certificate-of-leaving" };

  for (guint i = 0; i < G_N_ELEMENTS (grounds) * G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (FwFacts) facts = fw_facts_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (FwDocument) draft = NULL;
      g_autoptr (FwDocument) final = NULL;

      fw_facts_set (facts, "departure/@ground", grounds[i / G_N_ELEMENTS (ids)], NULL);
      draft = make_paper (facts, ids[i % G_N_ELEMENTS (ids)], FALSE, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fw_document_get_gaps (draft)->len, >=, 5);
      for (guint g = 0; g < fw_document_get_gaps (draft)->len; g++)
        {
          FwDocumentGap *gap = g_ptr_array_index (fw_document_get_gaps (draft), g);

          /* Each is asked for in words, not by its path. */
          if (g_str_equal (gap->zh, gap->path))
            g_error ("%s has no label", gap->path);
        }
      final = make_paper (facts, ids[i % G_N_ELEMENTS (ids)], TRUE, NULL, &error);
      g_assert_error (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_GAP);
    }
}

/* What the editor shows comes back as it was, for every block of every paper. */
static void
test_source_round_trip (PaperFixture *self,
                        gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (FwFacts) facts = load_sample (papers[i].facts);
      g_autoptr (FwDocument) plain = make_paper (facts, papers[i].paper, TRUE, NULL, NULL);
      g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) fw_override_free);
      g_autoptr (FwDocument) again = NULL;
      g_autoptr (GError) error = NULL;
      GPtrArray *blocks = fw_document_get_blocks (plain);

      for (guint n = 0; n < blocks->len; n++)
        {
          FwDocumentBlock *block = g_ptr_array_index (blocks, n);

          g_ptr_array_add (overrides, fw_override_new (block->id, block->source, block->original_hash));
        }
      again = make_paper (facts, papers[i].paper, TRUE, overrides, &error);
      g_assert_no_error (error);
      for (guint n = 0; n < blocks->len; n++)
        {
          FwDocumentBlock *block = g_ptr_array_index (blocks, n);
          FwDocumentBlock *copy = g_ptr_array_index (fw_document_get_blocks (again), n);

          g_assert_cmpstr (copy->text, ==, block->text);
          g_assert_cmpstr (copy->source, ==, block->source);
          g_assert_true (copy->overridden && !copy->read_again);
        }
    }
}

static void
render (const char *id,
        const char *facts,
        const char *path)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "documents", "render-paper", NULL);
  g_autofree char *sample = sample_path (facts);
  const char *arguments[] = { program, id, sample, path, NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* Two processes, one after the other: the clock, addresses and orders of hash tables differ, the file does not. */
static void
test_same_bytes (PaperFixture *self,
                 gconstpointer data)
{
  /* A letter, an agreement and a certificate. */
  const guint chosen[] = { 2, 4, 6 };

  for (guint n = 0; n < G_N_ELEMENTS (chosen); n++)
    {
      guint i = chosen[n];
      g_autofree char *a = g_build_filename (self->folder, "a.pdf", NULL);
      g_autofree char *b = g_build_filename (self->folder, "b.pdf", NULL);
      g_autofree char *bytes_a = NULL, *bytes_b = NULL;
      gsize size_a, size_b;

      render (papers[i].paper, papers[i].facts, a);
      render (papers[i].paper, papers[i].facts, b);
      g_assert_true (g_file_get_contents (a, &bytes_a, &size_a, NULL));
      g_assert_true (g_file_get_contents (b, &bytes_b, &size_b, NULL));
      g_assert_cmpmem (bytes_a, size_a, bytes_b, size_b);
    }
}

/* Which paper a ground leads to first. */
static const char *
paper_for (const char *ground)
{
  const char *noticed[] = { "cn.39-1", "cn.39-2", "cn.40-2", "cn.40-3", NULL };

  if (g_strcmp0 (ground, "cn.36-er") == 0 || g_strcmp0 (ground, "cn.36-ee") == 0)
    return "mutual-agreement";
  if (g_strcmp0 (ground, "cn.37") == 0)
    return "resignation-receipt";
  return ground != NULL && g_strv_contains (noticed, ground) ? "dismissal-notice" : "certificate-of-leaving";
}

/* Twelve reviews a year: what is cited are two that failed, with the training between them. */
static void
test_reviews_that_count (PaperFixture *self,
                         gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2-monthly");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) by_proof = make_paper (facts, "dismissal-notice", TRUE, NULL, &error);
  g_autoptr (FwDocument) by_training = NULL;
  g_autoptr (FwDocument) passed = NULL;
  const char *help;

  g_assert_no_error (error);
  assert_says (find_block (by_proof, "first-review")->text, "2026年3月");
  assert_says (find_block (by_proof, "first-review")->text, "得分54分");
  assert_says (find_block (by_proof, "second-review")->text, "2026年7月");
  help = find_block (by_proof, "help")->text;
  assert_says (help, "于2026年4月20日为您安排了“渠道开发训练”培训（考核得分58分），于2026年5月18日");
  g_assert_null (strstr (help, "消防"));
  g_assert_null (find_block (by_proof, "union"));

  /* Without the dates of the proofs the training tells before from after. */
  fw_facts_remove (facts, "evidence[2]");
  fw_facts_remove (facts, "evidence[1]");
  fw_facts_remove (facts, "employee/training[1]");
  by_training = make_paper (facts, "dismissal-notice", TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_says (find_block (by_training, "first-review")->text, "2026年3月");
  assert_says (find_block (by_training, "second-review")->text, "2026年7月");

  /* Who failed once and passed ever since is not called incompetent: the second review is asked for. */
  fw_facts_set (facts, "employee/review[6]/@grade", "合格", NULL);
  fw_facts_set (facts, "employee/review[7]/@grade", "合格", NULL);
  passed = make_paper (facts, "dismissal-notice", FALSE, NULL, &error);
  g_assert_no_error (error);
  assert_says (find_block (passed, "second-review")->text, "〔考核得分〕");
}

/* One notice rests on one clause: what breached another is not told in it. */
static void
test_one_clause (PaperFixture *self,
                 gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-39-2");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) document = NULL;

  fw_facts_set (facts, "employee/violation[1]/@rule", "handbook-5-1", NULL);
  fw_facts_set (facts, "company/rule[2]/@id", "handbook-5-1", NULL);
  fw_facts_set (facts, "company/rule[2]/@title", "考勤办法", NULL);
  document = make_paper (facts, "dismissal-notice", TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_says (find_block (document, "rule")->text, "《员工手册》第三十二条第二项");
  assert_says (find_block (document, "facts")->text, "1 | 2026年2月3日");
  g_assert_null (strstr (find_block (document, "facts")->text, "2026年2月2日"));
}

/* A law is named once for its articles that follow one another; what has no name stays as it is. */
static void
test_citations (PaperFixture *self,
                gconstpointer data)
{
  static const struct
  {
    const char *article;
    const char *says;
  } citations[] = {
    { "劳动合同法第四十六条、劳动合同法第四十七条、劳动合同法第八十七条", "（《劳动合同法》第四十六条、第四十七条、第八十七条）" },
    { "劳动合同法第四十七条第三款、劳动合同法实施条例第二十七条", "（《劳动合同法》第四十七条第三款、《劳动合同法实施条例》第二十七条）" },
    { "劳动争议司法解释（一）第四十四条", "（《劳动争议司法解释（一）》第四十四条）" },
    { "财税〔2018〕164号第五条第一项", "（财税〔2018〕164号第五条第一项）" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (citations); i++)
    {
      g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
      g_autoptr (GError) error = NULL;
      g_autoptr (FwDocument) sheet = NULL;

      fw_facts_set (facts, "assessment/settlement/line[3]/@article", citations[i].article, NULL);
      sheet = make_paper (facts, "final-settlement", TRUE, NULL, &error);
      g_assert_no_error (error);
      assert_says (find_block (sheet, "payable")->text, citations[i].says);
    }
}

/* The law wants wages paid when the contract ends: a day of payment after that is the severance's. */
static void
test_wages_are_not_put_off (PaperFixture *self,
                            gconstpointer data)
{
  g_autoptr (FwFacts) facts = load_sample ("cn-40-2");
  g_autoptr (GError) error = NULL;
  g_autoptr (FwDocument) later = NULL;
  g_autoptr (FwDocument) sheet = NULL;
  g_autoptr (FwDocument) unpaid = NULL;
  g_autoptr (FwDocument) sooner = NULL;

  fw_facts_set (facts, "case/@pay-date", "2026-04-30", NULL);
  later = make_paper (facts, "dismissal-notice", TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_says (find_block (later, "wages")->text, "公司于劳动合同解除之日一次性付清");
  assert_says (find_block (later, "severance")->text, "在您办结工作交接时支付，至迟不晚于2026年4月30日。");
  sheet = make_paper (facts, "final-settlement", TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_says (find_block (sheet, "payment")->text, "工资于最后工作日一次付清，经济补偿在办结工作交接时支付，至迟不晚于2026年4月30日");

  /* Without severance there is nothing that a later day could be for. */
  fw_facts_set (facts, "assessment/severance/@due", "false", NULL);
  unpaid = make_paper (facts, "final-settlement", TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_says (find_block (unpaid, "payment")->text, "工资于最后工作日一次付清。");

  fw_facts_set (facts, "case/@pay-date", "2026-04-08", NULL);
  sooner = make_paper (facts, "dismissal-notice", TRUE, NULL, &error);
  g_assert_no_error (error);
  assert_says (find_block (sooner, "wages")->text, "公司于2026年4月8日一次性付清");
}

static guint
draft_examples (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwXml) xml = fw_xml_load_file (path, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (FwXmlNode *example = fw_xml_node_child (fw_xml_get_root (xml), "example"); example != NULL;
       example = fw_xml_node_next (example, "example"))
    {
      FwXmlNode *node = fw_xml_node_child (example, "facts");
      g_autoptr (FwFacts) facts = node != NULL ? fw_facts_new_from_node (node, path, NULL, &error) : NULL;
      g_autoptr (FwDocument) document = NULL;

      if (facts == NULL)
        continue;
      document = make_paper (facts, paper_for (fw_facts_get (facts, "departure/@ground")), FALSE, NULL, &error);
      g_assert_no_error (error);
      n++;
    }
  return n;
}

/* Whatever case the law's own examples tell, its draft can be laid out. */
static void
test_examples_of_the_pack (PaperFixture *self,
                           gconstpointer data)
{
  g_autofree char *folder = fw_paths_find_data ("packs/cn/examples");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".xml"))
        n += draft_examples (path);
    }
  g_assert_cmpuint (n, >, 5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/papers/" path, PaperFixture, NULL, paper_fixture_set_up, function, paper_fixture_tear_down)
  ADD ("papers", test_papers);
  ADD ("noncompete-ended-later", test_noncompete_ended_later);
  ADD ("schema", test_schema);
  ADD ("union-reads-the-same-facts", test_union_reads_the_same_facts);
  ADD ("empty-facts", test_empty_facts);
  ADD ("source-round-trip", test_source_round_trip);
  ADD ("same-bytes", test_same_bytes);
  ADD ("reviews-that-count", test_reviews_that_count);
  ADD ("one-clause", test_one_clause);
  ADD ("citations", test_citations);
  ADD ("wages-are-not-put-off", test_wages_are_not_put_off);
  ADD ("examples-of-the-pack", test_examples_of_the_pack);
  return g_test_run ();
}
