"""`acbp brand`: brand packs."""

from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.group(
    "brand",
    short_help=say("检查品牌包。", "Check brand packs."),
    help=say("品牌包：含 brand.yml 的文件夹，一个主色和一个标志就够了。", "Brand packs: folders with a brand.yml."),
    epilog=say("示例：acbp brand check brands/harbour", "Example: acbp brand check brands/harbour"),
)
def command() -> None:
    """Brand packs."""


@command.command(
    "check",
    help=say(
        "检查文件夹 DIR 里的品牌包：写法、颜色对比度、标志和字体。",
        "Say what is wrong with the pack in the folder DIR: its file, contrast, logos and fonts.",
    ),
    epilog=say("示例：acbp brand check brands/harbour", "Example: acbp brand check brands/harbour"),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, folder: Path) -> None:
    """Say what is wrong with a brand pack."""
    from acbp.building.brand_check import check_brand

    lang = preferred()
    verdict = check_brand(folder)
    for words in verdict.colours:
        click.echo(words.text(lang))
    for font in verdict.fonts:
        click.echo(f"{'✓' if font.ok else '✗'} {font.detail.text(lang)}")
        if font.remedy:
            click.echo(f"    {font.remedy}")
    Display().problems(verdict.problems, lang)
    if verdict.is_usable:
        click.echo(say("这个品牌包可以使用。", "The pack can be used."), err=True)
    ctx.exit(0 if verdict.is_usable else 1)
