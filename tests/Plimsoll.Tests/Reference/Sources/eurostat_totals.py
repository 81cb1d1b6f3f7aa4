"""Sums Eurostat files independently of Plimsoll, in exact decimals.

python3 eurostat_totals.py FILE... > eurostat_totals.csv

Per file: records, records and sum of values in EUR, records and sum of quantities in kg.
"""
import csv
import gzip
import os
import sys
from decimal import Decimal

UNIT = {
    "VALUE_IN_EUROS": ("value", Decimal(1)),
    "TRD_VAL": ("value", Decimal(1_000_000)),
    "QUANTITY_IN_100KG": ("kg", Decimal(100)),
    "QUANTITY_KG": ("kg", Decimal(1)),
}


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as text:
        for row in csv.DictReader(text):
            indicator = row.get("indicators") or row.get("indic_et") or "VALUE_IN_EUROS"
            yield indicator, row.get("OBS_VALUE") or row.get("values") or row.get("VALUE_IN_EUROS")


def main(paths):
    print("file,records,value_records,value_eur,kg_records,kg")
    for path in sorted(paths, key=os.path.basename):
        count, sums, seen = 0, {"value": Decimal(0), "kg": Decimal(0)}, {"value": 0, "kg": 0}
        for indicator, number in rows(path):
            kind, unit = UNIT[indicator]
            count += 1
            seen[kind] += 1
            sums[kind] += Decimal(number) * unit
        print(f"{os.path.basename(path)},{count},{seen['value']},{sums['value']:.3f},{seen['kg']},{sums['kg']:.3f}")


main(sys.argv[1:])
