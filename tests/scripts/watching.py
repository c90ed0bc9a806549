"""Shared by cli-watch and cli-serve: a qc watch that runs, and what it says. Nothing waits for a time, only for lines."""
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import tap
from tap import ok

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QC = os.path.abspath(os.path.join(TOP, os.environ.get("QC", "build/qc")))
SECONDS = 60  # until something that has to happen has not happened


def enter_empty_folder():
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    for name in ("QC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        os.environ.pop(name, None)
    return folder


def write(name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def eventually(condition):
    """True as soon as the condition holds, False when it does not come to hold."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            if condition():
                return True
        except OSError:
            pass
        time.sleep(0.02)
    return False


class Watch:
    def __init__(self, *arguments, environment=None):
        self.process = subprocess.Popen([QC, "watch", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})})
        self.lines, self.said = queue.Queue(), ""
        self.reader = threading.Thread(target=self.listen, daemon=True)
        self.reader.start()

    def listen(self):
        for line in self.process.stdout:
            self.lines.put(line.decode("utf-8", "backslashreplace"))
        self.lines.put(None)

    def wait_for(self, pattern):
        """Reads lines up to the first that has the pattern; its match, or None. self.said has what was read."""
        self.said = ""
        end = time.monotonic() + SECONDS
        while True:
            try:
                line = self.lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                return None
            if line is None:
                self.lines.put(None)
                return None
            self.said += line
            match = re.search(pattern, line)
            if match:
                return match

    def expect(self, name, pattern):
        ok(self.wait_for(pattern) is not None, name, f"wanted: {pattern}\n{self.said}")

    def stop(self, number=signal.SIGTERM):
        """Ends it by a signal; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def finish(folder):
    os.chdir(TOP)
    shutil.rmtree(folder, ignore_errors=True)
    sys.exit(tap.failed)
