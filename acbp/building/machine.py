"""Whether this machine can build plans: each thing it needs as a finding, with the exact command that mends it."""

import importlib.metadata
import importlib.util
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from acbp.building.libraries import FILES, find_face, load_library, pango_version, subsets_with_harfbuzz
from acbp.building.remedies import pip_command, system_command
from acbp.charts.style import Style
from acbp.problems.codes import Severity

PYTHON = (3, 11)
WEASYPRINT = (70, 71)
"""The first supported major version and the first that no longer is, as in the project's requirements."""
PANGO = (1, 44)
WEIGHTS = {"regular": 80, "bold": 200}
"""The two weights the pages ask for, on fontconfig's scale."""

DISPENSABLE = frozenset({"git", "harfbuzz-subset"})
"""Findings that do not stop a build."""

SAMPLE = (
    # GB 2312: its 6,763 Chinese characters stand in rows 0xB0 to 0xF7 and cover everyday business writing.
    "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    + "，。、；：？！“”‘’（）《》〈〉【】「」—…·～％￥＋－×÷±≥≤≈→←↑↓▲▼●○◆■□★☆✓−–•‰℃²³"
    + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    + "".join(map(chr, range(0x20, 0x7F)))
)
"""Characters that plans and pages use; a font without one of them would print an empty box."""

SAMPLE_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>年度客户业务计划</title><style>
@page {{ size: A4 }} body {{ font-family: "{sans}" }} h1 {{ font-family: "{serif}" }}
</style><h1>年度客户业务计划</h1><p>目标、机会、行动：<b>骨、直、复</b>，①–⑳，￥1,234.5 万元。</p>"""


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Chinese and in English."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        """The text in `lang`: Chinese for `zh…`, else English."""
        return self.zh if lang.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one thing the machine needs.

    `name` is stable (`pango`, `font-sans-bold`, …); `severity` weighs the finding where `ok` is false: an error stops
    builds, a warning makes them slower or poorer. `remedy` is the command to run, empty if nothing is wrong or no
    command can mend it.
    """

    name: str
    ok: bool
    severity: Severity
    detail: Words
    remedy: str = ""


def examine(output: Path = Path("output")) -> tuple[Finding, ...]:
    """Everything a build needs of this machine, in the order in which to mend it; `output` is the folder PDFs go to.

    Sets one sample page in a child process, so it takes about a second. Raises nothing: what fails is a finding.
    """
    style = Style()
    families = {"sans": style.sans, "serif": style.serif}
    fonts = (check_font(role, family, weight) for role, family in families.items() for weight in WEIGHTS)
    return (
        check_python(),
        check_yaml(),
        check_weasyprint(),
        check_libraries(),
        check_pango(),
        check_subsetting(),
        *fonts,
        check_git(),
        check_output(output),
        check_sample_page(style),
    )


def check_python() -> Finding:
    """Python is 3.11 or newer."""
    running = platform.python_version()
    wanted = ".".join(map(str, PYTHON))
    if sys.version_info[:2] >= PYTHON:
        return _good("python", f"Python {running}", f"Python {running}")
    return _bad(
        "python",
        f"Python 版本为 {running}，需要 {wanted} 或更高版本",
        f"Python is {running}; {wanted} or newer is needed",
        system_command("python"),
    )


def check_yaml() -> Finding:
    """PyYAML was built with libyaml, the parser plans are read with."""
    try:
        spec = importlib.util.find_spec("yaml._yaml")
    except ImportError:
        spec = None
    if spec is not None:
        version = importlib.metadata.version("pyyaml")
        return _good("yaml", f"PyYAML {version}，含 libyaml", f"PyYAML {version} with libyaml")
    return _bad(
        "yaml",
        "PyYAML 没有安装，或不含 libyaml，无法读取计划文件",
        "PyYAML is missing or was built without libyaml; plans cannot be read",
        pip_command("--force-reinstall --only-binary :all: pyyaml"),
    )


