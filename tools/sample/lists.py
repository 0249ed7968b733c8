"""The lists that the company would bring, each as rows of its own headings."""
import datetime

from chance import Chance
from company import AS_OF, BRANCHES, DEPARTMENTS, EMPLOYER, MONTHS, PROJECTS, RULES
from days import add_days, add_months, chinese, day, money, slashed
import words

# Percent of the target, by month of this year, of those who fall short.
FAILING = {
    '陈志远': {2: 58, 3: 54, 4: 66, 5: 61, 6: 57, 7: 55, 8: 59, 9: 62},
    '张敏': {3: 57, 6: 52},
    '沈知行': {6: 92, 7: 88, 8: 76, 9: 71},
    '马骏': {8: 72, 9: 74},
}
PROBATIONER = '仇文博'


def rows_of(headings, rows):
    return [dict(zip(headings, row)) for row in rows]


def of(person):
    return {'工号': person.number, '姓名': person.name}


def chance_of(purpose, person):
    return Chance(purpose, int(person.number[1:]))


def present(people):
    return [person for person in people if not person.left]


def company(people):
    return [{'公司名称': EMPLOYER, '统一社会信用代码': '91310115MA0000000X', '法域': '中国', '城市': '上海', '币种': 'CNY',
             '员工人数': len(present(people)), '地址': BRANCHES['上海总部'][1], '法定代表人': '沈国栋',
             '公司电话': BRANCHES['上海总部'][2], '规章名称': '员工手册', '人事联系人': '程慧敏', '人事电话': '021-50000120',
             '人事邮箱': 'hr@hengchuan.example', '是否有工会': '是', '工会名称': EMPLOYER + '工会委员会', '工会联系人': '高德明',
             '工会地址': BRANCHES['苏州工厂'][1]}]


def branches():
    return [{'分公司': name, '城市': city, '办公地址': address, '电话': phone} for name, (city, address, phone) in BRANCHES.items()]


def departments():
    rows = []
    for name, (code, center, parts) in DEPARTMENTS.items():
        rows.append({'部门名称': name, '上级部门': '', '部门编码': code, '成本中心': center})
        rows += [{'部门名称': part, '上级部门': name, '部门编码': f'{code}{place + 1:02d}', '成本中心': f'{center}-{place + 1}'}
                 for place, part in enumerate(parts)]
    return rows


def base_pay(person, year, month):
    """Four percent each January, from what they earn now."""
    factor = {2023: 0.89, 2024: 0.925, 2025: 0.96}.get(year, 1)
    return person.pay if factor == 1 else round(person.pay * factor, -2)


def wage_of(person, chance, year, month):
    """Gross, overtime, bonus, normal, note."""
    first = datetime.date(year, month, 1)
    base = base_pay(person, year, month)
    overtime = round(chance.between(0, 8) * base / 174 * 1.5, 2) if person.level.startswith('P') else 0
    bonus = round(base * (1.0 + chance.draw()), -2) if month == 1 and first > add_months(person.hired, 6) else 0
    if person.department.startswith('营销') and month % 3 == 0:
        bonus += round(base * chance.draw() * 0.3, -1)
    if person.name == '钱卫东' and (year, month) >= (2026, 8):
        return round(base * 0.7, 2), 0, 0, '否', '病假工资'
    if person.name == '孙建军' and (year, month) in ((2026, 3), (2026, 4)):
        return base, 0, 0, '是', '停工留薪期'
    if first == person.hired.replace(day=1) and person.hired.day > 1:
        return round(base * (1 - (person.hired.day - 1) / 31), 2), 0, 0, '否', '当月入职'
    if person.left and first == person.left.replace(day=1) and person.left.day < 28:
        return round(base * person.left.day / 31, 2), 0, 0, '否', '当月离职'
    return base + overtime + bonus, overtime, bonus, '是', ''


