"""New files: the templates hold every field, and a conversation on the terminal ends in a file or in a draft."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, snapshot

from generator.contribute.forms import order_of
from generator.contribute.new import new_record
from generator.contribute.templates import TEMPLATES, template_files, template_text
from generator.load.documents import Document, read_document
from generator.load.places import DataFile, RecordKind, find_files, place_of
from generator.model.fields import FieldSpec, leaves
from generator.survey import check_paths, survey
from generator.validate.shapes import read_shape


class Keyboard:
    """Types prepared lines, one for every question; a line that is an exception is raised."""

    def __init__(self, lines: Iterable[str | type[BaseException]]) -> None:
        """Take the lines in the order of the questions."""
        self.lines = list(lines)

    def __call__(self, _prompt: str = "") -> str:
        """Give the next line; the end of the lines is the end of input."""
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        if isinstance(line, str):
            return line
        raise line


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a function that lets a person type these lines."""

    def typed(*lines: str | type[BaseException], terminal: bool = True) -> Keyboard:
        keyboard = Keyboard(lines)
        monkeypatch.setattr("builtins.input", keyboard)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal, raising=False)
        return keyboard

    return typed


# Templates


WHOLE = [kind for kind in RecordKind if any(spec.required for spec in order_of(kind))]
"""The kinds of record of which an empty file misses something."""


def test_every_kind_has_a_template() -> None:
    """There is a commented file for each kind of record, and each says where such a file belongs."""
    assert list(TEMPLATES) == list(RecordKind)
    for kind, file in TEMPLATES.items():
        assert place_of(kind) in template_files()[file].splitlines()[0]


@pytest.mark.parametrize("kind", RecordKind)
def test_a_template_names_every_field(kind: RecordKind) -> None:
    """Every field of the model stands in the template with its label and help, and only once at its depth."""
    text = template_text(kind)
    for path, spec in leaves(order_of(kind)):
        indent = "  " * (len(path) - 1)
        assert len(re.findall(rf"(?m)^{indent}#?{spec.name}:", text)) >= 1, spec.name
        assert f"# {spec.label}" in text
        for inner, deeper in walk(spec.fields):
            assert f"#{'  ' * len(inner)} {inner[-1]}: {deeper.help}" in text
    assert max(len(line) for line in text.splitlines()) <= 130


def walk(fields: Iterable[FieldSpec], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], FieldSpec]]:
    """Yield the fields of a list of groups, and those of the groups in them."""
    for spec in fields:
        yield (*path, spec.name), spec
        yield from walk(spec.fields, (*path, spec.name))


@pytest.mark.parametrize("kind", RecordKind)
def test_the_templates_in_the_repository_are_in_step(kind: RecordKind) -> None:
    """The files that people copy are those that the model gives; the remedy is `stageportaal schema`."""
    assert (ROOT / TEMPLATES[kind]).read_text(encoding="utf-8") == template_files()[TEMPLATES[kind]]


@pytest.mark.parametrize("kind", WHOLE)
def test_a_template_misses_only_answers(kind: RecordKind) -> None:
    """An untouched template can be read, and the only thing wrong with it is that required answers are not there."""
    document = read_document("x.yml", template_text(kind).encode())
    assert isinstance(document, Document)
    _, findings = read_shape(kind, document.value)
    assert {finding.code for finding in findings} <= {"leeg_veld", "ontbreekt"}
    assert {str(finding.path[0]) for finding in findings} <= {spec.name for spec in order_of(kind) if spec.required}


@pytest.mark.parametrize("kind", RecordKind)
def test_every_hidden_field_works_when_its_hash_marks_are_gone(kind: RecordKind) -> None:
    """Taking the hash marks of one field away gives that field with a good example, or waiting for its answer."""
    text = template_text(kind)
    for block in re.findall(r"(?m)^#\w+:(?: .*)?\n(?:#  .*\n)*", text):
        bare = re.sub("(?m)^#", "", block)
        name = bare.partition(":")[0]
        document = read_document("x.yml", text.replace(f"\n{block}", f"\n{bare}", 1).encode())
        assert isinstance(document, Document)
        _, findings = read_shape(kind, {name: document.value[name]})
        own = {finding.code for finding in findings if finding.path[0] == name}
        assert own <= (set() if re.search(r"\w: ?.", bare.replace(f"{name}:", "", 1)) else {"leeg_veld", "ontbreekt"})


@pytest.mark.parametrize("item", find_files(ROOT)[0], ids=lambda item: item.file)
def test_a_filled_template_says_what_was_filled_in(item: DataFile) -> None:
    """Every real file, written with the help of every field around it, is read back the same."""
    document = read_document(item.file, (ROOT / item.file).read_bytes())
    assert isinstance(document, Document)
    again = read_document("x.yml", template_text(item.kind, document.value).encode())
    assert isinstance(again, Document)
    assert tidy(again.value) == tidy(document.value)


