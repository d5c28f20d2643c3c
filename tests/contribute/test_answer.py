"""The answer to a proposal: what it says of good, bad, hostile and missing files, and that nothing makes it fail."""

from __future__ import annotations

import os
import re
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import TODAY, copy_region, edit

from generator.contribute.answer import MARKER, MOST, answer_to

FILE = "vacancies/breda/onderzoek-wijkkrant.yml"


def test_a_good_vacancy_is_shown_as_it_will_look(region: Path, today: date) -> None:
    """A file without errors gives a verdict, the vacancy in a table, the periods it fits, and what is next."""
    answer = answer_to(region, [FILE], today)
    lines = answer.splitlines()
    assert lines[0] == MARKER
    assert lines[2].startswith("**Bedankt voor je voorstel.")
    for part in (
        "**Zo komt de vacature eruit te zien**",
        "| Periode |",
        "| Vergoeding |",
        "`/vacatures/breda/onderzoek-wijkkrant/`",
        "een afbeelding van de pagina",
        "**Past het in een stageperiode?**",
        "### Hoe gaat het verder?",
        "Het Stagebureau leest mee en beslist",
    ):
        assert part in answer
    assert "Files changed" not in answer


def test_errors_come_with_line_and_remedy(region: Path, today: date) -> None:
    """What is wrong is named with its line, field and remedy, before anything else, and the way to mend it follows."""
    edit(region / FILE, "vakgebied: communicatie", "vakgebied: comunicatie")
    answer = answer_to(region, [FILE], today)
    assert "Verbeter nog 1 punt" in answer
    line = next(row for row in answer.splitlines() if row.startswith("- Regel"))
    assert re.match(r"- Regel \d+, `vakgebied`: `comunicatie` bestaat niet\. \*Bedoelde je `communicatie`\?", line)
    assert "Zo komt de vacature eruit te zien" not in answer
    assert "**Edit file**" in answer


def test_programmes_that_are_not_named_are_found_by_level_and_field(region: Path, today: date) -> None:
    """A vacancy without programmes is compared with those of its level and field."""
    text = (region / FILE).read_text(encoding="utf-8")
    (region / FILE).write_text(re.sub(r"(?m)^opleidingen:.*\n", "", text), encoding="utf-8")
    answer = answer_to(region, [FILE], today)
    assert "Je noemt geen opleiding." in answer
    assert re.search(r"- \*\*Past( bijna| niet)?\*\*: ", answer)


def test_a_file_that_is_gone_is_better_closed(region: Path, today: date) -> None:
    """Who takes a vacancy away hears how to close it, and that its address must stay."""
    (region / FILE).unlink()
    answer = answer_to(region, [FILE], today)
    assert "Gooi een vacature niet weg" in answer
    assert "`status: vervuld`" in answer
    assert "`voorheen: [breda/onderzoek-wijkkrant]`" in answer


def test_a_file_that_moved_with_its_address_is_fine(region: Path, today: date) -> None:
    """A new name with `voorheen` is no loss."""
    new = region / "vacancies/breda/nieuw.yml"
    (region / FILE).rename(new)
    with new.open("a", encoding="utf-8") as file:
        file.write("voorheen: [breda/onderzoek-wijkkrant]\n")
    answer = answer_to(region, [FILE, "vacancies/breda/nieuw.yml"], today)
    assert "Deze vacature staat nu in `vacancies/breda/nieuw.yml`" in answer
    assert "Gooi een vacature niet weg" not in answer
    assert "Er verdwijnt een bestand" not in answer


def test_changes_to_the_portal_itself_are_for_the_maintainer(region: Path, today: date) -> None:
    """Files outside the folders for content are listed apart, pages are listed as texts."""
    paths = [".github/workflows/x.yml", "generator/cli.py", "handbook/01-waarom.md", "../../etc/passwd", "/etc/passwd"]
    answer = answer_to(region, paths, today)
    apart = answer.partition("### Voor de beheerder")[2].partition("###")[0]
    for path in (".github/workflows/x.yml", "generator/cli.py", "../../etc/passwd", "/etc/passwd"):
        assert f"`{path}`" in apart
    assert "`handbook/01-waarom.md`" not in apart
    assert "`handbook/01-waarom.md`" in answer
    assert "Er veranderen geen vacatures of gegevens" in answer


