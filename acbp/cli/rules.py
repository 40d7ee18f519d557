"""`acbp rules`: the rules that plans are checked by, and what each of them is for."""

import json

import click

from acbp.cli.language import preferred, say


@click.command(
    "rules",
    short_help=say("列出检查计划的规则，或说明一条。", "List the rules that plans are checked by, or explain one."),
    help=say(
        "列出检查计划的全部规则；写上代码则说明这一条：为什么、改法和示例。",
        "List the rules that plans are checked by; with a CODE, explain that one: why, how to mend it, and examples.",
    ),
    epilog=say("示例：acbp rules R203", "Example: acbp rules R203"),
)
@click.argument("code", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=say("给人看，或给程序读。", "For people or for programs."),
)
def command(code: str | None, form: str) -> None:
    """List the rules, or explain one."""
    from acbp.analysis.rules import find_rule, known_rules, suggest_rule
    from acbp.building.rule_pages import explain_rule

    lang = preferred()
    rules = list(known_rules())
    if code is not None:
        rule = find_rule(code.upper())
        if rule is None:
            near = suggest_rule(code)
            raise click.UsageError(
                say(f"没有规则“{code}”，是不是 {near}？", f"there is no rule '{code}'; did you mean {near}?")
            )
        rules = [rule]
    if form == "json":
        listed = [
            {"code": rule.code, "severity": rule.severity, **rule.words[lang]._asdict()}
            | {kind: rule.example(kind, lang) for kind in ("bad", "good")}
            for rule in rules
        ]
        click.echo(json.dumps({"version": 1, "language": lang, "rules": listed}, ensure_ascii=False, indent=2))
    elif code is not None:
        click.echo(explain_rule(rules[0], lang))
    else:
        for rule in rules:
            weight = say("错误", "error") if rule.severity == "error" else say("警告", "warning")
            click.echo(f"{rule.code}  {weight:<7}  {rule.words[lang].title}")
