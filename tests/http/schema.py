# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an answer is what the OpenAPI document says it is: the part of JSON Schema that the
document uses, no more; a word that is not known here is a fault, so that nothing goes unjudged."""

import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
SILENT = {"title", "description", "format", "readOnly", "x-summary-zh"}


class Document:
    def __init__(self, document):
        self.document = document
        self.paths = [(re.compile(re.sub(r"{\w+}", "[^/]+", path.replace(".", r"\.")) + "$"), path, item)
                      for path, item in document["paths"].items()]
        self.paths.sort(key=lambda row: row[1].count("{"))  # a literal wins over a parameter
        self.seen = set()

    def judge(self, method, target, answer):
        """What is wrong with an answer; "" for a good one and for what is not of the API."""
        path = target.partition("?")[0]
        item = next((row for row in self.paths if row[0].match(path)), None)
        operation = item and item[2].get("get" if method == "HEAD" else method.lower())
        if not operation or answer.status == 304:
            return ""
        said = operation["responses"]
        response = said.get(str(answer.status)) or said.get(f"{answer.status // 100}XX")
        if response is None:
            return f"status {answer.status} is not in the document"
        self.seen.add((operation["operationId"], answer.status // 100))
        response = self.resolve(response)
        kind = (answer.header("Content-Type") or "").partition(";")[0]
        content = response.get("content", {})
        if method == "HEAD" or not content or "application/octet-stream" in content:
            return ""
        if kind not in content:
            return f"{kind} is not one of {list(content)}"
        return self.fault(content[kind]["schema"], answer.json(), "")

    def resolve(self, schema):
        while "$ref" in schema:
            at = self.document
            for part in schema["$ref"].split("/")[1:]:
                at = at[part]
            schema = at
        return schema

    def fault(self, schema, value, place):
        schema = self.resolve(schema)
        for word, argument in schema.items():
            if word in SILENT:
                continue
            judge = getattr(self, "word_" + word, None)
            if judge is None:
                return f"{place}: the word {word} of the schema is not known"
            fault = judge(argument, value, place, schema)
            if fault:
                return fault
        return ""

    def word_type(self, kinds, value, place, _):
        kinds = kinds if isinstance(kinds, list) else [kinds]
        return "" if any(is_kind(k, value) for k in kinds) else f"{place}: {value!r:.80} is not {kinds}"

    def word_required(self, names, value, place, _):
        missing = [n for n in names if isinstance(value, dict) and n not in value]
        return f"{place}: {missing} missing" if missing else ""

    def word_properties(self, properties, value, place, schema):
        if not isinstance(value, dict):
            return ""
        unknown = set(value) - set(properties)
        if unknown and "additionalProperties" not in schema:
            return f"{place}: {sorted(unknown)} are not in the document"
        return next((f for n, s in properties.items()
                     if n in value and (f := self.fault(s, value[n], f"{place}/{n}"))), "")

    def word_additionalProperties(self, schema, value, place, _):
        if not isinstance(value, dict) or not isinstance(schema, dict):
            return ""
        return next((f for n, v in value.items() if (f := self.fault(schema, v, f"{place}/{n}"))), "")

    def word_items(self, schema, value, place, _):
        if not isinstance(value, list):
            return ""
        return next((f for i, v in enumerate(value) if (f := self.fault(schema, v, f"{place}/{i}"))), "")

    def word_enum(self, allowed, value, place, _):
        return "" if value in allowed else f"{place}: {value!r} is not one of {allowed}"

    def word_pattern(self, pattern, value, place, _):
        bad = isinstance(value, str) and not re.search(pattern, value)
        return f"{place}: {value!r} is not {pattern}" if bad else ""

    def word_anyOf(self, schemas, value, place, _):
        faults = [self.fault(s, value, place) for s in schemas]
        return "" if "" in faults else faults[0]

    word_oneOf = word_anyOf


def is_kind(kind, value):
    if kind in ("integer", "number"):
        return isinstance(value, int if kind == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[kind])
