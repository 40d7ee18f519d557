"""The order of the layers and the habits of the house, read from the source with `ast`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "acbp"

# Each package may import itself and those of a lower rank; packages of one rank do not know each other.
RANKS = {
    "problems": 0,
    "model": 1,
    "loading": 2,
    "editions": 3,
    "analysis": 4,
    "charts": 5,
    "rendering": 6,
    "building": 7,
    "history": 7,
    "cli": 8,
    "__main__": 9,
}
HOMES = {
    "yaml": {"loading"},
    "openpyxl": {"loading"},
    "matplotlib": {"charts"},
    "jinja2": {"rendering"},
    "weasyprint": {"rendering"},
    "click": {"cli"},
}
"""Libraries that one package alone imports."""

CLOCK_METHODS = {"today", "now", "utcnow"}
VAGUE_NAMES = {"helpers", "utils", "common", "misc"}
LONGEST = 500


def find_breaches(package: Path) -> list[str]:
    """Every breach of the rules in the files under `package` (a folder laid out as `acbp`), as `file:line: what`."""
    breaches = []
    for file in sorted(package.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        inside = file.relative_to(package)
        tree = ast.parse(source, str(file))
        faults = [*_check_module(inside, source, tree), *_check_imports(inside, tree), *_check_calls(inside, tree)]
        breaches += [f"{inside.as_posix()}:{line}: {what}" for line, what in sorted(faults)]
    return breaches


def _check_module(inside: Path, source: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    length = source.count("\n")
    if length > LONGEST:
        yield length, f"longer than {LONGEST} lines"
    if inside.stem in VAGUE_NAMES:
        yield 1, "name says nothing"
    if not ast.get_docstring(tree):
        yield 1, "no docstring"
    for node in tree.body:
        is_named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if is_named and not node.name.startswith("_") and not ast.get_docstring(node):
            yield node.lineno, f"{node.name} has no docstring"


def _check_imports(inside: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    home = inside.parts[0].removesuffix(".py")
    for line, name in _imported_names(inside, tree):
        first, *rest = name.split(".")
        if first == "acbp":
            target = rest[0] if rest else ""
            if home == "__init__" and target in RANKS:
                yield line, f"acbp imports {target}"
            elif target in RANKS and target != home and RANKS[target] >= RANKS.get(home, -1):
                yield line, f"{home} imports {target}"
        elif home not in HOMES.get(first, {home}):
            yield line, f"{home} imports {first}"


def _imported_names(inside: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Full names of all imports, also those inside functions, relative ones and those by `import_module("…")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # One dot is the folder of the file, which is also the package of an __init__.
            folder = ("acbp", *inside.parts[:-1])
            above = folder[: len(folder) - node.level + 1] if node.level else ()
            origin = [*above, *([node.module] if node.module else [])]
            yield from ((node.lineno, ".".join([*origin, alias.name])) for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield node.lineno, first.value


def _check_calls(inside: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    speaks = inside.parts[0] == "cli" or inside.name == "__main__.py"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        is_method = isinstance(node.func, ast.Attribute)
        if not speaks and not is_method and _called(node) == "print":
            yield node.lineno, "prints"
        if inside.parts[0] != "cli" and is_method and _called(node) in CLOCK_METHODS:
            yield node.lineno, f"asks for {_called(node)}()"
        if _opens_text(node) and not any(keyword.arg == "encoding" for keyword in node.keywords):
            yield node.lineno, f"{_called(node)} without encoding"


def _opens_text(call: ast.Call) -> bool:
    """Whether the call reads or writes text in an encoding that it might leave to the machine."""
    name = _called(call)
    is_method = isinstance(call.func, ast.Attribute)
    if name == "read_text":
        return not call.args
    if name == "write_text":
        return len(call.args) < 2
    if name == "open":
        is_builtin = not is_method or (isinstance(call.func.value, ast.Name) and call.func.value.id == "io")
        mode = _mode(call, 1 if is_builtin else 0)
        # Called with something else than a mode, it is not the method of a path: `Image.open(stream)`.
        return mode is not None and "b" not in mode and (is_builtin or set(mode) <= set("rwaxt+"))
    if name == "fdopen":
        return "b" not in (_mode(call, 1) or "")
    return any(
        keyword.arg in {"text", "universal_newlines"}
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value
        for keyword in call.keywords
    ) and name in {"run", "Popen", "check_output", "check_call", "call"}


def _mode(call: ast.Call, position: int) -> str | None:
    """The mode given to `open`, `r` where it is left out, None where it is not written out."""
    given = next((keyword.value for keyword in call.keywords if keyword.arg == "mode"), None)
    if given is None and len(call.args) > position:
        given = call.args[position]
    if given is None:
        return "r"
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_the_package_keeps_the_rules() -> None:
    assert find_breaches(PACKAGE) == []


def test_every_package_has_its_place_in_the_order() -> None:
    packages = {folder.name for folder in PACKAGE.iterdir() if folder.is_dir() and any(folder.glob("*.py"))}
    assert packages
    assert packages <= RANKS.keys() | {"templates"}


@pytest.mark.parametrize(
    ("file", "line", "breach"),
    [
        ("model/plan.py", "from acbp.loading.compose import compose", "model imports loading"),
        ("model/plan.py", "import acbp.charts", "model imports charts"),
        ("model/plan.py", "from acbp import charts", "model imports charts"),
        ("model/plan.py", "from ..charts import bridge", "model imports charts"),
        ("model/plan.py", "from .. import charts", "model imports charts"),
        ("model/parts/store.py", "from ...charts import bridge", "model imports charts"),
        ("model/__init__.py", "from ..loading import load", "model imports loading"),
        (
            "problems/codes.py",
            "def late():\n    '''Late.'''\n    from acbp.model import Plan",
            "problems imports model",
        ),
        ("problems/codes.py", "import importlib\nimportlib.import_module('acbp.model')", "problems imports model"),
        ("building/publish.py", "from acbp.history import versions", "building imports history"),
        ("history/versions.py", "from acbp.building import publish", "history imports building"),
        ("rendering/pages.py", "from acbp.cli import main", "rendering imports cli"),
        ("cli/build.py", "import acbp.__main__", "cli imports __main__"),
        ("__init__.py", "from acbp.model import Plan", "acbp imports model"),
        ("analysis/growth.py", "import matplotlib.figure", "analysis imports matplotlib"),
        ("building/publish.py", "def late():\n    '''Late.'''\n    import weasyprint", "building imports weasyprint"),
        ("model/plan.py", "from yaml import compose", "model imports yaml"),
        ("building/watch.py", "import click", "building imports click"),
        ("charts/bridge.py", "from jinja2 import Environment", "charts imports jinja2"),
        ("analysis/age.py", "import datetime\ndatetime.date.today()", "asks for today()"),
        ("analysis/age.py", "from datetime import datetime as clock, UTC\nclock.now(UTC)", "asks for now()"),
        ("loading/source.py", "open('plan.yaml')", "open without encoding"),
        ("loading/source.py", "open('plan.yaml', mode='w')", "open without encoding"),
        ("loading/source.py", "import io\nio.open('plan.yaml')", "open without encoding"),
        ("loading/source.py", "from pathlib import Path\nPath('a').open('w')", "open without encoding"),
        ("loading/source.py", "from pathlib import Path\nPath('a').open()", "open without encoding"),
        ("loading/source.py", "from pathlib import Path\nPath('a').read_text()", "read_text without encoding"),
        ("loading/source.py", "from pathlib import Path\nPath('a').write_text('b')", "write_text without encoding"),
        ("history/git.py", "import subprocess\nsubprocess.run(['git'], text=True)", "run without encoding"),
        ("building/publish.py", "import os\nos.fdopen(3, 'w')", "fdopen without encoding"),
        ("analysis/growth.py", "print('growth')", "prints"),
        ("analysis/growth.py", "def grow():\n    return 1", "grow has no docstring"),
        ("analysis/growth.py", "class Growth:\n    pass", "Growth has no docstring"),
        ("analysis/utils.py", "GROWTH = 1", "name says nothing"),
        ("analysis/growth.py", "\n" * 500, "longer than 500 lines"),
    ],
)
def test_a_breach_is_found(file: str, line: str, breach: str, tmp_path: Path) -> None:
    _write(tmp_path, file, f'"""What it does."""\n\n{line}\n')
    found = find_breaches(tmp_path)
    assert len(found) == 1
    assert found[0].startswith(f"{file}:")
    assert found[0].endswith(f": {breach}")


def test_a_module_without_docstring_is_found(tmp_path: Path) -> None:
    _write(tmp_path, "analysis/growth.py", "GROWTH = 1\n")
    assert find_breaches(tmp_path) == ["analysis/growth.py:1: no docstring"]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("cli/build.py", "from acbp.building import publish\nimport click"),
        ("cli/build.py", "import datetime\nprint(datetime.date.today())"),
        ("__main__.py", "from acbp.cli import main\nprint(main)"),
        ("charts/__main__.py", "from acbp.charts.style import Style\nfrom . import bridge\nprint(Style, bridge)"),
        ("model/plan.py", "from acbp import __version__\nfrom .money import Money\nfrom acbp.problems import Problem"),
        ("analysis/growth.py", "import datetime\ndef grow(today: datetime.date):\n    '''Grow.'''\n    return today"),
        ("rendering/pages.py", "import weasyprint, jinja2"),
        (
            "rendering/image.py",
            "from PIL import Image\nImage.open(stream)\nopen('a', 'rb')\nopen('b', encoding='utf-8')",
        ),
        ("loading/source.py", "from pathlib import Path\nPath('a').read_text('utf-8')\nPath('a').open('rb')"),
        ("loading/source.py", "import subprocess\nsubprocess.run(['git'], text=True, encoding='utf-8')"),
    ],
)
def test_what_is_allowed_is_not_blamed(file: str, line: str, tmp_path: Path) -> None:
    _write(tmp_path, file, f'"""What it does."""\n\n{line}\n')
    assert find_breaches(tmp_path) == []


def _write(package: Path, file: str, source: str) -> None:
    (package / file).parent.mkdir(parents=True, exist_ok=True)
    (package / file).write_text(source, encoding="utf-8")
