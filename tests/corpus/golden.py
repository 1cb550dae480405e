#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares our reading of each fixture with its stored reading in tests/golden/attest.

    golden.py BUILD_DIRECTORY [--write]

A fixture is read, the reading written as JSON, read again and written again: both must be the
golden one. --write stores the readings: look at the difference before you commit it. The examples
of the guides must read without a finding."""

import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FIXTURES = os.path.join(ROOT, "tests", "fixtures", "dcc")
GOLDEN = os.path.join(ROOT, "tests", "golden", "attest")


def dump(build, path):
    program = os.path.join(build, "tests", "corpus", "dump_certificate")
    out = subprocess.run([program, path], check=True, capture_output=True, text=True).stdout
    reading = json.loads(out)
    reading["file"] = os.path.basename(path)
    return reading


def read_again(build, certificate):
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as f:
        json.dump(certificate, f, ensure_ascii=False)
        f.flush()
        return dump(build, f.name).get("certificate")


def check(build, name, write):
    reading = dump(build, os.path.join(FIXTURES, name))
    path = os.path.join(GOLDEN, name + ".json")
    if write:
        with open(path, "w", encoding="utf-8") as f:
            json.dump(reading, f, ensure_ascii=False, indent=1)
            f.write("\n")
    with open(path, encoding="utf-8") as f:
        golden = json.load(f)
    same = reading == golden
    again = "certificate" not in reading or read_again(build, reading["certificate"]) == reading["certificate"]
    print(f"{'ok' if same else 'not ok'} certificate fixtures: {name} reads as stored")
    print(f"{'ok' if again else 'not ok'} certificate fixtures: {name} is the same through JSON")
    return same and again


def check_guide(build, kind):
    """The first block of that kind in docs/guide/certificate-KIND.md."""
    with open(os.path.join(ROOT, "docs", "guide", f"certificate-{kind}.md"), encoding="utf-8") as f:
        example = f.read().split(f"```{kind}\n")[1].split("```")[0]
    with tempfile.NamedTemporaryFile("w", suffix="." + kind, encoding="utf-8") as f:
        f.write(example)
        f.flush()
        reading = dump(build, f.name)
    good = reading.get("findings") == [] and len(reading["certificate"]["results"]) > 1
    print(f"{'ok' if good else 'not ok'} certificate fixtures: the example of certificate-{kind}.md")
    return good


def main():
    write = "--write" in sys.argv
    names = sorted(os.listdir(FIXTURES))
    good = [check(sys.argv[1], name, write) for name in names]
    good += [check_guide(sys.argv[1], kind) for kind in ("json", "csv")]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
