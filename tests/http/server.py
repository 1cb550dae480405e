# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test, and clients to ask it: stdlib only."""

import gzip
import http.client
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PATIENCE = 120  # seconds for a start, an answer, an end; a sanitised build on a busy machine is slow
PASSWORD = "a long enough phrase 7"


class Server:
    """`zhun serve` on a free port. Ends with the test; what it logged stays in .log."""

    def __init__(self, program, database, **settings):
        flags = [f"--{name.replace('_', '-')}={value}" for name, value in settings.items()]
        self.process = subprocess.Popen(
            [program, "serve", "--listen=127.0.0.1:0", f"--database={database}", *flags],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True,
            errors="replace")
        self.log, self.said, self.port, self.link = [], [], None, None
        self.started, self.linked = threading.Event(), threading.Event()
        for stream, keep in ((self.process.stdout, self.hear), (self.process.stderr, self.log.append)):
            threading.Thread(target=self.drain, args=(stream, keep), daemon=True).start()
        if not self.started.wait(PATIENCE) or self.port is None:
            self.process.kill()
            raise RuntimeError(f"the server did not start: {self.said} {self.log[-20:]}")

    def drain(self, stream, keep):
        for line in stream:
            keep(line.rstrip("\n"))
        self.started.set()

    def hear(self, line):
        self.said.append(line)
        listening = re.match(r"listening on http://127\.0\.0\.1:(\d+)", line)
        link = re.search(r"/setup#(\S+)", line)
        if link:
            self.link = link.group(1)
            self.linked.set()
        if listening:
            self.port = int(listening.group(1))
            self.started.set()

    def first_link(self):
        """The secret of the first administrator's link."""
        self.linked.wait(PATIENCE)
        return self.link

    def alive(self):
        return self.process.poll() is None

    def stop(self, how=signal.SIGTERM):
        """Its exit status, and what of its log is not a line of JSON (a sanitiser's report is not)."""
        if self.alive():
            self.process.send_signal(how)
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = "it does not stop"
        return status, [line for line in self.log if not is_json(line)]


def is_json(line):
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def plain(self):
        """The body without the packing of its way."""
        return gzip.decompress(self.body) if self.header("Content-Encoding") == "gzip" else self.body

    def json(self):
        return json.loads(self.plain())

    def header(self, name):
        return next((v for k, v in self.headers if k.lower() == name.lower()), None)


class Client:
    """One caller: a connection that is kept, and a session or a token where there is one."""

    def __init__(self, port):
        self.port, self.cookie, self.csrf, self.bearer = port, None, None, None
        self.connection = None

    def ask(self, method, path, body=None, headers=None, login=True):
        sent = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body, ensure_ascii=False)
            sent.setdefault("Content-Type", "application/json")
        if isinstance(body, str):
            body = body.encode()
        if login and self.bearer:
            sent.setdefault("Authorization", "Bearer " + self.bearer)
        elif login and self.cookie:
            sent.setdefault("Cookie", "zhun_session=" + self.cookie)
            if method not in ("GET", "HEAD"):
                sent.setdefault("X-CSRF-Token", self.csrf)
        for again in (False, True):
            try:
                return self.once(method, path, body, sent)
            except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                self.close()  # a kept connection may have been closed meanwhile: once more on a new one
                if again:
                    raise

    def once(self, method, path, body, headers):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        answer = Answer(reply.status, reply.getheaders(), reply.read())
        if reply.getheader("Connection") == "close":
            self.close()
        return answer

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def take_session(self, answer):
        """Keeps what an answer that logs in gives."""
        self.cookie = re.search(r"zhun_session=([^;]+)", answer.header("Set-Cookie")).group(1)
        self.csrf = answer.json()["csrf"]

    def log_in(self, name, password):
        answer = self.ask("POST", "/v1/session", {"name": name, "password": password}, login=False)
        if answer.status == 200:
            self.take_session(answer)
        return answer


def raw(port, data, wait=10.0):
    """Sends bytes as they are; all that comes back until the server closes or @a wait is over."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as s:
        got = b""
        try:
            s.sendall(data)
            while chunk := s.recv(65536):
                got += chunk
        except (TimeoutError, ConnectionResetError, BrokenPipeError):
            pass
        return got


class Database:
    """A new database of an engine; SQLite's in a folder of its own, PostgreSQL's in the cluster
    that tools/with-postgres started. None where the engine is not at hand."""

    def __init__(self, engine, name):
        self.folder = None
        if engine == "sqlite":
            self.folder = tempfile.mkdtemp(prefix="zhun-http-")
            self.url = f"sqlite:{self.folder}/{name}.sqlite"
        else:
            base = os.environ["ZHUN_TEST_POSTGRES"]
            psql(base, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE template0")
            self.url = with_name(base, name)

    def execute(self, sql):
        """What no client can do, such as letting time pass."""
        if not self.folder:
            psql(self.url, sql)
            return
        connection = sqlite3.connect(self.url.removeprefix("sqlite:"), timeout=PATIENCE)
        with connection:
            connection.execute(sql)
        connection.close()

    def remove(self):
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def psql(url, *statements):
    program = os.path.join(os.environ.get("ZHUN_POSTGRES_BIN", "/usr/lib/postgresql/15/bin"), "psql")
    subprocess.run([program, "-qXd", url, *(word for sql in statements for word in ("-c", sql))], check=True,
                   env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"})


def with_name(url, name):
    """The cluster's URL with another database's name."""
    head, mark, query = url.partition("?")
    return head[:head.rindex("/") + 1] + name + mark + query


def engines():
    return ["sqlite"] + (["postgres"] if os.environ.get("ZHUN_TEST_POSTGRES") else [])
