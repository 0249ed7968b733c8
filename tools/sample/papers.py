"""What lies in the personnel files: texts where a real company has scans."""
from company import EMPLOYER, RULES
from days import chinese
from lists import pay_slip


def papers(people, wage_rows):
    """What the personnel file holds of those who have a part to play: (number, kind, title, date, text)."""
    by_number = {person.number: person for person in people}
    standard = ('{name}，岗位：{position}。\n一、负责本区域客户的开发、签约、回款。\n二、每月销售回款完成率不低于 80%；低于 60% 为不合格。\n'
                '三、标准已当面说明，本人无异议。\n\n本人签字：{name}')
    rows = [
        ('E0187', 'job-standard', '岗位职责与考核标准确认书', '2024-08-16', standard),
        ('E0187', 'assess-1', '2026年3月考核结果（不合格）及签收', '2026-04-08', '{name} 2026年3月销售回款完成 54%，得分 54，结果：不合格。\n本人签字：{name}　2026年4月8日'),
        ('E0187', 'train-or-transfer', '针对性培训签到与考核记录', '2026-05-18',
         '培训：大客户开发与回款管理（2026年4月20日，24 课时，58 分，合格线 60 分）；行业解决方案讲解（2026年5月18日，16 课时，61 分）。\n签到：{name}'),
        ('E0187', 'assess-2', '2026年7月考核结果（仍不合格）及签收', '2026-08-06', '{name} 2026年7月销售回款完成 55%，得分 55，结果：不合格。\n本人签字：{name}　2026年8月6日'),
        ('E0187', 'performance-talks', '绩效谈话记录两份', '2026-08-06', '2026年4月8日、8月6日两次谈话，内容见系统沟通记录，均由本人签字。'),
        ('E0142', 'job-standard', '岗位职责与考核标准确认书', '2025-03-01', standard),
        ('E0142', 'assess-1', '2026年3月考核结果及签收', '2026-04-09', '{name} 2026年3月续约金额完成 57%，结果：不合格。\n本人签字：{name}　2026年4月9日'),
        ('E0142', 'train-or-transfer', '续约谈判培训记录', '2026-04-28', '培训：续约谈判与客户分级（2026年4月28日，8 课时）。\n签到：{name}'),
        ('E0142', 'assess-2', '2026年6月考核结果及签收', '2026-07-07', '{name} 2026年6月续约金额完成 52%，结果：不合格。本人说明：5 月起怀孕反应较大。\n本人签字：{name}　2026年7月7日'),
        ('E0098', 'rule-text', '员工手册（2024 版）', '2024-01-15', '员工手册　2024 版\n\n' + '\n'.join(f'{rule[2]}　{rule[3]}' for rule in RULES[:5])),
        ('E0098', 'rule-democratic', '职工代表大会讨论记录', '2023-12-22', '2023年12月22日，职工代表 31 人到会 29 人，逐条讨论员工手册，提出意见 12 条，采纳 7 条；与工会协商后确定。\n到会代表签名：（略）'),
        ('E0098', 'rule-ack', '员工手册签收页', '2024-02-01', '本人已收到并阅读员工手册（2024 版），知悉第五章关于严重违反规章制度的规定。\n签收：{name}　2024年2月1日'),
        ('E0098', 'facts', '监控截图说明与点检记录', '2026-09-22', '2026年9月22日 14:06，5 号装配线安全门开关被短接，监控编号 C5-02；当班点检表“安全门”一栏记录异常，班组长签字。'),
        ('E0098', 'employee-statement', '本人书面说明', '2026-09-24', '9 月 22 日下午是我短接了安全门开关，当时计划催得紧，想先把这批做完再恢复。没有人受伤。我知道规定。\n{name}'),
        ('E0098', 'warnings', '两次书面警告及签收', '2026-06-12', '2026年3月20日书面警告（未请假缺勤）；2026年6月12日书面警告（拆除安全光栅）。\n签收：{name}'),
        ('E0342', 'hiring-criteria-ack', '录用条件确认书', '2026-07-06', '一、每月有效拜访客户不少于 40 家；二、试用期内每月考核得分均不低于 60 分；三、入职材料真实。\n本人已知悉并同意以上录用条件。\n{name}　2026年7月6日'),
        ('E0342', 'probation-assess', '试用期月度考核表（7—9 月）', '2026-10-06', '7 月 20 家，52 分；8 月 18 家，45 分；9 月 20 家，50 分。均低于录用条件。\n考核人：顾海涛'),
        ('E0342', 'assess-result-served', '考核结果签收', '2026-10-08', '本人已收到 2026年7—9 月试用期考核结果。\n{name}　2026年10月8日'),
        ('E0342', 'performance-talks', '试用期谈话记录', '2026-08-07', '2026年8月7日谈话：拜访量不足，安排老员工带教一个月。\n{name}　顾海涛'),
    ]
    for number in ('E0187', 'E0142', 'E0098', 'E0342', 'E0113', 'E0198'):
        person = by_number[number]
        rows.append((number, 'contract', '劳动合同', person.hired.isoformat(),
                     f'劳动合同\n\n甲方：{EMPLOYER}\n乙方：{person.name}\n岗位：{person.position}\n入职日期：{chinese(person.hired)}\n\n甲方（盖章）　乙方（签字）：{person.name}'))
        rows.append((number, 'wage-12m', '近十二个月工资明细', '2026-10-10', pay_slip(person, wage_rows)))
    return sorted((number, kind, title, date, text.format(name=by_number[number].name, position=by_number[number].position))
                  for number, kind, title, date, text in rows)
