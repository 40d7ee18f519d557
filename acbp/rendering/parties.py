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


_ROOM, _LARGEST, _SMALLEST = 18.4, 11.5, 7.0


def _name_size(name: str) -> float:
    """The size in points at which a name fits beside its mark in the page's head."""
    return max(_SMALLEST, min(_LARGEST, _ROOM / measure(name, 1.0, True)))


def _party(desk: Desk, name: str, side: str) -> Party:
    held = desk.assets
    normal, light = (f"{side}-{tone}" for tone in ("normal", "light"))
    return {
        "name": name,
        "size": f"{_name_size(name):.1f}",
        "wrapped": measure(name, _SMALLEST, True) > _ROOM,
        "name_shown": not held.get(f"{side}-full"),
        "normal": f"asset:{normal}" if held.get(normal) else "",
        "light": f"asset:{light}" if held.get(light) else "",
    }
