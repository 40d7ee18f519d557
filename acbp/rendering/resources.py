"""Where the pages, styles, words and brand packs that come with the product lie."""

from importlib.resources import files
from pathlib import Path


def template_root() -> Path:
    """The folder of the product's own templates: inside the installed package, or beside it in a checkout.

    Raises FileNotFoundError if neither is there, which means a broken installation.
    """
    package = Path(str(files("acbp")))
    for root in (package / "templates", package.parent / "templates"):
        if root.is_dir():
            return root
    raise FileNotFoundError(f"no templates in {package} or beside it: the installation is incomplete")
