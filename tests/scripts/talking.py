"""A client of the language server: real sessions over pipes."""
import json
import os
import re
import select
import subprocess
import sys
import urllib.parse

from tap import ok  # noqa: F401

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QC = os.path.abspath(os.path.join(TOP, os.environ.get("QC", "build/qc")))
EVERYTHING = {  # what an editor of today can do
    "workspace": {"workspaceEdit": {"documentChanges": True}, "didChangeWatchedFiles": {"dynamicRegistration": True}},
    "textDocument": {
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "isPreferredSupport": True,
                       "dataSupport": True, "resolveSupport": {"properties": ["edit"]}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
    },
}


def require():
    """Ends the test when this qc has no language server."""
    doctor = subprocess.run([QC, "doctor", "--lang", "en"], capture_output=True, encoding="utf-8", check=False).stdout
    if not re.search(r"✓ +jansson", doctor):
        print("skip - qc lsp: it is not built in")
        sys.exit()


def uri_of(path):
    return "file://" + urllib.parse.quote(os.path.abspath(path))


def lines_of(text):
    """Lines with their ends, as an editor cuts them; the last one has none."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z|\Z", text)


def offset_of(text, place, encoding="utf-16-le", width=2):
    """The index into text that a Position means; refuses one outside."""
    lines = lines_of(text)
    line = lines[place["line"]]
    inside = line.rstrip("\r\n").encode(encoding)
    assert place["character"] * width <= len(inside), (place, line)
    head = inside[:place["character"] * width].decode(encoding)
    return sum(map(len, lines[:place["line"]])) + len(head)


def apply(text, edits, *coding):
    """Text with TextEdits, which must not overlap; coding as for offset_of."""
    found = sorted(((offset_of(text, e["range"]["start"], *coding), offset_of(text, e["range"]["end"], *coding), e["newText"])
                    for e in edits), reverse=True)
    for (begin, end, _), after in zip(found, [None, *found]):
        assert begin <= end and (after is None or end <= after[0]), found
    for begin, end, new in found:
        text = text[:begin] + new + text[end:]
    return text


def edits_of(edit):
    """TextEdits of a WorkspaceEdit, by URI."""
    if "documentChanges" in edit:
        return {change["textDocument"]["uri"]: change["edits"] for change in edit["documentChanges"]}
    return edit["changes"]


def frame(message):
    """A message as it goes over the wire."""
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class Session:
    """One server and what it has said."""

    def __init__(self, *arguments, environment=None, capabilities=None, options=None, start=True, **initialize):
        self.process = subprocess.Popen([QC, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=environment)
        self.buffer, self.last_id, self.notifications = b"", 0, []
        if start:
            params = {"processId": None, "rootUri": None, "capabilities": EVERYTHING if capabilities is None else capabilities}
            if options is not None:
                params["initializationOptions"] = options
            self.offers = self.request("initialize", {**params, **initialize})
            self.notify("initialized", {})

    def send(self, message):
        self.process.stdin.write(frame(message))
        self.process.stdin.flush()

    def notify(self, method, params=None):
        self.send({"jsonrpc": "2.0", "method": method, **({} if params is None else {"params": params})})

    def ask(self, method, params=None):
        """Sends a request; its id."""
        self.last_id += 1
        self.send({"jsonrpc": "2.0", "id": self.last_id, "method": method, **({} if params is None else {"params": params})})
        return self.last_id

    def read(self, seconds=30):
        """The next message; None at the end of the output."""
        while True:
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if found:
                length = int(head.split(b":")[1])
                if len(rest) >= length:
                    self.buffer = rest[length:]
                    return json.loads(rest[:length])
            ready, _, _ = select.select([self.process.stdout], [], [], seconds)
            if not ready:
                raise TimeoutError("the server says nothing")
            more = os.read(self.process.stdout.fileno(), 1 << 16)
            if not more:
                return None
            self.buffer += more

    def answer(self, number):
        """The response to a request; what comes before it is kept."""
        while True:
            message = self.read()
            if message is None:
                raise EOFError("the server has ended")
            if "method" not in message and message.get("id") == number:
                return message
            self.notifications.append(message)

    def request(self, method, params=None):
        """The result of a request; the error when it has none."""
        response = self.answer(self.ask(method, params))
        return response["result"] if "result" in response else response["error"]

    def wait(self, method, fits=lambda params: True):
        """The params of the next notification, or request of the server, of this kind."""
        while True:
            for i, message in enumerate(self.notifications):
                if message.get("method") == method and fits(message.get("params")):
                    return self.notifications.pop(i)["params"]
            message = self.read()
            if message is None:
                raise EOFError("the server has ended")
            self.notifications.append(message)

    def open(self, uri, text, version=1):
        self.notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "qc", "version": version, "text": text}})

    def change(self, uri, version, *changes):
        """Each change is a text, or (start line, column, end line, column, text)."""
        made = [{"text": c} if isinstance(c, str) else
                {"range": {"start": {"line": c[0], "character": c[1]}, "end": {"line": c[2], "character": c[3]}}, "text": c[4]}
                for c in changes]
        self.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": made})

    def findings(self, uri, version=None):
        """What is published next about a document, or about a version of it."""
        return self.wait("textDocument/publishDiagnostics",
                         lambda p: p["uri"] == uri and version in (None, p["version"]))["diagnostics"]

    def end(self):
        """Ends the session as an editor does; exit status and what stands on stderr."""
        self.request("shutdown")
        self.notify("exit")
        return self.close()

    def close(self):
        """Closes the input and waits; exit status and what stands on stderr."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.stdout.read()
        error = self.process.stderr.read().decode()
        status = self.process.wait(30)
        self.process.stdout.close()
        self.process.stderr.close()
        return status, error