def test_two_alike_vacancies_stand_side_by_side(region: Path, today: date) -> None:
    """A file with nearly the same title in the same organisation is shown beside the first, and blocks nothing."""
    twin = region / "vacancies/breda/onderzoek-de-wijkkrant.yml"
    twin.write_bytes((region / FILE).read_bytes())
    answer = answer_to(region, ["vacancies/breda/onderzoek-de-wijkkrant.yml"], today)
    part = answer.partition("**Staat deze stage er al?**")[2]
    assert "| Jouw voorstel | Lijkt erop |" in part
    assert "onderzoek-wijkkrant.yml" in part
    assert "Verbeter nog" not in answer


def test_the_same_text_in_another_organisation_is_noticed(region: Path, today: date) -> None:
    """A text that was copied to another organisation is shown beside its source, unless both name one assignment."""
    text = (region / FILE).read_text(encoding="utf-8").replace("stages@breda.nl", "stages@tilburg.nl")
    file = "vacancies/tilburg/onderzoek-wijkkrant.yml"
    (region / file).write_text(re.sub(r"(?m)^gebaseerd_op:.*\n", "", text), encoding="utf-8")
    assert "Staat deze stage er al?" in answer_to(region, [file], today)
    (region / file).write_text(text, encoding="utf-8")
    assert "Staat deze stage er al?" not in answer_to(region, [file], today)


def test_reading_hints_are_few_and_the_rest_is_counted(region: Path, today: date) -> None:
    """At most eight hints are named, with their lines."""
    words = "teneinde reeds thans tevens conform middels indien alsmede derhalve inzake omtrent"
    edit(region / FILE, "opdracht: |\n", f"opdracht: |\n  Je leest {words}.\n")
    part = answer_to(region, [FILE], today).partition("**Leest het prettig?**")[2].partition("###")[0]
    assert len(re.findall(r"(?m)^- ", part)) == 9
    assert re.search(r"- En nog \d+ tips?, ", part)
    assert re.search(r"- Regel \d+, `opdracht`: „teneinde” is een moeilijk woord\.", part)


def test_assignments_and_registers_get_a_shorter_answer(region: Path, today: date) -> None:
    """An assignment is shown in short; a school and an organisation are named with what counts for them."""
    answer = answer_to(
        region,
        [
            "assignments/groen/bomen-meten.yml",
            "content/registers/instellingen/avans.yml",
            "content/registers/organisaties/breda.yml",
            "content/registers/vakgebieden.yml",
        ],
        today,
    )
    assert "**Zo komt de opdracht eruit te zien**" in answer
    assert "door de school bevestigd" in answer
    assert "Dit zijn de gegevens van **Gemeente Breda**" in answer
    assert "gelden voor het hele portaal" in answer


def test_broken_registers_are_told_apart(region: Path, today: date) -> None:
    """When a register cannot be read, the answer says so, and whether this proposal did it."""
    edit(region / "content/registers/regio.yml", "schooljaren: ", "schooljoren: ")
    assert "dat komt niet door dit voorstel" in answer_to(region, [FILE], today)
    assert "dat komt door dit voorstel" in answer_to(region, ["content/registers/regio.yml"], today)


def test_a_link_to_a_file_elsewhere_is_never_read(region: Path, today: date, tmp_path: Path) -> None:
    """A symbolic link shows nothing of what it points at."""
    secret = tmp_path / "geheim"
    secret.write_text("titel: Teneinde geheim\nopdracht: Teneinde wordt alles geheim gemaakt.\n", encoding="utf-8")
    (region / "vacancies/breda/link.yml").symlink_to(secret)
    answer = answer_to(region, ["vacancies/breda/link.yml"], today)
    assert "geheim" not in answer
    assert "verwijzing naar een ander bestand" in answer


