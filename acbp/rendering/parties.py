"""The two companies as the pages show them: mark and name, on white and on the dark cover."""

from acbp.charts.metrics import measure
from acbp.rendering.desk import Desk

Party = dict[str, str | bool]


def supplier_party(desk: Desk) -> Party:
    """Our company, with the marks of the brand pack."""
    return _party(desk, desk.us, "supplier")


def customer_party(desk: Desk) -> Party:
    """The customer, with the mark that the plan brings along."""
    return _party(desk, desk.them, "customer")


_LARGEST, _SMALLEST = 11.5, 7.0
_NARROWEST, _WIDEST = 1.2, 1.5
"""Width divided by height of a mark beside a name: a narrow one leaves the name no more room, a wide one is shrunk."""


def _room_beside(aspect: float) -> float:
    """How wide a name may be beside its mark in the page's head, mm."""
    return 27.3 - 1.2 - 6.4 * max(_NARROWEST, min(_WIDEST, aspect))


def _party(desk: Desk, name: str, side: str) -> Party:
    held = desk.assets
    room = _room_beside(held.aspects.get(f"{side}-normal", 0.0))
    normal, light = (f"{side}-{tone}" for tone in ("normal", "light"))
    return {
        "name": name,
        "size": f"{max(_SMALLEST, min(_LARGEST, room / measure(name, 1.0, True))):.1f}",
        "wrapped": measure(name, _SMALLEST, True) > room,
        "name_shown": not held.get(f"{side}-full"),
        "normal": f"asset:{normal}" if held.get(normal) else "",
        "light": f"asset:{light}" if held.get(light) else "",
    }