def wages(people):
    rows = []
    for person in people:
        chance = chance_of('wages', person)
        for year, month in MONTHS:
            if not person.was_there(datetime.date(year, month, 1)) and datetime.date(year, month, 1) != person.hired.replace(day=1):
                continue
            gross, overtime, bonus, normal, note = wage_of(person, chance, year, month)
            rows.append({**of(person), '工资月份': f'{year}年{month}月', '应发工资': money(gross),
                         '其中：加班费': money(overtime) if overtime else '', '其中：奖金': money(bonus) if bonus else '',
                         '正常出勤': normal, '备注': note})
    return rows


def grade(score):
    return '良好' if score >= 85 else '合格' if score >= 60 else '不合格'


def sellers(people):
    return [person for person in present(people) if person.place == '营销中心' and person.level not in ('M4', 'M2') and person.name != PROBATIONER]


def measure_of(person):
    return '续约金额' if '客户服务' in person.department else '销售回款'


def target_of(person):
    return 60 + 20 * int(person.level[1]) if person.level.startswith('P') else 240


SELLING_MONTHS = [(2025, 10), (2025, 11), (2025, 12)] + [(2026, month) for month in range(1, 10)]


def reviews(people):
    rows = []
    names = {person.number: person.name for person in people}

    def add(person, period, measure, unit, target, actual, score, signed, date, average):
        rows.append({**of(person), '考核周期': period, '考核指标': measure, '单位': unit, '目标值': target, '完成值': actual, '得分': score,
                     '考核等级': grade(score), '部门平均分': average, '员工签字': signed, '评定日期': date,
                     '考核人': names.get(person.superior, '沈国栋')})

    for person in sellers(people):
        chance = chance_of('reviews', person)
        for year, month in SELLING_MONTHS:
            if datetime.date(year, month, 28) < person.hired:
                continue
            percent = FAILING.get(person.name, {}).get(month if year == 2026 else 0, chance.between(86, 112))
            target = target_of(person)
            judged = add_months(datetime.date(year, month, 1), 1)
            add(person, f'{year}年{month}月', measure_of(person), '万元', target, round(target * percent / 100, 1), min(percent, 100),
                '是' if person.name in FAILING or chance.yes(0.9) else '', judged.replace(day=chance.between(3, 9)).isoformat(), 92)
    selling = set(sellers(people))
    for person in present(people):
        chance = chance_of('quarters', person)
        if person in selling or person.name == PROBATIONER or person.level == 'M5':
            continue
        for quarter, date in (('2025年第四季度', '2026-01-12'), ('2026年第一季度', '2026-04-10'), ('2026年第二季度', '2026-07-10'),
                              ('2026年第三季度', '2026-10-12')):
            if day(date) >= add_months(person.hired, 1):
                score = chance.between(74, 96)
                add(person, quarter, '季度绩效', '分', '', '', score, '是' if chance.yes(0.95) else '', date, 84)
    probationer = next(person for person in people if person.name == PROBATIONER)
    for month, percent in ((7, 52), (8, 45), (9, 50)):
        add(probationer, f'2026年{month}月', '试用期月度考核（有效拜访 40 家）', '家', 40, 40 * percent // 100, percent, '是',
            f'2026-{month + 1:02d}-06', 91)
    return rows


def targets(people):
    """What was agreed at the beginning of each month, this month's among them."""
    rows = []
    for person in sellers(people):
        for year, month in SELLING_MONTHS + [(2026, 10)]:
            first = datetime.date(year, month, 1)
            if first >= person.hired:
                rows.append({**of(person), '考核期': f'{year}-{month:02d}', '指标名称': measure_of(person), '单位': '万元', '目标值': target_of(person),
                             '目标确认日期': add_days(first, 2).isoformat()})
    return rows


