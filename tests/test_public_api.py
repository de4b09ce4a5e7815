"""The public face: what is exported, what an import may load, and one error base."""

import importlib
import inspect
import pkgutil
import subprocess
import sys

import effleurage
from effleurage import errors

HEAVY = ("scipy", "matplotlib", "pyarrow", "starlette", "uvicorn", "rich", "bs4", "playwright")


def loaded_by(code: str) -> set[str]:
    """Names of the top-level modules that are loaded after running `code`."""
    script = f"{code}\nimport sys\nprint(' '.join({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_effleurage_loads_nothing_heavy():
    """No server, renderer, or even NumPy is loaded before it is needed."""
    assert not loaded_by("import effleurage") & {*HEAVY, "numpy"}


def test_importing_the_command_line_loads_nothing_heavy():
    """The command line answers at once."""
    assert not loaded_by("import effleurage.cli") & {*HEAVY, "numpy"}


def test_every_public_name_exists():
    """`dir(effleurage)` promises nothing that is not there."""
    for name in dir(effleurage):
        assert getattr(effleurage, name) is not None


def test_every_error_has_one_base():
    """Whatever a user can cause can be caught as EffleurageError."""
    found = [value for value in vars(errors).values() if inspect.isclass(value)]
    raised = [value for value in found if issubclass(value, Exception)]
    assert len(raised) >= 6
    assert all(issubclass(value, errors.EffleurageError) for value in raised)


def test_every_module_and_every_exported_name_says_what_it_is_for():
    """Every module has a docstring, and so has every class and function that a package exports."""
    missing, exported = [], 0
    for info in pkgutil.walk_packages(effleurage.__path__, "effleurage."):
        module = importlib.import_module(info.name)
        if not module.__doc__:
            missing.append(info.name)
        if "._" in info.name:
            continue
        for name, value in vars(module).items():
            if not name.startswith("_") and (inspect.isclass(value) or inspect.isfunction(value)):
                exported += 1
                if value.__module__.startswith("effleurage") and not value.__doc__:
                    missing.append(f"{info.name}.{name}")
    assert exported > 100
    assert not missing
