"""Who is there and who has left: the people whom the lists are about."""
import datetime

from company import AREAS, AS_OF, BRANCHES, CAST, COMPOUND, FREE_NUMBERS, GIVEN, LATE_PROJECT, NAMED, POSTS, SURNAMES
from chance import Chance
from days import add_days, add_months, add_years, chinese, day, dotted, identity, slashed
import words

# Those who left, by what they had been there for: how many, months from and to, what they said. A company that loses its newcomers.
LEAVING = [(9, 1, 2, words.EARLY), (42, 3, 6, words.EARLY), (19, 7, 12, words.MIDDLE), (23, 13, 30, words.MIDDLE), (17, 31, 72, words.LATE),
           (7, 73, 150, words.LATE), (3, 300, 345, words.RETIRED)]
FIRST_LEAVING = datetime.date(2023, 10, 20)


class Person:
    def __init__(self, number, name, sex, born, branch, department, position, level, superior, hired, end, terms, pay):
        self.number, self.name, self.sex, self.born = number, name, sex, day(born) if isinstance(born, str) else born
        self.branch, self.department, self.position, self.level = branch, department, position, level
        self.superior, self.hired = superior, day(hired) if isinstance(hired, str) else hired
        self.end, self.terms, self.pay = day(end) if isinstance(end, str) and end else end or None, terms, pay
        self.left = None
        self.words = None  # why they left: kind, stated, reason, in their words, second
        self.project = None

    @property
    def place(self):
        """The department at the top of its path."""
        return self.department.split('/')[0]

    def was_there(self, date):
        return self.hired <= date and (self.left is None or self.left >= date)


class Names:
    """One name a person, but for the two namesakes that every company of this size has."""

    def __init__(self):
        self.taken = {row[1] for row in CAST} | {name for name, _ in NAMED}
        self.named = list(NAMED)

    def take(self, chance, sex):
        if self.named and self.named[0][1] == sex and chance.yes(0.22):
            return self.named.pop(0)[0]
        while True:
            surname = chance.pick(COMPOUND) if chance.yes(0.012) else chance.pick(SURNAMES)
            name = surname + chance.pick(GIVEN[sex])
            if name not in self.taken:
                self.taken.add(name)
                return name


def born_for(chance, sex, level, hired, until):
    """Old enough to be hired, too young to have retired before the end."""
    oldest = datetime.date(until.year - (57 if sex == '男' else 47 if level == 'P3' else 52), 1, 1)
    born = datetime.date(hired.year - chance.between(21, 33), chance.between(1, 12), chance.between(1, 28))
    return max(born, oldest + datetime.timedelta(days=chance.between(0, 700)))


def invent(chance, names, post, hired, until):
    _, department, branch, position, level, superior, low, high = post
    sex = '男' if chance.yes(0.68 if branch == '苏州工厂' else 0.46) else '女'
    person = Person('', names.take(chance, sex), sex, None, branch, department, position, level, superior, hired, None, 0,
                    round(low + chance.draw() * (high - low), -2))
    person.born = born_for(chance, sex, level, hired, until)
    return person


def give_contract(person, until):
    """Two fixed terms of three years each, then one without an end."""
    first = add_days(add_years(person.hired, 3), -1)
    second = add_days(add_years(person.hired, 6), -1)
    if first >= until:
        person.terms, person.end = 1, first
    elif second >= until and person.hired.year >= 2008:
        person.terms, person.end = 2, second
    else:
        person.terms, person.end = 0, None


def hired_on(chance):
    """More of them in the last years, on a Monday."""
    year = 2008 + int(18.99 * chance.draw() ** 0.42)
    date = datetime.date(min(year, 2026), chance.between(1, 12), chance.between(1, 28))
    if date > datetime.date(2026, 10, 12):
        date = date.replace(year=2025)
    return add_days(date, -date.weekday())


def make_staff(names):
    staff = []
    for place, post in enumerate(POSTS):
        for index in range(post[0]):
            chance = Chance('staff', place, index)
            # Who leads others has been there for a while.
            hired = hired_on(chance) if '班组长' not in post[3] else datetime.date(chance.between(2009, 2019), chance.between(1, 12), chance.between(1, 28))
            person = invent(chance, names, post, hired, AS_OF)
            give_contract(person, AS_OF)
            staff.append(person)
    return staff


def leaving_post(chance, text, project):
    if project:
        return chance.pick([post for post in POSTS if post[1] in ('研发中心/控制组', '研发中心/机械组', '生产制造部/装配车间') and post[4] == 'P5'])
    places = words.said_in(text)
    posts = [post for post in POSTS if '班组长' not in post[3] and (places is None or post[1].split('/')[0] in places)]
    return chance.pick([post for post in posts for _ in range(post[0])])


def fill_words(chance, text):
    return text.format(line=chance.pick(words.LINES), n=chance.between(2, 6), city=chance.pick(words.CITIES))


