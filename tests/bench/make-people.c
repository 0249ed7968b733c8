/* Makes an encrypted store of so many people for the measures of the list of employees: the same people each time, by
 * a fixed stream of numbers. Surnames come as often as they do in China, departments lie in a tree, one in twelve has
 * left. Its passphrase is "bench".
 *
 *   make-people STORE PEOPLE
 */
#include "store/fw-store.h"

#include <stdlib.h>

#define PEOPLE_A_COMMAND 4000
#define BRANCHES 8
#define TEAMS_A_BRANCH 12

/* The commonest surnames, with how many of ten thousand bear them; the last stand for the rest. */
static const struct
{
  const char *name;
  int share;
} surnames[] = {
  { "王", 720 }, { "李", 710 }, { "张", 670 }, { "刘", 530 }, { "陈", 450 }, { "杨", 310 }, { "黄", 220 }, { "赵", 210 },
  { "吴", 190 }, { "周", 180 }, { "徐", 150 }, { "孙", 150 }, { "马", 130 }, { "朱", 130 }, { "胡", 130 }, { "郭", 120 },
  { "何", 120 }, { "林", 110 }, { "高", 110 }, { "罗", 100 }, { "郑", 95 }, { "梁", 90 }, { "谢", 80 }, { "宋", 80 },
  { "唐", 75 }, { "许", 70 }, { "韩", 70 }, { "邓", 65 }, { "冯", 65 }, { "曹", 62 }, { "彭", 60 }, { "曾", 60 },
  { "肖", 58 }, { "田", 55 }, { "董", 55 }, { "潘", 50 }, { "袁", 50 }, { "蔡", 48 }, { "蒋", 48 }, { "余", 47 },
  { "于", 47 }, { "杜", 46 }, { "叶", 46 }, { "程", 45 }, { "魏", 45 }, { "苏", 44 }, { "吕", 43 }, { "丁", 42 },
  { "任", 42 }, { "卢", 41 }, { "姚", 40 }, { "沈", 40 }, { "钟", 39 }, { "姜", 38 }, { "崔", 38 }, { "谭", 37 },
  { "陆", 36 }, { "范", 36 }, { "汪", 35 }, { "廖", 34 }, { "石", 33 }, { "金", 33 }, { "单", 20 }, { "仇", 15 },
  { "欧阳", 15 }, { "尉迟", 4 }, { "查", 8 }, { "解", 8 }, { "区", 6 }, { "翟", 20 },
};

static const char *const given[] = {
  "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
  "刚", "桂", "英", "华", "玉", "兰", "红", "梅", "海", "波", "宇", "浩", "然", "子", "涵", "梓", "轩", "欣", "怡", "佳",
  "俊", "晨", "思", "雨", "桐", "文", "博", "志", "远", "知", "行", "立", "群", "晓", "芸", "建", "国", "庆", "丰", "宁",
};

static const char *const positions[] = {
  "销售专员", "大客户经理", "区域经理", "产品经理", "工艺工程师", "嵌入式工程师", "质量工程师", "生产计划员", "数控技师",
  "薪酬专员", "客户成功经理", "售后主管", "仓库管理员", "采购专员", "财务会计", "行政主管",
};

static const char *const branch_names[BRANCHES] = { "华东区", "华北区", "华南区", "西南区", "制造中心", "研发中心", "客户服务部",
                                                    "职能中心" };

typedef struct
{
  FwStore *store;
  GPtrArray *departments;
  GPtrArray *positions;
  guint64 state;
} Company;

/* xorshift64*: the same numbers on every machine. */
static guint
draw (Company *company, guint below)
{
  company->state ^= company->state >> 12;
  company->state ^= company->state << 25;
  company->state ^= company->state >> 27;
  return (guint) (((company->state * G_GUINT64_CONSTANT (2685821657736338717)) >> 33) % below);
}

static void
run (Company *company, FwCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FwEvent) event = fw_store_run (company->store, command, NULL, &error);

  if (event == NULL)
    g_error ("%s", error->message);
}

static const char *
add_department (Company *company, FwCommand *command, const char *name, const char *parent)
{
  FwRecord *record = fw_command_add (command, "department");

  fw_record_set (record, "name", name);
  fw_record_set (record, "parent-id", parent);
  return fw_record_get_id (record);
}

