# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree and its C text as the checkers see them: tracked files, code without
comments and strings, string literals, functions with their lines. A scanner of
characters, not a parser: it knows this project's style and no other."""

import os
import re
import subprocess
from typing import NamedTuple


def tracked(root):
    """Files of the tree by path: what git knows or would add; all files where there is no git."""
    run = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard"],
                         capture_output=True, text=True)
    inside = subprocess.run(["git", "-C", root, "rev-parse", "--show-prefix"],
                            capture_output=True, text=True)
    if run.returncode == 0 and inside.stdout.strip() == "":
        names = run.stdout.split("\n")
    else:
        names = [os.path.relpath(os.path.join(folder, name), root)
                 for folder, _, files in os.walk(root) for name in files]
    return sorted(name for name in set(names) if name and os.path.isfile(os.path.join(root, name)))


def read(root, name):
    """The file's text, or None where it is not UTF-8 text."""
    with open(os.path.join(root, name), "rb") as f:
        data = f.read()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//(?:\\\n|[^\n])*)"""
    r"""|(?P<string>"(?:\\.|[^"\\\n])*")"""
    r"""|(?P<char>'(?:\\.|[^'\\\n])+')""", re.S)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def code_only(text):
    """Same length and lines; comments and what stands between quotes are spaces."""
    def replace(m):
        whole = m.group(0)
        if m.lastgroup == "comment":
            return blank(whole)
        return whole[0] + blank(whole[1:-1]) + whole[-1]
    return TOKEN.sub(replace, text)


def strings(text):
    """(line, contents) of each string literal; neighbours are joined as the compiler does."""
    found, end = [], -1
    for m in TOKEN.finditer(text):
        if m.lastgroup != "string":
            continue
        if found and code_only(text[end:m.start()]).strip() == "":
            found[-1] = (found[-1][0], found[-1][1] + m.group(0)[1:-1])
        else:
            found.append((line_of(text, m.start()), m.group(0)[1:-1]))
        end = m.end()
    return found


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Function(NamedTuple):
    name: str
    static: bool
    first: int      # line where the declaration starts
    last: int       # line of the closing brace
    parameters: int


PREPROCESSOR = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.M)
HEAD = re.compile(r"(\w+)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")


def functions(text):
    """Functions of a C file: a brace at the outermost level after a closing parenthesis."""
    code = PREPROCESSOR.sub(lambda m: blank(m.group(0)), code_only(text))
    found, depth, start, head = [], 0, 0, None
    for m in re.finditer(r"[{};]", code):
        c, at = m.group(0), m.start()
        if c == "{":
            if depth == 0:
                head = function_head(code, start, at)
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                if head:
                    found.append(head._replace(last=line_of(code, at)))
                start, head = at + 1, None
        elif depth == 0:
            start = at + 1
    return found


def function_head(code, start, at):
    head = code[start:at]
    m = HEAD.search(head)
    if not m or "=" in head:
        return None
    first = start + len(head) - len(head.lstrip())
    inside = m.group(2).strip()
    count = 0 if inside in ("", "void") else len(split_top(inside))
    return Function(m.group(1), bool(re.search(r"\bstatic\b", head)), line_of(code, first), 0, count)


def split_top(text):
    """Splits at the commas that stand outside parentheses."""
    parts, depth, last = [], 0, 0
    for i, c in enumerate(text):
        depth += (c in "([{") - (c in ")]}")
        if c == "," and depth == 0:
            parts.append(text[last:i])
            last = i + 1
    return parts + [text[last:]]


def comment_above(text, line):
    """The comment that ends directly above a line, or ''."""
    lines = text.split("\n")[:line - 1]
    if not lines or not lines[-1].rstrip().endswith("*/"):
        return ""
    first = len(lines) - 1
    while first > 0 and "/*" not in lines[first]:
        first -= 1
    return "\n".join(lines[first:])


def switches(code):
    """(offset, own text) of each switch; the text of a switch inside it is left out."""
    found = []
    for m in re.finditer(r"\bswitch\b\s*\(", code):
        opening = code.find("{", m.end())
        if opening < 0:
            continue
        body = code[opening:closing_brace(code, opening)]
        for inner in re.finditer(r"\bswitch\b\s*\(", body):
            brace = body.find("{", inner.end())
            if brace >= 0:
                end = closing_brace(body, brace)
                body = body[:inner.start()] + blank(body[inner.start():end]) + body[end:]
        found.append((opening, body))
    return found


def closing_brace(code, opening):
    depth = 0
    for i in range(opening, len(code)):
        depth += (code[i] == "{") - (code[i] == "}")
        if depth == 0:
            return i + 1
    return len(code)
