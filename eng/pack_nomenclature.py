#!/usr/bin/env python3
"""Packs the nomenclatures that Plimsoll ships. Standard library only; see data/nomenclature/PROVENANCE.md.

    python3 eng/pack_nomenclature.py <folder that holds reference_cn, reference_hs, reference_geonom and comtrade>

Writes data/nomenclature/*.tsv.gz (byte-identical for the same sources) and the two plain lists of countries.
"""
import collections
import csv
import gzip
import io
import json
import pathlib
import re
import sys
import zipfile
from xml.etree import ElementTree

SOURCES = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "nomenclature"
FIRST_YEAR, FIRST_LISTED, LAST_YEAR = 1988, 2017, 2026
SHEET = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}

# ISO 3166 / UN M49 codes that the table of country codes leaves out or gives in the UN's trade-statistics variant.
ISO_ADDED = """LI LIE 438|VA VAT 336|EH ESH 732|AQ ATA 10|BV BVT 74|GS SGS 239|HM HMD 334|TW TWN 158|VI VIR 850|UM UMI 581
XK XKX 412|US USA 840|FR FRA 250|IN IND 356|NO NOR 578|CH CHE 756|GF GUF 254|GP GLP 312|MQ MTQ 474|RE REU 638|FO FRO 234
TW TWN 490|NA NAM 516"""


