#!/usr/bin/env python3
"""Counts the sources of data/nomenclature on their own, without the packing script and without Plimsoll.

    python3 count_nomenclature.py <folder that holds reference_cn and reference_geonom>

Writes lists.csv (size and SHA-256 of each year's code list), relations.csv (rows per step), families.csv (connected components by
union-find over (year, code) nodes) beside this file.
"""
import collections
import csv
import gzip
import hashlib
import json
import pathlib
import sys

SOURCES, HERE = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).resolve().parent

lists = collections.defaultdict(set)
units = {}
with open(SOURCES / "reference_cn/cn8_code_lists_2017_2022.csv") as file:
    for line in csv.DictReader(file):
        lists[int(line["year"])].add(line["cn8"])
for year in range(2023, 2027):
    with gzip.open(SOURCES / f"reference_cn/cnCodes_{year}.json.gz") as file:
        items = json.load(file)
    lists[year] = {item["rawCode"].replace(" ", "") for item in items}
    units[year] = sum(1 for item in items if item["supplementaryUnit"])

steps = collections.defaultdict(list)
with open(SOURCES / "reference_cn/CN_concordances_1988_2025.csv") as file:
    for line in csv.DictReader(file):
        steps[int(line["Period"][:4])].append((line["Origin code"].replace(" ", ""), line["Destination code"].replace(" ", "")))


def save(name, header, body):
    with open(HERE / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(body)


save("lists.csv", ["year", "codes", "sha256", "with_supplementary_unit"], [
    (year, len(codes), hashlib.sha256("\n".join(sorted(codes)).encode()).hexdigest(), units.get(year, ""))
    for year, codes in sorted(lists.items())])
# A row that relates a code to itself and to nothing else says that nothing changed.
changes = {year: [(a, b) for a, b in pairs if a != b or any((a == x) != (a == y) for x, y in pairs)] for year, pairs in steps.items()}
save("relations.csv", ["from_year", "rows", "origins", "destinations"], [
    (year, len(pairs), len({a for a, _ in pairs}), len({b for _, b in pairs})) for year, pairs in sorted(changes.items())])


def components(first, last):
    parent = {}

    def find(node):
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    broken = set()
    for year in range(first, last + 1):
        for code in lists[year]:
            find((year, code))
    for year in range(first, last):
        origins, destinations = {a for a, _ in steps[year]}, {b for _, b in steps[year]}
        for a, b in steps[year]:
            parent[find((year, a))] = find((year + 1, b))
        for code in lists[year] & lists[year + 1]:
            if code not in origins and code not in destinations:
                parent[find((year, code))] = find((year + 1, code))
        broken |= {(year, code) for code in lists[year] - lists[year + 1] - origins}
        broken |= {(year + 1, code) for code in lists[year + 1] - lists[year] - destinations}
    groups = collections.defaultdict(set)
    for node in list(parent):
        groups[find(node)].add(node)
    bad = {find(node) for node in broken}
    good = [group for root, group in groups.items() if root not in bad]
    codes = [{code for _, code in group} for group in good]
    return (first, last, len(good), sum(len(groups[root]) for root in bad), sum(1 for group in codes if len(group) > 1), max(len(group) for group in codes),
            sum(1 for group in codes if len({code[:4] for code in group}) > 1))


save("families.csv", ["from_year", "to_year", "families", "refused_codes_by_year", "of_several_codes", "codes_in_largest", "spanning_headings"], [
    components(*span) for span in [(2017, 2018), (2021, 2022), (2022, 2023), (2023, 2024), (2024, 2025), (2025, 2026), (2022, 2025), (2017, 2025)]])
