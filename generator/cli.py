"""The front door on the command line: `stageportaal check`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.model.problems import Problem, has_errors
from generator.report import github_lines, json_lines, report_lines, summary
from generator.survey import check_paths, survey
from generator.today import today_from


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        self.print_usage(sys.stderr)
        print(f"stageportaal: verkeerd gebruik: {message}", file=sys.stderr)
        raise SystemExit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="stageportaal", description="Gereedschap voor het Stageportaal.", add_help=False)
    parser.add_argument("-h", "--help", action="help", help="toon deze hulp")
    parser.add_argument("--map", default=".", metavar="MAP", help="map van het portaal (anders: waar je staat)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT", parser_class=_Parser)
    check = commands.add_parser("check", help="kijk alle gegevens na", add_help=False)
    check.add_argument("-h", "--help", action="help", help="toon deze hulp")
    check.add_argument("pad", nargs="*", metavar="PAD", help="bestand of map; anders alles")
    check.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text, json (een regel per melding) of github",
    )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when clean, 1 with errors in the data, 2 on wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names and terminals are not always UTF-8
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    root = Path(options.map)
    if not (root / "content" / "registers").is_dir():
        print(
            "stageportaal: hier staat geen portaal (geen content/registers). "
            "Ga naar de map van het portaal of geef --map.",
            file=sys.stderr,
        )
        return 2
    try:
        today = today_from(os.environ)
    except ValueError as error:
        print(f"stageportaal: {error}", file=sys.stderr)
        return 2
    if options.pad:
        problems = check_paths(root, [_inside(root, path) for path in options.pad], today)
    else:
        problems = list(survey(root, today).problems)
    _print(problems, options.format)
    return 1 if has_errors(problems) else 0


def _inside(root: Path, path: str) -> str:
    """Return `path` from the root of the portal; one outside it stays as it was given."""
    full = Path(path).absolute()
    try:
        return Path(os.path.normpath(full)).relative_to(root.resolve()).as_posix()
    except ValueError:
        return path


def _print(problems: Sequence[Problem], form: str) -> None:
    if form == "json":
        lines = json_lines(problems)
    elif form == "github":
        lines = github_lines(problems)
    else:
        _print_text(problems)
        return
    for line in lines:
        print(line)


def _print_text(problems: Sequence[Problem]) -> None:
    if sys.stdout.isatty():
        _print_rich(problems)
        return
    for line in report_lines(problems):
        print(line)
    print(summary(problems))


def _print_rich(problems: Sequence[Problem]) -> None:
    from rich.console import Console  # here, because one file must be checked in half a second
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        colour = "red" if problem.severity == "fout" else "yellow"
        line = Text(f"{problem.file}:{problem.line}:{problem.column} ", style="dim")
        line.append(f"{problem.severity} ", style=f"bold {colour}")
        line.append(f"{problem.field} " if problem.field else "", style="bold")
        line.append(problem.message)
        console.print(line)
        console.print(Text(f"    {problem.remedy}", style="dim"))
    console.print(summary(problems))


if __name__ == "__main__":
    raise SystemExit(main())
