# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input and too much of it: each answered with a clear error or cut off, and the server goes on."""

import http.client
import resource
import socket
import threading
import time
import zlib

from server import PATIENCE, Client, raw

MEGABYTE = 1 << 20
JSON = b"Content-Type: application/json\r\n"


def request(line, headers=b"", body=b""):
    length = b"Content-Length: %d\r\n" % len(body) if body else b""
    return line + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + length + b"\r\n" + body


LOGIN = b"POST /v1/session"
CHECK = b"POST /v1/certificates/check"


def endless_pdf():
    """A few hundred kilobytes that unpack to a hundred times as much."""
    packed = zlib.compress(bytes(256 * MEGABYTE), 9)
    return (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode"
            b" /Length " + str(len(packed)).encode() + b" >>\nstream\r\n" + packed
            + b"\nendstream\nendobj\ntrailer\n%%EOF\n")


# name, bytes sent, statuses that are a good answer (0: closed without one)
ROWS = [
    ("nothing but an end of line", b"\r\n\r\n\r\n\r\n", (0, 400)),
    ("no HTTP", b"HELO there\r\n\r\n", (0, 400)),
    ("binary", bytes(range(256)) * 8, (0, 400)),
    ("TLS hello", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200, (0, 400)),
    ("HTTP/9.9", b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", (0, 400, 505)),
    ("no Host", b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n", (400,)),
    ("escape cut short", request(b"GET /v1/%"), (400,)),
    ("escaped NUL", request(b"GET /v1/certificates/%00"), (400,)),
    ("escaped slash", request(b"GET /v1%2Fsession"), (400,)),
    ("dots", request(b"GET /v1/../../etc/passwd"), (400,)),
    ("escaped dots", request(b"GET /assets/%2e%2e/%2e%2e/etc/passwd"), (400,)),
    ("overlong UTF-8", request(b"GET /v1/%C0%AF"), (400,)),
    ("raw UTF-8", request("GET /v1/准".encode()), (400,)),
    ("answer splitting", request(b"GET /v1/x%0d%0aSet-Cookie:a=b"), (400,)),
    ("query without end", request(b"GET /v1/organisations?a=%"), (400,)),
    ("a thousand parameters", request(b"GET /v1/organisations?" + b"a=b&" * 900), (400,)),
    ("long address", request(b"GET /v1/" + b"a" * 6000), (414,)),
    ("endless address", b"GET /" + b"a" * MEGABYTE, (0, 414)),
    ("400 parameters", request(b"GET /v1/organisations?" + b"&".join([b"a"] * 400)), (400,)),
    ("4,000 parameters", request(b"GET /v1/organisations?" + b"&".join([b"a"] * 4000)), (400,)),
    ("a log-in with 500 parameters", request(LOGIN + b"?" + b"&".join([b"a"] * 500),
                                             b"Content-Type: application/json\r\n", b"{}"), (400,)),
    ("large headers", request(b"GET /healthz", b"X: " + b"a" * 20000 + b"\r\n"), (431,)),
    ("endless headers", b"GET /healthz HTTP/1.1\r\n" + b"X: y\r\n" * 200000, (0, 431)),
    ("negative length", request(CHECK, b"Content-Length: -1\r\n"), (400, 413)),
    ("length that is none", request(CHECK, b"Content-Length: 1x\r\n"), (400,)),
    ("length beyond all", request(CHECK, b"Content-Length: 99999999999999999999999\r\n"), (400, 413)),
    ("length over the limit", request(CHECK, b"Content-Length: 99999999\r\n"), (413,)),
    ("two lengths", request(CHECK, b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), (0, 200, 400)),
    ("length and chunks", request(CHECK, b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
     (0, 200, 400)),
    ("chunk that is none", request(CHECK, b"Transfer-Encoding: chunked\r\n") + b"zz\r\nabc\r\n", (0, 400)),
    ("too much in chunks", request(LOGIN, JSON + b"Transfer-Encoding: chunked\r\n")
     + b"8000\r\n" + b"a" * 0x8000 + b"\r\n0\r\n\r\n", (413,)),
    ("packed", request(LOGIN, JSON + b"Content-Encoding: gzip\r\n", b"{}"), (415,)),
    ("a form", request(LOGIN, b"Content-Type: application/x-www-form-urlencoded\r\n", b"name=a"), (415,)),
    ("no JSON", request(LOGIN, JSON, b"{"), (400, 422)),
    ("JSON twice", request(LOGIN, JSON, b"{}{}"), (400, 422)),
    ("a name twice", request(LOGIN, JSON, b'{"name":"a","name":"b","password":"c"}'), (400, 422)),
    ("NaN", request(LOGIN, JSON, b'{"name":NaN,"password":"c"}'), (400, 422)),
    ("another kind", request(LOGIN, JSON, b'{"name":7,"password":[]}'), (400, 422)),
    ("a list", request(LOGIN, JSON, b"[]"), (400, 422)),
    ("an unknown member", request(LOGIN, JSON, b'{"name":"a","password":"b","more":1}'), (400, 401, 422)),
    ("wrong encoding", request(LOGIN, JSON, b'{"name":"\xff\xfe","password":"b"}'), (400, 422)),
    ("escaped NUL in JSON", request(LOGIN, JSON, rb'{"name":"a\u0000b","password":"b"}'), (400, 422)),
    ("nesting", request(LOGIN, JSON, b"[" * 16000), (400, 422)),
    ("an empty certificate", request(CHECK), (200, 400, 422)),
    ("no certificate", request(CHECK, body=b"\0" * 1000), (200, 415, 422)),
    ("billion laughs", request(CHECK, body=b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 99 + b'"><!ENTITY d "'
                               + b"&b;" * 99 + b'">]><a>&d;</a>'), (200, 422)),
    ("an external entity", request(CHECK, body=b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
     (200, 422)),
    ("a PDF whose attachment has no end", request(CHECK, body=endless_pdf()), (413,)),
    ("deep XML", request(CHECK, body=b"<a>" * 200000), (200, 422)),
]


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.") else 0


def healthy(port):
    return status_of(raw(port, request(b"GET /healthz"), PATIENCE)) == 200


def run(server):
    """(name, fault) of each row."""
    for name, sent, good in ROWS:
        answer = raw(server.port, sent)
        if status_of(answer) not in good:  # nothing yet, on a busy machine: once more, with all patience
            answer = raw(server.port, sent, PATIENCE)
        status = status_of(answer)
        fault = "" if status in good else f"{status or 'closed'}, not one of {good}: {answer[:200]!r}"
        if b"root:" in answer or b"Set-Cookie" in answer:
            fault = f"gives away: {answer[:300]!r}"
        yield name, fault or ("" if healthy(server.port) else "the server is not well afterwards")


def slow(server):
    """With limits of a second: a byte at a time, in the first line, the headers or the body, is cut off."""
    heads = {"the first line": b"", "headers": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: ",
             "a body": b"POST /v1/certificates/check HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n"}
    for name, head in heads.items():
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as s:
            began = time.monotonic()
            try:
                s.sendall(head)
                while time.monotonic() - began < PATIENCE:
                    s.sendall(b"a")
                    time.sleep(0.2)
            except OSError:
                pass
        took = time.monotonic() - began
        fault = "" if took < PATIENCE / 2 else f"not cut off within {took:.0f} s"
        yield name, fault or ("" if healthy(server.port) else "the server is not well afterwards")


def many(server, count=1000):
    """A thousand connections at once, half of them silent: the others are all answered."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    sockets, good = [], 0
    try:
        for _ in range(count):
            sockets.append(socket.create_connection(("127.0.0.1", server.port), timeout=2 * PATIENCE))
        for s in sockets[::2]:
            s.sendall(request(b"GET /v1/organisations"))
        for s in sockets[::2]:
            good += status_of(s.recv(65536)) in (200, 503)  # 503: more than the queue holds
    except OSError as e:
        return f"{len(sockets)} connections, {good} answers: {e}"
    finally:
        for s in sockets:
            s.close()
    return "" if good == count // 2 and healthy(server.port) else f"{good} of {count // 2} were answered"


def stopping(server, callers=8):
    """Told to stop while many ask: every request that was taken is answered whole, and it ends well."""
    faults, answers, over = [], [], threading.Event()

    def ask():
        client = Client(server.port)
        while not over.is_set():
            try:
                answers.append(client.once("POST", "/v1/certificates/check", b"<a/>" * 1000, {}).status)
            except (ConnectionRefusedError, http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                return  # refused, or closed between two requests
            except Exception as e:  # pylint: disable=broad-except
                faults.append(repr(e))
                return

    threads = [threading.Thread(target=ask) for _ in range(callers)]
    for t in threads:
        t.start()
    began = time.monotonic()
    while len(answers) < callers and time.monotonic() - began < PATIENCE:
        time.sleep(0.1)
    status, noise = server.stop()
    over.set()
    for t in threads:
        t.join(PATIENCE)
    bad = [a for a in answers if a not in (200, 422, 503)]
    if status != 0 or noise or faults or bad or not answers:
        return f"status {status}, {len(answers)} answers, faults {faults[:3]} {bad[:3]}, log {noise[:5]}"
    return ""
