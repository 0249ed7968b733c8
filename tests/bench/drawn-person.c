#include "drawn-person.h"

#include <string.h>

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

static const char *const positions[FW_DRAWN_POSITIONS] = {
  "销售专员", "大客户经理", "区域经理", "产品经理", "工艺工程师", "嵌入式工程师", "质量工程师", "生产计划员", "数控技师",
  "薪酬专员", "客户成功经理", "售后主管", "仓库管理员", "采购专员", "财务会计", "行政主管",
};

static const char *const branch_names[FW_DRAWN_BRANCHES] = { "华东区", "华北区", "华南区", "西南区", "制造中心", "研发中心", "客户服务部",
                                                    "职能中心" };

/* xorshift64*: the same numbers on every machine. */
static guint
draw (FwDrawnPerson *self,
      guint below)
{
  self->state ^= self->state >> 12;
  self->state ^= self->state << 25;
  self->state ^= self->state >> 27;
  return (guint) (((self->state * G_GUINT64_CONSTANT (2685821657736338717)) >> 33) % below);
}

static const char *
draw_surname (FwDrawnPerson *self)
{
  int total = 0, chosen;

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    total += surnames[i].share;
  chosen = (int) draw (self, (guint) total);
  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if ((chosen -= surnames[i].share) < 0)
      return surnames[i].name;
  return surnames[0].name;
}

static char *
draw_name (FwDrawnPerson *self)
{
  const char *surname = draw_surname (self);
  const char *first = given[draw (self, G_N_ELEMENTS (given))];
  const char *second = draw (self, 4) > 0 ? given[draw (self, G_N_ELEMENTS (given))] : "";

  return g_strconcat (surname, first, second, NULL);
}

static char *
draw_phone (FwDrawnPerson *self)
{
  guint carrier = 3 + draw (self, 7), rest = draw (self, 1000000000);

  return g_strdup_printf ("1%u%09u", carrier, rest);
}

static char *
draw_day (FwDrawnPerson *self,
          guint first_year,
          guint years)
{
  guint year = first_year + draw (self, years), month = 1 + draw (self, 12), day = 1 + draw (self, 28);

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* GB 11643: the place, the birth date, a serial whose last digit is even for a woman, the check. */
static char *
make_identity (const char *born,
               guint serial)
{
  static const guint weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  char digits[18];
  guint sum = 0;

  g_snprintf (digits, sizeof digits, "310115%.4s%.2s%.2s%03u", born, born + 5, born + 8, serial);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (guint) (digits[i] - '0');
  return g_strdup_printf ("%s%c", digits, "10X98765432"[sum % 11]);
}

void
fw_drawn_person_next (FwDrawnPerson *self,
                      guint number)
{
  fw_drawn_person_clear (self);
  self->number = g_strdup_printf ("E%07u", number);
  self->phone = draw_phone (self);
  self->hired = draw_day (self, 2004, 22);
  self->contract_end = draw_day (self, 2026, 4);
  self->name = draw_name (self);
  self->fate = draw (self, 100);
  self->branch = draw (self, FW_DRAWN_BRANCHES);
  self->team = draw (self, FW_DRAWN_TEAMS_A_BRANCH);
  self->position = draw (self, FW_DRAWN_POSITIONS);
  if (draw (self, 3) == 0)
    g_clear_pointer (&self->contract_end, g_free);
  self->born = draw_day (self, 1966, 20);
  self->woman = draw (self, 2) == 0;
  self->identity = make_identity (self->born, 900 + 2 * draw (self, 50) + !self->woman);
}

void
fw_drawn_person_clear (FwDrawnPerson *self)
{
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->identity, g_free);
  g_clear_pointer (&self->born, g_free);
  g_clear_pointer (&self->hired, g_free);
  g_clear_pointer (&self->contract_end, g_free);
}

const char *
fw_drawn_branch (guint branch)
{
  return branch_names[branch];
}

char *
fw_drawn_team (guint branch,
               guint team)
{
  return g_strdup_printf ("%s第%u组", branch_names[branch], team + 1);
}

const char *
fw_drawn_position (guint position)
{
  return positions[position];
}
