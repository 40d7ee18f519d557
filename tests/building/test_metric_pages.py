"""The page on the metrics."""

import re

import pytest

from acbp.analysis.explaining.register import SUBJECTS
from acbp.building.metric_pages import describe_metrics


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_metric_stands_on_the_page_with_its_formula(lang: str) -> None:
    page = describe_metrics(lang)
    for subject in SUBJECTS:
        for metric in subject.metrics:
            reference = f"{subject.pattern}.{metric.name}".replace("{}", "<>")
            formula = metric.formula[lang == "en"].replace("|", "\\|")
            assert re.search(rf"^\| `{re.escape(reference)}` \| .*{re.escape(formula)}", page, re.MULTILINE), reference


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_has_three_columns_and_stands_once(lang: str) -> None:
    rows = [line for line in describe_metrics(lang).splitlines() if line.startswith("| `")]
    assert len(rows) == len(set(rows)) > 200
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}


def test_the_english_page_is_in_english() -> None:
    assert not re.search("[\u4e00-\u9fff]", describe_metrics("en"))