def tidy(value: Any) -> Any:
    """Return a value without the blanks that a model takes off anyway, and without what holds no answer."""
    if isinstance(value, dict):
        return {name: tidy(inner) for name, inner in value.items() if inner not in (None, [], [None], "")}
    if isinstance(value, list):
        return [tidy(inner) for inner in value]
    return str(value).strip()


# A conversation

VACANCY = (
    "?",  # help, then the question again
    "breda",
    "Tel", "Tel de fietsen bij de school",  # too short, then right
    "4", "groen", "hbo", "", "", "9, x", "3, 4",
    "Tel in vier weken hoeveel kinderen met de fiets naar school komen.",
    "Je telt elke ochtend de fietsen bij de school, en je praat met ouders.", "",
    "Daarna maak je een kaart van de drukste straten.", "", "",
    "Je telt fietsen.", "Je praat met ouders.", "Je maakt een kaart.", "",
    "Je leert tellen.", "",
    "Een kaart met advies",
    "Je bent op tijd.", "",
    "1", "1-2-2027", "2027-06-25", "ja",
    "32", "ma, di, do, vr", "hybride", "", "1", "",
    "2", "450", "maand", "36", "Die krijg je terug.",
    "adviseur verkeer", "", "trainee", "2,5", "j", "", "hbo verkeer", "", "", "", "",
    "nl", "", "nee", "",
    "1", "5",
    "2026-11-23", "2026-12-18", "",
)  # fmt: skip


