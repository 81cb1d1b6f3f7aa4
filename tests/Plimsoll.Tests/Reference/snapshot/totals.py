#!/usr/bin/env python3
"""Counts and sums of trade files by file and flow, in exact decimals, independently of Plimsoll. Standard library only.

    python3 totals.py ../../../../data/snapshot > totals.csv
    python3 totals.py ../../Specimens > specimen-totals.csv

rows: figures (a value and a weight in one record of the source count once). value: single units of the currency. kg: kilograms.
Files that are not trade by flow (nomenclatures, samples of other datasets, error pages, pictures, derived tables) are left out.
"""
import collections
import csv
import gzip
import html
import io
import json
import pathlib
import re
import sys
from decimal import Decimal

UNITS = {"VALUE_IN_EUROS": (1, None), "TRD_VAL": (10**6, None), "QUANTITY_IN_100KG": (None, 100), "QUANTITY_KG": (None, 1)}
FLOWS = {"1": "import", "2": "export", "3": "balance", "IMP": "import", "EXP": "export", "M": "import", "X": "export"}
SIZES = {"usd_mn": ("USD", 10**6), "cny_100mn": ("CNY", 10**8)}
TONS = {"Ton": 1000, "Tons": 1000, "10000 Tons": 10**7}
FIGURE = re.compile(r"(qty|value)_(month|1to\d+)(_20\d\d)?(?:_(usd_mn|cny_100mn))?")


def number(text):
    return None if text in ("", ":", "-", None) else Decimal(str(text).replace(",", ""))


def times(value, factor):
    return None if value is None or factor is None else value * factor


def by_indicator(record, flow, indicator, value):
    of_value, of_weight = UNITS[record[indicator]]
    return "EUR", FLOWS[record[flow]], times(number(record[value]), of_value), times(number(record[value]), of_weight)


def transcript(record, head):
    """Columns of one span of months are one figure: its value and its weight."""
    pairs = collections.defaultdict(dict)
    for name in head:
        if match := FIGURE.fullmatch(name):
            what, span, year, size = match.groups()
            pairs[span, year][what] = (number(record[name]), SIZES.get(size, ("", 1)))
    flow = "export" if "exports" in record["source"] else "import"
    for pair in pairs.values():
        value, (currency, size) = pair.get("value", (None, ("", 1)))
        weight = pair.get("qty", (None, None))[0]
        if value is not None or weight is not None:
            yield currency, flow, times(value, size), times(weight, TONS.get(record.get("unit")))


def delimited(text):
    records = csv.DictReader(io.StringIO(text))
    head = records.fieldnames or []
    for r in records:
        if {"DATAFLOW", "reporter", "indicators"} <= set(head):
            yield by_indicator(r, "flow", "indicators", "OBS_VALUE")
        elif "stk_flow" in head:
            yield by_indicator(r, "stk_flow", "indic_et", "values")
        elif "VALUE_IN_EUROS" in head:
            yield "EUR", FLOWS[r["FLOW"]], number(r["VALUE_IN_EUROS"]), number(r["QUANTITY_IN_KG"] if "QUANTITY_IN_KG" in head else None)
        elif "STAT_PROCEDURE" in head:
            yield "EUR", FLOWS[r["FLOW"]], number(r["VALUE_EUR"]), number(r["QUANTITY_KG"])
        elif head[:2] == ["source", "page_title_period"]:
            yield from transcript(r, head)
        elif head == ["i", "j", "cmd", "value"]:
            yield "USD", "export", round(number(r["value"]), 3), None
        elif head == ["period_dt", "partner_name", "hs6", "val", "qty", "uv"]:
            # UN Comtrade writes 0 for a weight that was not reported.
            yield "USD", "export", round(number(r["val"]), 3), round(number(r["qty"]), 3) or None
        else:
            return


def eurostat_tsv(text):
    head, *lines = [line.split("\t") for line in text.splitlines()]
    names = head[0].split("\\")[0].split(",")
    if "flow" in names and "indicators" in names:
        for key, *cells in lines:
            r = dict(zip(names, key.split(",")))
            for cell in cells:
                yield by_indicator(r | {"value": cell.strip()}, "flow", "indicators", "value")


def documents(text):
    data = json.loads(text, parse_float=Decimal)
    if data.get("class") == "dataset":
        order = [list(data["dimension"][d]["category"]["index"]) for d in data["id"]]
        for place, value in data["value"].items():
            codes, rest = {}, int(place)
            for name, size, labels in reversed(list(zip(data["id"], data["size"], order))):
                codes[name] = labels[rest % size]
                rest //= size
            yield by_indicator(codes | {"value": value}, "flow", "indicators", "value")
    elif "primaryValue" in str(data.get("data", ""))[:5000]:
        cells = {tuple(r[k] for k in ("reporterCode", "partnerCode", "flowCode", "cmdCode", "period")): r["primaryValue"] for r in data["data"]}
        for (_, _, flow, _, _), value in cells.items():
            yield "USD", FLOWS[flow], number(value), None


def customs_page(text):
    """Table (4) of January and February: partner, total, exports, imports and three rates of growth."""
    for row in re.findall(r"(?s)<tr.*?</tr>", text):
        cells = [html.unescape(re.sub("<[^>]+>", "", c)).strip() for c in re.findall(r"(?s)<td.*?</td>", row)]
        if len(cells) == 7 and re.fullmatch(r"[\d,]+\.\d", cells[2]):
            yield "CNY", "export", number(cells[2]) * 10**8, None
            yield "CNY", "import", number(cells[3]) * 10**8, None


READERS = {".csv": delimited, ".dat": delimited, ".tsv": eurostat_tsv, ".json": documents, ".html": customs_page}


def figures(path):
    name = path.name.removesuffix(".gz")
    reader = READERS.get(pathlib.PurePath(name).suffix)
    if reader is None or path.parent.name.startswith(("reference_", "geometry")) or name == "manifest.json":
        return
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8-sig")
    yield from reader(text)


def main(folder):
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["file", "flow", "currency", "rows", "value_rows", "value", "kg_rows", "kg"])
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        sums = collections.defaultdict(lambda: [0, 0, Decimal(0), 0, Decimal(0)])
        for currency, flow, value, weight in figures(path):
            total = sums[flow, currency]
            total[0] += 1
            for at, amount in ((1, value), (3, weight)):
                if amount is not None:
                    total[at] += 1
                    total[at + 1] += amount
        for (flow, currency), (rows, values, value, weights, weight) in sorted(sums.items()):
            out.writerow([path.relative_to(folder).as_posix(), flow, currency, rows, values, f"{value:.3f}", weights, f"{weight:.3f}"])


main(pathlib.Path(sys.argv[1]))
