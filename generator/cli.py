"""The front door on the command line: check, new, schema, intake, answer and report."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.load.documents import reason_of
from generator.load.places import RecordKind
from generator.model.problems import Problem, has_errors
from generator.report import github_lines, json_lines, report_lines, summary
from generator.survey import check_paths, survey
from generator.today import today_from
from generator.usage import Parser


def _parser() -> Parser:
    parser = Parser(prog="stageportaal", description="Gereedschap voor het Stageportaal.")
    parser.add_argument("--map", default=".", metavar="MAP", help="map van het portaal (anders: waar je staat)")
    commands = parser.add_subparsers(
        title="opdrachten", dest="command", required=True, metavar="OPDRACHT", parser_class=Parser
    )

    def command(name: str, help_: str, run: Callable[[Path, date, argparse.Namespace], int]) -> Parser:
        made: Parser = commands.add_parser(name, help=help_, description=f"{help_[0].upper()}{help_[1:]}.")
        made.set_defaults(run=run)
        return made

    check = command("check", "kijk alle gegevens na", _check)
    check.add_argument("pad", nargs="*", metavar="PAD", help="bestand of map; anders alles")
    check.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        metavar="VORM",
        help="text, json (een regel per melding) of github",
    )
    new = command("new", "maak een nieuw bestand en vul het samen in", _new)
    new.add_argument("soort", choices=("vacature", "opdracht"), metavar="SOORT", help="vacature of opdracht")
    new.add_argument("--leeg", action="store_true", help="stel geen vragen: schrijf alleen de uitleg bij elk veld")
    new.add_argument(
        "--voor", default="", metavar="NAAM", help="organisatie van een vacature, vakgebied van een opdracht"
    )
    new.add_argument("--titel", default="", metavar="TITEL", help="de titel; het bestand heet er ook naar")
    schema = command("schema", "schrijf de schema's en formulieren opnieuw", _schema)
    schema.add_argument("--kijk", action="store_true", help="schrijf niets; zeg of alles bij is")
    intake = command("intake", "maak een bestand van de tekst van een formulier op GitHub", _intake)
    intake.add_argument(
        "--soort",
        choices=("vacature", "opdracht", "periode"),
        default="vacature",
        metavar="SOORT",
        help="vacature, opdracht of periode",
    )
    intake.add_argument("--tekst", required=True, metavar="BESTAND", help="bestand met de tekst; - voor invoer")
    answer = command("answer", "schrijf het antwoord bij een voorstel", _answer)
    answer.add_argument("pad", nargs="*", metavar="PAD", help="bestanden die nieuw of anders zijn")
    answer.add_argument("--weg", action="append", default=[], metavar="PAD", help="bestand dat weggaat; mag vaker")
    answer.add_argument("--eerder", type=Path, metavar="MAP", help="het portaal zonder het voorstel")
    answer.add_argument("--bouw", type=Path, metavar="BESTAND", help="wat het maken van de site zei, als dat mislukte")
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
    if sys.stdout is None:
        return _wrong("er is geen uitvoer, dus niemand zou zien wat eruit komt. Er is niets gedaan.")
    try:
        today = today_from(os.environ)
    except ValueError as error:
        return _wrong(str(error))
    return _run(options.run, root, today, options)


def _run(
    run: Callable[[Path, date, argparse.Namespace], int], root: Path, today: date, options: argparse.Namespace
) -> int:
    """Run a command to its last written letter; what the disk or the reader does wrong is no traceback."""
    try:
        code = run(root, today, options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read along stopped reading, as `head` does: nothing is wrong
        _close_output()
        return 141
    except OSError as error:
        _close_output()
        place = f" ({error.filename})" if error.filename else ""
        return _wrong(f"dat lukt niet: {reason_of(error)}{place}.")
    except KeyboardInterrupt:
        _close_output()
        return 130
    return code


def _close_output() -> None:
    """Let nothing be written any more, also not by Python itself at the end."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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

    return new_record(
        root, RecordKind(options.soort), today, questions=not options.leeg, home=options.voor, title=options.titel
    )


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

    if options.tekst == "-" and sys.stdin is None:
        return _wrong("er is geen invoer. Geef de tekst door, of noem een bestand bij --tekst.")
    try:
        data = sys.stdin.buffer.read() if options.tekst == "-" else Path(options.tekst).read_bytes()
    except OSError as error:
        return _wrong(f"{options.tekst} kan niet worden gelezen: {reason_of(error)}.")
    taken = take_in(root, options.soort, data, today)
    try:
        print(taken.answer, flush=True)
    except OSError:
        if taken.file:  # without its answer nobody knows of the file, and the next try would get another name
            (root / taken.file).unlink()
        raise
    return 0 if taken.file else 1


def _answer(root: Path, today: date, options: argparse.Namespace) -> int:
    from generator.contribute.answer import answer_to
    from generator.contribute.proposal import Given, WrongUsageError

    changed, gone = ([_inside(root, path) for path in paths] for paths in (options.pad, options.weg))
    try:
        answer = answer_to(root, Given(changed, gone, options.eerder, options.bouw), today)
    except WrongUsageError as error:
        return _wrong(str(error))
    print(answer.text)
    return 0 if answer.is_good else 1


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
