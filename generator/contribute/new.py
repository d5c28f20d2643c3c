"""A new file for a vacancy or an assignment: asked for on the terminal step by step, or as a template with help.

Questions, help, limits and choices come from the model, and each answer is checked by the model itself, with the
sentences that `stageportaal check` gives. What was answered is never lost: who stops halfway finds it in a draft.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.contribute.choices import Choices, choices_of
from generator.contribute.field_words import example_text, limits_text
from generator.contribute.forms import BRANCHES, HOME_REGISTERS, HOMES, Ask, Branch, at, order_of, put, steps_of
from generator.contribute.fresh import gone_by
from generator.contribute.placing import create_file, drafts_of, places_for
from generator.contribute.templates import template_text
from generator.contribute.typed import typed
from generator.contribute.writing import is_empty
from generator.load.places import RecordKind, place_of
from generator.model.fields import FieldSpec, Sort
from generator.model.problems import Finding, Problem, has_errors
from generator.relate.registers import Registers
from generator.survey import Survey, check_paths, survey
from generator.validate.messages import suggest
from generator.validate.rules_persons import rule_no_personal_data
from generator.validate.shapes import read_shape

_MANY = 30
"""More choices than this are not all printed: typing a part of a word finds them."""


# The command


def new_record(root: Path, kind: RecordKind, today: date, *, questions: bool, home: str = "", title: str = "") -> int:
    """Make a new file for `kind` below `root`; return 0 when it is there and right, 1 when not, 2 on wrong usage.

    With `questions` every field is asked for on the terminal, except what `home` (the id of the folder) and `title`
    say already. Without, nothing is asked: the file has the help of every field, and waits to be filled in.
    """
    found = survey(root, today)
    if found.registers is None:
        print("De registers hebben fouten, dus er valt niets te kiezen. Draai eerst: stageportaal check")
        return 1
    talk = _Talk(root, kind, found, found.registers, today)
    wrong = list(_take_over(talk, home, title))
    if questions and sys.stdin is None:
        wrong.append("Hier kan ik niets vragen. Met --leeg krijg je een bestand om in te vullen.")
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 2
    try:
        return _with_questions(talk) if questions else _with_template(talk)
    except (KeyboardInterrupt, EOFError):
        return _keep_draft(talk)


@dataclass(slots=True)
class _Talk:
    """One conversation: where, about what, with which choices, and what was answered so far."""

    root: Path
    kind: RecordKind
    found: Survey
    registers: Registers
    today: date
    home: str = ""
    """the folder in which the file will stand"""
    value: dict[str, Any] = field(default_factory=dict)


_TITLE = ("titel",)
_FIELD = ("vakgebied",)
_MAILBOX = ("solliciteren", "email")
_WEB = ("solliciteren", "url")
_AT_HOURS = ("vergoeding", "bij_uren")
_STAMPS = {RecordKind.VACANCY: "bevestigd_op", RecordKind.ASSIGNMENT: "nagekeken_op"}
"""The field with the day on which somebody looked: today."""


def _take_over(talk: _Talk, home: str, title: str) -> Iterator[str]:
    """Keep what was said on the command line, and yield what is wrong with it."""
    known = [id_ for id_, _ in choices_of(HOME_REGISTERS[talk.kind], talk.registers)]
    if home and home not in known:
        yield f"`{home}` ken ik niet. {suggest(home, known, limit=40)}"
    elif home:
        talk.home = home
        if talk.kind not in HOMES:
            put(talk.value, _FIELD, home)
    wrong = _objections_at(talk, _TITLE, title) if title else []
    yield from (f"De titel kan zo niet. {finding.message} {finding.remedy}" for finding in wrong)
    if title:
        put(talk.value, _TITLE, title)


def _with_questions(talk: _Talk) -> int:
    print(f"We maken samen een {talk.kind.value}. Typ ? voor uitleg. Met Enter sla je over wat niet hoeft.")
    print("Stoppen kan altijd met Ctrl-C: wat je hebt ingevuld, blijft bewaard.")
    _ask_home(talk)
    for step in steps_of(talk.kind):
        print(f"\n== {step.title} ==\n{step.intro}")
        ways: dict[str, Branch] = {}
        for ask in step.asks:
            _ask_in_turn(talk, ask, ways)
    talk.home = talk.home or str(talk.value["vakgebied"])
    talk.value[_STAMPS[talk.kind]] = talk.today.isoformat()
    places = places_for(talk.kind, talk.home, talk.value["titel"], talk.found)
    file = _write(talk, places, f"Gemaakt op {talk.today} met stageportaal new.")
    problems = check_paths(talk.root, [file], talk.today)
    print(f"\nJe bestand staat in {file}.")
    _report(problems)
    print("Insturen? Hoe dat gaat, staat in BIJDRAGEN.md.")
    return 1 if has_errors(problems) else 0


def _report(problems: Sequence[Problem]) -> None:
    print("Dit zegt de controle:" if problems else "De controle vindt alles in orde.")
    for problem in problems:
        field_name = f" {problem.field}:" if problem.field else ""
        print(f"  regel {problem.line}, {problem.severity}:{field_name} {problem.message}")
        print(f"    {problem.remedy}")


def _with_template(talk: _Talk) -> int:
    name = talk.value.get("titel", f"nieuwe {talk.kind.value}")
    if talk.home:
        file = _write(talk, places_for(talk.kind, talk.home, name, talk.found))
        print(f"Je bestand staat in {file}. Vul het in en draai daarna: stageportaal check {file}")
    else:
        file = _write(talk, drafts_of(talk.kind, str(talk.today)))
        print(f"Je bestand staat in {file}. Vul het in en zet het in {place_of(talk.kind)}.")
    return 0


def _keep_draft(talk: _Talk) -> int:
    if is_empty(talk.value):
        print("\nGestopt. Er was nog niets ingevuld.")
        return 1
    place = place_of(talk.kind)
    file = _write(
        talk, drafts_of(talk.kind, str(talk.today)), f"Concept voor {talk.home or 'later'}: hoort in {place}."
    )
    print(f"\nGestopt. Wat je had ingevuld, staat in {file}. Vul het aan en zet het in {place}.")
    return 1


def _write(talk: _Talk, places: Iterator[str], first: str = "") -> str:
    """Write what was answered, with the help of every field, in the first place that is free, and return its path."""
    text = template_text(talk.kind, talk.value, first)
    for file in places:
        (talk.root / file).parent.mkdir(parents=True, exist_ok=True)
        if create_file(talk.root / file, text):
            return file
    raise AssertionError("there is always another place")


# Questions


def _ask_home(talk: _Talk) -> None:
    spec = HOMES.get(talk.kind)
    if spec is None or talk.home:
        return
    choices = _choices(talk, HOME_REGISTERS[talk.kind])
    _tell(spec, needed=True)
    talk.home = _pick(choices, spec, many=False, needed=True)[0]


def _ask_in_turn(talk: _Talk, ask: Ask, ways: dict[str, Branch]) -> None:
    """Ask a question when it counts and has no answer yet; of a group with several ways, first ask which."""
    if at(talk.value, ask.path):
        return
    group = ask.path[0]
    if group in BRANCHES and len(ask.path) > 1:
        if group not in ways:
            ways[group] = _ask_way(talk, group)
        if ask.path[-1] not in ways[group].fields:
            return
    if ask.when and not _counts(at(talk.value, ask.when.path), ask.when.values):
        return
    if ask.path == _WEB and at(talk.value, _MAILBOX):
        return
    if ask.path == _AT_HOURS and at(talk.value, ("vergoeding", "per")) != "maand":
        return
    in_way = group in BRANCHES and ask.spec.sort is not Sort.TRUTH
    _ask(talk, ask, needed=ask.spec.required or in_way or ask.path == _WEB)


def _counts(answer: Any, values: Sequence[str]) -> bool:
    given = answer if isinstance(answer, list) else [answer]
    return any(one in values for one in given)


def _ask_way(talk: _Talk, group: str) -> Branch:
    spec = next(spec for spec in order_of(talk.kind) if spec.name == group)
    _tell(spec, needed=True)
    branches = BRANCHES[group]
    choices = tuple((str(place), branch.label) for place, branch in enumerate(branches, 1))
    branch = branches[int(_pick(choices, spec, many=False, needed=True)[0]) - 1]
    for name, given in branch.given.items():
        put(talk.value, (group, name), given)
    return branch


def _ask(talk: _Talk, ask: Ask, *, needed: bool) -> None:
    """Ask one question until its answer is accepted, and keep it; nothing is kept of a question passed over."""
    spec = ask.spec
    _tell(spec, needed=needed)
    choices = _choices(talk, ask.register) if ask.register else spec.choices
    if choices:
        many = spec.sort in (Sort.CHOICES, Sort.LINES)
        picked = _pick(choices, spec, many=many, needed=needed, check=lambda found: _objections(talk, ask, found, many))
        if picked:
            put(talk.value, ask.path, picked if many else picked[0])
    elif spec.sort is Sort.BLOCKS:
        _ask_groups(talk, ask, needed)
    elif spec.sort is Sort.LINES:
        _ask_lines(talk, ask, needed)
    else:
        _ask_value(talk, ask, needed)


def _ask_value(talk: _Talk, ask: Ask, needed: bool) -> None:
    while True:
        text = _paragraphs(ask.spec) if ask.spec.sort is Sort.MARKDOWN else _line(ask.spec)
        if not text:
            if not needed:
                return
            print("  Dit is nodig.")
            continue
        answer = typed(ask.spec.sort, text)
        wrong = _objections_at(talk, ask.path, answer)
        if not wrong:
            put(talk.value, ask.path, answer)
            return
        _say(wrong)


def _ask_lines(talk: _Talk, ask: Ask, needed: bool) -> None:
    print("  Typ één regel per keer; een lege regel is klaar.")
    lines: list[str] = []
    most = ask.spec.limits.many or _MANY
    while len(lines) < most:
        text = _line(ask.spec, f"  {len(lines) + 1}. ")
        if not text and (lines or not needed):
            break
        if not text:
            print("  Er is minstens één regel nodig.")
            continue
        wrong = _objections_at(talk, ask.path, [text])
        if wrong:
            _say(wrong)
        else:
            lines.append(text)
    if lines:
        put(talk.value, ask.path, lines)


def _ask_groups(talk: _Talk, ask: Ask, needed: bool) -> None:
    print("  Een lege regel bij de eerste vraag is klaar.")
    groups: list[dict[str, str]] = []
    while len(groups) < (ask.spec.limits.many or _MANY):
        group = {}
        for inner in ask.spec.fields:
            text = _line(inner, f"  {len(groups) + 1}. {inner.label}: ")
            if not text:
                break
            group[inner.name] = text
        if not group:
            if groups or not needed:
                break
            print("  Er is er minstens één nodig.")
            continue
        wrong = _objections_at(talk, ask.path, [group])
        if wrong:
            _say(wrong)
        else:
            groups.append(group)
    if groups:
        put(talk.value, ask.path, groups)


def _tell(spec: FieldSpec, *, needed: bool) -> None:
    print(f"\n{spec.label}{'' if needed else ' (mag je overslaan)'}\n  {spec.help}")


def _line(spec: FieldSpec, prompt: str = "> ") -> str:
    """Return one line that was typed; a question mark gives help and asks again."""
    while True:
        text = input(prompt).strip()
        if text != "?":
            return text
        example = example_text(spec)
        for line in (limits_text(spec), f"Bijvoorbeeld: {example}" if example else ""):
            if line:
                print(f"  {line}")


def _paragraphs(spec: FieldSpec) -> str:
    """Return a text of more lines; an empty line begins a paragraph, two of them end the text."""
    print("  Een lege regel begint een alinea; twee lege regels is klaar.")
    lines: list[str] = []
    while True:
        text = _line(spec)
        if not text and (not lines or not lines[-1]):
            return "\n".join(lines).strip()
        lines.append(text)


# Checks and choices


def _objections_at(talk: _Talk, path: Sequence[str], answer: Any) -> list[Finding]:
    """Return what the model, the rule about persons and the calendar say of one answer by itself."""
    value: dict[str, Any] = {}
    put(value, path, answer)
    _, findings = read_shape(talk.kind, value)
    own = [finding for finding in findings if finding.path[: len(path)] == tuple(path)]
    return own or [*rule_no_personal_data(value), *gone_by(talk.kind, value, talk.today)]


def _objections(talk: _Talk, ask: Ask, picked: Sequence[str], many: bool) -> list[Finding]:
    return _objections_at(talk, ask.path, list(picked) if many else picked[0])


def _say(findings: Iterable[Finding]) -> None:
    for finding in list(findings)[:3]:
        print(f"  {finding.message} {finding.remedy}")


def _choices(talk: _Talk, register: str) -> Choices:
    """Return the ids of a register with their names; programmes only of the levels that were chosen."""
    if register == "opdrachten":
        return tuple(sorted((key, assignment.title) for key, assignment in talk.found.assignments.items()))
    choices = choices_of(register, talk.registers)
    if register != "opleidingen":
        return choices
    levels = talk.value.get("niveaus", ())
    return tuple(choice for choice in choices if talk.registers.courses[choice[0]].programme.level in levels)


def _pick(
    choices: Choices,
    spec: FieldSpec,
    *,
    many: bool,
    needed: bool,
    check: Callable[[list[str]], list[Finding]] = lambda _: [],
) -> list[str]:
    """Return the chosen values; numbers, words and parts of words are all understood."""
    _show(choices if len(choices) <= _MANY else ())
    if len(choices) > _MANY:
        print(f"  Er zijn er {len(choices)}. Typ een deel van de naam om te zoeken.")
    if many:
        print("  Meer kan ook: 1, 3.")
    while True:
        text = _line(spec)
        if not text:
            if not needed:
                return []
            print("  Hier is een keuze nodig.")
            continue
        picked = _understood(text, choices, many=many)
        if picked is None:
            continue
        wrong = check(picked)
        if not wrong:
            return picked
        _say(wrong)


def _understood(text: str, choices: Sequence[tuple[str, str]], *, many: bool) -> list[str] | None:
    """Return the values that `text` names, or None after saying why it names none, or too many."""
    whole = _named(text, choices)
    if len(whole) == 1:
        return whole
    parts = [part.strip() for part in text.split(",") if part.strip()] if many else [text]
    picked: list[str] = []
    for part in parts:
        found = _named(part, choices)
        if len(found) != 1:
            print(f"  {'Dat kan van alles zijn' if found else 'Dat staat er niet bij'}: {part[:40]}")
            _show([choice for choice in choices if choice[0] in found], numbers=choices)
            return None
        picked.extend(found)
    return list(dict.fromkeys(picked))


def _named(text: str, choices: Sequence[tuple[str, str]]) -> list[str]:
    if text.isdecimal():
        place = int(text) - 1
        return [choices[place][0]] if 0 <= place < len(choices) else []
    low = text.casefold()
    exact = [value for value, word in choices if low in (value.casefold(), word.casefold())]
    return exact or [value for value, word in choices if low in value.casefold() or low in word.casefold()]


def _show(choices: Sequence[tuple[str, str]], numbers: Sequence[tuple[str, str]] = ()) -> None:
    order = {choice: place for place, choice in enumerate(numbers or choices, 1)}
    for choice in choices[:_MANY]:
        print(f"  {order[choice]:>2}. {choice[1]}")
