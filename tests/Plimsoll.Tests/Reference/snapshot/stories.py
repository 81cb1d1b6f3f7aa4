#!/usr/bin/env python3
"""What the bundled snapshot says, computed independently of Plimsoll. Standard library only.

    python3 stories.py ../../../../data/snapshot > stories.csv

Per code and each of the last four months of 2025: EU27 (sum of the reporters) imports from China over twelve months (L12) against the
twelve months before (P12). Price is value over kilograms. share: China in imports from the world by value, intra-EU trade included;
empty where fewer than half of the reporters of the month before gave the world. zone: the illustrative import surge clause on this month alone.
"""
import collections
import csv
import gzip
import pathlib
import sys
from decimal import Decimal



def months(last, count):
    year, month = map(int, last.split("-"))
    ends = [year * 12 + month - 1 - back for back in range(count)]
    return [f"{m // 12}-{m % 12 + 1:02}" for m in ends]


def read(path):
    sums, reporters = collections.defaultdict(Decimal), collections.defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for r in csv.DictReader(file):
            if r["flow"] == "1":
                unit = 1 if r["indicators"] == "VALUE_IN_EUROS" else 100
                sums[r["partner"], r["indicators"], r["TIME_PERIOD"]] += Decimal(r["OBS_VALUE"]) * unit
                reporters[r["partner"], r["TIME_PERIOD"]].add(r["reporter"])
    return sums, reporters


def over(sums, partner, indicator, span):
    return sum(sums[partner, indicator, month] for month in span)


def zone(volume, price, value):
    if value / 52 < 200_000:
        return "below the floor"
    for name, more, less in (("red", Decimal("0.25"), Decimal("-0.1")), ("amber", Decimal("0.05"), Decimal("-0.05"))):
        if volume >= more and price <= less:
            return name
    return "green"


def main(folder):
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["product", "month", "value_l12", "value_p12", "kg_l12", "kg_p12", "volume", "price", "share_l12", "reporters_cn", "reporters_world", "zone"])
    for path in sorted((folder / "comext").glob("*.csv.gz")):
        sums, reporters = read(path)
        for last in ("2025-09", "2025-10", "2025-11", "2025-12"):
            late, early = months(last, 12), months(last, 24)[12:]
            value, before = (over(sums, "CN", "VALUE_IN_EUROS", span) for span in (late, early))
            weight, lighter = (over(sums, "CN", "QUANTITY_IN_100KG", span) for span in (late, early))
            volume = weight / lighter - 1
            price = (value / weight) / (before / lighter) - 1
            given = [len(reporters[partner, last]) for partner in ("CN", "WORLD")]
            partial = 2 * given[1] < len(reporters["WORLD", late[1]])
            share = "" if partial else f"{value / over(sums, 'WORLD', 'VALUE_IN_EUROS', late):.4f}"
            out.writerow([path.name[3:11], last, value, before, weight, lighter, f"{volume:.4f}", f"{price:.4f}", share, *given, zone(volume, price, value)])


main(pathlib.Path(sys.argv[1]))
