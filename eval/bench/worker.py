"""The process of one stage: `python -m eval.bench.worker STAGE JOB OUTPUT`."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from checker.errors import CheckerError


def peak_mib() -> float:
    """This process's own peak of resident memory in MiB.

    Linux carries ru_maxrss over from the parent at exec, so a small child of a large parent would seem large;
    VmHWM belongs to the new memory map. Elsewhere ru_maxrss is all there is (bytes on macOS, KiB on others).
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024**2 if sys.platform == "darwin" else peak / 1024


def main(stage: str, job: str, output: str) -> None:
    """Run the stage and write what it measured, or why it could not run."""
    from eval.bench import peers, stages

    steps = stages.STAGES | peers.STAGES
    try:
        items, unit, seconds, *peak = steps[stage](json.loads(job))
        rate = items / seconds if seconds > 0 else None
        result = {"items": items, "unit": unit, "seconds": seconds, "rate": rate, "peak_mib": peak[0] if peak else peak_mib()}
    except (CheckerError, ImportError, FileNotFoundError) as error:
        result = {"skipped": f"{type(error).__name__}: {error}"}
    Path(output).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
