"""How long a person waits for the first answer, against importing NumPy."""

import subprocess
import sys
import time

COMMANDS = {
    "python -c 'import numpy'": ["-c", "import numpy"],
    "effleurage --version": ["-m", "effleurage", "--version"],
    "import effleurage": ["-c", "import effleurage"],
}
HEAVY = ("numpy", "scipy", "starlette", "uvicorn", "mujoco", "matplotlib", "rich")


def measure(*, rounds: int = 15) -> dict[str, float]:
    """Median wall time of each command in [s], taken in turn so that load meets all alike."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            times[name].append(time.perf_counter() - start)
    return {name: sorted(each)[len(each) // 2] for name, each in times.items()}


def loaded(*arguments: str) -> list[str]:
    """Which of the heavy packages are loaded by a command."""
    run = "runpy.run_module('effleurage', run_name='__main__')" if arguments else "pass"
    code = f"""
import runpy, sys
sys.argv = {["effleurage", *arguments]!r}
try:
    import effleurage
    {run}
except SystemExit:
    pass
print("loaded:", *[name for name in {HEAVY!r} if name in sys.modules])
"""
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    return out.rsplit("loaded:", 1)[1].split()
