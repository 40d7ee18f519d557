"""How fast and how lean the product is, measured as ratios side by side in one run: `python -m benchmark`."""
