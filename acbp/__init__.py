"""ACBP: annual customer business plans, from YAML kept in git to a branded PDF."""

__version__ = "0.1.0"
