"""The command line: options → one call of the library → what is shown, and the exit code. One file per command."""

from acbp.cli.door import main

__all__ = ["main"]
