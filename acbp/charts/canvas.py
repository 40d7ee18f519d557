"""A drawing surface in millimetres, origin top left."""

from acbp.charts.style import Style


class Canvas:
    """A sheet of ``width`` × ``height`` mm."""

    def __init__(self, width: float, height: float, style: Style) -> None:
        self.width, self.height, self.style = width, height, style

    def svg(self) -> str:
        """The drawing as SVG text."""
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}mm" height="{self.height}mm"></svg>'