def test_a_conversation_ends_in_a_good_file(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Answers as people give them (numbers, words, Dutch dates, ja) make a file that the checker accepts."""
    keyboard = types(*VACANCY)
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 0, capsys.readouterr().out
    assert keyboard.lines == []
    file = "vacancies/breda/tel-de-fietsen-bij-de-school.yml"
    told = capsys.readouterr().out
    assert "3 van minstens 8 tekens" in told
    assert file in told
    text = (region / file).read_text(encoding="utf-8")
    assert text.startswith("# Gemaakt op 2026-11-21")
    for _, spec in leaves(order_of(RecordKind.VACANCY)):
        assert f"# {spec.label}" in text, spec.name
    assert "\n#afdeling: Communicatie\n" in text
    assert "\n  #volgens: organisatie\n" in text
    assert "niveaus: [hbo]" in text
    assert "  flexibel: true" in text
    assert "  uren_per_week: 2.5" in text
    assert f"bevestigd_op: {today}" in text
    assert [problem for problem in check_paths(region, [file], today) if problem.severity == "fout"] == []


def test_the_same_title_again_gets_its_own_file(region: Path, today: date, types: Any) -> None:
    """A file that is there is never written over."""
    for _ in range(2):
        types(*VACANCY)
        new_record(region, RecordKind.VACANCY, today, questions=True)
    names = {path.name for path in (region / "vacancies/breda").glob("tel-de-fietsen*")}
    assert names == {"tel-de-fietsen-bij-de-school.yml", "tel-de-fietsen-bij-de-school-2.yml"}


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
def test_who_stops_halfway_loses_nothing(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str], end: type[BaseException]
) -> None:
    """Ctrl-C and the end of input keep the answers in a draft outside the data, and say where."""
    types("breda", "Tel de fietsen bij de school", end)
    before = sorted((region / "vacancies").rglob("*.yml"))
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 1
    assert sorted((region / "vacancies").rglob("*.yml")) == before
    drafts = list((region / ".cache/concepten").iterdir())
    assert len(drafts) == 1
    assert "titel: Tel de fietsen bij de school" in drafts[0].read_text(encoding="utf-8")
    assert drafts[0].name in capsys.readouterr().out


def test_who_stops_at_once_leaves_nothing(region: Path, today: date, types: Any) -> None:
    """Without any answer there is no draft."""
    types(KeyboardInterrupt)
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 1
    assert not (region / ".cache").exists()


def test_what_points_at_a_person_is_refused_at_once(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """A private mail address in an answer is refused with the sentence of the checker."""
    types("breda", "Mail naar jan.jansen@gmail.com", "Meet bomen in de laan")
    new_record(region, RecordKind.VACANCY, today, questions=True)
    assert "privé-mailadres" in capsys.readouterr().out
    assert "gmail" not in next((region / ".cache/concepten").iterdir()).read_text(encoding="utf-8")


def test_an_amount_is_read_as_the_dutch_write_it(region: Path, today: date, types: Any) -> None:
    """On the terminal, too, a point parts the thousands, and a comma that can mean both is asked again."""
    lines = list(VACANCY)
    place = lines.index("450")
    types(*lines[:place], "1,450", "€ 1.450,50", *lines[place + 1 :])
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 0
    text = (region / "vacancies/breda/tel-de-fietsen-bij-de-school.yml").read_text(encoding="utf-8")
    assert "\n  bedrag: 1450.50\n" in text


def test_a_day_that_is_over_is_asked_again(
    region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last day to react must still come; who types last year's hears it at once."""
    lines = list(VACANCY)
    place = lines.index("2026-12-18")
    types(*lines[:place], "18-12-2025", *lines[place:])
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 0
    assert "Deze dag is al voorbij." in capsys.readouterr().out


def test_what_the_command_line_says_is_not_asked(region: Path, today: date, types: Any) -> None:
    """The folder and the title may be given beforehand; then the conversation begins after them."""
    keyboard = types(*VACANCY[4:])
    title = "Tel de fietsen bij de school"
    assert new_record(region, RecordKind.VACANCY, today, questions=True, home="breda", title=title) == 0
    assert keyboard.lines == []
    assert (region / "vacancies/breda/tel-de-fietsen-bij-de-school.yml").is_file()


# An empty file


def test_an_empty_file_asks_nothing(region: Path, today: date, types: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a word about where it belongs, the file waits outside the data, and what is said tells its place."""
    types(RuntimeError, terminal=False)
    assert new_record(region, RecordKind.VACANCY, today, questions=False) == 0
    file = region / ".cache/concepten/vacature-2026-11-21.yml"
    assert file.read_text(encoding="utf-8") == template_text(RecordKind.VACANCY)
    assert "vacancies/<organisatie>/<naam>.yml" in capsys.readouterr().out
    assert not survey(region, today).problems


def test_an_empty_file_stands_in_its_folder(region: Path, today: date, types: Any) -> None:
    """With a field of work and a title the file stands where it belongs, named after its title, and holds both."""
    types(RuntimeError, terminal=False)
    title = "Meet de bomen in de laan"
    assert new_record(region, RecordKind.ASSIGNMENT, today, questions=False, home="groen", title=title) == 0
    text = (region / "assignments/groen/meet-de-bomen-in-de-laan.yml").read_text(encoding="utf-8")
    assert "\nvakgebied: groen\n" in text
    assert "\ntitel: Meet de bomen in de laan\n" in text
    assert "# Taken (verplicht)" in text


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"home": "Breda"}, "`Breda` ken ik niet. Bedoelde je `breda`?"),
        ({"home": "../x"}, "`../x` ken ik niet."),
        ({"home": "breda", "title": "Kort"}, "De titel kan zo niet. Deze tekst is te kort: 4 van minstens 8 tekens."),
        ({"title": "Bel mevrouw Jansen op"}, "De titel kan zo niet. Hier staat de naam van een persoon."),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    region: Path, today: date, given: dict[str, str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An organisation that does not exist and a title that cannot be are wrong usage, with what is right."""
    before = snapshot(region)
    assert new_record(region, RecordKind.VACANCY, today, questions=False, **given) == 2
    assert sentence in capsys.readouterr().err
    assert snapshot(region) == before


def test_without_input_nothing_is_asked(
    region: Path, today: date, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard input that is closed gives two, and the way that needs none."""
    monkeypatch.setattr(sys, "stdin", None)
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 2
    assert "--leeg" in capsys.readouterr().err


def test_broken_registers_are_named(region: Path, today: date, capsys: pytest.CaptureFixture[str]) -> None:
    """Without registers there are no choices, and that is what is said."""
    (region / "content/registers/regio.yml").write_text("naam: x\n", encoding="utf-8")
    assert new_record(region, RecordKind.VACANCY, today, questions=True) == 1
    assert "registers" in capsys.readouterr().out


def test_an_address_that_once_was_is_not_given_away(region: Path, today: date) -> None:
    """A file name under which another vacancy once stood is passed over: old links lead there."""
    with (region / "vacancies/breda/onderzoek-wijkkrant.yml").open("a", encoding="utf-8") as file:
        file.write("voorheen: [breda/meet-de-bomen]\n")
    given = {"home": "breda", "title": "Meet de bomen"}
    assert new_record(region, RecordKind.VACANCY, today, questions=False, **given) == 0
    assert (region / "vacancies/breda/meet-de-bomen-2.yml").is_file()


def test_a_title_cannot_lead_out_of_the_folder(region: Path, today: date) -> None:
    """A title full of dots and slashes gives an ordinary file name."""
    given = {"home": "breda", "title": "../../../etc/passwd"}
    assert new_record(region, RecordKind.VACANCY, today, questions=False, **given) == 0
    assert (region / "vacancies/breda/etc-passwd.yml").is_file()