def check_weasyprint() -> Finding:
    """WeasyPrint is installed in a supported version."""
    first, beyond = WEASYPRINT
    remedy = pip_command(f'"weasyprint>={first},<{beyond}"')
    try:
        version = importlib.metadata.version("weasyprint")
    except importlib.metadata.PackageNotFoundError:
        return _bad(
            "weasyprint", "没有安装 WeasyPrint，无法生成 PDF", "WeasyPrint is not installed; no PDF can be made", remedy
        )
    if first <= int(version.split(".")[0]) < beyond:
        return _good("weasyprint", f"WeasyPrint {version}", f"WeasyPrint {version}")
    return _bad(
        "weasyprint",
        f"WeasyPrint 版本为 {version}，只支持 {first} 至 {beyond} 之前的版本",
        f"WeasyPrint is {version}; supported are {first} up to but not including {beyond}",
        remedy,
    )


def check_libraries() -> Finding:
    """The libraries WeasyPrint cannot work without can be loaded."""
    absent = [name for name in FILES if name != "harfbuzz-subset" and load_library(name) is None]
    if not absent:
        return _good("libraries", "排版所需的系统库齐全", "All system libraries of the typesetter can be loaded")
    return _bad(
        "libraries",
        f"无法加载系统库：{'、'.join(absent)}",
        f"System libraries that cannot be loaded: {', '.join(absent)}",
        system_command("typesetting"),
    )


def check_pango() -> Finding:
    """Pango is 1.44 or newer."""
    found = pango_version()
    wanted = ".".join(map(str, PANGO))
    if found is None:
        return _bad("pango", "没有找到 Pango", "Pango was not found", system_command("typesetting"))
    version = ".".join(map(str, found))
    if found[:2] >= PANGO:
        return _good("pango", f"Pango {version}", f"Pango {version}")
    return _bad(
        "pango",
        f"Pango 版本为 {version}，需要 {wanted} 或更高版本",
        f"Pango is {version}; {wanted} or newer is needed",
        system_command("typesetting"),
    )


def check_subsetting() -> Finding:
    """HarfBuzz can cut fonts down to the characters used."""
    if subsets_with_harfbuzz():
        return _good("harfbuzz-subset", "由 HarfBuzz 裁剪字体", "HarfBuzz cuts fonts down")
    return _bad(
        "harfbuzz-subset",
        "没有 HarfBuzz 的字体裁剪库（需要 4.1 或更高版本），生成 PDF 会慢约三倍",
        "HarfBuzz's subset library (4.1 or newer) is missing; PDFs take about three times as long",
        system_command("subsetting"),
    )


def check_font(role: str, family: str, weight: str) -> Finding:
    """The `family` has a real face of that weight (`regular` or `bold`) with every character of `SAMPLE`."""
    name = f"font-{role}-{weight}"
    remedy = system_command("fonts")
    style_zh = {"regular": "常规", "bold": "粗体"}[weight]
    face = find_face(family, WEIGHTS[weight], SAMPLE)
    if face is None:
        return _bad(name, f"没有找到字体 {family}", f"The font {family} was not found", remedy)
    if family not in face.families:
        instead = face.families[0] if face.families else "?"
        return _bad(
            name,
            f"没有安装字体 {family}，文字会改用 {instead}",
            f"The font {family} is not installed; text would be set in {instead}",
            remedy,
        )
    # Between demi-bold (180) and bold nothing looks wrong; anything lighter is not the bold that was asked for.
    if face.emboldened or (weight == "bold") != (face.weight >= 180):
        return _bad(
            name,
            f"字体 {family} 没有真正的{style_zh}字形",
            f"The font {family} has no real {weight} face",
            remedy,
        )
    if face.absent:
        shown = face.absent[:20]
        return _bad(
            name,
            f"字体 {family}（{style_zh}）缺少 {len(face.absent)} 个常用字符：{shown}",
            f"The font {family} ({weight}) lacks {len(face.absent)} common characters: {shown}",
            remedy,
        )
    return _good(name, f"{family} {style_zh}：{face.file}", f"{family} {weight}: {face.file}")


