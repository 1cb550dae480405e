# SPDX-License-Identifier: GPL-3.0-or-later
"""Case files: what is asked and what must come back, in plain sight.

    == title                      a case; those of a file run in order, on one database
    as NAME                       who asks (people of world.py); without it, the public
    again                         asks twice: both answers must be as expected
    soon                          of what follows writes in its own time, such as the feed and notices: asks until
                                  the answer is as expected, and the engines are not compared
    POST /v1/organisations        method and target
    If-Match: <etag>              headers

    {"code": "L1"}                body: JSON, or @FILE for the bytes of tests/http/FILE and the lines after it
    --
    201                           status
    ETag: <etag>                  headers that must come; !Name: one that must not

    {"id": "<lab>", "rev": 1}     what the JSON must hold; or text after "~" that the body must hold

A word in angle brackets takes what stands there when it is met first in an answer, and means it
from then on. "*" is anything that is not null. Objects may hold more than is said; lists may not,
unless their last element is "..."."""

import json
import os
import re
import time

from server import PATIENCE

HERE = os.path.dirname(os.path.abspath(__file__))
WORD = re.compile(r"<(\w+)>")


class Case:
    def __init__(self, title, text):
        asked, _, expected = text.partition("\n--\n")
        self.title, self.who, self.times, self.soon = title, None, 1, False
        lines = asked.strip("\n").split("\n")
        while lines and not re.match(r"[A-Z]+ /", lines[0]):
            word, _, rest = lines.pop(0).partition(" ")
            if word == "as":
                self.who = rest
            elif word == "again":
                self.times = 2
            elif word == "soon":
                self.soon = True
            elif word:
                raise ValueError(f"{title}: not a line of a case: {word}")
        self.method, self.target = lines.pop(0).split(" ", 1)
        self.headers, self.body = split_message(lines)
        lines = expected.strip("\n").split("\n")
        self.status = int(lines.pop(0))
        self.wanted_headers, self.wanted = split_message(lines)


def split_message(lines):
    """Headers as pairs, and what stands after the first empty line."""
    headers = []
    while lines and lines[0].strip():
        name, _, value = lines.pop(0).partition(":")
        headers.append((name.strip(), value.strip()))
    return headers, "\n".join(lines).strip("\n")


def read(path):
    with open(path, encoding="utf-8") as f:
        parts = re.split(r"^== (.*)\n", f.read(), flags=re.M)[1:]
    return [Case(title, text) for title, text in zip(parts[::2], parts[1::2])]


def fill(text, words):
    return WORD.sub(lambda m: words.get(m.group(1), m.group(0)), text)


def match_text(wanted, got, words):
    """Whether got is wanted; words not known yet are learnt."""
    if wanted == "*":
        return got is not None
    whole = WORD.fullmatch(wanted)
    if whole and whole.group(1) not in words and got is not None:
        words[whole.group(1)] = got
        return True
    pattern, learnt, at = "", [], 0
    for m in WORD.finditer(wanted):
        pattern += re.escape(wanted[at:m.start()])
        known = words.get(m.group(1))
        pattern += re.escape(known) if known is not None else "(.+?)"
        learnt += [] if known is not None else [m.group(1)]
        at = m.end()
    found = re.fullmatch(pattern + re.escape(wanted[at:]), got or "", re.S)
    if found:
        words.update(zip(learnt, found.groups()))
    return found is not None


def match_json(wanted, got, words, place=""):
    """What of wanted is not in got; "" when all is."""
    if isinstance(wanted, dict):
        if not isinstance(got, dict):
            return f"{place}: {got!r} is no object"
        return next((fault for k, v in wanted.items()
                     if (fault := match_json(v, got.get(k), words, f"{place}/{k}"))), "")
    if isinstance(wanted, list):
        return match_list(wanted, got, words, place)
    if isinstance(wanted, str):
        if wanted == "*":
            return "" if got is not None else f"{place}: null"
        return "" if isinstance(got, str) and match_text(wanted, got, words) else f"{place}: {got!r}, not {wanted!r}"
    same = wanted == got and isinstance(wanted, bool) == isinstance(got, bool)
    return "" if same else f"{place}: {got!r}, not {wanted!r}"


def match_list(wanted, got, words, place):
    more = wanted[-1:] == ["..."]
    wanted = wanted[:-1] if more else wanted
    if not isinstance(got, list) or len(got) < len(wanted) or (len(got) > len(wanted) and not more):
        return f"{place}: {len(got) if isinstance(got, list) else got!r} elements, not {len(wanted)}"
    return next((fault for i, v in enumerate(wanted)
                 if (fault := match_json(v, got[i], words, f"{place}/{i}"))), "")


def body_of(case, words):
    if case.body.startswith("@"):
        name, _, more = case.body[1:].partition("\n")
        with open(os.path.join(HERE, name), "rb") as f:
            return f.read() + more.encode()
    return fill(case.body, words).encode() if case.body else None


def ask(case, world, words):
    headers = {name: fill(value, words) for name, value in case.headers}
    body = body_of(case, words)
    if body is not None and not case.body.startswith("@"):
        headers.setdefault("Content-Type", "application/json")
    return world.client(case.who).ask(case.method, fill(case.target, words), body, headers)


def judge(case, answer, words):
    """What is wrong with the answer; "" when it is as expected."""
    if answer.status != case.status:
        return f"{answer.status}, not {case.status}: {answer.body[:400]!r}"
    for name, value in case.wanted_headers:
        got = answer.header(name.lstrip("!"))
        if name.startswith("!"):
            if got is not None:
                return f"{name[1:]}: {got}, and should not be there"
        elif not match_text(value, got, words):
            return f"{name}: {got!r}, not {value!r}"
    if case.wanted.startswith("~"):
        return "" if fill(case.wanted[1:].strip(), words) in answer.plain().decode(errors="replace") else \
            f"no {case.wanted} in {answer.body[:400]!r}"
    if not case.wanted:
        return ""
    try:
        return match_json(json.loads(case.wanted), answer.json(), words)
    except ValueError as e:
        return f"no JSON ({e}): {answer.body[:200]!r}"


def run(case, world, words):
    """Asks as often as the case says; the first fault, and the last answer."""
    end = time.monotonic() + (PATIENCE if case.soon else 0)
    times = case.times
    while times:
        answer = ask(case, world, words)
        fault = judge(case, answer, words)
        if fault and time.monotonic() >= end:
            break
        if fault:
            time.sleep(0.2)
        else:
            times -= 1
    return fault, answer
