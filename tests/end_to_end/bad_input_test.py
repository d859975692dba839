"""Bad input: a clear message for each, nothing lost, the rest goes on."""
import contextlib
import os
import shutil
import sqlite3
import subprocess
import unittest

from program import PROGRAM, REPORT, ProgramTest, run, write_jsonl


class BadFilesTest(ProgramTest):
    CASES = {
        "empty.txt": (b"", "empty"),
        "blank.txt": (b" \n\t \n", "empty"),
        "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        "zeros.txt": (b"text" + bytes(100), "binary"),
        "broken.jsonl": (b'{"text": "cut', "not JSON"),
        "nothing.jsonl": (b'{"id": "1"}', "nothing"),
        "deep.jsonl": (b'{"text":' + b"[" * 100_000, "not JSON"),
        "deep.html": (b"<html><body>" + b"<div>" * 100_000 + b"deep", "deep"),
    }

    def test_each_is_named_with_its_reason_and_the_rest_goes_on(self):
        for name, (content, _) in self.CASES.items():
            self.write(f"in/{name}", content)
        self.write("in/good.txt", REPORT)
        result = run("read", self.folder / "in", casebook=self.casebook, check=1)
        for name, (_, reason) in self.CASES.items():
            lines = [line for line in result.stderr.splitlines() if f"in/{name}" in line]
            self.assertEqual(len(lines), 1, f"{name}: {result.stderr}")
            self.assertIn(reason, lines[0])
        self.assertIn("1 read: 1 new", result.stdout)
        self.assertEqual(len(self.search("bolt")), 1)
        failures = run("failures", casebook=self.casebook, check=0).stdout
        self.assertIn("picture.txt", failures)

    def test_all_failed_is_another_status(self):
        run("read", self.write("empty.txt", b""), casebook=self.casebook, check=2)
        run("read", self.folder / "nothing-here", casebook=self.casebook, check=2)
        run("extract", self.folder / "empty.txt", check=2)

    def test_100_mb_of_one_line(self):
        huge = self.folder / "huge.txt"
        with open(huge, "wb") as out:
            for _ in range(100):
                out.write(b"word " * 200_000)
        good = self.write("good.txt", REPORT)
        result = run("read", huge, good, casebook=self.casebook, check=1)
        self.assertIn("huge.txt: ", result.stderr)
        self.assertIn("1 read: 1 new", result.stdout)

    def test_folder_without_rights(self):
        closed = self.folder / "in" / "closed"
        closed.mkdir(parents=True)
        self.write("in/good.txt", REPORT)
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o700)
        command = [PROGRAM, "read", str(self.folder / "in"), "--casebook", str(self.casebook)]
        if os.geteuid() == 0:  # Root may read anything: become nobody.
            os.chmod(self.folder, 0o777)
            if shutil.which("setpriv") is None or not os.access(PROGRAM, os.X_OK):
                self.skipTest("root without setpriv")
            probe = subprocess.run(["setpriv", "--reuid=65534", "--clear-groups", PROGRAM,
                                    "--version"], capture_output=True)
            if probe.returncode != 0:
                self.skipTest("nobody may not run the program where it lies")
            command = ["setpriv", "--reuid=65534", "--clear-groups", *command]
        result = subprocess.run(command, capture_output=True, encoding="utf-8")
        self.assertIn("closed: Permission denied", result.stderr)
        self.assertIn("1 read: 1 new", result.stdout)
        self.assertEqual(result.returncode, 1)


class BadCasebookTest(ProgramTest):
    def refused(self, *arguments):
        result = run(*arguments, casebook=self.casebook, check=3)
        self.assertIn(str(self.casebook), result.stderr)
        return result.stderr

    def test_not_a_casebook(self):
        good = self.write("good.txt", REPORT)
        self.casebook.write_text("a shopping list, not a database" * 100)
        before = self.casebook.read_bytes()
        self.assertIn("not a", self.refused("read", good))
        self.assertEqual(self.casebook.read_bytes(), before)

    def test_a_database_of_something_else(self):
        with contextlib.closing(sqlite3.connect(self.casebook, isolation_level=None)) as database:
            database.execute("CREATE TABLE shopping (item TEXT)")
        self.assertIn("casebook", self.refused("read", self.write("good.txt", REPORT)))

    def test_from_a_newer_version(self):
        good = self.write("good.txt", REPORT)
        run("read", good, casebook=self.casebook, check=0)
        with contextlib.closing(sqlite3.connect(self.casebook, isolation_level=None)) as database:
            database.execute("PRAGMA user_version = 999")
        self.assertIn("newer", self.refused("read", good))
        self.assertIn("newer", self.refused("search", "bolt"))

    def test_absent_where_it_is_only_read(self):
        self.refused("search", "bolt")
        self.refused("verify")
        self.assertFalse(self.casebook.exists())

    def test_in_use_by_another_writer(self):
        good = self.write("good.txt", REPORT)
        run("read", good, casebook=self.casebook, check=0)
        other = sqlite3.connect(self.casebook, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        self.assertIn("in use", self.refused("read", self.write("b.txt", REPORT + "More.")))
        self.assertEqual(len(self.search("bolt")), 1)  # Reading goes on meanwhile.
        other.execute("ROLLBACK")
        other.close()

    def test_no_casebook_named(self):
        result = run("search", "bolt")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("AFTERWORD_CASEBOOK", result.stderr)


@unittest.skipUnless(os.geteuid() == 0, "a small file system needs root")
class FullDiskTest(ProgramTest):
    def test_full_disk_keeps_what_was_reported(self):
        small = self.folder / "small"
        small.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(small)],
                          capture_output=True).returncode != 0:
            self.skipTest("no right to mount a small file system")
        self.addCleanup(subprocess.run, ["umount", str(small)])
        lines = self.folder / "reports.jsonl"
        write_jsonl(lines, 20_000)
        self.casebook = small / "test.casebook"
        result = run("read", lines, "--report", casebook=self.casebook, check=3)
        self.assertIn("full", result.stderr)
        reported = result.stdout.count("\ttext")
        subprocess.run(["mount", "-o", "remount,size=100m", str(small)], check=True)
        run("verify", casebook=self.casebook, check=0)
        with contextlib.closing(sqlite3.connect(self.casebook, isolation_level=None)) as database:
            there = database.execute("SELECT count(*) FROM document").fetchone()[0]
        self.assertGreaterEqual(there, reported)
