# SPDX-License-Identifier: GPL-3.0-or-later
"""Every route of the table, asked by everybody: who may not gets 401 or 403 (404 where even that
would say too much), nobody gets a fault of the server."""

import subprocess

from server import Client
from world import PEOPLE

NOBODY = "018f0000-0000-7000-8000-000000000000"


def table(program):
    """The rows of `zhun routes` as dictionaries."""
    text = subprocess.run([program, "routes"], capture_output=True, text=True, check=True).stdout
    names, *rows = [line.split("\t") for line in text.rstrip("\n").split("\n")]
    return [dict(zip(names, row)) for row in rows]


def ask(client, row, headers=None):
    sent = {"If-Match": '"1"'} if row["if-match"] == "yes" else {}
    body = None
    if row["body"] != "-":
        body = b"no certificate" if row["body"] == "file" else b"{}"
        sent["Content-Type"] = "application/json"
    return client.ask(row["method"], row["path"].replace("{id}", NOBODY), body, {**sent, **(headers or {})})


def expect(row, who, status):
    """What is wrong with the status that somebody got."""
    if status >= 500:
        return f"{who} gets {status}"
    if who is None and row["who"] in ("account", "authority", "administrator"):
        return "" if status == 401 else f"the public gets {status}, not 401"
    if status == 401 and row["who"] != "unasked":
        return f"{who} gets 401"
    if row["who"] == "authority" and who not in ("admin", "regulator"):
        return "" if status == 403 else f"{who} gets {status}, not 403"
    if row["who"] == "administrator" and who != "admin":
        return "" if status == 403 else f"{who} gets {status}, not 403"
    if who == "other" and row["database"] == "write" and row["reg"]:
        return f"somebody of no organisation gets {status}" if status < 400 else ""
    return ""


# what a token for one register may do beside it: say who it is, end, look after the work it asked for, and count
NARROW = ("session_get", "session_close", "job_list", "job_get", "job_cancel", "job_report", "metrics")


def check_narrow(world, row):
    """A token for one register does nothing else that not everybody may, though its account might."""
    if row["who"] in ("unasked", "anyone") or row["name"].startswith("area_") or row["name"] in NARROW:
        return ""
    status = ask(world.narrow(), row).status
    return "" if status in (401, 403) else f"a token for areas alone gets {status}, not 403"


def check_route(world, row, people):
    for who in people:
        status = ask(world.client(who), row).status
        fault = expect(row, who, status)
        if fault:
            return fault
    return check_narrow(world, row) or check_cookie(world, row) or check_methods(world, row)


def check_cookie(world, row):
    """By cookie nothing is written without the session's word, and a session that is none is none."""
    client = Client(world.server.port)
    client.cookie, client.csrf = world.client("admin").cookie, "not the word"
    if row["database"] == "write" and row["who"] != "unasked":
        status = ask(client, row).status
        if status != 403:
            return f"without the session's word: {status}, not 403"
    client.cookie = "nonsense"
    status = ask(client, row).status
    if row["who"] != "unasked" and status != 401:
        return f"with a cookie that is none: {status}, not 401"
    client.close()
    return ""


def check_methods(world, row):
    if row["method"] == "GET":
        get, head = ask(world.client("admin"), row), ask(world.client("admin"), {**row, "method": "HEAD"})
        if (get.status, b"") != (head.status, head.body):
            return f"GET gives {get.status}, HEAD {head.status} with {len(head.body)} bytes"
    patch = ask(world.client(None), {**row, "method": "PATCH"})
    if patch.status != 405 or row["method"] not in (patch.header("Allow") or ""):
        return f"PATCH gives {patch.status} and allows {patch.header('Allow')}"
    return ""


def run(world, program):
    """(name, fault) of each route. Ending a session comes last, since it does end it."""
    rows = table(program)
    for row in rows:
        own = row["name"].startswith(("token", "hook"))
        row["reg"] = row["name"].endswith(("_create", "_update", "_remove")) and not own
    rows.sort(key=lambda row: row["name"] == "session_close")
    for row in rows:
        people = (None, *PEOPLE) if row["name"] != "session_close" else (None,)
        yield row["name"], check_route(world, row, people)
