"""The rest of the second reckoning (oracle.py): what is paid besides N and 2N."""
from calendar import monthrange
from datetime import timedelta
from fractions import Fraction as Exact

from oracle import add_months, cents, day, plain, span

A_DAY = Exact("21.75")

# Work-Injury Insurance Regulations, Art. 35 to 37: months of the one-off benefit, per cent of the monthly allowance.
INJURY = {1: (27, 90), 2: (25, 85), 3: (23, 80), 4: (21, 75), 5: (18, 70), 6: (16, 60), 7: (13, 0), 8: (11, 0), 9: (9, 0), 10: (7, 0)}

# Provincial rules: months of the medical and of the employment subsidy by grade; of the own wage, or of the city's average.
SUBSIDIES = {
    "Guangzhou": ("own-wage", {5: (10, 50), 6: (8, 40), 7: (6, 25), 8: (4, 15), 9: (2, 8), 10: (1, 4)}),
    "Shanghai": ("local-avg-monthly", {5: (18, 18), 6: (15, 15), 7: (12, 12), 8: (9, 9), 9: (6, 6), 10: (3, 3)}),
}

# Rule 481, Art. 6: six months' wages; half as much again, as much again.
ILLNESS = {"ordinary": 6, "serious": 9, "incurable": 12}

# Regulations, Art. 26: who breaks the service period.
BREAKS_SERVICE_PERIOD = ("cn.37", "cn.39-2", "cn.39-3", "cn.39-4", "cn.39-5", "cn.39-6")


def weekdays(first, last):
    return sum((first + timedelta(days=n)).weekday() < 5 for n in range((last - first).days + 1))


def overtime(given):
    """Labour Law, Art. 44: 150, 200 and 300 per cent of an hour; a month has 21.75 days of eight hours."""
    hour = Exact(given["monthly-wage"]) / A_DAY / 8
    parts = [hour * Exact(given[name]) * Exact(share) for name, share in (("workday-hours", "1.5"), ("rest-day-hours", "2"), ("holiday-hours", "3"))]
    return {"workday_pay": cents(parts[0]), "rest_day_pay": cents(parts[1]), "holiday_pay": cents(parts[2]),
            "overtime_due": cents(max(sum(parts) - Exact(given["paid"]), Exact(0)))}


def non_compete(given):
    """Art. 24: 24 months at most, of those who know secrets; Interpretation I, Art. 36, 38, 39: 30 per cent, three months unpaid, three more."""
    least = max(Exact(given["avg-wage-12m"]) * 30 / 100, Exact(given["min-wage"]))
    monthly = Exact(given["monthly-compensation"]) if "monthly-compensation" in given else least
    months = min(int(given["agreed-months"]), 24)
    return {"monthly_floor": cents(least), "enforceable_months": str(months), "total": cents(months * monthly),
            "enforceable": str(given["knows-trade-secrets"] == "true"), "employee_may_terminate": str(int(given["unpaid-months"]) >= 3),
            "extra_payment": cents(3 * monthly if given["event"] == "employer-ends" else Exact(0))}


def work_injury(given):
    """Art. 64: the own wage, within 60 and 300 per cent of the average; the allowance is no less than the minimum wage."""
    local = Exact(given["local-avg-monthly"])
    base = min(max(Exact(given["own-wage"]), local * 60 / 100), local * 3)
    months, rate = INJURY[int(given["injury-grade"])]
    allowance = max(base * rate / 100, Exact(given["min-wage"])) if rate else Exact(0)
    return {"wage_base": cents(base), "one_off_disability_benefit": cents(months * base), "monthly_allowance": cents(allowance)}


def injury_subsidies(given):
    base_of, rows = SUBSIDIES[given["place"]]
    medical, employment = rows[int(given["injury-grade"])]
    base = Exact(given[base_of])
    return {"medical_subsidy": cents(medical * base), "employment_subsidy": cents(employment * base)}


def medical_subsidy(given):
    base = max(Exact(given["avg-wage-12m"]), Exact(given["min-wage"]))
    return {"months": str(ILLNESS[given["illness"]]), "medical_subsidy": cents(ILLNESS[given["illness"]] * base)}


def training_bond(given):
    """Art. 22: no more than the share of the cost that falls on the time not served."""
    whole = Exact(given["period-months"])
    rest = max(whole - Exact(given["served-months"]), Exact(0))
    limit = Exact(given["training-cost"]) * rest / whole
    due = given["ground"] in BREAKS_SERVICE_PERIOD
    penalty = min(limit, Exact(given["agreed-penalty"])) if due else Exact(0)
    return {"unexpired_months": plain(rest), "penalty_limit": cents(limit), "due": str(due), "penalty": cents(penalty)}


def deduction_limit(given):
    """Provisional Rules on Payment of Wages, Art. 16: a fifth of the month's wage, and the minimum wage is left."""
    wage = Exact(given["month-wage"])
    most = min(wage / 5, max(wage - Exact(given["min-wage"]), Exact(0)))
    taken = min(most, Exact(given["loss"]))
    return {"most_deduction": cents(most), "deducted": cents(taken), "carried_over": cents(Exact(given["loss"]) - taken), "paid_out": cents(wage - taken)}


def late_payment(given):
    """Art. 85: 50 to 100 per cent on top, only after the bureau's order and its term."""
    owed = Exact(given["owed"]) if given["ordered"] == "true" and given["paid-in-time"] == "false" else Exact(0)
    return {"surcharge_due": str(owed > 0), "surcharge_least": cents(owed / 2), "surcharge_most": cents(owed)}


def gap_wages(given):
    """Interpretation II, Art. 18: the wages of the gap, by months, the rest by working days; the employer's share of them."""
    first, last = day(given["last-day"]) + timedelta(days=1), day(given["back-on"]) - timedelta(days=1)
    months, days = span(first, last)
    left = weekdays(add_months(first, months), last) if days else 0
    wage = Exact(given["monthly-wage"])
    return {"months": str(months), "working_days": str(left),
            "gap_wages": cents((months * wage + left * wage / A_DAY) * Exact(given["employer-share"]))}


def last_wage(given):
    """A whole month is paid whole; else by days of 21.75 a month."""
    last, wage, absent = day(given["last-day"]), Exact(given["stated-wage"]), Exact(given["absent-days"])
    month_start = last.replace(day=1)
    first = max(month_start, day(given["hire-date"]))
    whole = first == month_start and last.day == monthrange(last.year, last.month)[1] and absent == 0
    return {"last_wage": cents(wage if whole else wage / A_DAY * (weekdays(first, last) - absent))}


def is_quiet(first, last):
    """Whether the days lie in months without public holidays and without working weekends."""
    return all((first + timedelta(days=n)).month in (3, 7, 8, 11, 12) for n in range((last - first).days + 1))


CALCULATIONS = {
    "overtime": overtime, "non-compete": non_compete, "work-injury": work_injury, "injury-subsidies": injury_subsidies,
    "medical-subsidy": medical_subsidy, "training-bond": training_bond, "deduction-limit": deduction_limit,
    "late-payment": late_payment, "gap-wages": gap_wages, "last-wage": last_wage,
}
