"""`python -m benchmark.finished_page PLAN FOLDER`: the page of a plan as the typesetter gets it, with its pictures.

What is written, `index.html` with a style sheet and the charts, can be printed by WeasyPrint alone, as shipped.
"""

import re
import sys
from mimetypes import guess_extension
from pathlib import Path
from typing import Any


def write_page(plan: Path, folder: Path) -> None:
    """Build the internal edition of a plan and write the page that it was printed from."""
    from acbp.building.builder import build
    from acbp.building.jobs import Options
    from acbp.rendering import report

    kept: list[Any] = []
    typeset = report.typeset

    def listen(html: str, sheets: list[str], assets: Any) -> Any:
        kept[:] = [html, sheets, assets]
        return typeset(html, sheets, assets)

    report.typeset = listen
    outcome = build([plan], Options(folder, editions=("internal",), force=True, workers=1), lambda *_: None)
    if outcome.exit_code or not kept:
        raise SystemExit("\n".join(str(problem) for problem in outcome.every_problem()))
    html, sheets, assets = kept
    names = {}
    for name, (media_type, content) in assets:
        suffix = Path(name).suffix or guess_extension(media_type) or ""
        names[name] = f"{Path(name).stem}{suffix}"
        (folder / names[name]).write_bytes(content)

    def refer(text: str) -> str:
        return re.sub(r"asset:([\w.\-]+)", lambda found: names[found[1]], text)

    (folder / "report.css").write_text(refer("\n".join(sheets)), encoding="utf-8")
    linked = refer(html).replace("</head>", '<link rel="stylesheet" href="report.css"></head>', 1)
    (folder / "index.html").write_text(linked, encoding="utf-8")


if __name__ == "__main__":
    write_page(Path(sys.argv[1]), Path(sys.argv[2]))
