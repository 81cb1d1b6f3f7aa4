"""Writes products.csv.gz, the code list of the synthetic months.

    python3 products.py FOLDER

FOLDER holds cnCodes_2023..2026.json.gz, estat_corr_CN2022_CPA21.csv, meridian_cn8_sitc.csv and meridian_cn8_bec.csv
(sources in README.md). A code that a correspondence lacks takes the entry of its nearest neighbour in code order.
"""

import csv
import gzip
import io
import json
import os
import sys

YEARS = (2023, 2024, 2025, 2026)
HEADER = ("cn8", "first", "last", "unit", "sitc", "cpa", "bec")


def code_years(folder):
    years, units = {}, {}
    for year in YEARS:
        with gzip.open(os.path.join(folder, f"cnCodes_{year}.json.gz")) as file:
            for entry in json.load(file):
                years.setdefault(entry["code"], []).append(year)
                units[entry["code"]] = entry["supplementaryUnit"] or "NO_SU"
    return years, units


def correspondence(folder, name, key, value, shape):
    with open(os.path.join(folder, name), encoding="utf-8-sig") as file:
        return {row[key]: shape(row[value]) for row in csv.DictReader(file) if row[value]}


def nearest(table, codes):
    """Fills gaps with the last known neighbour before, else the first known one."""
    last = next(table[code] for code in codes if code in table)
    for code in codes:
        last = table.get(code, last)
        yield last


def main(folder):
    years, units = code_years(folder)
    codes = sorted(years)
    sitc = correspondence(folder, "meridian_cn8_sitc.csv", "cn8", "sitc4", lambda text: text.zfill(4).ljust(5, "0"))
    cpa = correspondence(folder, "estat_corr_CN2022_CPA21.csv", "CN 2022", "CPA 2.1", lambda text: text.replace(".", "")[:4].ljust(4, "0"))
    bec = correspondence(folder, "meridian_cn8_bec.csv", "cn8", "bec4", lambda text: text.ljust(3, "0"))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for code, *classes in zip(codes, nearest(sitc, codes), nearest(cpa, codes), nearest(bec, codes)):
        writer.writerow((code, min(years[code]), max(years[code]), units[code], *classes))
    with open("products.csv.gz", "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write(text.getvalue().encode("ascii"))


main(sys.argv[1])
