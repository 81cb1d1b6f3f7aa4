"""Growth of the unit value of EU27 imports of CN 85235910 from China, 2025 against 2024, from Eurostat's answer alone."""
import csv
import gzip
import pathlib
from decimal import Decimal

specimen = pathlib.Path(__file__).parent.parent / "Specimens" / "eurostat-api" / "CN_85235910.csv.gz"
sums = {}
with gzip.open(specimen, "rt") as answer:
    for row in csv.DictReader(answer):
        if row["partner"] == "CN" and row["flow"] == "1":
            key = (row["indicators"], row["TIME_PERIOD"][:4])
            sums[key] = sums.get(key, Decimal(0)) + Decimal(row["OBS_VALUE"])
value, mass = "VALUE_IN_EUROS", "QUANTITY_IN_100KG"
for year in ("2024", "2025"):
    print(year, sums[value, year], sums[mass, year])
now = sums[value, "2025"] / sums[mass, "2025"]
then = sums[value, "2024"] / sums[mass, "2024"]
print("unit value", now / then - 1)
print("volume", sums[mass, "2025"] / sums[mass, "2024"] - 1)
