"""A second reckoning, from the articles alone: it shares nothing with the pack but the local figures.

Each function takes the inputs of a calculation as text and answers the outputs that it is sure of, as text. Money is exact until it
is rounded half up, once.
"""
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction as Exact

LAW_OF_2008 = date(2008, 1, 1)

# Labour Contract Law, Art. 46 and 97: which grounds pay N; whether years before 2008 count for it, and up to how many months
# (None: without limit; 0: not at all).
BEFORE_2008 = {
    "cn.36-er": 12,  # Lao Bu Fa [1994] 481, Art. 5
    "cn.38-1": None, "cn.38-2": None, "cn.38-p2": None,
    "cn.38-3": 0, "cn.38-4": 0, "cn.38-5": 0,  # no such grounds before 2008
    "cn.40-1": None,  # Art. 6
    "cn.40-2": 12,  # Art. 7
    "cn.40-3": None,  # Art. 8
    "cn.41-1": None, "cn.41-2": None, "cn.41-3": None, "cn.41-4": None,  # Art. 9
    "cn.44-1": 0, "cn.44-4": 0, "cn.44-5": 0, "cn.task": 0, "cn.r6": 0,
}
WITHOUT_N = ("cn.36-ee", "cn.37", "cn.39-1", "cn.39-2", "cn.39-3", "cn.39-4", "cn.39-5", "cn.39-6", "cn.44-2", "cn.44-3", "cn.r21",
             "cn.r5", "cn.71", "cn.overage")
WITH_NOTICE = ("cn.40-1", "cn.40-2", "cn.40-3")

# Individual Income Tax Law, the annual table: the upper end of each slice and its rate.
TAX_SLICES = [(36000, 3), (144000, 10), (300000, 20), (420000, 25), (660000, 30), (960000, 35), (None, 45)]

# Decision on raising the retirement age: original age, first month of birth concerned, months of birth per month of delay, most.
RETIREMENT = {"M60": (60, (1965, 1), 4, 36), "F55": (55, (1970, 1), 4, 36), "F50": (50, (1975, 1), 2, 60)}


def day(text):
    return date.fromisoformat(text)


def add_months(start, months):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def span(first, last):
    """Whole months and days over, both days counted."""
    end = last + timedelta(days=1)
    months = (end.year - first.year) * 12 + end.month - first.month
    while add_months(first, months) > end:
        months -= 1
    return months, (end - add_months(first, months)).days


def half_years(first, last):
    """Art. 47(1): a year is a month's wage, six months or more a year, less than six half a month's."""
    months, days = span(first, last)
    years, months = divmod(months, 12)
    if months >= 6:
        return Exact(years + 1)
    return Exact(years) + (Exact(1, 2) if months or days else 0)