def check_git() -> Finding:
    """git is there to read the history of plans."""
    found = shutil.which("git")
    if found:
        return _good("git", f"git：{found}", f"git: {found}")
    return _bad(
        "git",
        "没有安装 git，无法读取计划的历史版本；其他功能不受影响",
        "git is not installed; the history of plans cannot be read, all else works",
        system_command("git"),
    )


def check_output(folder: Path) -> Finding:
    """PDFs can be written to `folder`, or it can be made; leaves nothing behind."""
    nearest = folder
    try:
        nearest = next((each for each in (folder, *folder.absolute().parents) if each.exists()), folder)
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        return _bad(
            "output",
            f"无法写入 {nearest}（{reason}），请修改权限或换一个输出文件夹",
            f"Cannot write to {nearest} ({reason}); change its permissions or choose another output folder",
        )
    return _good("output", f"可以写入 {folder}", f"{folder} can be written to")


def check_sample_page(style: Style) -> Finding:
    """One page of Chinese text becomes a PDF with its fonts in it.

    Runs WeasyPrint's own command in a child process: what a missing library prints or crashes stays there.
    """
    page = SAMPLE_PAGE.format(sans=style.sans, serif=style.serif)
    # Objects of PDF 1.4 stand uncompressed, so the fonts can be read off; -P keeps files of the current folder out.
    command = [sys.executable, "-P", "-m", "weasyprint", "--quiet", "--pdf-version", "1.4", "-", "-"]
    try:
        run = subprocess.run(command, input=page.encode(), capture_output=True, timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        return _bad("sample-page", f"样张无法生成：{fault}", f"The sample page could not be made: {fault}")
    if run.returncode != 0 or not run.stdout.startswith(b"%PDF"):
        lines = (run.stderr or run.stdout).decode("utf-8", "replace").strip().splitlines()
        # WeasyPrint dies of a signal where there is no font at all.
        reason = lines[-1].strip() if lines and run.returncode > 0 else f"WeasyPrint: exit code {run.returncode}"
        if library := re.search(r"cannot load library '([^']*)'", "\n".join(lines)):
            reason = f"cannot load library {library[1]}"
        return _bad("sample-page", f"样张无法生成：{reason}", f"The sample page could not be made: {reason}")
    embedded = set(re.findall(rb"/FontName\s*/[A-Z]{6}\+(\S+)", run.stdout))
    absent = [each for each in (style.sans, style.serif) if not any(_is_of(name, each) for name in embedded)]
    if absent:
        return _bad(
            "sample-page",
            f"样张没有嵌入字体：{'、'.join(absent)}",
            f"The sample page does not hold the fonts: {', '.join(absent)}",
            system_command("fonts"),
        )
    size = round(len(run.stdout) / 1000)
    pages = len(re.findall(rb"/Type\s*/Page\b", run.stdout))
    return _good(
        "sample-page",
        f"样张：{pages} 页，{size} kB，嵌入 {len(embedded)} 款字体",
        f"Sample page: {pages} page, {size} kB, {len(embedded)} fonts embedded",
    )


def _is_of(font_name: bytes, family: str) -> bool:
    return font_name.decode("ascii", "replace").startswith(family.replace(" ", "-"))


def _good(name: str, zh: str, en: str) -> Finding:
    return Finding(name, True, _weigh(name), Words(zh, en))


def _bad(name: str, zh: str, en: str, remedy: str = "") -> Finding:
    return Finding(name, False, _weigh(name), Words(zh, en), remedy)


def _weigh(name: str) -> Severity:
    return "warning" if name in DISPENSABLE else "error"
