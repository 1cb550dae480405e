# SPDX-License-Identifier: GPL-3.0-or-later
"""The web client's files as the program serves them, where it was built with them."""

import gzip
import re

from server import Client


def fault_of_page(client, path):
    plain, packed = client.ask("GET", path), client.ask("GET", path, headers={"Accept-Encoding": "br, gzip"})
    policy = plain.header("Content-Security-Policy") or ""
    if plain.status != 200 or not (plain.header("Content-Type") or "").startswith("text/html"):
        return f"{plain.status} {plain.header('Content-Type')}"
    if "default-src 'self'" not in policy or "unsafe" in policy or "frame-ancestors 'none'" not in policy:
        return f"the policy is {policy}"
    if packed.header("Content-Encoding") == "gzip" and gzip.decompress(packed.body) != plain.body:
        return "what comes packed is not what comes plain"
    if plain.header("Cache-Control") != "no-cache":
        return f"Cache-Control {plain.header('Cache-Control')}"
    again = client.ask("GET", path, headers={"If-None-Match": plain.header("ETag")})
    return "" if (again.status, again.body) == (304, b"") else f"asked again: {again.status}"


def fault_of_assets(client, path):
    """Everything that a page names is there, for good, and of the type it must have."""
    names = re.findall(r'(?:src|href)="(/assets/[^"]+)"', client.ask("GET", path).body.decode())
    for name in names:
        answer = client.ask("GET", name, headers={"Accept-Encoding": "gzip"})
        kind = "text/javascript" if name.endswith(".js") else "text/css"
        if answer.status != 200 or not answer.header("Content-Type").startswith(kind):
            return f"{name}: {answer.status} {answer.header('Content-Type')}"
        if answer.header("Content-Encoding") != "gzip" and len(answer.body) > 2000:
            return f"{name} comes unpacked"
        if "immutable" not in answer.header("Cache-Control"):
            return f"{name}: Cache-Control {answer.header('Cache-Control')}"
    return "" if names else "it names no file"


def run(server):
    """(name, fault) of each; nothing where the client is not built in."""
    client = Client(server.port)
    if client.ask("GET", "/").status == 404:
        return
    shell = client.ask("GET", "/registers").body
    for path in ("/", "/check", "/registers"):
        yield path, fault_of_page(client, path) or fault_of_assets(client, path)
    drawn = client.ask("GET", "/registers/certificates/018f")
    yield "a path that the client draws", "" if drawn.body == shell else f"{drawn.status}, not the shell"
    missing = client.ask("GET", "/assets/nothing-1a2b.js")
    yield "a file that is not there", "" if missing.status == 404 else f"{missing.status}"
