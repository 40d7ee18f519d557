from pathlib import Path

import pytest

from acbp.rendering import resources


def test_the_templates_of_a_checkout_lie_beside_the_package() -> None:
    root = resources.template_root()
    assert (root / "brands" / "spring" / "brand.yml").is_file()


def test_the_templates_of_an_installed_package_lie_inside_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "acbp" / "templates").mkdir(parents=True)
    monkeypatch.setattr(resources, "files", lambda package: tmp_path / package)
    assert resources.template_root() == tmp_path / "acbp" / "templates"


def test_a_broken_installation_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "files", lambda package: tmp_path / package)
    with pytest.raises(FileNotFoundError, match="incomplete"):
        resources.template_root()