def training(people):
    by_name = {person.name: person for person in people}
    rows = []

    def add(person, title, date, hours, score, mark):
        rows.append({**of(person), '培训课程': title, '培训日期': date, '课时': hours, '考试成绩': score, '合格线': mark})

    add(by_name['陈志远'], '大客户开发与回款管理（不胜任工作后的针对性培训）', '2026年4月20日', 24, 58, 60)
    add(by_name['陈志远'], '行业解决方案讲解（一对一辅导）', '2026-05-18', 16, 61, 60)
    add(by_name['沈知行'], '渠道管理', '2025-11-20', 16, 88, 60)
    add(by_name['欧阳静怡'], '安全生产与设备防护', '2026-01-15', 8, 92, 80)
    add(by_name[PROBATIONER], '新员工入职培训（录用条件与考核办法）', '2026-07-07', 8, 85, 60)
    told = {row['工号'] for row in rows}
    for person in people:
        chance = chance_of('training', person)
        if person.number in told:
            continue
        if person.hired > day('2024-02-01') and person.was_there(add_days(person.hired, 3)):
            add(person, '新员工入职培训', add_days(person.hired, 3).isoformat(), 8, chance.between(70, 99), 60)
        for title, hours, mark in words.COURSES[person.place]:
            date = add_days(day('2025-11-03'), chance.between(0, 330))
            date = add_days(date, -max(0, date.weekday() - 4))
            if title == '安全生产与设备防护':
                date = day('2026-01-15')
            if person.was_there(date) and (title == '安全生产与设备防护' or chance.yes(0.4)):
                add(person, title, date.isoformat(), hours, chance.between(mark - 2, 98), mark)
    return rows


def attendance(people):
    """What the clock reports of the last months: not every minute, only what is noted."""
    rows = [{'工号': 'E0205', '姓名': '孙建军', '日期': f'2026-08-{date:02d}', '异常类型': '迟到', '时长(分钟)': minutes, '备注': ''}
            for date, minutes in ((3, 14), (4, 22), (6, 9), (10, 31), (12, 17), (13, 12))]
    rows += [{'工号': 'E0310', '姓名': '马骏', '日期': '2026-07-03', '异常类型': '旷工', '时长(分钟)': 480, '备注': '未经批准'}]
    for person in people:
        chance = chance_of('attendance', person)
        if person.name in ('孙建军', '马骏'):
            continue
        for _ in range(chance.between(0, 3)):
            date = add_days(day('2026-04-01'), chance.between(0, 196))
            kind, minutes, note = chance.pick([('迟到', chance.between(4, 35), ''), ('迟到', chance.between(4, 20), '地铁延误'), ('早退', chance.between(10, 60), '已报备'),
                                               ('加班', 30 * chance.between(2, 8), ''), ('加班', 30 * chance.between(2, 10), '现场调试'), ('请假', 480, '年假'), ('请假', 240, '事假')])
            if date.weekday() < 5 and person.was_there(date) and date < AS_OF:
                rows.append({**of(person), '日期': date.isoformat(), '异常类型': kind, '时长(分钟)': minutes, '备注': note})
    seen = set()
    return [row for row in rows if (key := (row['工号'], row['日期'], row['异常类型'])) not in seen and not seen.add(key)]


