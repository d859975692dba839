"""The program under test, and reports written for these tests."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["AFTERWORD"]

REPORT = """Bridge at Lunde will hold, engineer says

LUNDE, 6 June 2024 (Coast Wire) — Chief engineer Anna Berg said on Thursday that the bridge had no cracks.

"We checked every bolt twice," Berg said, adding that the river was falling.

Mayor Tor Vik denied that money was short. "We have enough for the repairs," he said.
"""


def run(*arguments, casebook=None, text=None, check=None):
    """Runs the program; `check` is the exit status that is expected."""
    environment = dict(os.environ)
    environment.pop("AFTERWORD_CASEBOOK", None)
    if casebook is not None:
        environment["AFTERWORD_CASEBOOK"] = str(casebook)
    result = subprocess.run([PROGRAM, *map(str, arguments)], env=environment, input=text,
                            capture_output=True, encoding="utf-8", timeout=300)
    if check is not None and result.returncode != check:
        raise AssertionError(f"{arguments}: status {result.returncode}, expected {check}\n"
                             f"{result.stdout}\n{result.stderr}")
    return result


def numbered_report(number):
    return REPORT.replace("Lunde", f"Lunde-{number}").replace("twice", f"{number} times")


def write_jsonl(path, count, start=0):
    """`count` different documents, one a line."""
    with open(path, "w", encoding="utf-8") as lines:
        for number in range(start, start + count):
            json.dump({"id": f"r{number}", "title": f"Report {number}", "date": "2024-06-06",
                       "publisher": "Coast Wire", "text": numbered_report(number)}, lines)
            lines.write("\n")


class ProgramTest(unittest.TestCase):
    """A folder and the path of a casebook that does not exist yet, for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.casebook = self.folder / "test.casebook"

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
        return path

    def search(self, query):
        """The results of `search QUERY --format json`."""
        result = run("search", query, "--format", "json", casebook=self.casebook, check=0)
        return json.loads(result.stdout)
