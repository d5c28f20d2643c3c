"""The front door on the command line: check, new, schema, intake, answer and report."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.load import RecordKind
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

    def command(name: str, help_: str, run: Callable[[Path, date, argparse.Namespace], int]) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, help=help_, description=help_, add_help=False)
        made.add_argument("-h", "--help", action="help", help="toon deze hulp")
        made.set_defaults(run=run)
        return made

    check = command("check", "kijk alle gegevens na", _check)
    check.add_argument("pad", nargs="*", metavar="PAD", help="bestand of map; anders alles")
    check.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="text, json (een regel per melding) of github",
    )
    new = command("new", "maak een nieuw bestand en vul het samen in", _new)
    new.add_argument("soort", choices=("vacature", "opdracht"), help="vacature of opdracht")
    new.add_argument("--leeg", action="store_true", help="stel geen vragen: schrijf alleen de uitleg bij elk veld")
    schema = command("schema", "schrijf de schema's en formulieren opnieuw", _schema)
    schema.add_argument("--kijk", action="store_true", help="schrijf niets; zeg of alles bij is")
    intake = command("intake", "maak een bestand van de tekst van een formulier op GitHub", _intake)
    intake.add_argument("--soort", choices=("vacature", "opdracht", "periode"), default="vacature", help="wat het is")
    intake.add_argument("--tekst", required=True, metavar="BESTAND", help="bestand met de tekst; - voor invoer")
    answer = command("answer", "schrijf het antwoord bij een voorstel", _answer)
    answer.add_argument("pad", nargs="+", metavar="PAD", help="bestanden die in het voorstel veranderen")
    command("report", "laat zien wat aandacht vraagt: verlopen, niet bevestigd, ontbrekend", _report)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when clean, 1 when something is wrong with the data, 2 on wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names and terminals are not always UTF-8
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    root = Path(options.map)
    if not (root / "content" / "registers").is_dir():
        return _wrong("hier staat geen portaal (geen content/registers). Ga naar de map van het portaal of geef --map.")
    try:
        today = today_from(os.environ)
    except ValueError as error:
        return _wrong(str(error))
    run: Callable[[Path, date, argparse.Namespace], int] = options.run
    try:
        code = run(root, today, options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along stopped reading, as `head` does: nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return code


def _wrong(sentence: str) -> int:
    print(f"stageportaal: {sentence}", file=sys.stderr)
    return 2


# The commands. What they need is imported inside, because one file must be checked in half a second.


def _check(root: Path, today: date, options: argparse.Namespace) -> int:
    if options.pad:
        problems = check_paths(root, [_inside(root, path) for path in options.pad], today)
    else:
        problems = list(survey(root, today).problems)
    _print(problems, options.format)
    return 1 if has_errors(problems) else 0


def _new(root: Path, today: date, options: argparse.Namespace) -> int:
    from generator.contribute.new import new_record

    return new_record(root, RecordKind(options.soort), today, questions=not options.leeg)


def _schema(root: Path, today: date, options: argparse.Namespace) -> int:
    from generator.contribute.made_files import BrokenRegistersError, stale_files, write_files

    try:
        stale = stale_files(root, today) if options.kijk else []
        written = [] if options.kijk else write_files(root, today)
    except BrokenRegistersError as error:
        print(f"stageportaal: {error}", file=sys.stderr)
        return 1
    for file in written:
        print(file)
    for file in stale:
        print(f"{file} is niet bij. Draai: stageportaal schema")
    return 1 if stale else 0


def _intake(root: Path, today: date, options: argparse.Namespace) -> int:
    from generator.contribute.intake import take_in

    try:
        data = sys.stdin.buffer.read() if options.tekst == "-" else Path(options.tekst).read_bytes()
    except OSError as error:
        return _wrong(f"{options.tekst} kan niet worden gelezen ({error.strerror}).")
    taken = take_in(root, options.soort, data, today)
    print(taken.answer)
    return 0 if taken.file else 1


def _answer(root: Path, today: date, options: argparse.Namespace) -> int:
    from generator.contribute.answer import answer_to

    print(answer_to(root, [_inside(root, path) for path in options.pad], today))
    return 0


def _report(root: Path, today: date, options: argparse.Namespace) -> int:  # noqa: ARG001 - all commands look alike
    from generator.contribute.attention import report_text

    print(report_text(root, today))
    return 0


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