def test_a_name_of_strange_bytes_is_shown_without_them(region: Path, today: date) -> None:
    """A file name that is no text, or that holds signs of Markdown, is named harmlessly, also among the registers."""
    for folder in ("vacancies/breda", "content/registers/instellingen"):
        (region / folder / os.fsdecode(b"\xff`@a.yml")).write_text("titel: x\n", encoding="utf-8")
    answer = answer_to(region, [os.fsdecode(b"vacancies/breda/\xff`@a.yml"), "content/registers/instellingen"], today)
    assert "`′@a.yml`" in answer
    assert answer.encode()


HOSTILE = (
    "@bureau kijk [hier](https://kwaad.example) <img src=x onerror=alert(1)> ![x](https://kwaad.example/x.png) "
    "#12 www.kwaad.example `rm -rf` | <!-- x --> $(reboot) \\* **vet** GH-12"
)


@pytest.mark.parametrize("field", ["titel", "samenvatting"])
def test_hostile_texts_are_shown_as_they_are(region: Path, today: date, field: str) -> None:
    """No mention, link, picture, HTML or markup of a stranger works in the answer."""
    old = re.search(rf"(?m)^{field}: .*$", (region / FILE).read_text(encoding="utf-8"))
    assert old
    for start in range(0, len(HOSTILE), 60):
        piece = HOSTILE[start : start + 60].replace('"', "").replace("\\", "\\\\")
        text = (region / FILE).read_text(encoding="utf-8")
        filled = f"{piece} onderzoek de krant"
        (region / FILE).write_text(re.sub(rf"(?m)^{field}: .*$", lambda _, t=filled: f'{field}: "{t}"', text), "utf-8")
        answer = answer_to(region, [FILE], today)
        rest = re.sub(r"`[^`\n]*`", "", answer.removeprefix(MARKER))
        assert not re.search(r"@\w", rest)
        assert not re.search(r"#\d", rest)
        assert "://" not in rest
        assert not re.search(r"www\.\w", rest)
        assert "<" not in rest
        assert not re.search(r"(?<!\\)\]\(", rest)


def test_the_answer_fits_in_a_comment(region: Path, today: date) -> None:
    """A proposal with a great many wrong files gives an answer within the limit, which says that more is wrong."""
    paths = []
    for number in range(150):
        file = region / f"vacancies/breda/fout-{number}.yml"
        file.write_text("\n".join(f"veld_{line}: {'x' * 60}" for line in range(40)), encoding="utf-8")
        paths.append(f"vacancies/breda/fout-{number}.yml")
    answer = answer_to(region, paths, today)
    assert len(answer) <= MOST
    assert "te groot om alles hier te laten zien" in answer
    assert "Hoe gaat het verder?" in answer


_SHARED: list[Path] = []


def shared_region() -> Path:
    """Return one copy of the small region for all examples of the property tests."""
    if not _SHARED:
        _SHARED.append(copy_region(Path(tempfile.mkdtemp()) / "regio"))
    return _SHARED[0]


SNIPPETS = st.sampled_from(
    [b"titel: ", b"taken:\n  - ", b"\n", b": ", b"- ", b"[", b"{", b"|", b"&a ", b"*a", b"!!x ", b"\x00", b"\xff", b"`"]
)


@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=300), st.lists(st.one_of(SNIPPETS, st.binary(max_size=12))).map(b"".join)))
def test_whatever_the_bytes_there_is_an_answer(data: bytes) -> None:
    """Any bytes in a file give one answer of the right shape, and never an exception."""
    region = shared_region()
    path = region / "vacancies/breda/vreemd.yml"
    path.write_bytes(data)
    answer = answer_to(region, ["vacancies/breda/vreemd.yml"], TODAY)
    assert answer.startswith(MARKER)
    assert len(answer) <= MOST
    path.unlink()


@settings(max_examples=60)
@given(st.lists(st.text(max_size=40), max_size=5))
def test_whatever_the_paths_there_is_an_answer(paths: list[str]) -> None:
    """Any paths give one answer, and names of files ping nobody."""
    answer = answer_to(shared_region(), paths, TODAY)
    assert answer.startswith(MARKER)
