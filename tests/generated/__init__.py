"""Plans that a generator makes at the edge of what may be written, and the inspection of every page they print."""