def begun_years(first, last):
    months, days = span(first, last)
    return Exact(months // 12 + (1 if months % 12 or days else 0))


def cents(amount):
    sign = "-" if amount < 0 else ""
    whole = int(abs(amount) * 100 + Exact(1, 2))
    return f"{sign}{whole // 100}.{whole % 100:02d}"


def plain(number):
    return str(number.numerator) if number.denominator == 1 else str(float(number))


def mean(wages):
    """Law, Art. 47(3), Regulations, Art. 27: of the last twelve months, or of as many as there are."""
    months = [Exact(wage) for wage in wages.split(",")][-12:]
    return sum(months) / len(months)


def first_day(given):
    """Regulations, Art. 10: service that was brought along counts from so many months earlier."""
    return add_months(day(given["hire-date"]), -int(given.get("prior-service-months", "0")))


def base_of(given):
    """Regulations, Art. 27; Law, Art. 47(2): not below the minimum wage; above three local averages, three of them."""
    average = Exact(given["avg-wage-12m"]) if "avg-wage-12m" in given else mean(given["wages"])
    average = max(average, Exact(given["min-wage"]))
    top = 3 * Exact(given["local-avg-monthly"])
    return average, min(average, top), average > top


def severance(given):
    ground, first, last = given["ground"], first_day(given), day(given["last-day"])
    average, base, capped = base_of(given)
    before = after = Exact(0)
    if ground in BEFORE_2008:
        limit = BEFORE_2008[ground]
        after = half_years(max(first, LAW_OF_2008), last)
        if first < LAW_OF_2008 and limit != 0:
            before = begun_years(first, LAW_OF_2008 - timedelta(days=1))
            before = min(before, limit) if limit is not None else before
    paid = min(after, Exact(12)) if capped else after
    amount = before * average + paid * base
    notice = Exact(0)
    if ground in WITH_NOTICE and int(given["notice-days-given"]) < 30:
        notice = max(Exact(given["last-month-wage"]), Exact(given["min-wage"]))
    return {"N": cents(amount), "payment_in_lieu": cents(notice), "total": cents(amount + notice),
            "months_paid": plain(before + paid)}


def damages(given):
    """Art. 87, Regulations Art. 25: twice, over all the years, not parted in 2008."""
    _average, base, capped = base_of(given)
    months = half_years(first_day(given), day(given["last-day"]))
    months = min(months, Exact(12)) if capped else months
    return {"damages_2N": cents(2 * months * base), "months_paid": plain(months)}


def tax(given):
    exempt = 3 * Exact(given["local-avg-annual"])
    taxable = max(Exact(given["lump-sum"]) - exempt, Exact(0))
    due, lower = Exact(0), 0
    for upper, rate in TAX_SLICES:
        slice_top = taxable if upper is None else min(taxable, Exact(upper))
        if slice_top > lower:
            due += (slice_top - lower) * rate / 100
        lower = upper
        if upper is None or taxable <= upper:
            break
    return {"exempt": cents(exempt), "taxable": cents(taxable), "tax": cents(due)}


def annual_leave(given):
    """Rules implementing paid annual leave, Art. 10 to 12."""
    first, last = day(given["hire-date"]), day(given["last-day"])
    elapsed = (last - max(first, date(last.year, 1, 1))).days + 1
    days = max(int(Exact(elapsed, 365) * int(given["entitled-days"])) - int(given["taken-days"]), 0)
    daily = Exact(given["avg-wage-ex-overtime"]) / Exact("21.75")
    return {"unused_days": str(days), "extra_200pct": cents(2 * days * daily), "total_300pct": cents(3 * days * daily)}


def double_wage(given):
    """Art. 82, Regulations Art. 6 and 7: from the day after a full month, eleven months at the most; what is over by working days."""
    first, wage = add_months(day(given["hire-date"]), 1), Exact(given["monthly-wage"])
    last = min(day(given["contract-signed"]), add_months(day(given["hire-date"]), 12)) - timedelta(days=1)
    if last < first:
        return {"extra_wage": "0.00"}
    months, days = span(first, last)
    rest = [add_months(first, months) + timedelta(days=n) for n in range(days)]
    over = sum(one.weekday() < 5 for one in rest) * wage / Exact("21.75")
    return {"extra_wage": cents(min(months * wage + over, 11 * wage))}


def probation_limit(given):
    months, served = int(given["contract-months"]), int(given["probation-months-served"])
    most = 0 if months < 3 else 1 if months < 12 else 2 if months < 36 else 6
    excess = max(served - most, 0)
    return {"max_probation_months": str(most), "excess_months": str(excess), "damages": cents(excess * Exact(given["post-probation-wage"]))}


def medical_period(given):
    total, here = int(given["total-work-years"]), int(given["employer-years"])
    if total < 10:
        period = 3 if here < 5 else 6
    else:
        period = next(p for limit, p in ((5, 6), (10, 9), (15, 12), (20, 18), (200, 24)) if here < limit)
    return {"medical_period_months": str(period), "window_months": str({3: 6, 6: 12, 9: 15, 12: 18, 18: 24, 24: 30}[period])}


def retirement_age(given):
    age, base, step, most = RETIREMENT[given["category"]]
    birth = day(given["birth"])
    months = (birth.year - base[0]) * 12 + birth.month - base[1]
    delay = 0 if months < 0 else min(most, months // step + 1)
    return {"delay_months": str(delay), "retirement_date": add_months(birth, age * 12 + delay).isoformat()}


def layoff_threshold(given):
    total, cut = int(given["total-employees"]), int(given["cut"])
    return {"art41_available": str(cut >= 20 or cut * 10 >= total)}


def deadlines(given):
    last = day(given["last-day"])
    return {"certificate_due": last.isoformat(), "archives_social_insurance_due": (last + timedelta(days=15)).isoformat(),
            "housing_fund_due": (last + timedelta(days=30)).isoformat(), "contract_text_keep_until": add_months(last, 24).isoformat(),
            "arbitration_limit": add_months(last, 12).isoformat()}


CALCULATIONS = {
    "severance": severance, "damages": damages, "tax": tax, "annual-leave": annual_leave, "double-wage": double_wage,
    "probation-limit": probation_limit, "medical-period": medical_period, "retirement-age": retirement_age,
    "layoff-threshold": layoff_threshold, "deadlines": deadlines,
}
