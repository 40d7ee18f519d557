"""Every name of a plan has one Chinese spelling, and no two names of a part are spelled alike."""

import re

from acbp.model import Plan, Workspace
from acbp.model.account import Need
from acbp.model.activity import Action, Promotion
from acbp.model.chinese_names import (
    _NAMES,
    _OF_FIELDS,
    _OF_PARTS,
    _SIGNS,
    _WORDS,
    chinese_names,
    chinese_words,
    closed_list,
)
from acbp.model.situation import Market, Performance
from acbp.model.table_file import TableFile

from .walking import fields_of, reachable

ROOTS = (Plan, Workspace, TableFile)
PARTS = sorted({part for root in ROOTS for part in reachable(root)}, key=lambda part: part.__qualname__)
FIELDS = fields_of(*ROOTS)


def test_every_field_has_a_spelling_of_its_own() -> None:
    lacking = [f"{part.__name__}.{name}" for part, name, _ in FIELDS if name not in chinese_names(part)]
    alike = [part.__name__ for part in PARTS if len(set(chinese_names(part).values())) < len(chinese_names(part))]
    assert (lacking, alike) == ([], [])


def test_every_word_of_a_closed_list_has_a_spelling_of_its_own() -> None:
    lacking, alike = [], []
    for part, name, field in FIELDS:
        words = chinese_words(part, name)
        if name not in _SIGNS:
            lacking += [
                f"{part.__name__}.{name}: {word}" for word in closed_list(field.annotation) if word not in words
            ]
        if len(set(words.values())) < len(words):
            alike.append(f"{part.__name__}.{name}: {words}")
    assert (lacking, alike) == ([], [])


def test_spellings_are_short_words_that_end_in_chinese() -> None:
    for table in (_NAMES, _WORDS, *_OF_PARTS.values(), *_OF_FIELDS.values()):
        for chinese in table.values():
            assert re.fullmatch(r"\w{0,8}[\u4e00-\u9fff]", chinese), chinese


def test_the_tables_hold_nothing_that_the_model_does_not_know() -> None:
    names = {name for _, name, _ in FIELDS}
    words = {"money", "volume"} | {word for *_, field in FIELDS for word in closed_list(field.annotation)}
    assert sorted(set(_NAMES) - names) == []
    assert sorted(set(_WORDS) - words) == []
    known = {(part.__name__, name) for part, name, _ in FIELDS}
    assert [f"{part}.{name}" for part, own in _OF_PARTS.items() for name in own if (part, name) not in known] == []
    assert sorted(set(_OF_FIELDS) - {f"{part.__name__}.{name}" for part, name, _ in FIELDS}) == []


def test_the_same_name_may_be_spelled_by_its_part() -> None:
    assert chinese_names(Plan)["objectives"] == "目标"
    assert chinese_names(Action)["recovery"] == "追回办法"
    assert chinese_names(Market)["conclusion"] == chinese_names(Performance)["conclusion"] == "结论"


def test_the_same_word_may_be_spelled_by_its_field() -> None:
    assert chinese_words(Action, "status")["open"] == "进行中"
    assert chinese_words(Need, "status")["open"] == "待回应"
    assert chinese_words(Promotion, "lead") == {True: "是", False: "否"}
    assert chinese_words(Promotion, "name") == {}
    assert chinese_words(Promotion, "internal")["cost"] == "费用"
