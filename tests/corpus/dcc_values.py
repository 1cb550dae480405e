#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares our reading of every DCC of the corpus with an independent one by XPath.

    dcc_values.py BUILD_DIRECTORY

Every quantity of the document, wherever it stands, must be read with the same values, units and
uncertainties, in the same order, hybrids with the first readable alternative first. Results are
compared by their ordinal path, all other quantities by what holds them. Files whose manifest row
says valid must have no failing finding; the broken ones must be told apart at the place named here.
"""

import collections
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.path.join(ROOT, "..", "shared", "data", "dcc")
DCC = "{https://ptb.de/dcc}"
QUANTITIES = ("quantity", "itemQuantity", "measuringEquipmentQuantity", "usedMethodQuantity")
HOLDERS = {"result": "results", "influenceCondition": "conditions", "usedMethod": "methods",
           "measuringEquipment": "evidence", "item": "items", "metaData": "statements",
           "statement": "statements"}
COLUMNS = {"value": "value", "valueReal": "value", "valueMagnitude": "value", "valueImag": "second",
           "valuePhase": "second", "unit": "unit", "uncertainty": "U", "valueExpandedMU": "U",
           "standardUnc": "U", "valueStandardMU": "U", "coverageFactor": "k",
           "coverageProbability": "p", "intervalMin": "low", "intervalMax": "high",
           "distribution": "distribution"}
ROW = ("value", "second", "unit", "U", "k", "p", "low", "high", "distribution")

# What is wrong with each file that is not valid, and where.
BROKEN = {
    "2022-08-29_DFM_Template_Temperature.xml": ("DATE_BAD", "line 71, administrativeData/coreData/receiptDate"),
    "dcc_gp_temperature_typical_v12_signed.xml": ("PART_UNKNOWN", "line 474, Signature"),
    "dcc_gp_temperature_typical_v12_signed_manipulated.xml": ("PART_UNKNOWN", "line 474, Signature"),
    "demo_cert.xml": ("PART_MISSING", "line 19, administrativeData/coreData"),
    "invalid_schema.xml": ("PART_EMPTY", "line 17, administrativeData/coreData/uniqueIdentifier"),
    "invalid_schematron.xml": ("LANGUAGE_UNDECLARED", "line 23, administrativeData/coreData/identifications/"
                               "identification/name/content[2]"),
    "invalid_syntax.xml": ("XML_BAD", "line 7 column 20"),
    "sample_dcc.xml": ("PART_MISSING", "line 17, administrativeData/coreData"),
    "signed_siliziumkugel.xml": ("PART_UNKNOWN", "line 501, Signature"),
    "siliziumkugel_wrong_schema.xml": ("PART_UNKNOWN", "line 37, administrativeData/dccSoftware/software[1]/named"),
}


def local(element):
    return element.tag.rsplit("}", 1)[1]


def is_si(element):
    return isinstance(element.tag, str) and element.tag.startswith("{https://ptb.de/si")


# ---- the independent reading ----

def si_rows(element):
    """The rows of one alternative: a scalar, an XMLList, or a list of either."""
    inner = [c for c in element if is_si(c) and local(c) in ("real", "complex", "realList", "complexList",
                                                            "realListXMLList", "complexListXMLList", "list")]
    if inner:
        return [row for c in inner for row in si_rows(c)]
    columns = collections.defaultdict(list)
    for leaf in element.iterdescendants():
        name = local(leaf) if is_si(leaf) else ""
        plain = name[:-len("XMLList")] if name.endswith("XMLList") else name
        if plain in COLUMNS and not leaf.xpath("ancestor::*[local-name()='covarianceMatrix']"):
            text = (leaf.text or "").strip()
            columns[COLUMNS[plain]] = text.split() if name.endswith("XMLList") else [text] if text else []
    def cell(name, i):
        tokens = columns.get(name, [])
        return tokens[0] if len(tokens) == 1 else tokens[i] if i < len(tokens) else None
    return [tuple(cell(name, i) for name in ROW) for i in range(len(columns["value"]))]


def is_readable(rows):
    try:
        return bool(rows) and all(float(r[0]) == float(r[0]) and r[2] for r in rows)
    except ValueError:
        return False


def si_alternatives(quantity):
    value = next((c for c in quantity if is_si(c)), None)
    if value is None:
        return ()
    found = [si_rows(c) for c in value if is_si(c)] if local(value) == "hybrid" else [si_rows(value)]
    chosen = next((i for i, rows in enumerate(found) if is_readable(rows)), 0)
    return tuple(tuple(rows) for rows in [found[chosen]] + found[:chosen] + found[chosen + 1:])


def ordinal(element, names):
    same = [c for c in element.getparent() if isinstance(c.tag, str) and c.tag in [DCC + n for n in names]]
    return str(same.index(element) + 1)


def result_path(quantity):
    steps, e = [], quantity
    while local(e) != "result":
        if local(e) in ("quantity", "list"):
            steps.insert(0, ordinal(e, ("quantity", "list")))
        e = e.getparent()
    steps.insert(0, ordinal(e, ("result",)))
    while local(e) != "measurementResult":
        e = e.getparent()
    return ".".join([ordinal(e, ("measurementResult",))] + steps)


def xpath_reading(tree):
    """{(holder, path or ""): Counter of alternatives}"""
    found = collections.defaultdict(collections.Counter)
    for quantity in tree.iter(*[DCC + n for n in QUANTITIES]):
        holder = next(a for a in quantity.iterancestors() if local(a) in HOLDERS)
        kind = HOLDERS[local(holder)]
        found[kind, result_path(quantity) if kind == "results" else ""][si_alternatives(quantity)] += 1
    return found


# ---- our reading ----

def form_rows(series):
    rows = []
    for value in series.get("values", []):
        v = dict(value) if isinstance(value, dict) else {"value": value}
        spread = v.get("uncertainty", series.get("uncertainty", {}))
        cells = {**spread, **v, "unit": v.get("unit", series.get("unit"))}
        rows.append(tuple(cells.get(name) for name in ROW))
    return tuple(rows)


def form_alternatives(quantity):
    others = quantity.get("alternatives", [])
    series = [quantity["series"]] + (others if isinstance(others, list) else [others])
    return tuple(form_rows(s) for s in series if s.get("values"))


def walk(found, holder, quantities):
    for q in quantities:
        if q["series"].get("form") == "words":
            found[holder, ""][()] += 1
            continue
        found[holder, q["path"] if holder == "results" else ""][form_alternatives(q)] += 1
        for s in q.get("statements", []):
            walk(found, "statements", s.get("quantities", []))


def our_reading(certificate):
    found = collections.defaultdict(collections.Counter)
    walk(found, "results", certificate.get("results", []))
    for holder in ("conditions", "methods", "items", "statements"):
        for one in certificate.get(holder, []):
            walk(found, holder, one.get("quantities", []))
    for one in certificate.get("evidence", []):
        walk(found, "evidence", one.get("item", {}).get("quantities", []))
    return found


# ---- the comparison ----

def differences(theirs, ours):
    for key in sorted(set(theirs) | set(ours)):
        for what in theirs[key] - ours[key]:
            yield f"{key}: not read: {what}"
        for what in ours[key] - theirs[key]:
            yield f"{key}: read and not there: {what}"


def report(problems, name):
    for p in problems:
        print("#", p)
    print(("not ok " if problems else "ok ") + name)
    return bool(problems)


def check_file(row, ours, etree, counts):
    name = row["file"]
    problems = []
    if name in BROKEN:
        told = [(f["code"], f["place"]) for f in ours.get("findings", [])]
        told += [(ours["error"]["code"], ours["error"]["place"])] if "error" in ours else []
        if BROKEN[name] not in told:
            problems.append(f"expected {BROKEN[name]}, told {told[:3]}")
    elif row["xmllint_against_its_schema"] == "valid":
        problems += [f"{f['code']} {f['place']}" for f in ours.get("findings", []) if f["severity"] == "fail"]
    if "certificate" in ours:
        tree = etree.parse(os.path.join(DATA, name))
        theirs = xpath_reading(tree)
        problems += list(differences(theirs, our_reading(ours["certificate"])))
        counts["files"] += 1
        counts["quantities"] += sum(sum(c.values()) for c in theirs.values())
        counts["numbers"] += sum(len(rows) * n for c in theirs.values() for alt, n in c.items() for rows in alt)
        counts["numbers in comments"] += len(tree.xpath("//*[local-name()='comment']//*[local-name()='value']"))
        counts["hybrids"] += len(tree.xpath("//*[local-name()='hybrid']"))
        counts["nested lists"] += len(tree.xpath("//*[local-name()='list']/*[local-name()='list']"))
    elif name not in BROKEN:
        problems.append(str(ours["error"]))
    return report(problems, "dcc corpus: " + name)


def main():
    try:
        from lxml import etree
    except ImportError:
        print("skip dcc corpus: python3-lxml is not installed")
        return 0
    if not os.path.isdir(DATA):
        print("skip dcc corpus: ../shared/data/dcc is not there")
        return 0
    with open(os.path.join(DATA, "manifest.tsv"), encoding="utf-8") as f:
        lines = [line.rstrip("\n").split("\t") for line in f]
    rows = [dict(zip(lines[0], line)) for line in lines[1:]]
    dump = os.path.join(sys.argv[1], "tests", "corpus", "dump_certificate")
    out = subprocess.run([dump] + [os.path.join(DATA, r["file"]) for r in rows], check=True,
                         capture_output=True, text=True).stdout
    counts = collections.Counter()
    bad = sum(check_file(row, json.loads(line), etree, counts) for row, line in zip(rows, out.splitlines()))
    wanted = {"numbers": 1698, "numbers in comments": 1, "hybrids": 84, "nested lists": 31}
    bad += report([f"{k}: {counts[k]} of {n}" for k, n in wanted.items() if counts[k] < n],
                  "dcc corpus: " + ", ".join(f"{n} {k}" for k, n in counts.items()))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
