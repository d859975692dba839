"""Runs a command and notes how it went.

    measure.py REPORT COMMAND [ARGUMENT…]

writes {"status", "seconds", "peak_mb"} to REPORT. A process of its own, because Linux counts
towards a child's peak memory what its parent held when it was forked, and the runner holds a
whole gold file; this process holds next to nothing (its own 12 MB are the least that it reports).
"""
import json
import os
import subprocess
import sys
import time


def main(report: str, *command: str) -> int:
    begin = time.perf_counter()
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    with open(report, 'w', encoding='utf-8') as file:
        json.dump({'status': os.waitstatus_to_exitcode(status), 'seconds': seconds,
                   'peak_mb': usage.ru_maxrss / 1024}, file)
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
