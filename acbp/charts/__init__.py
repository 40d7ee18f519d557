"""Figures → SVG: every chart of a plan, one file each, drawn at its final size in millimetres.

A chart is a frozen dataclass that says what is shown (labels ready-made, values ``Decimal`` or ``None`` for missing)
and a function ``draw(data, width, height, style) -> str`` in the same module:

- ``cover``: weekly, monthly or quarterly bars over several years, for the dark panel of the cover
- ``bridge``: from last year over the steps to the target
- ``columns``: one column per year, growth inside
- ``quarters``: target, actual and last year per quarter, with attainment
- ``shares``: our share against another one, the gap measured, the plan as an open point
- ``mix``: the parts of the business, stacked to 100 %
- ``matrix``: opportunities as bubbles over two scores, with the decision line
- ``risk``: risks on the grid of likelihood and impact
- ``spark``: the shape of one figure over a few years
- ``waterfall``: the customer's profit, item by item
- ``pocket``: from the list price down to the pocket price, row by row
- ``landing``: the year to date against the plan, and where it lands
- ``variance``: actual against plan, row by row, with the numbers beside

``python -m acbp.charts [OUT.html]`` writes a gallery of all of them.
"""