def make_leavers(names):
    leavers, said = [], {}
    span = (datetime.date(2026, 10, 9) - FIRST_LEAVING).days
    total = sum(row[0] for row in LEAVING)
    index = 0
    for count, low, high, reasons in LEAVING:
        for nth in range(count):
            chance = Chance('leaver', index)
            on_project = reasons is words.MIDDLE and low == 13 and nth < len(words.LATE_PROJECT)
            left = add_days(FIRST_LEAVING, (index * 37 % total) * span // total)
            months = chance.between(low, high)
            if on_project:
                left, months = add_days(day('2026-01-16'), nth * 46), chance.between(14, 30)
            left = add_days(left, -max(0, left.weekday() - 4))
            hired = add_days(add_months(left, -months), -chance.between(0, 12))
            kind, stated, reason, text, second = words.LATE_PROJECT[nth] if on_project else reasons[(nth * 7 + 3) % len(reasons)]
            post = leaving_post(chance, text, on_project)
            person = invent(chance, names, post, hired, left)
            text = fill_words(chance, text)
            ending = words.ENDINGS[said.get(text, 0) % len(words.ENDINGS)]
            said[text] = said.get(text, 0) + 1
            person.left, person.words = left, (kind, fill_words(chance, stated), reason, text + ending, second)
            person.project = LATE_PROJECT if on_project else None
            finish_leaver(chance, person, kind)
            leavers.append(person)
            index += 1
    return leavers


def finish_leaver(chance, person, kind):
    give_contract(person, person.left)
    if kind == '退休':
        person.sex, person.born, person.terms, person.end = '男', add_years(person.left, -60) - datetime.timedelta(days=90), 0, None
        person.name = person.name[0] + chance.pick(['建国', '根生', '卫国'])
    elif kind == '合同到期':
        person.terms, person.end = person.terms or 2, person.left


def number_them(people):
    """Free numbers in the order in which people came."""
    taken = {row[0] for row in CAST} | FREE_NUMBERS
    free = (number for number in (f'E{place:04d}' for place in range(2, 9999)) if number not in taken)
    for person in sorted(people, key=lambda person: (person.hired, person.name)):
        person.number = next(free)


def find_superiors(staff):
    """Workers answer to the leader of a shift of their own shop, not to the director."""
    for department in {person.department for person in staff}:
        leaders = [person for person in staff if person.department == department and '班组长' in person.position]
        followers = [person for person in staff if person.department == department and person.level == 'P3']
        for place, person in enumerate(followers):
            if leaders:
                person.superior = leaders[place % len(leaders)].number


def make_people():
    names = Names()
    cast = [Person(*row) for row in CAST]
    staff = make_staff(names)
    leavers = make_leavers(names)
    number_them(staff + leavers)
    find_superiors(staff)
    return sorted(cast + staff + leavers, key=lambda person: person.number)


def probation_end(person):
    months = 6 if person.terms != 1 or not person.end or (person.end - person.hired).days >= 1094 else 2
    return add_months(person.hired, months) - datetime.timedelta(days=1)


def contract_start(person):
    if person.terms == 2:
        return add_days(add_years(person.end, -3), 1)
    if person.terms == 0:
        return min(max(add_years(person.hired, 6), day('2008-01-01')), (person.left or AS_OF).replace(month=1, day=1))
    return person.hired


def status_of(person):
    return '离职' if person.left else ('试用' if probation_end(person) > AS_OF else '在职')


def employees(people):
    names = {person.number: person.name for person in people}
    rows = []
    for index, person in enumerate(people):
        chance = Chance('address', int(person.number[1:]))
        foreign = person.name == 'David Okafor'
        city = BRANCHES[person.branch][0]
        start = max(contract_start(person), person.hired)
        areas = AREAS[person.branch]
        rows.append({
            '工号': person.number, '姓名': person.name, '性别': person.sex,
            '证件类型': '护照' if foreign else '居民身份证',
            '身份证号码': 'A00099871' if foreign else identity(areas[index % len(areas)], person.born, person.sex, index),
            '出生日期': slashed(person.born) if foreign else person.born.isoformat(),
            '手机号码': f'1990000{int(person.number[1:]):04d}',
            '电子邮箱': f'{person.number.lower()}@hengchuan.example',
            '现住址': f'{city}市示例路 {chance.between(1, 400)} 弄 {chance.between(1, 40)} 号 {chance.between(1, 18)}0{chance.between(1, 4)} 室',
            '员工状态': status_of(person),
            '分公司': person.branch, '部门': person.department, '岗位': person.position, '职级': person.level,
            '直属上级': names.get(person.superior, ''), '上级工号': person.superior,
            '入职日期': person.hired.isoformat() if index % 3 else chinese(person.hired),
            '合同类型': '固定期限' if person.terms else '无固定期限',
            '合同起始日': start.isoformat(),
            '合同终止日': dotted(person.end) if person.end else '',
            '签订日期': start.isoformat(),
            '固定期限合同次数': person.terms or 2,
            '试用期结束': probation_end(person).isoformat(),
            '工作城市': city,
            '总工龄': f'{max(AS_OF.year - person.born.year - 23, AS_OF.year - person.hired.year)}年',
            '退休类别': '男职工' if person.sex == '男' else ('女工人' if person.level == 'P3' else '女干部'),
            '性格': {'张敏': '敏感', '陈志远': '强势', '欧阳静怡': '内向', '沈知行': '外向'}.get(person.name, ''),
            '离职日期': person.left.isoformat() if person.left else '',
        })
    return rows
