"""Reading into a casebook, and what comes out again."""
import contextlib
import json
import pathlib
import sqlite3

from program import REPORT, ProgramTest, run, write_jsonl

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"


class ReadTest(ProgramTest):
    def test_one_report_from_bytes_to_statement(self):
        report = self.write("bridge.txt", REPORT)
        summary = run("read", report, casebook=self.casebook, check=0).stdout
        self.assertIn("1 read: 1 new", summary)
        shown = json.loads(run("show", "bridge.txt", "--format", "json", casebook=self.casebook,
                               check=0).stdout)
        self.assertEqual(shown["text"], REPORT)
        self.assertEqual(shown["date"], "2024-06-06")
        self.assertEqual(shown["publisher"], "Coast Wire")
        self.assertEqual(shown["dateline"], "LUNDE")
        text = REPORT.encode()
        said = {(s["speaker"], text[s["content"][0][0]:s["content"][0][1]].decode())
                for s in shown["statements"]}
        self.assertIn(("Anna Berg", "that the bridge had no cracks"), said)
        self.assertIn(("Tor Vik", '"We have enough for the repairs,"'), said)

    def test_reading_twice_adds_nothing(self):
        lines = self.folder / "reports.jsonl"
        write_jsonl(lines, 50)
        self.assertIn("50 read: 50 new", run("read", lines, casebook=self.casebook, check=0).stdout)
        again = run("read", lines, casebook=self.casebook, check=0).stdout
        self.assertIn("50 read: 0 new, 0 new publications of known texts, 50 known already", again)

    def test_another_publisher_adds_a_publication_not_a_text(self):
        line = {"id": "a", "title": "T", "date": "2024-06-06", "publisher": "Coast Wire",
                "text": REPORT}
        self.write("a.jsonl", json.dumps(line))
        self.write("b.jsonl", json.dumps(line | {"publisher": "Harbour Post", "id": "b"}))
        summary = run("read", self.folder, casebook=self.casebook, check=0).stdout
        self.assertIn("2 read: 1 new, 1 new publications of known texts", summary)
        shown = json.loads(run("show", "b", "--format", "json", casebook=self.casebook,
                               check=0).stdout)
        self.assertEqual([p["publisher"] for p in shown["publications"]],
                         ["Coast Wire", "Harbour Post"])

    def test_standard_input(self):
        run("read", "-", casebook=self.casebook, text=REPORT, check=0)
        self.assertEqual(len(self.search("bolt")), 1)

    def test_samples_are_read_whole_and_verified(self):
        summary = run("read", SAMPLES / "wire", SAMPLES / "ministry", SAMPLES / "hearings",
                      SAMPLES / "feed", casebook=self.casebook, check=0).stdout
        self.assertIn("40 read: 39 new, 1 new publications", summary)
        verified = run("verify", casebook=self.casebook, check=0).stdout
        self.assertIn("every quotation stands in its document", verified)

    def test_copies_in_the_samples(self):
        run("read", *(SAMPLES / kind for kind in ("wire", "ministry", "hearings", "feed")),
            casebook=self.casebook, check=0)
        rows = json.loads(run("copies", "--format", "json", casebook=self.casebook, check=0).stdout)
        stories = {}
        for row in rows:
            stories.setdefault(row["story"], []).append(row)
        # samples/README.md lists them: the million shells, Steadfast Defender, F-16s, cables.
        self.assertEqual(sorted(len(story) for story in stories.values()), [2, 2, 2, 3])
        million = next(story for story in stories.values() if len(story) == 3)
        self.assertEqual([row["role"] for row in million], ["original", "copy", "copy"])
        self.assertEqual(million[0]["date"], "2023-03-20")

    def test_threads_give_the_same_casebook(self):
        lines = self.folder / "reports.jsonl"
        write_jsonl(lines, 300)
        outputs = []
        for threads in ("1", "4"):
            casebook = self.folder / f"{threads}.casebook"
            run("read", lines, "--threads", threads, casebook=casebook, check=0)
            outputs.append(run("statements", "--format", "json", "--limit", "5000",
                               casebook=casebook, check=0).stdout)
        self.assertEqual(*outputs)

    def test_extract_needs_no_casebook(self):
        lines = self.folder / "reports.jsonl"
        write_jsonl(lines, 200)
        out = run("extract", lines, "--format", "jsonl", check=0).stdout.splitlines()
        self.assertEqual([json.loads(line)["id"] for line in out], [f"r{n}" for n in range(200)])
        person = run("extract", lines, "--format", "text", check=0).stdout
        self.assertIn("Anna Berg", person)


class CasebookTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.report = self.write("bridge.txt", REPORT)
        run("read", self.report, casebook=self.casebook, check=0)

    def test_backup_is_a_casebook(self):
        copy = self.folder / "copy.casebook"
        run("backup", copy, casebook=self.casebook, check=0)
        run("verify", casebook=copy, check=0)
        refused = run("backup", copy, casebook=self.casebook, check=2)
        self.assertIn("exists", refused.stderr)

    def test_removed_text_is_gone_from_the_file_and_stays_out(self):
        run("remove", "bridge.txt", "--by", "A. Editor", "--reason", "wrong marking",
            casebook=self.casebook, check=0)
        for path in self.folder.glob("test.casebook*"):
            for word in (b"bolt", b"Lunde", b"Coast Wire"):
                self.assertNotIn(word, path.read_bytes())
        again = run("read", self.report, casebook=self.casebook, check=2)
        self.assertIn("removed for good", again.stderr)
        run("verify", casebook=self.casebook, check=0)

    def test_remove_asks_who_and_why(self):
        self.assertNotEqual(run("remove", "bridge.txt", casebook=self.casebook).returncode, 0)
        self.assertEqual(len(self.search("bolt")), 1)

    def test_verify_reports_a_changed_quotation(self):
        with contextlib.closing(sqlite3.connect(self.casebook, isolation_level=None)) as database:
            database.execute("UPDATE statement SET quotation = x'00' WHERE id = 1")
        verified = run("verify", casebook=self.casebook, check=1)
        self.assertIn("statement 1", verified.stdout)
