"""The pictures of the READMEs: pages of the built example plans, six on one sheet. `make pictures` runs this."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).parent
PAGES = ("cover", "overview", "opportunities", "actions", "promotions", "scorecard")
"""The anchors of the pages that are shown."""
DOCUMENTS = {
    "pages-en.png": "northfield-castlegate-2027/northfield-castlegate-2027-customer-report-en.pdf",
    "pages-zh.png": "qingquan-hualian-2027/qingquan-hualian-2027-customer-report-zh.pdf",
}
WIDTH, GAP, COLUMNS, COLOURS = 640, 24, 3, 256
GROUND = "#E3E5E8"


def main(output: Path) -> None:
    """Draw both pictures from the PDFs below a folder."""
    for name, document in DOCUMENTS.items():
        sheet = arrange(read_pages(output / document))
        # Fewer colours make the file a third; this way of choosing them keeps the rare ones, such as a status.
        sheet = sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        sheet.save(FOLDER / name, optimize=True)
        print(FOLDER / name)


def read_pages(document: Path) -> list[Image.Image]:
    """The shown pages of a PDF as pictures, found by their anchors."""
    listed = subprocess.run(["pdfinfo", "-dests", document], check=True, capture_output=True, text=True).stdout
    numbers = {anchor: number for number, anchor in re.findall(r'^ *(\d+) .*"(.+)"$', listed, re.MULTILINE)}
    return [_read_page(document, numbers[anchor]) for anchor in PAGES]


def _read_page(document: Path, number: str) -> Image.Image:
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    page = ["pdftoppm", "-f", number, "-l", number, *size, "-png", document]
    return Image.open(BytesIO(subprocess.run(page, check=True, capture_output=True).stdout)).convert("RGB")


def arrange(pages: list[Image.Image]) -> Image.Image:
    """Put pages of one size on a sheet, row by row."""
    width, height = pages[0].width + GAP, pages[0].height + GAP
    sheet = Image.new("RGB", (COLUMNS * width + GAP, -(-len(pages) // COLUMNS) * height + GAP), GROUND)
    for at, page in enumerate(pages):
        sheet.paste(page, (GAP + at % COLUMNS * width, GAP + at // COLUMNS * height))
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "output"))
