# SPDX-License-Identifier: GPL-3.0-or-later
"""The people who ask: an administrator by the first link, and others that the administrator makes,
each with an account, a password by a one-time link, and a role in the laboratory."""

from server import PASSWORD, Client

ROLES = ("staff", "signatory", "manager")
PEOPLE = ("other", *ROLES, "regulator", "admin")


class World:
    def __init__(self, server):
        self.server, self.clients, self.words = server, {}, {}
        self.clients[None] = Client(server.port)
        self.set_password("admin", server.first_link())
        self.words["lab"] = self.make("/v1/organisations", {
            "code": "T-LAB", "kind": "laboratory", "name": {"en": "Test Laboratory", "zh": "测试实验室"}})
        self.words["elsewhere"] = self.make("/v1/organisations", {
            "code": "T-ELSE", "kind": "enterprise", "name": {"en": "Another House", "zh": "另一机构"}})
        for name in ("other", *ROLES, "regulator"):
            self.add(name)

    def client(self, who):
        return self.clients[who]

    def narrow(self):
        """An administrator's token that is for areas alone."""
        if "narrow" not in self.clients:
            answer = self.clients["admin"].ask("POST", "/v1/tokens", {"name": "narrow", "write": True, "days": 1,
                                                                      "registers": ["area"]})
            self.clients["narrow"] = Client(self.server.port)
            self.clients["narrow"].bearer = answer.json()["secret"]
        return self.clients["narrow"]

    def make(self, path, body):
        answer = self.clients["admin"].ask("POST", path, body)
        if answer.status != 201:
            raise RuntimeError(f"POST {path}: {answer.status} {answer.body!r}")
        return answer.json()["id"]

    def set_password(self, name, link):
        client = self.clients[name] = Client(self.server.port)
        answer = client.ask("POST", "/v1/setup", {"link": link, "name": name, "password": PASSWORD}, login=False)
        if answer.status != 200:
            raise RuntimeError(f"/v1/setup for {name}: {answer.status} {answer.body!r}")
        client.take_session(answer)

    def add(self, name):
        account = self.make("/v1/accounts", {"name": name, "regulator": name == "regulator"})
        self.words["account_" + name] = account
        if name in ROLES:
            self.make("/v1/members", {"account": account, "organisation": self.words["lab"], "role": name})
        answer = self.clients["admin"].ask("POST", f"/v1/accounts/{account}/link")
        if answer.status != 201:
            raise RuntimeError(f"a link for {name}: {answer.status} {answer.body!r}")
        self.set_password(name, answer.json()["link"])
