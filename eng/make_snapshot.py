#!/usr/bin/env python3
"""Makes the large files of data/snapshot from answers of the sources. Standard library only; see data/snapshot/PROVENANCE.md.

    python3 eng/make_snapshot.py <folder that holds comext_ds045409_sdmxcsv, eurostat_ext_st and comext_crm_cn8_annual>

Writes comext/, euro-area/ and crm/; published/, gacc/ and magnets-2025.csv are typed by hand and not touched. Lines are kept as
received and in their order. The same answers give the same bytes with the same zlib, and the same text with any.
"""
import csv
import gzip
import hashlib
import io
import pathlib
import sys

OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "snapshot"
PARTNERS = {"CN", "WORLD"}
EXT_ST = "eurostat_ext_st/ea20_ext_st_easitc_CN_US_VN_2020-2025.csv"
CRM = "comext_crm_cn8_annual/eu_comext_critical_inputs_cn8_2022_2024.csv"


def write(name, lines):
    """The time in the head of a gzip file would make every run another release."""
    text = "".join(lines).encode("utf-8")
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write(text)
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed.getvalue())
    print(f"{name}: {len(lines) - 1} records, {len(packed.getvalue())} bytes, sha256 of the text {hashlib.sha256(text).hexdigest()}")


def of_partners(path):
    """The header and the lines whose partner is China or the world; no field of these answers is quoted."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        lines = file.readlines()
    column = next(csv.reader(lines[:1])).index("partner")
    if any('"' in line for line in lines):
        raise ValueError(f"{path}: quoted fields; lines can no longer be split at commas")
    return lines[:1] + [line for line in lines[1:] if line.split(",")[column] in PARTNERS]


def main(sources):
    for path in sorted((sources / "comext_ds045409_sdmxcsv").glob("CN_*.csv.gz")):
        write(f"comext/{path.name}", of_partners(path))
    for path, name in ((EXT_ST, "euro-area/ea20_ext_st_easitc.csv.gz"), (CRM, "crm/eu_imports_crm_cn8_2022_2024.csv.gz")):
        with open(sources / path, encoding="utf-8", newline="") as file:
            write(name, file.readlines())


main(pathlib.Path(sys.argv[1]))
