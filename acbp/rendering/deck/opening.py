"""The plan on a slide: the year's goals, the way there, the messages, and what we ask the customer for."""

from collections.abc import Sequence

from acbp.charts.metrics import measure
from acbp.model.account import Message
from acbp.rendering.deck.slide import SLIDE, WIDTH
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import GAP, Row, rows_height
from acbp.rendering.modules import Module, mm, module, row
from acbp.rendering.packing import room_for
from acbp.rendering.pages.overview import basis, bridge_module, headline_cards, page_title

GOALS, BETWEEN = 72.0, 8.0
MOST_MESSAGES, MOST_REQUESTS = 3, 3
WIDER = (1.5, 1.55, 1.6, 1.65, 1.7, 1.75, 1.8, 1.85, 1.9, 1.95, 2.0)
"""How much wider what we ask for may be than a message."""
MOST_HEIGHT = 34.0
"""Of the messages and requests, mm: the chart above is to stay the larger part."""


def write(desk: Desk) -> list[Page]:
    """Write the slide; nothing where the plan has neither figures nor goals nor promises to put on it."""
    below = _messages(desk)
    height = room_for([below] if below else [], 40.0, 80.0, SLIDE.aim)
    cards = headline_cards(desk)
    bridge = desk.figures.sales_bridge
    shown: list[tuple[float, list[Module]]] = []
    remark = ""
    if cards:
        shown.append((GOALS, [_goals(desk, cards, height)]))
    if bridge and bridge.steps and bridge.year.plan is not None and bridge.year.last is not None:
        width = WIDTH - GOALS - BETWEEN if cards else WIDTH
        chart, cut = bridge_module(desk, bridge, (width, height))
        over = rows_height([row((width, [chart])), *([below] if below else [])]) - SLIDE.aim
        if over > 0:  # the heading takes a second line
            chart, cut = bridge_module(desk, bridge, (width, height - over))
        shown.append((width, [chart]))
        remark = desk.words("note.cut_axis") if cut else ""
    rows = [row(*shown, gap=BETWEEN)] if shown else []
    rows += [below] if below else []
    return desk.bind("overview", 1, page_title(desk), rows, notes=basis(desk), remark=remark)


def _goals(desk: Desk, cards: list[dict[str, str]], height: float) -> Module:
    """The headline figures, one below the other."""
    words = desk.words
    unit = words("deck.change_on", year=str(desk.year - 1)) if any(card["change"] for card in cards) else ""
    entries = [
        {**{key: card[key] for key in ("name", "figure", "unit", "change")}, "room": mm(_name_room(card["figure"]))}
        for card in cards
    ]
    line = mm(min(14.0, height / len(entries)))
    return module(
        "goals", words("deck.goals", year=str(desk.year)), unit=unit, entries=entries, line=line, height=mm(height)
    )


def _name_room(figure: str) -> float:
    """What a figure and its change leave for its name, mm."""
    return GOALS - 17.0 - measure(figure, 18.0, True)


def _messages(desk: Desk) -> Row | None:
    """The plan's messages side by side, and last what we ask for, which alone is tinted."""
    goals = desk.plan.goals
    messages = goals.messages[:MOST_MESSAGES] if goals else ()
    for most in range(MOST_REQUESTS, 0, -1):
        made = _lay_out(desk, messages, _requests(desk, most))
        if made is None or rows_height([made]) <= MOST_HEIGHT:
            break
    return made


def _lay_out(desk: Desk, messages: Sequence[Message], requests: list[str]) -> Row | None:
    count = len(messages) + bool(requests)
    if not count:
        return None
    # A request carries its date: it is wider than a message, and as wide as it takes for the date to stay beside it.
    whole = WIDTH - GAP * (count - 1)
    longest = max((measure(request, 8.5) for request in requests), default=0.0) + 7.0
    factors = [factor for factor in WIDER if whole * factor / (len(messages) + factor) >= longest]
    wider = (factors or WIDER)[0]
    width = whole / (len(messages) + (wider if requests else 0))
    shown = [
        (width, [module("text", message.heading, paragraphs=message.text.split("\n"), room=mm(width))])
        for message in messages
    ]
    if requests:
        heading, room = desk.words("overview.ask", them=desk.them), wider * width
        shown.append((room, [module("request", label=heading, entries=requests, room=mm(room), bare=True)]))
    return row(*shown, gap=GAP)


def _requests(desk: Desk, most: int) -> list[str]:
    asked = [item for item in desk.plan.commitments if item.side == "customer"]
    asked = [item for item in asked if item.highlight] or asked
    return [
        desk.words("deck.by", what=item.what, date=desk.locale.date(item.due)) if item.due else item.what
        for item in asked[:most]
    ]
