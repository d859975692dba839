"""`read` stopped at random moments: what was reported as read is there, nothing is half there."""
import os
import random
import re
import signal
import sqlite3
import subprocess
import time

from program import PROGRAM, ProgramTest, run, write_jsonl

DOCUMENTS = 1000
KILLS = 100


class KillTest(ProgramTest):
    def start(self, lines):
        return subprocess.Popen([PROGRAM, "read", str(lines), "--casebook", str(self.casebook),
                                 "--report"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def seconds_of_a_run(self, lines):
        """How long a whole run takes here and now: kills are spread over it."""
        started = time.monotonic()
        self.start(lines).communicate()
        seconds = time.monotonic() - started
        self.remove_casebook()
        return seconds

    def remove_casebook(self):
        for suffix in ("", "-wal", "-shm"):
            self.casebook.with_name(self.casebook.name + suffix).unlink(missing_ok=True)

    def stop_after(self, lines, seconds):
        """The numbers of the lines that the program reported as read before it was killed."""
        process = self.start(lines)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        out = process.communicate()[0].decode()
        # The last line may be cut short: it was not reported.
        whole = out[:out.rfind("\n") + 1]
        return set(re.findall(r"#(\d+)\ttext\b", whole))

    def test_kill_9_at_100_random_moments(self):
        rng = random.Random(20240606)
        lines = self.folder / "reports.jsonl"
        write_jsonl(lines, DOCUMENTS)
        seconds = self.seconds_of_a_run(lines)
        reported = set()
        cut_short = 0
        for kill in range(KILLS):
            new = self.stop_after(lines, rng.uniform(0.0, seconds))
            reported |= new
            cut_short += 0 < len(new) and len(reported) < DOCUMENTS
            if kill % 4 == 3:  # Begin again: every kill should meet a run with work to do.
                self.check(reported)
                self.remove_casebook()
                reported = set()
        self.assertGreater(cut_short, 5, "the kills did not meet runs under way")
        self.check(reported)
        run("read", lines, casebook=self.casebook, check=0)
        self.check({str(n + 1) for n in range(DOCUMENTS)})

    def check(self, reported):
        if not self.casebook.exists():
            self.assertEqual(reported, set())
            return
        run("verify", casebook=self.casebook, check=0)
        database = sqlite3.connect(self.casebook)
        ids = {row[0] for row in database.execute("SELECT given_id FROM publication")}
        self.assertLessEqual({f"r{int(line) - 1}" for line in reported}, ids)
        halves = database.execute(
            "SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM publication)")
        self.assertEqual(halves.fetchone()[0], 0)
        database.close()

    def test_ctrl_c_keeps_what_was_reported_and_says_how_to_go_on(self):
        lines = self.folder / "reports.jsonl"
        write_jsonl(lines, DOCUMENTS)
        process = self.start(lines)
        process.stdout.readline()
        os.kill(process.pid, signal.SIGINT)
        out = process.communicate(timeout=60)[0].decode()
        if process.returncode != 0:  # It may have finished just before.
            self.assertEqual(process.returncode, 130)
            self.assertIn("run the same again to go on", out)
        run("read", lines, casebook=self.casebook, check=0)
        self.check({str(n + 1) for n in range(DOCUMENTS)})