def violations(people):
    rows = [
        ('E0098', '欧阳静怡', '2026-03-17', 'SC-3-2', '当日上午未到岗，未请假，电话未接，下午 13:40 到岗。', '是', '2026-03-20', '孩子发烧，忘了请假。'),
        ('E0098', '欧阳静怡', '2026-06-09', 'SC-5-4', '在 3 号装配线调试时拆除安全光栅，设备带电运行约 25 分钟，班长制止后恢复。', '是', '2026-06-12',
         '光栅误报，为了赶进度临时短接，知道不对。'),
        ('E0098', '欧阳静怡', '2026-09-22', 'SC-5-4', '再次短接 5 号装配线安全门开关，监控录像与点检记录均有记载，未造成人员受伤。', '是', '2026-09-25',
         '承认短接了安全门开关，说是计划催得紧。'),
        ('E0205', '孙建军', '2026-08-11', 'SC-5-1', '8 月迟到六次，考勤记录见附表。', '是', '2026-09-02', '腿伤复查，早高峰不好走。'),
        ('E0310', '马骏', '2026-07-03', 'SC-3-2', '未经批准缺勤一日。', '否', '', '以为主管口头同意了。'),
    ]
    workers = [person for person in people if person.level == 'P3' and person.branch == '苏州工厂' and person.hired < day('2025-06-01') and
               person.name not in ('孙建军', '钱卫东')]
    for place, person in enumerate(Chance('violations').some(workers, 14)):
        chance = chance_of('violation', person)
        date = add_days(day('2025-03-03'), place * 38 + chance.between(0, 20))
        date = add_days(date, -max(0, date.weekday() - 4))
        rule, what, warned, account = words.VIOLATIONS[place % len(words.VIOLATIONS)]
        if person.was_there(add_days(date, 5)):
            rows.append((person.number, person.name, date.isoformat(), rule, what.format(month=date.month, n=chance.between(5, 7)), warned,
                         add_days(date, 3).isoformat() if warned == '是' else '', account))
    return rows_of(('工号', '姓名', '违纪日期', '违反条款', '违纪事实', '书面警告', '警告日期', '员工陈述'), rows)


NOTICE_DAYS = {'辞职': 30, '协商解除': 20, '合同到期': 30, '试用期不合格': 0, '退休': 60, '辞退': 3}


def departures(people):
    rows = []
    for person in people:
        if not person.left:
            continue
        kind, stated, reason, text, second = person.words
        notified = max(add_days(person.left, -NOTICE_DAYS[kind] if person.hired < add_months(person.left, -6) else -3), person.hired)
        rows.append({**of(person), '离职类型': kind, '提出日期': notified.isoformat(), '最后工作日': slashed(person.left),
                     '提出方': '员工' if kind == '辞职' else '公司', '申请原因': stated, '主要原因': reason, '次要原因': second, '本人原话': text})
    return sorted(rows, key=lambda row: (row['提出日期'], row['工号']))


def protections(people):
    """The parts to play, and two mothers: one nurses until next month, one is on leave."""
    women = [person for person in present(people) if person.sex == '女' and person.level == 'P4' and 1992 <= person.born.year <= 1997 and
             person.hired < day('2024-01-01') and person.place in ('财务部', '研发中心', '质量部', '供应链部', '信息部')]
    rows = [
        ('E0142', '张敏', '孕期', '2026-05-20', '2027-02-03', '', '', ''),
        ('E0198', '钱卫东', '医疗期', '2026-08-03', '2028-08-02', '', '', ''),
        ('E0205', '孙建军', '停工留薪期', '2026-02-24', '2026-04-30', '', '', ''),
        ('E0205', '孙建军', '工伤', '2026-02-24', '', '九级', '', ''),
        ('E0113', '赵启明', '工会委员', '2024-06-01', '2027-05-31', '', '', ''),
        ('E0077', '刘䶮', '接触职业病危害', '2015-07-06', '', '', '未做', ''),
        ('E0290', '宋佳慧', '哺乳期', '2025-11-06', '2026-11-05', '', '', '2025-11-06'),
    ]
    if women:
        rows.append((women[0].number, women[0].name, '产期', '2026-08-17', '2027-01-21', '', '', '2026-08-17'))
    return rows_of(('工号', '姓名', '情形', '起始日期', '预计结束日期', '伤残等级', '离岗体检', '子女出生日期'), rows)


def criteria():
    number, name = 'E0342', PROBATIONER
    titles = ['每月有效拜访客户不少于 40 家，以客户系统登记为准', '试用期内每月考核得分均不低于 60 分', '入职材料真实，不隐瞒与岗位有关的重要情况']
    rows = [(number, name, title, '2026-07-06') for title in titles] + [('E0021', '周岚', '能独立办理入职、合同与社保手续', '2026-04-13')]
    return rows_of(('工号', '姓名', '录用条件', '签收日期'), rows)


