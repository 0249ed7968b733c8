#!/usr/bin/env python3
"""The worked cases of China, through the command line: worked-cases.py FAIRWELLCTL CASES.json"""
import json
import re
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import quoteattr

CALCULATIONS = {'severance': 'severance', 'n_plus_1': 'severance', 'unlawful_2N': 'damages', 'deadline': 'deadlines'}
JUDGED = ('entitlement', 'forbidden', 'procedure')
COMMON = ['EV_CONTRACT', 'EV_WAGE_12M', 'EV_STATUS_CHECK', 'EV_UNION_NOTICE']
# Outputs that say what a reckoning does not answer: that the other amount is not owed beside it.
BESIDE = ('severance_N_additional', 'payment_in_lieu')


def ground_id(code):
    return 'cn.' + code.removeprefix('G').lower().replace('_', '-')


def evidence_id(code):
    return code.removeprefix('EV_').lower().replace('_', '-')


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if not done.stdout.startswith('{'):
        raise AssertionError(f'exit {done.returncode}: {done.stderr.strip()}')
    return json.loads(done.stdout)


def text_of(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ','.join(text_of(entry) for entry in value)
    return str(value)


def same(expected, found):
    if isinstance(expected, bool) or expected is None or isinstance(found, bool) or found is None:
        return expected == found
    try:
        return abs(Decimal(str(expected)) - Decimal(str(found))) <= Decimal('0.004')
    except ArithmeticError:
        return str(expected) == str(found)


def compare(expected, found, problems):
    for name, value in expected.items():
        if name in BESIDE and name not in found:
            continue
        if not same(value, found.get(name, 'absent')):
            problems.append(f'{name}: {found.get(name, "absent")}, not {value}')


def reckon(program, case):
    inputs = dict(case['inputs'])
    if case['type'] == 'unlawful_2N':
        inputs.pop('ground', None)
    inputs.pop('city', None)
    calculation = CALCULATIONS.get(case['type'], case['type'].replace('_', '-'))
    arguments = []
    for name, value in inputs.items():
        value = ground_id(value) if name == 'ground' else text_of(value)
        arguments.append(f'{name.replace("_", "-")}={value}')
    found = run(program, 'reckon', 'CN', calculation, *arguments)
    problems = []
    compare(case['expected'], found, problems)
    if case['type'] != 'deadline' and not found['working'] and any(value for value in case['expected'].values()):
        problems.append('no working')
    if not found['article']:
        problems.append('no article')
    return problems


class Facts:
    """Facts of one case: an element for each name, repeated ones in lists."""

    def __init__(self, inputs, evidence_sets):
        self.root = {'as-of': '2026-06-30', 'jurisdiction': 'CN', 'place': 'Beijing'}
        self.union = {'exists': 'true', 'notified': '2026-05-20'}
        self.employee = {'sex': 'female', 'born': '1992-03-04', 'total-work-years': '6'}
        self.employment = {'hired': '2021-01-01', 'contract': 'open-ended', 'written-contract': 'true',
                           'contract-start': '2021-01-01'}
        by_employee = inputs['ground'] in ('G37', 'G36_EE') or inputs['ground'].startswith('G38')
        self.departure = {'ground': ground_id(inputs['ground']), 'last-day': '2026-06-30',
                          'proposer': 'employee' if by_employee else 'employer'}
        self.pay = {'average': '10000', 'last-month': '10000'}
        self.local = {'average-monthly-wage': '15701.08', 'minimum-monthly-wage': '2540', 'confirmed': 'true'}
        self.protections = []
        self.rules = [{'id': 'r1', 'democratic': 'true', 'published': '2020-01-01', 'acknowledged': '2021-01-02'}]
        codes = COMMON + evidence_sets['by_ground'].get(inputs['ground'], [])
        self.evidence = [evidence_id(code) for code in codes]
        if inputs['ground'] == 'G44_1':
            self.employment.update({'contract': 'fixed-term', 'contract-end': '2026-06-30', 'fixed-term-count': '1'})
        elif inputs['ground'] == 'R21':
            self.employee.update({'sex': 'male', 'born': '1964-03-04'})
        for name, value in inputs.items():
            getattr(self, 'take_' + name, lambda _value: None)(value)

    def protect(self, kind, **more):
        self.protections.append({'kind': kind, **{name.replace('_', '-'): text for name, text in more.items()}})

    def take_probation(self, value):
        self.employment['probation-end'] = '2026-12-31' if value else '2021-03-31'

    def take_employer_offer(self, value):
        self.departure['employer-offer'] = {'lower': 'worse', 'same': 'same-or-better'}.get(value, value)

    def take_employee_renews(self, value):
        self.departure['employee-renews'] = text_of(value)

    def take_hire_date(self, value):
        self.employment['hired'] = self.employment['contract-start'] = value

    def take_last_day(self, value):
        self.departure['last-day'] = self.root['as-of'] = value

    def take_avg_wage_12m(self, value):
        self.pay = {'average': str(value), 'last-month': str(value)}

    def take_pregnant(self, _value):
        self.protect('pregnancy')

    def take_infant_birth(self, value):
        self.protect('nursing', infant_born=value)

    def take_in_medical_period(self, _value):
        self.protect('medical-period')

    def take_injury_grade(self, value):
        self.protect('work-injury', grade=str(value))

    def take_employee_requests(self, value):
        self.departure['employee-requests'] = text_of(value)

    def take_suspected_occupational_disease(self, _value):
        self.protect('suspected-occupational-disease')

    def take_sex(self, value):
        self.employee['retirement-category'] = value
        self.employee['sex'] = 'male' if value == 'M60' else 'female'

    def take_birth(self, value):
        self.employee['born'] = value

    def take_probation_end(self, value):
        self.employment['probation-end'] = value

    def take_notice_delivered(self, value):
        self.departure['notice-delivered'] = self.departure['notified'] = value

    def take_contract_end(self, value):
        self.employment['contract-end'] = value

    def take_still_working_on(self, value):
        self.departure['last-day'] = self.root['as-of'] = value

    def take_employer_objected(self, value):
        self.departure['continuation-objected'] = text_of(value)

    def take_has_union(self, value):
        self.union['exists'] = text_of(value)

    def take_union_notified(self, value):
        if not value:
            self.union.pop('notified')
            self.evidence.remove('union-notice')

    def take_lawsuit_filed(self, value):
        self.departure.update(stage='in-court' if value else 'disputed')
        self.evidence += ['dismissal-notice', 'service-proof']

    def take_stage(self, value):
        self.departure['stage'] = value.replace('before_service', 'before-notice')

    def take_evidence(self, value):
        self.evidence = [evidence_id(code) for code in value]

    def to_xml(self):
        def element(name, attributes, inner=''):
            pairs = ''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())
            return f'<{name}{pairs}>{inner}</{name}>'

        inner = element('company', {'name': '甲公司'}, element('union', self.union) +
                        ''.join(element('rule', rule) for rule in self.rules))
        inner += element('employee', self.employee, element('employment', self.employment) + element('pay', self.pay) +
                         ''.join(element('protection', one) for one in self.protections))
        inner += element('local', self.local) + element('departure', self.departure)
        inner += ''.join(element('evidence', {'kind': kind, 'date': '2026-05-20'}) for kind in self.evidence)
        return element('facts', {'xmlns': 'urn:fairwell:facts:1', **self.root}, inner)


