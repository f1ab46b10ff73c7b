"""One stage in a fresh process, with its time, processor time and peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from checker.schema.base import Record
from eval import provenance

TIMEOUT = 600.0  # seconds of one stage
NO_REASON = "ended without a result"


class StageRun(Record):
    """What one process did. `seconds` is the stage's work alone; `wall` the whole process with imports and loading."""

    stage: str
    unit: str = ""
    items: int = 0
    seconds: float | None = None
    rate: float | None = None
    wall: float
    cpu: float
    peak_mib: float | None = None
    skipped: str = ""

    def in_words(self) -> str:
        """One line."""
        if self.skipped:
            return f"skipped: {self.skipped}"
        return f"{self.rate:.1f} {self.unit}/s ({self.items} in {self.seconds:.2f} s; process {self.wall:.1f} s)"


def run_stage(stage: str, job: dict[str, Any]) -> StageRun:
    """Run `stage` as `python -m eval.bench.worker` and measure it.

    Processor time comes from wait4 on that very child. Its peak memory does not: a child that is forked inherits
    the peak of its parent, so the worker reads its own high-water mark instead (see `worker.peak_mib`).
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "result.json"
        errors = Path(folder) / "errors.txt"
        start = time.perf_counter()
        with errors.open("wb") as stream:
            process = subprocess.Popen(
                [sys.executable, "-m", "eval.bench.worker", stage, json.dumps(job), str(output)],
                cwd=provenance.ROOT, stdout=subprocess.DEVNULL, stderr=stream,
            )  # fmt: skip
            cpu = _wait(process)
        wall = time.perf_counter() - start
        if not output.exists():
            lines = errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            return StageRun(stage=stage, wall=wall, cpu=cpu, skipped=f"{NO_REASON}: {lines[-1] if lines else 'killed'}")
        return StageRun(stage=stage, wall=wall, cpu=cpu, **json.loads(output.read_text(encoding="utf-8")))


def _wait(process: subprocess.Popen) -> float:
    """Wait for the process (killed at TIMEOUT); returns its processor seconds."""
    deadline = time.monotonic() + TIMEOUT
    if not hasattr(os, "wait4"):
        process.wait(TIMEOUT)
        return 0.0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage.ru_utime + usage.ru_stime
        if time.monotonic() > deadline:
            process.kill()
            deadline = float("inf")
        time.sleep(0.02)
