#!/usr/bin/python3
"""The pack against a second reckoning (oracle.py), on some thousand random cases.

    test-oracle.py FAIRWELLCTL

One program reckons them all. ORACLE_SEED chooses other cases, ORACLE_CASES how many of each calculation.
"""
import json
import os
import random
import subprocess
import sys
from datetime import date, timedelta

import oracle
import oracle_other

SEED = int(os.environ.get("ORACLE_SEED", "20260401"))
CASES = int(os.environ.get("ORACLE_CASES", "120"))
# What is reckoned in most ways is tried most.
WEIGHTS = {"severance": 12, "damages": 4}
# A city's monthly average and minimum wage: the only figures that both sides are given.
LOCAL = [("12434", "2740"), ("15701.08", "2540"), ("9000", "2330")]
SHOWN = 20


def any_day(dice, first, last):
    return date.fromordinal(dice.randint(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()))


def any_money(dice, low, high):
    return f"{dice.randint(low * 100, high * 100) / 100:.2f}"


def any_service(dice):
    """Hire and last day; every third time a day from the edge of a half year."""
    last = any_day(dice, "2021-01-01", "2026-12-31")
    hired = any_day(dice, "1996-01-01", (last - timedelta(days=3)).isoformat())
    if dice.random() < 0.35:
        hired = oracle.add_months(last, -6 * dice.randint(1, 40)) + timedelta(days=dice.randint(-1, 3))
    if hired >= last:
        hired = last - timedelta(days=1)
    return {"hire-date": hired.isoformat(), "last-day": last.isoformat()}


def any_pay(dice):
    average, least = dice.choice(LOCAL)
    wage = any_money(dice, 1500, 60000)
    if dice.random() < 0.2:
        wage = f"{3 * float(average) + dice.choice((-0.01, 0, 0.01)):.2f}"
    return {"avg-wage-12m": wage, "local-avg-monthly": average, "min-wage": least}


def any_more(dice, given):
    """Sometimes months that were brought along; sometimes the wages month by month."""
    if dice.random() < 0.2:
        given["prior-service-months"] = str(dice.randint(1, 80))
    if dice.random() < 0.2:
        del given["avg-wage-12m"]
        given["wages"] = ",".join(any_money(dice, 2000, 45000) for _ in range(dice.randint(1, 14)))
    return given


def severance(dice):
    return {**any_more(dice, {**any_service(dice), **any_pay(dice)}), "ground": dice.choice([*oracle.BEFORE_2008, *oracle.WITHOUT_N]),
            "last-month-wage": any_money(dice, 1500, 60000), "notice-days-given": str(dice.choice((0, 10, 29, 30, 45)))}


def damages(dice):
    return any_more(dice, {**any_service(dice), **any_pay(dice)})


def tax(dice):
    return {"lump-sum": any_money(dice, 0, 2000000), "local-avg-annual": any_money(dice, 90000, 190000)}


def annual_leave(dice):
    return {**any_service(dice), "entitled-days": str(dice.choice((5, 10, 15))), "taken-days": str(dice.randint(0, 8)),
            "avg-wage-ex-overtime": any_money(dice, 3000, 50000)}


def double_wage(dice):
    """Signed some months on; every other time at some day of a month without public holidays, for the working days that are over."""
    hired = any_day(dice, "2022-01-01", "2024-12-31")
    hired = hired.replace(day=min(hired.day, 28))
    signed = oracle.add_months(hired, 1 + dice.randint(0, 14))
    later = signed + timedelta(days=dice.randint(1, 27))
    if dice.random() < 0.5 and oracle_other.is_quiet(signed, later):
        signed = later
    return {"hire-date": hired.isoformat(), "contract-signed": signed.isoformat(), "last-day": "2026-12-31",
            "monthly-wage": any_money(dice, 3000, 50000)}


def probation_limit(dice):
    return {"contract-months": str(dice.choice((1, 2, 3, 11, 12, 24, 35, 36, 60))), "probation-months-served": str(dice.randint(0, 9)),
            "post-probation-wage": any_money(dice, 3000, 50000)}


def medical_period(dice):
    total = dice.randint(0, 40)
    return {"total-work-years": str(total), "employer-years": str(dice.randint(0, total))}


def retirement_age(dice):
    return {"category": dice.choice(list(oracle.RETIREMENT)), "birth": any_day(dice, "1962-01-01", "1990-12-31").isoformat()}


def layoff_threshold(dice):
    total = dice.randint(21, 400)
    return {"total-employees": str(total), "cut": str(dice.randint(1, min(total, 45)))}


def deadlines(dice):
    return {"last-day": any_day(dice, "2021-01-01", "2026-12-31").isoformat()}


def overtime(dice):
    return {"monthly-wage": any_money(dice, 3000, 50000), "workday-hours": str(dice.randint(0, 60)), "rest-day-hours": str(dice.randint(0, 40)),
            "holiday-hours": str(dice.randint(0, 16)), "paid": any_money(dice, 0, 9000)}


