/* Writes a staff list of so many people as a company would bring it, sixteen columns, one row in a thousand with a mistake in
 * its identity number.
 *
 *   make-list FILE PEOPLE
 */
#include "drawn-person.h"

#include <stdlib.h>

#define ROWS_A_MISTAKE 1000

static const char heading[] = "工号,姓名,性别,身份证号码,出生日期,手机号码,电子邮箱,员工状态,部门,岗位,职级,入职日期,合同类型,"
                              "合同起始日,合同终止日,工作城市\n";

static const char *const cities[] = { "上海", "苏州", "武汉", "成都", "西安", "广州", "青岛", "长沙" };

static void
append_row (GString *csv,
            const FwDrawnPerson *drawn,
            guint number)
{
  g_autofree char *team = fw_drawn_team (drawn->branch, drawn->team);

  if (number % ROWS_A_MISTAKE == ROWS_A_MISTAKE - 1)
    drawn->identity[17] = drawn->identity[17] == '1' ? '2' : '1';
  g_string_append_printf (csv, "%s,%s,%s,%s,%s,%s,%s@example.com,%s,%s/%s,%s,P%u,%s,%s,%s,%s,%s\n", drawn->number, drawn->name,
                          drawn->woman ? "女" : "男", drawn->identity, drawn->born, drawn->phone, drawn->number,
                          drawn->fate < 8 ? "离职" : "在职", fw_drawn_branch (drawn->branch), team,
                          fw_drawn_position (drawn->position), 1 + drawn->fate % 9, drawn->hired,
                          drawn->contract_end != NULL ? "固定期限" : "无固定期限", drawn->hired,
                          drawn->contract_end != NULL ? drawn->contract_end : "", cities[drawn->branch]);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (FwDrawnPerson) drawn = { .state = FW_DRAWN_PERSON_SEED };
  g_autoptr (GString) csv = g_string_new (heading);
  guint people;

  if (argc != 3)
    g_error ("use: make-list FILE PEOPLE");
  people = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  for (guint i = 0; i < people; i++)
    {
      fw_drawn_person_next (&drawn, i);
      append_row (csv, &drawn, i);
    }
  if (!g_file_set_contents (argv[1], csv->str, (gssize) csv->len, &error))
    g_error ("%s", error->message);
  return EXIT_SUCCESS;
}
