"""Section `signoff`: what both sides agree on, and who signs."""

from acbp.model.base import Part, shared
from acbp.model.scalars import Day, Identifier, Line, Prose


class Signatory(Part):
    """A person who signs."""

    contact: Identifier = shared("Who: a contact.", "签署人：联系人 id。", link="contacts")
    date: Day | None = shared("Day of the signature; absent while open.", "签署日期，未签则不写。", None)


class Rule(Part):
    """A rule that both sides agree on."""

    name: Line = shared("What it is about.", "事项。", example="费用兑现")
    text: Prose = shared("The rule.", "规则。")


class Signoff(Part):
    """What both sides put their names to."""

    rules: tuple[Rule, ...] = shared("Rules of carrying out the plan.", "执行规则。", (), max_length=8)
    signatories: tuple[Signatory, ...] = shared("Who signs, of both sides.", "双方签署人。", (), max_length=8)