def non_compete(dice):
    given = {"avg-wage-12m": any_money(dice, 3000, 90000), "min-wage": dice.choice(LOCAL)[1], "agreed-months": str(dice.randint(1, 36)),
             "unpaid-months": str(dice.randint(0, 6)), "knows-trade-secrets": dice.choice(("true", "false")), "role": "ordinary",
             "event": dice.choice(("none", "employer-ends"))}
    return {**given, "monthly-compensation": any_money(dice, 3000, 30000)} if dice.random() < 0.5 else given


def work_injury(dice):
    average, least = dice.choice(LOCAL)
    return {"injury-grade": str(dice.choice(list(oracle_other.INJURY))), "own-wage": any_money(dice, 2000, 60000), "local-avg-monthly": average,
            "min-wage": least}


def injury_subsidies(dice):
    return {"injury-grade": str(dice.randint(5, 10)), "place": dice.choice(list(oracle_other.SUBSIDIES)), "own-wage": any_money(dice, 3000, 40000),
            "local-avg-monthly": dice.choice(LOCAL)[0]}


def medical_subsidy(dice):
    return {"avg-wage-12m": any_money(dice, 1500, 50000), "min-wage": dice.choice(LOCAL)[1], "illness": dice.choice(list(oracle_other.ILLNESS))}


def training_bond(dice):
    return {"training-cost": any_money(dice, 1000, 200000), "period-months": str(dice.randint(1, 60)), "served-months": str(dice.randint(0, 70)),
            "agreed-penalty": any_money(dice, 1000, 200000), "ground": dice.choice([*oracle_other.BREAKS_SERVICE_PERIOD, "cn.38-2", "cn.39-1", "cn.40-2"])}


def deduction_limit(dice):
    return {"month-wage": any_money(dice, 2000, 30000), "min-wage": dice.choice(LOCAL)[1], "loss": any_money(dice, 0, 20000)}


def late_payment(dice):
    return {"owed": any_money(dice, 100, 90000), "ordered": dice.choice(("true", "false")), "paid-in-time": dice.choice(("true", "false"))}


def gap_wages(dice):
    """Back after some months; every other time some days later, in a month without public holidays."""
    last = any_day(dice, "2024-01-01", "2025-12-31")
    back = oracle.add_months(last + timedelta(days=1), dice.randint(1, 18))
    later = back + timedelta(days=dice.randint(1, 27))
    if dice.random() < 0.5 and oracle_other.is_quiet(back, later):
        back = later
    return {"last-day": last.isoformat(), "back-on": back.isoformat(), "monthly-wage": any_money(dice, 3000, 50000),
            "employer-share": dice.choice(("1", "0.7", "0.5"))}


def last_wage(dice):
    last = any_day(dice, "2024-01-01", "2026-12-31")
    if dice.random() < 0.3:
        last = oracle.add_months(last.replace(day=1), 1) - timedelta(days=1)
    hired = last - timedelta(days=dice.choice((dice.randint(0, 30), 400)))
    return {"last-day": last.isoformat(), "hire-date": hired.isoformat(), "stated-wage": any_money(dice, 3000, 50000),
            "absent-days": dice.choice(("0", "0", "0.5"))}


CALCULATIONS = {**oracle.CALCULATIONS, **oracle_other.CALCULATIONS}


def draw():
    dice = random.Random(SEED)
    cases = []
    for name in CALCULATIONS:
        make = globals()[name.replace("-", "_")]
        cases += [(name, make(dice)) for _ in range(CASES * WEIGHTS.get(name, 1))]
    return cases


def reckon(program, cases):
    lines = "".join("\t".join([name, *(f"{key}={value}" for key, value in given.items())]) + "\n" for name, given in cases)
    run = subprocess.run([program, "reckon", "CN", "--lines", "--today", "2026-12-31"], input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(cases), f"{len(answers)} answers to {len(cases)} cases"
    return answers


def differs(expected, found):
    """Which outputs are not alike; numbers are compared as numbers."""
    wrong = []
    for name, value in expected.items():
        there = found.get(name)
        try:
            same = there is not None and not isinstance(there, bool) and float(value) == float(there)
        except ValueError:
            same = False
        if not same and str(there) != value:
            wrong.append(f"{name}: {value} by the articles, {there} by the pack")
    return wrong


def main():
    cases = draw()
    failed = 0
    for (name, given), found in zip(cases, reckon(sys.argv[1], cases)):
        wrong = differs(CALCULATIONS[name](given), found)
        failed += bool(wrong)
        if wrong and failed <= SHOWN:
            print(f"# {name} {' '.join(f'{key}={value}' for key, value in given.items())}")
            print("#   " + "; ".join(wrong))
    print("1..1")
    print(f"# seed {SEED}, {len(cases)} cases, {failed} unlike")
    print("not ok 1 - oracle" if failed else "ok 1 - oracle")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