def rules():
    return [{'条款编号': number, '制度名称': title, '条款': article, '条款内容': text, '经民主程序': '是', '公示日期': published,
             '生效日期': add_days(day(published), 17).isoformat()} for number, title, article, text, published in RULES]


def acknowledgements(people):
    rows = []
    for person in present(people):
        for number, _, _, _, published in RULES:
            if person.name == '马骏' and number.startswith('SC'):
                continue  # nobody ever had him sign the handbook
            rows.append({**of(person), '制度编号': number, '签收日期': max(add_days(day(published), 17), person.hired).isoformat()})
    return rows


def raises(people):
    return [{**of(person), '调薪日期': f'{year}-01-01', '调薪幅度': '4%', '部门平均幅度': '4%', '调薪前': money(base_pay(person, year - 1, 12)),
             '调薪后': money(base_pay(person, year, 1)), '调薪原因': '年度调薪'}
            for person in present(people) for year in (2025, 2026) if person.hired < datetime.date(year - 1, 7, 1)]


def achievements(people):
    rows = [
        ('E0187', '陈志远', '2023-12-20', '华东区年度新客户奖', '销售总监 顾海涛', '荣誉'),
        ('E0142', '张敏', '2024-11-08', '台州客户来信感谢，停线四小时内到场处理', '台州某客户生产部', '感谢'),
        ('E0161', '单立群', '2025-09-12', '控制器固件提前两周交付', '研发总监 罗启航', '业绩'),
        ('E0198', '钱卫东', '2016-05-01', '苏州工厂劳动模范', '工会', '荣誉'),
        ('E0264', '吴雨桐', '2025-12-26', '设备联网平台一期上线', '总经理 沈国栋', '业绩'),
    ]
    for place, person in enumerate(Chance('achievements').some([person for person in present(people) if person.hired < day('2024-06-01')], 32)):
        title, source, sort = words.THANKS[place % len(words.THANKS)]
        rows.append((person.number, person.name, add_days(day('2024-09-02'), place * 23).isoformat(), title, source, sort))
    return rows_of(('工号', '姓名', '日期', '事迹', '评价人', '类别'), rows)


def feedback(people):
    rows = [
        ('E0187', '陈志远', '2026-04-08', '顾海涛', '是', '3 月回款 54%，得分不合格。原因：两家老客户换了采购负责人，新项目跟进晚。约定 4 月 20 日参加针对性培训，7 月再看。'),
        ('E0187', '陈志远', '2026-08-06', '顾海涛', '是', '培训后 6、7 月回款 57%、55%，仍不合格。本人认可数字，认为市场下行。'),
        ('E0142', '张敏', '2026-07-07', '顾海涛', '是', '6 月续约完成率 52%。本人说明：5 月查出怀孕，反应较大，外地客户没跑。主管已调整为本地客户。'),
        ('E0231', '沈知行', '2026-10-09', '顾海涛', '', '8、9 月连续低于八成。本人说苏北渠道商换人，请公司支持一次联合拜访。'),
        ('E0342', PROBATIONER, '2026-08-07', '顾海涛', '是', '7 月拜访 20 家，低于录用条件 40 家。本人说不知道怎么约。安排老员工带一个月。'),
    ]
    names = {person.number: person.name for person in people}
    others = [person for person in present(people) if person.superior and person.name not in {row[1] for row in rows} and person.hired < day('2026-06-01')]
    for place, person in enumerate(Chance('feedback').some(others, 56)):
        rows.append((person.number, person.name, add_days(max(day('2025-12-01'), add_days(person.hired, 60)), place * 4).isoformat(), names[person.superior],
                     '是' if place % 3 else '', words.TALKS[place % len(words.TALKS)]))
    return rows_of(('工号', '姓名', '面谈日期', '面谈人', '签字确认', '面谈内容'), [row for row in rows if row[2] < AS_OF.isoformat()])


