"""Parsing happens in a process of its own, which may die without harm."""
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from program import PROGRAM


def workers_of(process):
    """Ids of the processes that `process` parses in."""
    found = []
    for task in pathlib.Path(f"/proc/{process.pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            if "reader-worker" in pathlib.Path(f"/proc/{child}/cmdline").read_text():
                found.append(int(child))
    return found


def is_running(process):
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False
    return "State:\tZ" not in status  # dead, if nobody has asked how it ended


def line(number):
    return json.dumps({"id": f"r{number}", "text": f"The river fell by {number} metres."}) + "\n"


class SandboxTest(unittest.TestCase):
    def setUp(self):
        self.output = tempfile.TemporaryFile()
        self.addCleanup(self.output.close)
        self.process = subprocess.Popen([PROGRAM, "extract", "--threads", "1", "-"], text=True,
                                        stdin=subprocess.PIPE, stdout=self.output,
                                        stderr=subprocess.PIPE)
        self.addCleanup(self.process.kill)
        self.process.stdin.write("".join(line(n) for n in range(100)))
        self.process.stdin.flush()
        # Once there is output, the worker has answered.
        self.wait_until(lambda: os.fstat(self.output.fileno()).st_size > 0)
        [self.worker] = workers_of(self.process)

    def wait_until(self, holds):
        end = time.monotonic() + 60
        while not holds():
            self.assertLess(time.monotonic(), end, "waited in vain")
            time.sleep(0.02)

    def test_a_worker_that_is_killed_costs_no_document(self):
        os.kill(self.worker, signal.SIGKILL)
        _, errors = self.process.communicate("".join(line(n) for n in range(100, 200)), timeout=120)
        self.assertEqual(errors, "")
        self.assertEqual(self.process.returncode, 0)
        self.output.seek(0)
        ids = [json.loads(found)["id"] for found in self.output]
        self.assertEqual(ids, [f"r{n}" for n in range(200)])

    def test_workers_end_with_the_program(self):
        self.process.kill()
        self.process.communicate(timeout=60)
        self.wait_until(lambda: not is_running(self.worker))

    def test_workers_are_confined(self):
        rows = pathlib.Path(f"/proc/{self.worker}/status").read_text().splitlines()
        status = {key: value.strip() for key, _, value in (row.partition(":") for row in rows)}
        self.assertEqual(status["NoNewPrivs"], "1")
        self.assertEqual(status["Seccomp"], "2")  # a filter
        self.process.communicate(timeout=60)


if __name__ == "__main__":
    unittest.main()
