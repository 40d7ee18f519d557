"""How wide text is, without loading a font file.

Advance widths of Noto Sans CJK SC 2.004 in thousandths of an em, taken from the ``hmtx`` tables of its Regular and Bold
faces for U+0020 to U+007E. Chinese characters and most signs are one em wide in this font. Text in charts is set
without kerning, so widths simply add up.
"""

import re

FAMILY = "Noto Sans CJK SC"
"""The family these widths belong to."""

MM = 25.4 / 72
"""Millimetres per point."""

CAP = 0.37
"""A line is centred on a height when its baseline lies this part of the size below it."""

LEADING = 1.35
"""From baseline to baseline, in sizes."""


def _widths(row: str) -> tuple[int, ...]:
    return tuple(int(width) for width in row.split())


_REGULAR = _widths(
    "224 323 474 555 555 921 680 278 338 338 467 555 278 347 278 392 555 555 555 "
    "555 555 555 555 555 555 555 278 278 555 555 555 474 946 608 657 638 688 589 "
    "552 689 728 293 535 646 543 812 723 742 633 742 635 596 599 721 575 878 573 "
    "531 603 338 392 338 555 559 606 563 618 510 620 554 325 564 607 275 275 552 "
    "284 926 610 606 620 620 388 468 377 607 521 802 498 521 475 338 270 338 555 "
)
_BOLD = _widths(
    "227 370 574 590 590 963 740 325 378 378 507 590 325 370 325 387 590 590 590 "
    "590 590 590 590 590 590 590 325 325 590 590 590 514 1007 641 681 656 714 615 "
    "585 717 757 330 568 686 578 853 749 770 667 770 682 624 625 748 619 915 627 "
    "580 613 378 387 378 590 567 626 591 644 527 644 581 372 597 640 304 306 604 "
    "315 964 641 626 644 644 436 495 421 637 576 863 562 574 511 378 296 378 590 "
)

_EXACT = re.compile("[ -~\u00a0−—\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*")

_NARROW = {"\u00a0": " ", "−": "+", "–": "0", "°": "(", "¥": "0", "€": "0", "⟨": "(", "⟩": ")"}


def advance(char: str, bold: bool = False) -> int:
    """The width of one character in thousandths of an em; an estimate that errs on the wide side outside the table."""
    table = _BOLD if bold else _REGULAR
    char = _NARROW.get(char, char)
    if " " <= char <= "~":
        return table[ord(char) - 32]
    if char == "—":
        return 908 if bold else 894
    if "\u00c0" <= char < "\u0500" and char not in "×÷":
        return 720 if bold else 680
    if char in "\u200b\u200c\u200d\ufeff":
        return 0
    return 1000


def exact(text: str) -> bool:
    """Whether the width of every character is known for certain."""
    return _EXACT.fullmatch(text) is not None


def measure(text: str, size: float, bold: bool = False) -> float:
    """The width of one line in mm, ``size`` in points."""
    return sum(advance(char, bold) for char in text) / 1000 * size * MM