def blocks(found, statuses_only):
    return [one['id'] for one in found['findings'] if one['severity'] == 'block' and
            not (statuses_only and one['family'] not in ('status', 'ground'))]


NUMERALS = dict(enumerate('一二三四五六七八九', 1))


def in_numerals(number):
    tens, ones = divmod(number, 10)
    return (NUMERALS.get(tens, '') + '十' if tens else '') + NUMERALS.get(ones, '')


def articles_of(text):
    """'LCL Arts 42(1), 45' as findings cite them: 第四十二条第一项, 第四十五条."""
    found = []
    for number, item in re.findall(r'\b(\d+)(?:\((\d)\))?', text):
        name = f'第{in_numerals(int(number))}条'
        found.append(name + (f'第{NUMERALS[int(item)]}项' if item else ''))
    return found


def judge(program, case, evidence_sets):
    facts = Facts(case['inputs'], evidence_sets)
    expected = case['expected']
    problems = []
    with tempfile.NamedTemporaryFile('w', suffix='.xml', encoding='utf-8') as file:
        file.write(facts.to_xml())
        file.flush()
        found = run(program, 'assess', file.name, '--json')
    if 'blocked' in expected:
        blocking = blocks(found, case['type'] == 'forbidden')
        if bool(blocking) != expected['blocked']:
            problems.append(f'blocked by {blocking}, expected {expected["blocked"]}')
    if 'missing' in expected:
        compare({'missing': ' '.join(evidence_id(code) for code in expected['missing'])},
                {'missing': ' '.join(found['materials']['missing'])}, problems)
    if 'severance_due' in expected:
        compare({'due': expected['severance_due']}, found['severance'], problems)
    if 'N' in expected:
        compare({'amount': expected['N']}, found['severance'], problems)
    if 'lawful' in expected and expected['lawful'] != (not blocks(found, True)):
        problems.append(f'lawful is not {expected["lawful"]}: {blocks(found, True)}')
    if 'simple_expiry_termination_allowed' in expected and \
            expected['simple_expiry_termination_allowed'] == ('cn.interp-2-11' in blocks(found, True)):
        problems.append('work after the term: cn.interp-2-11 is not as expected')
    if 'retirement_date' in expected:
        retired = run(program, 'reckon', 'CN', 'retirement-age', 'category=' + case['inputs']['sex'], 'birth=' + case['inputs']['birth'])
        compare({'retirement_date': expected['retirement_date']}, retired, problems)
    if 'article' in expected and expected.get('blocked'):
        wanted = articles_of(expected['article'])
        cited = ' '.join(one['article'] for one in found['findings'] if one['id'] in blocks(found, True))
        if not any(name in cited for name in wanted):
            problems.append(f'no bar cites {wanted}: {cited}')
    if 'notice_days_by_employee' in expected:
        compare({'by': 'employee' if expected['notice_days_by_employee'] else 'none',
                 'days': expected['notice_days_by_employee']}, found['notice'], problems)
    if expected.get('status') == 'DEFECT_CURABLE':
        union = [one for one in found['findings'] if one['id'] == 'cn.43']
        if not union or union[0]['severity'] != 'warn' or union[0].get('curable') is not True:
            problems.append(f'cn.43 is no curable warning: {union}')
    return problems


def main():
    program, path = sys.argv[1:3]
    data = json.loads(Path(path).read_text(encoding='utf-8'))
    cases = data['cases']
    for case in cases:
        # Working on after the end of the term is judged with the ground of expiry, not by a calculation of days.
        if 'simple_expiry_termination_allowed' in case['expected']:
            case['type'] = 'forbidden'
            case['inputs']['ground'] = 'G44_1'
    print(f'1..{len(cases)}')
    for number, case in enumerate(cases, 1):
        try:
            problems = judge(program, case, data['meta']['evidence_sets']) if case['type'] in JUDGED else reckon(program, case)
        except AssertionError as error:
            problems = [str(error)]
        print(f'{"not ok" if problems else "ok"} {number} {case["id"]} {case["title"]}')
        for problem in problems:
            print('#  ', problem)


if __name__ == '__main__':
    main()
