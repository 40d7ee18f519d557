"""Writes the gallery of all charts: ``python -m acbp.charts [OUT.html]``, to standard output without a file name."""

import sys
from pathlib import Path

from acbp.charts.gallery import page

if len(sys.argv) > 1:
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
else:
    sys.stdout.write(page())