static void
make_places (Company *company)
{
  g_autoptr (FwCommand) command = fw_command_new ("import", "bench", NULL);

  for (guint b = 0; b < BRANCHES; b++)
    {
      const char *branch = add_department (company, command, branch_names[b], NULL);

      for (guint t = 1; t <= TEAMS_A_BRANCH; t++)
        {
          g_autofree char *name = g_strdup_printf ("%s第%u组", branch_names[b], t);

          g_ptr_array_add (company->departments, g_strdup (add_department (company, command, name, branch)));
        }
    }
  for (guint p = 0; p < G_N_ELEMENTS (positions); p++)
    {
      FwRecord *record = fw_command_add (command, "position");

      fw_record_set (record, "name", positions[p]);
      g_ptr_array_add (company->positions, g_strdup (fw_record_get_id (record)));
    }
  run (company, command);
}

static const char *
draw_surname (Company *company)
{
  int total = 0, chosen;

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    total += surnames[i].share;
  chosen = (int) draw (company, (guint) total);
  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if ((chosen -= surnames[i].share) < 0)
      return surnames[i].name;
  return surnames[0].name;
}

static char *
draw_day (Company *company, int first_year, int years)
{
  return g_strdup_printf ("%04d-%02u-%02u", first_year + (int) draw (company, (guint) years), 1 + draw (company, 12),
                          1 + draw (company, 28));
}

static void
add_person (Company *company, FwCommand *command, guint number)
{
  FwRecord *person = fw_command_add (command, "employee");
  FwRecord *term = fw_command_add (command, "employment");
  g_autofree char *staff_number = g_strdup_printf ("E%07u", number);
  g_autofree char *phone = g_strdup_printf ("1%u%09u", 3 + draw (company, 7), draw (company, 1000000000));
  g_autofree char *hired = draw_day (company, 2004, 22);
  g_autofree char *end = draw_day (company, 2026, 4);
  const char *surname = draw_surname (company);
  const char *first = given[draw (company, G_N_ELEMENTS (given))];
  const char *second = draw (company, 4) > 0 ? given[draw (company, G_N_ELEMENTS (given))] : "";
  g_autofree char *name = g_strconcat (surname, first, second, NULL);
  const guint fate = draw (company, 100);

  fw_record_set (person, "number", staff_number);
  fw_record_set (person, "name", name);
  fw_record_set (person, "phone", phone);
  fw_record_set (person, "status", fate < 8 ? "left" : fate < 10 ? "leaving" : "active");
  fw_record_set (person, "left", fate < 8 ? "2026-02-28" : NULL);
  fw_record_set (person, "department-id",
                 g_ptr_array_index (company->departments, draw (company, company->departments->len)));
  fw_record_set (person, "position-id", g_ptr_array_index (company->positions, draw (company, company->positions->len)));
  fw_record_set (term, "employee-id", fw_record_get_id (person));
  fw_record_set (term, "hired", hired);
  fw_record_set (term, "contract", draw (company, 3) > 0 ? "fixed-term" : "open-ended");
  if (g_strcmp0 (fw_record_get (term, "contract"), "fixed-term") == 0)
    fw_record_set (term, "contract-end", end);
}

int
main (int argc, char **argv)
{
  const FwStoreOptions options = { .cost = FW_KEY_COST_MINIMAL };
  g_autoptr (GError) error = NULL;
  Company company = { .state = 20260309 };
  guint people;

  if (argc != 3)
    g_error ("use: make-people STORE PEOPLE");
  people = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  company.store = fw_store_create (argv[1], "bench", &options, &error);
  if (company.store == NULL)
    g_error ("%s", error->message);
  company.departments = g_ptr_array_new_with_free_func (g_free);
  company.positions = g_ptr_array_new_with_free_func (g_free);
  make_places (&company);
  for (guint done = 0; done < people;)
    {
      g_autoptr (FwCommand) command = fw_command_new ("import", "bench", NULL);

      for (guint i = 0; i < PEOPLE_A_COMMAND && done < people; i++)
        add_person (&company, command, done++);
      run (&company, command);
    }
  g_ptr_array_unref (company.departments);
  g_ptr_array_unref (company.positions);
  g_object_unref (company.store);
  return EXIT_SUCCESS;
}
