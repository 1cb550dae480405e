# SPDX-License-Identifier: GPL-3.0-or-later
"""Log-ins by a real identity provider (tests/oidc), whose answers are falsified one by one.

Covers http/handler_provider.c, service/fetch.c, service/outside.c and service/provider.c."""

import http.client
import json
import os
import re
import subprocess
import time
from urllib.parse import parse_qs, urlencode, urlsplit

from server import PASSWORD, ROOT, Client

HOME = "https://zhun.example"
BACK = HOME + "/signed-in"
PROVIDER = os.path.join(ROOT, "tests/oidc/provider.mjs")
LIBRARY = os.path.join(ROOT, "tests/oidc/node_modules/oidc-provider")
FALSE = {"iss": "OIDC_CLAIM", "aud": "OIDC_CLAIM", "azp": "OIDC_CLAIM", "nonce": "OIDC_CLAIM", "exp": "OIDC_CLAIM",
         "iat": "OIDC_CLAIM", "nbf": "OIDC_CLAIM", "sub": "OIDC_CLAIM", "signature": "JWS_SIGNATURE",
         "payload": "JWS_SIGNATURE", "key": "JWS_SIGNATURE", "unsigned": "JWS_ALGORITHM", "secret": "JWS_ALGORITHM"}


class Provider:
    def __init__(self):
        self.process = subprocess.Popen(["node", PROVIDER, BACK], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        self.told = json.loads(self.process.stdout.readline())
        self.port = urlsplit(self.told["issuer"]).port

    def settings(self):
        return {"oidc_issuer": self.told["issuer"], "oidc_client": self.told["client"],
                "oidc_secret": self.told["secret"], "oidc_name": "City", "public_url": HOME,
                "http_searches_per_minute": 0}

    def control(self, **what):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("POST", "/control", json.dumps(what))
        connection.getresponse().read()
        connection.close()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


class Browser:
    """A person at the provider: cookies, redirections, the form of the log-in."""

    def __init__(self, provider):
        self.port, self.cookies = provider.port, {}

    def ask(self, method, target, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, target, body, headers)
        reply = connection.getresponse()
        reply.read()
        for cookie in reply.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        return reply.headers.get("Location") or ""

    def log_in(self, location, person):
        """What the provider sends back, after the person has logged in there."""
        for _ in range(8):
            if location.startswith(BACK):
                return {k: v[0] for k, v in parse_qs(urlsplit(location).query).items()}
            parts = urlsplit(location)
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.path.startswith("/interaction/"):
                location = self.ask("POST", target, urlencode({"prompt": "login", "login": person, "password": "x"}))
            else:
                location = self.ask("GET", target)
        raise RuntimeError(f"the provider does not send back: {location}")


def cookie_of(answer):
    return re.search(r"zhun_outside=([^;]+)", answer.header("Set-Cookie") or "")


def post(client, path, body, cookie):
    """With the cookie of the log-in that is on its way, and the session's where there is one."""
    pairs = (("zhun_session", client.cookie), ("zhun_outside", cookie))
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in pairs if value)}
    if client.csrf:
        headers["X-CSRF-Token"] = client.csrf
    return client.ask("POST", path, body, headers, login=False)


def begin(client, path="/v1/provider/login"):
    answer = post(client, path, None, None)
    if answer.status != 201:
        raise RuntimeError(f"{path}: {answer.status} {answer.body!r}")
    return answer.json()["location"], cookie_of(answer).group(1)


def want(answer, status, title=None):
    got = answer.json().get("title") if answer.status >= 400 else None
    if (answer.status, got) == (status, title):
        return ""
    return f"{answer.status} {answer.body[:300]!r}, want {status} {title}"


def sign_in(server, provider, person, **more):
    client = Client(server.port)
    location, cookie = begin(client)
    back = Browser(provider).log_in(location, person)
    answer = post(client, "/v1/provider/answer", {**back, **more}, cookie)
    if answer.status == 200:
        client.cookie = re.search(r"zhun_session=([^;]+)", ";".join(v for k, v in answer.headers
                                                                    if k.lower() == "set-cookie")).group(1)
        client.csrf = answer.json()["csrf"]
    return client, answer


def connect(client, provider, person):
    location, cookie = begin(client, "/v1/provider/connect")
    return post(client, "/v1/me/subjects", Browser(provider).log_in(location, person), cookie)


def strangers(world, provider):
    """Nobody is connected yet."""
    server = world.server
    yield "named", want(Client(server.port).ask("GET", "/v1/provider"), 200)
    yield "unknown", want(sign_in(server, provider, "lin")[1], 403, "SUBJECT_STRANGE")
    answer = Client(server.port).ask("POST", "/v1/provider/connect")
    yield "connect without a session", want(answer, 401, "LOGIN_NEEDED")


def connecting(world, provider):
    staff, other = world.client("staff"), world.client("other")
    yield "connect", want(connect(staff, provider, "lin"), 201)
    yield "connect again", want(connect(staff, provider, "lin"), 409, "SUBJECT_TAKEN")
    yield "connect another's", want(connect(other, provider, "lin"), 409, "SUBJECT_TAKEN")
    client, answer = sign_in(world.server, provider, "lin")
    yield "log in", want(answer, 200) or ("" if answer.json()["account"]["name"] == "staff" else answer.body)
    items = client.ask("GET", "/v1/me/subjects").json()["items"]
    yield "list", "" if len(items) == 1 and items[0]["last_used"] else json.dumps(items)
    location, cookie = begin(client, "/v1/provider/connect")
    back = Browser(provider).log_in(location, "mara")
    yield "begun to connect, not to log in", want(post(Client(world.server.port), "/v1/provider/answer", back, cookie),
                                                  403, "OIDC_STATE")
    location, cookie = begin(client, "/v1/provider/connect")
    back = Browser(provider).log_in(location, "mara")
    yield "begun by another account", want(post(other, "/v1/me/subjects", back, cookie), 403, "OIDC_STATE")
    gone = client.ask("DELETE", f"/v1/me/subjects/{items[0]['id']}")
    yield "disconnect", want(gone, 204) if gone.status != 204 else ""
    yield "disconnected", want(sign_in(world.server, provider, "lin")[1], 403, "SUBJECT_STRANGE")
    yield "connect once more", want(connect(staff, provider, "lin"), 201)


