"""Id of a notice as docs/notices.md describes it, with Python's hashlib and uuid: the expected value of LookoutTests."""
import hashlib
import uuid

PARTS = ["zone", "eu-china-illustrative/import-surge@EU27_2020.CN.85051110/2025-06", "red", ">= 0.05 0.25  ", "", "r1"]

digest = hashlib.sha256(b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in PARTS)).digest()
number = bytearray(digest[:16])
number[6] = number[6] & 0x0F | 0x80
number[8] = number[8] & 0x3F | 0x80
print(uuid.UUID(bytes=bytes(number)))
