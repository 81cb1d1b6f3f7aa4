"""Writes the reference figures of the indicators, by arithmetic that shares nothing with the C# code.

Series are drawn with a fixed seed; sums are exact fractions; the last division is rounded to 30 significant digits.
Run: python3 make_reference.py   (standard library only; rewrites series.csv, readings.csv, splits.csv, concentration.csv, logarithms.csv)
"""
import csv
import datetime
import random
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50
FIRST = 2020 * 12          # January 2020, months counted from January of year 0
MONTHS = 72
rng = random.Random(20261124)


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def digits(fraction):
    """A fraction as a decimal of 26 significant digits: within the range of System.Decimal."""
    value = Decimal(fraction.numerator) / Decimal(fraction.denominator)
    with_26 = value.normalize() if value == 0 else +value
    getcontext().prec = 26
    rounded = +with_26
    getcontext().prec = 50
    return format(rounded, "f")


series = {}
for name, low, high in (("imports", 30000, 60000), ("exports", 10000, 25000), ("quantity", 5000, 9000), ("denominator", 150000, 250000)):
    series[name] = [Fraction(rng.randint(low * 1000, high * 1000), 1000) for _ in range(MONTHS)]
write("series.csv", ["month", *series],
      [[f"{(FIRST + i) // 12}-{(FIRST + i) % 12 + 1:02d}", *(digits(values[i]) for values in series.values())] for i in range(MONTHS)])


def first_day(index):
    return datetime.date(index // 12, index % 12 + 1, 1)


def months_of(window, at):
    length = {"month": 1, "roll3": 3, "roll12": 12, "calendar_year": 12, "avg_weekly": 12, "avg3y": 36}[window]
    end = at if window != "calendar_year" or at % 12 == 11 else at - at % 12 - 1
    return list(range(end - length + 1, end + 1))


def spans(window, baseline, at):
    """(months of the window, list of windows of the baseline)."""
    now = months_of(window, at)
    back = {"vs_prev_year": [12], "vs_prev_window": [len(now)], "vs_avg3y": [12, 24, 36]}
    if baseline == "":
        return now, []
    if baseline.startswith("vs_fixed"):
        return now, [months_of(window, 2022 * 12 + 11)]
    return now, [[m - shift for m in now] for shift in back[baseline]]


def total(name, windows):
    return sum((series[name][m - FIRST] for w in windows for m in w), Fraction(0))


def level(measure, window, windows):
    if window == "avg_weekly":
        days = sum((first_day(w[-1] + 1) - first_day(w[0])).days for w in windows)
        factor = Fraction(7, days)
    else:
        factor = Fraction(1, len(windows) * (3 if window == "avg3y" else 1))
    imports, exports = total("imports", windows), total("exports", windows)
    return {
        "value": imports * factor,
        "quantity": total("quantity", windows) * factor,
        "unit_value": imports / total("quantity", windows),
        "share": imports / total("denominator", windows),
        "balance": (exports - imports) * factor,
        "cover_ratio": exports / imports,
        "ratio": imports / exports,
    }[measure]


readings = []
for measure in ("value", "quantity", "unit_value", "share", "balance", "cover_ratio", "ratio"):
    for window in ("month", "roll3", "roll12", "calendar_year", "avg_weekly", "avg3y"):
        for baseline in ("", "vs_prev_year", "vs_prev_window", "vs_avg3y", "vs_fixed.2022"):
            for at in (2025 * 12 + 11, 2025 * 12 + 6):
                now, then = spans(window, baseline, at)
                if min([now[0], *(w[0] for w in then)]) < FIRST:
                    continue
                value = level(measure, window, [now])
                if then:
                    base = level(measure, window, then)
                    value = value - base if measure in ("share", "cover_ratio", "ratio") else value / base - 1
                readings.append([".".join(filter(None, (measure, window, baseline))), f"{at // 12}-{at % 12 + 1:02d}", digits(value)])
write("readings.csv", ["indicator", "at", "value"], readings)

splits = []
for _ in range(60):
    v0, v1 = (Decimal(rng.randint(1, 10 ** rng.randint(4, 15))) / 1000 for _ in range(2))
    q0, q1 = (Decimal(rng.randint(1, 10 ** rng.randint(4, 12))) / 1000 for _ in range(2))
    p0, p1 = v0 / q0, v1 / q1
    mean = v0 if v0 == v1 else (v1 - v0) / (v1 / v0).ln()
    splits.append([v0, q0, v1, q1, format((mean * (p1 / p0).ln()), ".9f"), format((p1 - p0) * (q0 + q1) / 2, ".9f")])
write("splits.csv", ["value0", "quantity0", "value1", "quantity1", "lmdi_price", "bennet_price"], splits)

concentration = []
for _ in range(60):
    amounts = [Fraction(rng.randint(0, 10 ** rng.randint(1, 9)), 1000) for _ in range(rng.randint(1, 12))]
    amounts[0] += 1
    secret, others = (Fraction(rng.choice((0, rng.randint(0, 10 ** 6))), 1000) for _ in range(2))
    whole = sum(amounts) + secret + others
    lowest = sum(a * a for a in amounts) / whole ** 2
    # The secret part given to each candidate in turn, a newcomer included: the largest result is the upper end.
    highest = max(
        sum((a + (secret if i == j else 0)) ** 2 for j, a in enumerate([*amounts, others, Fraction(0)])) / whole ** 2
        for i in range(len(amounts) + 2))
    index = sum(a * a for a in amounts) / (sum(amounts) + others) ** 2
    concentration.append([" ".join(digits(a) for a in amounts), digits(secret), digits(others), digits(index), digits(lowest), digits(highest)])
write("concentration.csv", ["suppliers", "secret", "others", "index", "lowest", "highest"], concentration)

write("logarithms.csv", ["x", "ln"],
      [[x, format(Decimal(x).ln(), ".24f")] for x in ("0.000000001", "0.5", "0.75", "0.9999999999", "1", "1.0000000001", "1.2", "1.5", "2", "10", "123456789012345678")])
