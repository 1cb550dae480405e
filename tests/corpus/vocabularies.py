#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports what others publish, as their files are, and compares with an independent reading of them.

    vocabularies.py BUILD_DIRECTORY

Our own small files always; the corpus of ../shared/data where it is there. Each source is imported twice, on
SQLite and, where ZHUN_TEST_POSTGRES names a cluster, on PostgreSQL: the first time every record is new, the second
time every one is the same. What is then exported must equal, value by value, the flattened tables that stand beside
the raw files (made independently of this program), and be the same on both engines.
"""

import collections
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OWN = os.path.join(ROOT, "tests", "fixtures", "foreign")
DATA = os.path.normpath(os.path.join(ROOT, "..", "shared", "data"))
VOCABULARY = os.path.join(DATA, "vocabulary")

# source, its files, how many records they hold, how many of them stand there twice
SOURCES = [
    ("ics", "vocabulary/raw/ICS-simple.xml", 1381, 0),
    ("hs", "vocabulary/raw/harmonized-system.csv", 6940, 0),
    ("iso_committees", "vocabulary/raw/iso_technical_committees.jsonl", 785, 0),
    ("si_quantities", "vocabulary/raw/quantities.ttl", 149, 0),
    ("si_units", "vocabulary/raw/si-units.ttl", 45, 0),
    ("kcdb", "vocabulary/raw/kcdb-service-categories", 1210, 0),
    ("unece", "vocabulary/raw/unece-units-of-measure.csv", 2136, 0),
    # 243 files; eleven of the documents stand there under both of their ids
    ("iso", "standards/raw/relaton-iso", 232, 11),
    ("iec", "standards/raw/relaton-iec", 60, 0),
    ("oiml", "standards/raw/relaton-oiml", 60, 0),
    ("etsi", "standards/raw/relaton-etsi", 40, 0),
    ("gb", "standards/gb", 4, 0),
    ("iso_open_data", "standards/iso_open_data_two_records.jsonl", 2, 0),
    ("gbt4754", "vocabulary/gbt4754_2017.tsv", 1970, 0),
    ("emerging", "vocabulary/cn_strategic_emerging_industries_2018_l2.tsv", 49, 0),
    ("oiml_instruments", "vocabulary/oiml_instrument_categories.tsv", 68, 0),
    ("cn_areas", "vocabulary/cn_areas_guangdong.tsv", 124, 0),
    ("cn_streets", "vocabulary/cn_streets_shenzhen.tsv", 79, 0),
    ("qudt_table", "vocabulary/qudt_quantitykinds.tsv", 1224, 0),
    ("iso_stages", "vocabulary/iso_stage_codes.tsv", 63, 0),
]

OWN_SOURCES = [
    ("ics", "ics.xml", 3, 0), ("hs", "hs.csv", 3, 0), ("iso_committees", "iso_committees.jsonl", 2, 0),
    ("kcdb", "kcdb.ttl", 2, 0), ("iso", "standards", 2, 1), ("gb", "gb.xml", 1, 0),
    ("oiml_instruments", "oiml_instruments.tsv", 1, 0),
]

failed = []


def result(name, faults):
    for fault in faults[:20]:
        print(f"# {fault}")
    print(f"{'not ok' if faults else 'ok'} {name}", flush=True)
    if faults:
        failed.append(name)


# ---- the program ----

class Engine:
    def __init__(self, name, program, folder):
        self.name, self.program, self.folder = name, program, folder
        self.url = f"sqlite:{folder}/vocabularies.db"
        if name == "postgres":
            base, database = os.environ["ZHUN_TEST_POSTGRES"], "v" + uuid.uuid4().hex
            psql = os.path.join(os.environ.get("ZHUN_POSTGRES_BIN", "/usr/lib/postgresql/15/bin"), "psql")
            subprocess.run([psql, "-qXd", base, "-c", f"CREATE DATABASE {database} TEMPLATE template0"], check=True)
            head, mark, query = base.partition("?")
            self.url = head[:head.rindex("/") + 1] + database + mark + query

    def run(self, *words):
        done = subprocess.run([self.program, *words, "--database", self.url], capture_output=True, text=True,
                              check=False)
        return done.returncode, done.stdout, done.stderr

    def load(self, source, path, *options):
        status, out, err = self.run("import", "--json", "--from", source, path, *options)
        return status, json.loads(out) if out.startswith("{") else {"failure": err}

    def export(self, register):
        return [json.loads(line) for line in self.run("export", register, "--format", "jsonl")[1].splitlines()]


def check_twice(engine, folder, sources):
    """Every source twice: all new, then all the same; doubles once."""
    faults = []
    for source, path, records, doubled in sources:
        for again in (False, True):
            status, r = engine.load(source, os.path.join(folder, path))
            want = {"rows": records, "created": 0 if again else records, "updated": 0,
                    "unchanged": records if again else 0, "refused": 0, "doubled": doubled, "filed": True}
            got = {name: r.get(name) for name in want}
            if status or got != want:
                faults.append(f"{source}, {'again' if again else 'first'}: {status} {got} {r.get('failure', '')}")
    return faults


# ---- the flattened tables ----

def table(path):
    with open(os.path.join(DATA, path), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def key(link, part="code"):
    return link["key"][part] if link else ""


def name(record, language):
    return (record.get("name") or {}).get(language) or ""


def compare(rows, records, code, pairs):
    """Each row has its record, and says the same; how many of both there are is the same."""
    faults = [] if len(rows) == len(records) else [f"{len(rows)} rows, {len(records)} records"]
    for row in rows:
        record = records.get(code(row))
        if record is None:
            faults.append(f"{code(row)} is missing")
            continue
        for what, theirs, ours in pairs:
            if theirs(row) != ours(record):
                faults.append(f"{code(row)}, {what}: {theirs(row)!r}, ours {ours(record)!r}")
    return faults


def cell(column):
    return lambda row: row[column]


def text(field):
    return lambda record: record.get(field) or ""


def titled(language):
    return lambda record: name(record, language)


def trimmed(column):
    return lambda row: " ".join(row[column].split())


def flat(read):
    return lambda record: " ".join(read(record).split())


def by(records, scheme=None, field="code"):
    return {r[field]: r for r in records if scheme is None or r["scheme"] == scheme}


def check_classes(world):
    classes = world["product_categories"]
    faults = compare(table("vocabulary/ics_ed7.tsv"), by(classes, "ics"), cell("code"), [
        ("title", trimmed("title_en"), flat(titled("en"))), ("French", trimmed("title_fr"), flat(titled("fr"))),
        ("parent", cell("parent"), lambda r: key(r["broader"]))])
    faults += compare(table("vocabulary/hs2022.tsv"), by(classes, "hs"), cell("hscode"), [
        ("title", trimmed("description"), flat(titled("en"))),
        ("parent", lambda row: "" if row["hscode"] == "TOTAL" else row["parent"], lambda r: key(r["broader"]))])
    for scheme, path in (("industry", "gbt4754_2017"), ("emerging", "cn_strategic_emerging_industries_2018_l2")):
        faults += compare(table(f"vocabulary/{path}.tsv"), by(classes, scheme), cell("code"), [
            ("title", cell("name_zh"), titled("zh")), ("parent", cell("parent"), lambda r: key(r["broader"]))])
    instruments = table("vocabulary/oiml_instrument_categories.tsv")
    faults += compare(instruments, by(classes, "instrument"), cell("instrument"), [
        ("documents", lambda row: [f"OIML {n}" for n in row["documents"].split(";") if n],
         lambda r: [rule["number"] for rule in r["rules"]])])
    return faults


def check_services(services):
    """Labels, but those of areas in two languages, which the table lost; and the whole codes of the raw files."""
    faults, theirs = [], collections.Counter()
    for row in table("vocabulary/kcdb_service_categories.tsv"):
        if row["label_en"] and trimmed("label_en")(row) != flat(titled("en"))(services[row["notation"]]):
            faults.append(f"{row['notation']}: {row['label_en']!r}, ours {services[row['notation']]['name']}")
    folder = os.path.join(VOCABULARY, "raw", "kcdb-service-categories")
    for file in os.listdir(folder):
        with open(os.path.join(folder, file), encoding="utf-8") as f:
            for objects in re.findall(r"sc:relatedSIQuantity\s+([^;]*?)\s*(?:;|\.\s*\n)", f.read()):
                theirs.update(re.findall(r"quantities:([A-Za-z0-9._-]*[A-Za-z0-9])", objects))
    ours = collections.Counter(q["code"] for r in services.values() for q in r["quantities"])
    return faults + [f"{code}: {theirs[code]} times, ours {ours[code]}" for code in theirs | ours
                     if theirs[code] != ours[code]]


def check_terms(world):
    terms = world["terms"]
    states = {"assigned": "valid", "previouslyAssigned": "withdrawn", "notYetAssigned": "planned", "": "valid"}
    faults = compare(table("vocabulary/kcdb_service_categories.tsv"), by(terms, "kcdb_service"), cell("notation"), [
        ("number", cell("kcdb_id"), text("number")), ("state", lambda row: states[row["status"]], text("state")),
        ("quantities", lambda row: sorted(filter(None, row["si_quantities"].split(";"))),
         # the table leaves out what a code says of its use behind its letters: ELCH.FORC-1, LENG-1
         lambda r: sorted(re.split("[.-]", q["code"])[0] for q in r["quantities"]))])
    faults += check_services(by(terms, "kcdb_service"))
    faults += compare(table("vocabulary/si_quantities.tsv"), by(terms, "si_quantity"), cell("code"), [
        ("label", cell("label_en"), titled("en")), ("French", cell("label_fr"), titled("fr"))])
    faults += compare(table("vocabulary/si_units.tsv"), by(terms, "si_unit"), cell("id"), [
        ("symbol", cell("symbol"), text("symbol")), ("label", cell("label_en"), titled("en")),
        ("quantities", lambda row: sorted(filter(None, row["quantity_kinds"].split(";"))),
         lambda r: sorted(q["code"] for q in r["quantities"]))])
    signs = {"X": "withdrawn", "D": "deprecated"}
    faults += compare(table("vocabulary/unece_rec20_units.tsv"), by(terms, "unece_unit"), cell("CommonCode"), [
        ("name", trimmed("Name"), flat(titled("en"))), ("symbol", trimmed("Symbol"), flat(text("symbol"))),
        ("factor", trimmed("ConversionFactor"), flat(text("factor"))),
        ("state", lambda row: signs.get(row["Status"], "valid"), text("state"))])
    faults += compare(table("vocabulary/qudt_quantitykinds.tsv"), by(terms, "qudt_kind"), cell("id"), [
        ("dimension", cell("dimension_vector"), text("dimension")),
        ("state", lambda row: "deprecated" if row["deprecated"] else "valid", text("state"))])
    return faults


def check_committees(world):
    rows = table("vocabulary/iso_technical_committees.tsv")
    reference = {row["id"]: row["reference"] for row in rows}
    return compare(rows, by(world["committees"]), cell("reference"), [
        ("title", trimmed("title_en"), flat(titled("en"))), ("state", lambda row: row["status"].lower(), text("state")),
        ("secretariat", cell("secretariat"), text("secretariat_name")), ("founded", cell("created"), text("founded")),
        ("parent", lambda row: reference.get(row["parent_id"], ""), lambda r: key(r["parent"])),
        ("members", lambda row: [int(row["n_p_members"]), int(row["n_o_members"])],
         lambda r: [r["participating"], r["observing"]])])


def relations(kind):
    return lambda r: sorted(x["number"] for x in r["relations"] if x["kind"] == kind)


def several(column):
    return lambda row: sorted(x.strip() for x in row[column].split(" | ") if x.strip())


def check_standards(world):
    """The tables hold samples of their own: what stands in both must be the same."""
    records, faults, seen = by(world["standards"], field="number"), [], collections.Counter()
    common = [
        ("title", trimmed("title_en"), flat(titled("en"))), ("French", trimmed("title_fr"), flat(titled("fr"))),
        ("published", cell("published"), text("published")), ("edition", cell("edition"), text("edition")),
        ("ICS", lambda row: sorted(filter(None, row["ics"].split(";"))),
         lambda r: sorted(f["code"] for f in r["fields"]))]
    iso = common + [("stage", cell("stage"), text("stage")), ("committee", cell("committee"), text("committee_name")),
                    ("older", several("supersedes"), relations("replaces")),
                    ("newer", several("superseded_by"), relations("replaced_by"))]
    iec_states = {"PUBLISHED": "in_force", "REVISED": "superseded", "REPLACED": "superseded", "WITHDRAWN": "withdrawn"}
    iec = common + [("state", lambda row: iec_states[row["stage"]], text("state"))]
    for path, pairs in (("iso_sample", iso), ("iec_sample", iec)):
        rows = [row for row in table(f"standards/standards_{path}.tsv") if row["id"] in records]
        rows = [row for row in rows if key(records[row["id"]]["origin"]) == path[:3]]
        seen[path] = len(rows)
        faults += compare(rows, {row["id"]: records[row["id"]] for row in rows}, cell("id"), pairs)
    print(f"# rows of the tables that are among the raw files: {dict(seen)}")
    return faults + [f"{path}: nothing to compare" for path in ("iso_sample",) if not seen[path]]


def check_sources(world):
    """Who publishes, under which licence, and one import of each though there were two."""
    faults = []
    for source, _, records, _ in SOURCES:
        record = by(world["sources"]).get(source)
        imports = record["imports"] if record and record["licence"] else []
        if [i["records"] for i in imports] != [records]:
            faults.append(f"{source}: {record}")
    return faults


# ---- what is not to be filed ----

def check_refused(engine):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for file, content in (("good.yaml", "docid: [{id: X 1, primary: true}]\ntitle: [{content: X, language: en}]\n"),
                              ("bad.yaml", "docid: [{id: X 2")):
            with open(os.path.join(folder, file), "w", encoding="utf-8") as f:
                f.write(content)
        status, r = engine.load("iso", folder)
        if (status, r["refused"], r["filed"], [os.path.basename(f["file"]) for f in r["faults"]]) != \
                (65, 1, False, ["bad.yaml"]):
            faults.append(f"a faulty file: {status} {r}")
        status, r = engine.load("iso", os.path.join(folder, "good.yaml"), "--dry-run")
        if (status, r["created"], r["filed"]) != (0, 1, False):
            faults.append(f"dry: {status} {r}")
    if engine.export("standards"):
        faults.append("something was filed")
    if engine.run("import", "--from", "nobody", "x")[0] != 64:
        faults.append("a source that is not known")
    return faults


CHECKS = (("classes", check_classes), ("terms", check_terms), ("committees", check_committees),
          ("standards", check_standards), ("sources", check_sources))
REGISTERS = ("sources", "product_categories", "terms", "committees", "standards", "areas")


def check_engine(engine, worlds):
    if not os.path.isdir(DATA):
        return
    result(f"vocabularies twice without doubles ({engine.name})", check_twice(engine, DATA, SOURCES))
    world = {register: engine.export(register) for register in REGISTERS}
    for title, check in CHECKS:
        result(f"vocabularies {title} ({engine.name})", check(world))
    worlds[engine.name] = world


def main():
    program = os.path.join(ROOT, sys.argv[1], "src", "zhun", "zhun")
    worlds, names = {}, ["sqlite"] + (["postgres"] if os.environ.get("ZHUN_TEST_POSTGRES") else [])
    for engine in names:
        with tempfile.TemporaryDirectory() as folder:
            own = Engine(engine, program, folder)
            result(f"vocabularies refused ({engine})", check_refused(own))
            result(f"vocabularies of our own twice ({engine})", check_twice(own, OWN, OWN_SOURCES))
        with tempfile.TemporaryDirectory() as folder:
            check_engine(Engine(engine, program, folder), worlds)
    if not os.path.isdir(DATA):
        print("skip vocabularies corpus: there is no ../shared/data")
    if len(names) == 1:
        print("skip vocabularies on both engines: no PostgreSQL here: run it through tools/with-postgres")
    elif worlds:
        result("vocabularies the same on both engines", [
            f"{register} differ" for register in REGISTERS
            if worlds["sqlite"][register] != worlds["postgres"][register]])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
