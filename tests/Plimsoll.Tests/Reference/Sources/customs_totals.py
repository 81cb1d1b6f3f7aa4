#!/usr/bin/env python3
"""Counts and sums of the China Customs, Comtrade, BACI and ECB specimens, with nothing but the standard library.

Run in this folder; writes customs_totals.csv. Values are thousandths of a currency unit, weights thousandths of a kilogram.
"""
import csv
import html
import json
import re
from decimal import Decimal
from pathlib import Path

SPECIMENS = Path(__file__).resolve().parents[2] / "Specimens"
NONE = ("-", "—", "")


def cells(page):
    text = (SPECIMENS / page).read_text(encoding="utf-8")
    table = text[text.index("<table"):text.index("</table>")]
    for row in re.findall(r"<tr>(.*?)</tr>", table, re.S):
        yield [" ".join(html.unescape(re.sub("<[^>]+>", "", c)).split()) for c in re.findall(r"<td[^>]*>(.*?)</td>", row, re.S)]


def number(text):
    return Decimal(text.replace(",", ""))


def by_country(page, value_columns, width):
    rows = [r for r in cells(page) if len(r) == width and re.fullmatch(r"[\d,]+\.\d", r[1])]
    figures = [number(r[c]) for r in rows for c in value_columns]
    return len(figures), int(sum(figures) * 10**8 * 1000), 0


def by_commodity(page, million, quantities=(2, 4, 6)):
    """A value stands right of its quantity. The last pair is left out where its head names a year that cannot be."""
    rows = [r for r in cells(page) if len(r) == 10 and re.fullmatch(r"[\d,.]+", r[3])]
    value = kilograms = Decimal(0)
    for r in rows:
        value += sum(number(r[c]) for c in (q + 1 for q in quantities) if r[c] not in NONE) * million
        if r[1].endswith(("Ton", "Tons")):
            size = (10000 if r[1].startswith("10,000") else 1) * 1000
            kilograms += sum(number(r[c]) for c in quantities if r[c] not in NONE) * size
    return len(rows) * len(quantities), int(value * 1000), int(kilograms * 1000)


def baci():
    rows = list(csv.DictReader((SPECIMENS / "baci/baci_2022.csv").open()))
    return len(rows), sum(round(Decimal(r["value"]), 3) for r in rows) * 1000, 0


def monthly():
    rows = list(csv.DictReader((SPECIMENS / "comtrade/china_811292_monthly.csv").open()))
    return len(rows), sum(Decimal(r["val"]) for r in rows) * 1000, sum(round(Decimal(r["qty"]), 3) for r in rows) * 1000


def comtrade():
    data = json.loads((SPECIMENS / "comtrade/comtradr__HS-60a6ad.json").read_text(), parse_float=Decimal)["data"]
    cell = lambda r: (r["reporterCode"], r["partnerCode"], r["flowCode"], r["cmdCode"], r["period"])
    kept = {cell(r): r["primaryValue"] for r in data}
    return len(kept), int(sum(kept.values()) * 1000), 0


def ecb():
    observations = json.loads((SPECIMENS / "ecb/ecb_cny_eur_monthly.json").read_text(), parse_float=Decimal)
    rates = [v[0] for v in observations["dataSets"][0]["series"]["0:0:0:0:0"]["observations"].values()]
    return len(rates), sum(rates), 0


RESULTS = {
    "gacc/release_section4_by_country_janfeb2025_cny.html": by_country("gacc/release_section4_by_country_janfeb2025_cny.html", (2, 3), 7),
    "gacc/section4_mar2026_cny.reconstructed.html": by_country("gacc/section4_mar2026_cny.reconstructed.html", (3, 4, 5, 6), 10),
    "gacc/section5_may2026_usd.html": by_commodity("gacc/section5_may2026_usd.html", 10**6),
    "gacc/section6_may2026_cny.html": by_commodity("gacc/section6_may2026_cny.html", 10**8, quantities=(2, 4)),
    "baci/baci_2022.csv": baci(),
    "comtrade/china_811292_monthly.csv": monthly(),
    "comtrade/comtradr__HS-60a6ad.json": comtrade(),
    "ecb/ecb_cny_eur_monthly.json": ecb(),
}
with (Path(__file__).parent / "customs_totals.csv").open("w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["file", "rows", "value", "kilograms"])
    for name, (rows, value, kilograms) in RESULTS.items():
        plain = [str(x.quantize(1) if isinstance(x, Decimal) and x == x.to_integral() else x) for x in (value, kilograms)]
        writer.writerow([name, rows, *plain])
