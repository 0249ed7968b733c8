"""Days, amounts and identity numbers as lists have them."""
import datetime


def day(text):
    return datetime.date.fromisoformat(text)


def add_years(date, years):
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return date.replace(year=date.year + years, day=28)


def add_months(date, months):
    month = date.month - 1 + months
    year, month = date.year + month // 12, month % 12 + 1
    for last in (date.day, 30, 29, 28):
        try:
            return datetime.date(year, month, last)
        except ValueError:
            pass


def add_days(date, days):
    return date + datetime.timedelta(days=days)


def chinese(date):
    return f'{date.year}年{date.month}月{date.day}日'


def dotted(date):
    return f'{date.year}.{date.month}.{date.day}'


def slashed(date):
    return f'{date.year}/{date.month}/{date.day}'


def money(amount):
    return f'{amount:,.2f}'


def identity(area, born, sex, serial):
    """GB 11643-1999. Serials of 900 to 999, which stand for nobody; the last digit is odd for a man."""
    digit = serial % 5 * 2 + (1 if sex == '男' else 0)
    body = f'{area}{born:%Y%m%d}9{serial // 5 % 10}{digit}'
    total = sum(int(figure) * (2 ** (17 - place) % 11) for place, figure in enumerate(body))
    return body + '10X98765432'[total % 11]
