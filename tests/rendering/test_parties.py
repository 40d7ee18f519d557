"""The two companies' marks and names: whatever the mark's shape, the name beside it has room."""

import pytest

from acbp.charts.metrics import measure
from acbp.rendering.brand import Brand, known_brands, load_brand
from acbp.rendering.logo import Logo
from acbp.rendering.report import compose
from tests.rendering.sample import AS_OF, make

HEAD = 27.5
"""What the page's head gives to the supplier, mm."""


def supplier(brand: Brand, name: str = "Northfield") -> dict:
    plan = make(supplier={"name": "Northfield Foods", "short_name": name})
    document, _, _ = compose(plan, None, edition="internal", language="en", brand=brand, as_of=AS_OF)
    return document["supplier"]


@pytest.mark.parametrize("name", list(known_brands()))
def test_a_name_fits_beside_the_mark_of_every_pack(name: str) -> None:
    brand, _ = load_brand(known_brands()[name])
    assert brand.logo is not None
    party = supplier(brand)
    taken = 6.4 * brand.logo.aspect + 1.2 + measure("Northfield", float(party["size"]), True)
    assert party["name_shown"] and not party["wrapped"]
    assert taken <= HEAD


@pytest.mark.parametrize(("aspect", "size"), [(0.7, "10.3"), (1.2, "10.3"), (1.5, "9.2"), (9.0, "9.2")])
def test_a_wider_mark_makes_the_name_smaller_down_to_where_the_mark_itself_is_shrunk(aspect: float, size: str) -> None:
    mark = Logo(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", aspect)
    assert supplier(Brand("x", logo=mark, name_beside_logo=True))["size"] == size


def test_a_mark_that_says_the_name_stands_alone() -> None:
    mark = Logo(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", 5.0)
    party = supplier(Brand("x", logo=mark))
    assert not party["name_shown"] and party["normal"] == "asset:supplier-normal" and party["light"] == ""


def test_a_long_name_is_set_on_two_lines() -> None:
    assert supplier(Brand("x"), "Northfield Household Goods")["wrapped"]
