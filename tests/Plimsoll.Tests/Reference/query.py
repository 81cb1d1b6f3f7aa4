"""EU27 imports of CN 39206290 from China in December 2025, and how many reporters have a WORLD row, from the bundled answer alone."""
import csv
import gzip
import pathlib
from decimal import Decimal

answer = pathlib.Path(__file__).parents[3] / "data" / "snapshot" / "comext" / "CN_39206290.csv.gz"
sums, reporters = {}, set()
with gzip.open(answer, "rt") as lines:
    for row in csv.DictReader(lines):
        if row["TIME_PERIOD"] == "2025-12" and row["flow"] == "1":
            if row["partner"] == "CN":
                sums[row["indicators"]] = sums.get(row["indicators"], Decimal(0)) + Decimal(row["OBS_VALUE"])
            if row["partner"] == "WORLD":
                reporters.add(row["reporter"])
print(sums["VALUE_IN_EUROS"], sums["QUANTITY_IN_100KG"] * 100, len(reporters))