def browsers(world, provider):
    """An answer counts once, in the browser that began."""
    server = world.server
    client = Client(server.port)
    location, cookie = begin(client)
    back = Browser(provider).log_in(location, "lin")
    answer = "/v1/provider/answer"
    yield "without the cookie", want(post(client, answer, back, None), 403, "OIDC_STATE")
    yield "another browser", want(post(client, answer, back, begin(client)[1]), 403, "OIDC_STATE")
    yield "another state", want(post(client, answer, {**back, "state": "0" * 64}, cookie), 403, "OIDC_STATE")
    yield "in the browser", want(post(client, answer, back, cookie), 200)
    yield "a second time", want(post(client, answer, back, cookie), 403, "OIDC_STATE")
    for name, change, title in (("another code", {"code": "made-up"}, "OIDC_REFUSED"),
                                ("another issuer", {"iss": "http://x"}, "OIDC_CLAIM"),
                                ("no issuer", {"iss": None}, "OIDC_CLAIM"),
                                ("refused there", {"error": "access_denied"}, "OIDC_REFUSED")):
        location, cookie = begin(client)
        back = {**Browser(provider).log_in(location, "lin"), **change}
        body = {k: v for k, v in back.items() if v is not None}
        yield name, want(post(client, answer, body, cookie), 403, title)
    yield "no code", want(post(client, answer, {"state": "x"}, "zho_x"), 403, "OIDC_STATE")


def falsified(world, provider):
    for word, title in FALSE.items():
        provider.control(falsify=word)
        yield f"false {word}", want(sign_in(world.server, provider, "lin")[1], 403, title)
    provider.control()
    yield "true again", want(sign_in(world.server, provider, "lin")[1], 200)


def invited(world, provider):
    """An invitation makes an account for who has none, by the name the provider has, and a member of it."""
    link = world.client("manager").ask("POST", f"/v1/organisations/{world.words['lab']}/invitations",
                                       {"role": "staff"}).json()["link"]
    client, answer = sign_in(world.server, provider, "wan", link=link)
    yield "invited", want(answer, 200) or ("" if answer.json()["account"]["name"] == "wan" and
                                           answer.json()["members"][0]["role"] == "staff" else answer.body)
    yield "again", want(sign_in(world.server, provider, "wan")[1], 200)
    yield "spent link", want(sign_in(world.server, provider, "new", link=link)[1], 403, "LINK_BAD")
    items = client.ask("GET", "/v1/me/subjects").json()["items"]
    yield "the only way in", want(client.ask("DELETE", f"/v1/me/subjects/{items[0]['id']}"), 409, "SUBJECT_LAST")
    account = answer.json()["account"]["id"]
    record = world.client("admin").ask("GET", f"/v1/accounts/{account}")
    closed = world.client("admin").ask("PUT", f"/v1/accounts/{account}", {**record.json(), "closed": True},
                                       {"If-Match": record.header("ETag")})
    yield "closed", want(closed, 200) or want(sign_in(world.server, provider, "wan")[1], 403, "SUBJECT_STRANGE")
    yield "closed, its session", want(client.ask("GET", "/v1/session"), 401, "UNAUTHORISED")


def token(world, provider):
    """A token that leaked connects nobody."""
    secret = world.client("staff").ask("POST", "/v1/tokens", {"name": "t", "write": True, "days": 1,
                                                              "registers": []}).json()["secret"]
    client = Client(world.server.port)
    client.bearer = secret
    yield "by a token", want(client.ask("POST", "/v1/provider/connect"), 401, "LOGIN_ACCOUNT_NEEDED")


def run(world, provider):
    for part in (strangers, connecting, browsers, falsified, invited, token):
        yield from part(world, provider)


def run_open(server, provider, database):
    """Whoever comes gets an account; the provider's keys are changed, and then it is away."""
    client, answer = sign_in(server, provider, "mara")
    yield "an account of one's own", want(answer, 200) or ("" if answer.json()["members"] == [] else answer.body)
    taken, answer = sign_in(server, provider, "staff")
    yield "a name that is taken", want(answer, 200) or (
        "" if answer.json()["account"]["name"].startswith("person-") else answer.body)
    provider.control(rotate=True)
    yield "new keys, at once", want(sign_in(server, provider, "mara")[1], 403, "JWS_KEY")
    ago = time.strftime("%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime(time.time() - 90))
    database.execute(f"UPDATE outside_document SET fetched = '{ago}'")
    yield "new keys, a minute later", want(sign_in(server, provider, "mara")[1], 200)


def run_away(server, provider):
    location, cookie = begin(Client(server.port))
    back = Browser(provider).log_in(location, "mara")
    provider.stop()
    yield "away", want(post(Client(server.port), "/v1/provider/answer", back, cookie), 503, "OIDC_UNREACHABLE")
    client = Client(server.port)
    yield "passwords still do", want(client.log_in("staff", PASSWORD), 200)