def projects():
    return rows_of(('项目名称', '项目编号', '项目状态', '开始日期', '计划完成', '实际完成', '延期天数', '负责部门'), [row[:8] for row in PROJECTS])


def assignments(people):
    rows = []
    makers = [person for person in present(people) if person.department.startswith(('研发中心', '生产制造部/装配', '营销中心/客户')) and
              person.level.startswith('P') and person.hired < day('2025-06-01')]
    for place, (name, _, _, start, _, ended, _, department, count) in enumerate(PROJECTS):
        chance = Chance('project', place)
        gone = [person for person in people if person.project == name]
        near = [person for person in makers if person.department == department]
        team = chance.some(near, min(len(near), count - len(gone)))
        team += chance.some([person for person in makers if person not in team], count - len(gone) - len(team))
        for index, person in enumerate(gone + team):
            role = '负责人' if index == len(gone) else chance.pick(['开发', '调试', '测试', '现场'])
            rows.append({**of(person), '项目名称': name, '项目角色': role, '投入比例': f'{chance.between(3, 9)}0%',
                         '加入日期': max(person.hired, day(start)).isoformat(), '退出日期': person.left.isoformat() if person.left else ended})
    return rows


def surveys(people):
    rows = [('E0231', '沈知行', '2026-06-26', '整体满意度', 3.2, '加班多，看不到上升。')]
    for person in present(people):
        chance = chance_of('survey', person)
        for date in ('2025-06-27', '2026-06-26'):
            if person.was_there(day(date)) and person.name != '沈知行' and chance.yes(0.72):
                low = -3 if person.department == '生产制造部/装配车间' else 0
                rows.append((person.number, person.name, date, '整体满意度', (chance.between(30, 47) + low) / 10, chance.pick(words.COMMENTS)))
    return rows_of(('工号', '姓名', '调查日期', '调查主题', '得分', '文字意见'), rows)


def hand_over_lists(people):
    """What those with a part to play, and the leaders of shifts, have in their hands: duties, things, accounts."""
    chosen = [person for person in present(people) if person.number in ('E0142', 'E0187', 'E0231', 'E0310', 'E0342', 'E0098', 'E0161', 'E0264', 'E0176') or
              '班组长' in person.position]
    duties, things, accounts = [], [], []
    for person in chosen:
        sort = next((key for key in words.DUTIES if person.department.startswith(key)), '其他')
        number = int(person.number[1:])
        duties += [{**of(person), '负责事项': title, '要点': detail} for title, detail in words.DUTIES[sort]]
        things.append({**of(person), '资产名称': '笔记本电脑' if sort != '生产' else '对讲机', '资产编号': f'ZC-{number:04d}', '领用日期': slashed(max(person.hired, day('2024-03-01')))})
        accounts.append({**of(person), '系统名称': '企业邮箱', '登录名': person.number.lower(), '开通日期': person.hired.isoformat()})
    return duties, things, accounts


def appointments(people):
    """Promotions of the last years: where somebody is P5 or leads, they were less once."""
    rows = []
    risen = [person for person in present(people) if person.level in ('P5', 'P6', 'M2') and person.hired < day('2022-01-01')]
    for person in Chance('appointments').some(risen, 30):
        chance = chance_of('appointment', person)
        date = datetime.date(chance.between(max(2022, person.hired.year + 2), 2025), chance.pick([1, 4, 7]), 1)
        rows.append({**of(person), '任命日期': date.isoformat(), '任职部门': person.department, '任职职位': person.position, '任职职级': person.level,
                     '是否晋升': '是', '异动原因': '年度晋升'})
    return rows


def pay_slip(person, wage_rows):
    lines = [f"{row['工资月份']}　应发 {row['应发工资']} 元" for row in wage_rows if row['工号'] == person.number][-12:]
    return f'{person.name}（{person.number}）近十二个月工资\n\n' + '\n'.join(lines) + '\n\n核对：财务部　签收：本人'
