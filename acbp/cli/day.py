"""A day given on the command line."""

from datetime import date

import click

from acbp.cli.language import say


def read_day(ctx: click.Context, parameter: click.Parameter, text: str | None) -> date | None:
    """Return the day that an option such as `--as-of` names; a usage error where it is none."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(
            say(f"“{text}”不是日期，请写成 2027-03-01", f"'{text}' is not a date; write 2027-03-01"), ctx
        ) from None
