"""Writes party-log.json: a small ledger computed from docs/ledger.md alone, with none of the program's code.

Needs the Python package `cryptography` for Ed25519. Run it in this folder:

    python3 make_reference.py
"""
import base64
import hashlib
import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ORIGIN = "eu.example/plimsoll"
PEER = "cn.example/plimsoll"
COSIGNED_AT = 1_790_000_000


def b64(raw):
    return base64.b64encode(raw).decode()


class Key:
    def __init__(self, name, seed):
        self.name, self.seed = name, bytes(range(seed, seed + 32))
        self.private = Ed25519PrivateKey.from_private_bytes(self.seed)
        self.public = self.private.public_key().public_bytes_raw()

    def key_id(self, kind=1):
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([kind]) + self.public).digest()[:4]

    def verifier(self, kind=1):
        return f"{self.name}+{self.key_id(kind).hex()}+{b64(bytes([kind]) + self.public)}"

    def sign(self, message):
        return self.private.sign(message)


def canonical(value):
    # Enough of RFC 8785 for strings and whole numbers with names in ASCII.
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def entry(key, index, kind, body, at):
    unsigned = {"at": at, "author": key.key_id().hex(), "body": body, "index": index, "kind": kind, "log": ORIGIN}
    signature = key.sign(b"plimsoll-entry/v1\n" + canonical(unsigned).encode())
    return canonical({**unsigned, "signature": b64(signature)})


def proof(key, index):
    return b64(key.sign(f"plimsoll-key/v1\n{ORIGIN}\n{index}\n{key.verifier()}\n".encode()))


def leaf(data):
    return hashlib.sha256(b"\0" + data).digest()


def tree(hashes):
    if len(hashes) == 1:
        return hashes[0]
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return hashlib.sha256(b"\1" + tree(hashes[:split]) + tree(hashes[split:])).digest()


def line(name, key_id, signature):
    return f"\u2014 {name} {b64(key_id + signature)}\n"


def main():
    first, second, peer = Key(ORIGIN, 0), Key(ORIGIN, 32), Key(PEER, 64)
    bodies = [{"title": "Übereinkommen über „Schwellen“", "limit": "359.8", "months": 12}, {"note": "line\nend\t\"quoted\" \\ \u0001 \u20ac 😀"}]
    entries = [
        entry(first, 0, "key-introduced", {"key": first.verifier(), "proof": proof(first, 0)}, "2026-07-01T08:00:00Z"),
        entry(first, 1, "agreement-proposed", bodies[0], "2026-07-01T08:00:01Z"),
        entry(first, 2, "key-rotated", {"key": second.verifier(), "proof": proof(second, 2), "replaces": first.key_id().hex()}, "2026-07-01T08:00:02Z"),
        entry(second, 3, "readout-recorded", bodies[1], "2026-07-01T08:00:03Z"),
        entry(second, 4, "case-closed", {}, "2026-07-01T08:00:04Z"),
    ]
    hashes = [leaf(e.encode()) for e in entries]
    checkpoints = []
    for size in range(1, len(entries) + 1):
        text = f"{ORIGIN}\n{size}\n{b64(tree(hashes[:size]))}\n"
        signer = first if size < 3 else second
        checkpoints.append(text + "\n" + line(ORIGIN, signer.key_id(), signer.sign(text.encode())))
    text = checkpoints[-1].split("\n\n")[0] + "\n"
    cosignature = peer.sign(f"cosignature/v1\ntime {COSIGNED_AT}\n{text}".encode())
    reference = {
        "seeds": {"first": first.seed.hex(), "second": second.seed.hex(), "peer": peer.seed.hex()},
        "keys": [first.verifier(), second.verifier(), peer.verifier(), peer.verifier(4)],
        "bodies": bodies,
        "entries": entries,
        "leaves": [b64(h) for h in hashes],
        "checkpoints": checkpoints,
        "cosigned_at": COSIGNED_AT,
        "cosigned": checkpoints[-1] + line(PEER, peer.key_id(4), COSIGNED_AT.to_bytes(8, "big") + cosignature),
    }
    with open("party-log.json", "w", encoding="utf-8") as file:
        json.dump(reference, file, indent=1, ensure_ascii=False)
        file.write("\n")


main()