def rows(path, delimiter=","):
    with open(SOURCES / path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def write(name, lines):
    text = "".join(line + "\n" for line in lines).encode("utf-8")
    if not name.endswith(".gz"):
        (OUT / name).write_bytes(text)
        return
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(text)
    (OUT / name).write_bytes(packed.getvalue())
    print(f"{name}: {len(text)} -> {len(packed.getvalue())} bytes")


def read_lists():
    """Year -> code -> (name, unit); names and units are None up to 2022, whose lists are codes only."""
    lists = collections.defaultdict(dict)
    for row in rows("reference_cn/cn8_code_lists_2017_2022.csv"):
        lists[int(row["year"])][row["cn8"]] = (None, None)
    for year in range(2023, LAST_YEAR + 1):
        with gzip.open(SOURCES / f"reference_cn/cnCodes_{year}.json.gz") as file:
            for item in json.load(file):
                lists[year][item["code"]] = (" ".join(item["name"].split()), item["supplementaryUnit"] or "")
    return lists


def read_relations():
    relations = collections.defaultdict(set)
    for row in rows("reference_cn/CN_concordances_1988_2025.csv"):
        origin, destination = (row[name].replace(" ", "") for name in ("Origin code", "Destination code"))
        relations[int(row["Period"][:4])].add((origin, destination))
    return relations


def years_of_codes(lists, relations):
    """Code -> set of years. Before 2017 the list of a year follows from the next year's and the relations between them."""
    standing = {year: set(codes) for year, codes in lists.items()}
    for year in range(FIRST_LISTED - 1, FIRST_YEAR - 1, -1):
        origins = {origin for origin, _ in relations[year]}
        destinations = {destination for _, destination in relations[year]}
        standing[year] = (standing[year + 1] - destinations) | origins
    years = collections.defaultdict(set)
    for year, codes in standing.items():
        for code in codes:
            years[code].add(year)
    return years


def runs(values):
    """[(year, value)] -> only where the value changes."""
    kept = []
    for year, value in values:
        if not kept or kept[-1][1] != value:
            kept.append((year, value))
    return kept


def pack_codes(lists, relations):
    labelled = range(2023, LAST_YEAR + 1)
    lines, labels = [], []
    for code, years in sorted(years_of_codes(lists, relations).items()):
        mask = sum(1 << (year - FIRST_YEAR) for year in years)
        units = runs([(year, lists[year][code][1]) for year in labelled if code in lists[year]])
        lines.append(f"{code}\t{mask:x}\t" + " ".join(f"{year}:{unit}" for year, unit in units))
        for year, name in runs([(year, lists[year][code][0]) for year in labelled if code in lists[year]]):
            labels.append(f"{code}\t{year}\t{name}")
    for row in rows("reference_hs/hs_datasets_harmonized-system.csv"):
        if len(row["hscode"]) in (2, 4, 6) and row["hscode"].isdigit():
            labels.append(f"{row['hscode']}\t2022\t" + " ".join(row["description"].split()))
    write("cn8.tsv.gz", lines)
    write("labels.tsv.gz", labels)


def sheet(book, number):
    strings = ["".join(node.itertext()) for node in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", SHEET)]
    for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iterfind(".//m:row", SHEET):
        cells = {}
        for cell in row.findall("m:c", SHEET):
            value = cell.findtext("m:v", namespaces=SHEET)
            if value is not None:
                cells[re.match("[A-Z]+", cell.get("r")).group()] = strings[int(value)] if cell.get("t") == "s" else value
        yield cells.get("A", "").strip(), cells.get("B", "").strip()


def pack_hs():
    book = zipfile.ZipFile(SOURCES / "reference_hs/HS2022toHS2017ConversionAndCorrelationTables.xlsx")
    pairs = {("2022", "2017", a, b) for a, b in sheet(book, 2) if re.fullmatch(r"\d{6}", a) and re.fullmatch(r"\d{6}", b)}
    pairs |= {("2017", "2012", row["From HS 2017"], row["To HS 2012"]) for row in rows("reference_hs/HS_2017_to_HS_2012.csv", ";")
              if row["From HS 2017"].isdigit()}
    write("hs_relations.tsv.gz", ["\t".join(pair) for pair in sorted(pairs)])


def pack_classifications():
    bec = {row["cn8"]: row["bec4"] for row in rows("reference_cn/meridian_cn8_bec.csv")}
    sitc = {row["cn8"]: row["sitc4"] for row in rows("reference_cn/meridian_cn8_sitc.csv")}
    lines = [f"{code}\t{bec.get(code, '')}\t{sitc.get(code, '')}" for code in sorted(bec.keys() | sitc.keys())]
    by_hs = collections.defaultdict(list)
    for row in rows("reference_hs/HS2022_to_BEC_Conversion_and_Correlation_Tables.csv"):
        if row["BEC 4"] and row["BEC 4"] not in by_hs[row["HS 2022"]]:
            by_hs[row["HS 2022"]].append(row["BEC 4"])
    lines += [f"{code}\t{' '.join(categories)}\t" for code, categories in sorted(by_hs.items())]
    write("classifications.tsv.gz", lines)


def pack_countries():
    text = (SOURCES / "reference_geonom/comext_FULL_data_dictionary.txt").read_text(encoding="utf-8")
    partners = text.split("\nPARTNER\n")[1].split("\nTRADE_TYPE\n")[0]
    found = re.findall(r"^  ([A-Z]{2})\t(\d\d)/(\d\d)/(\d{4})\t(\d\d)/(\d\d)/(\d{4})\t(.*)$", partners, re.M)
    write("geonomenclature.tsv", [
        f"{code}\t{y1}-{m1}\t{'' if y2 == '2500' else f'{y2}-{m2}'}\t{' '.join(name.split())}"
        for code, _, m1, y1, _, m2, y2, name in found])
    known = {item[0] for item in found}
    numbers = set()
    for row in rows("comtrade/country_codes_V202601.csv"):
        iso2 = {"RS": "XS"}.get(row["country_iso2"], row["country_iso2"])
        if iso2 in known:
            numbers.add((iso2, row["country_iso3"], int(row["country_code"])))
    for item in re.split(r"[|\n]", ISO_ADDED):
        iso2, iso3, number = item.split()
        numbers.add((iso2, iso3, int(number)))
    write("iso.tsv", [f"{iso2}\t{iso3}\t{number}" for iso2, iso3, number in sorted(numbers)])


OUT.mkdir(parents=True, exist_ok=True)
cn_lists, cn_relations = read_lists(), read_relations()
pack_codes(cn_lists, cn_relations)
write("cn_relations.tsv.gz", [f"{year}\t{a}\t{b}" for year in sorted(cn_relations) for a, b in sorted(cn_relations[year])])
pack_hs()
pack_classifications()
pack_countries()
