"""The answer to a proposal: what it says of good, bad, hostile and missing files, and that nothing makes it fail."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import TODAY, copy_region, edit

from generator.contribute.answer import MARKER, MOST, answer_to
from generator.contribute.proposal import Given, WrongUsageError

FILE = "vacancies/breda/onderzoek-wijkkrant.yml"
SCHOOL = "content/registers/instellingen/avans.yml"


def say(
    region: Path, *changed: str, gone: Sequence[str] = (), before: Path | None = None, log: Path | None = None
) -> str:
    """Return the answer to a proposal that was made in a region."""
    return answer_to(region, Given(changed, gone, before, log), TODAY).text


def verdict(text: str) -> str:
    """Return the first sentence that people read."""
    return text.splitlines()[2]


def blocks(text: str) -> list[str]:
    """Return the headings of an answer in their order."""
    return re.findall(r"(?m)^### (.*)$", text)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """Give the region as it is without a proposal."""
    return copy_region(tmp_path / "eerder")


def test_a_good_vacancy_is_shown_as_it_will_look(region: Path) -> None:
    """A file without errors gives a verdict, the vacancy in a table, the periods it fits, and what is next."""
    answer = say(region, FILE)
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


def test_errors_come_with_line_and_remedy(region: Path) -> None:
    """What is wrong is named with its line, field and remedy, before anything else, and the way to mend it follows."""
    edit(region / FILE, "vakgebied: communicatie", "vakgebied: comunicatie")
    answer = say(region, FILE)
    assert "Verbeter nog 1 punt" in answer
    line = next(row for row in answer.splitlines() if row.startswith("- Regel"))
    assert re.match(r"- Regel \d+, `vakgebied`: `comunicatie` bestaat niet\. \*Bedoelde je `communicatie`\?", line)
    assert "Zo komt de vacature eruit te zien" not in answer
    assert "**Edit file**" in answer


def test_programmes_that_are_not_named_are_found_by_level_and_field(region: Path) -> None:
    """A vacancy without programmes is compared with those of its level and field."""
    text = (region / FILE).read_text(encoding="utf-8")
    (region / FILE).write_text(re.sub(r"(?m)^opleidingen:.*\n", "", text), encoding="utf-8")
    answer = say(region, FILE)
    assert "Je noemt geen opleiding." in answer
    assert re.search(r"- \*\*Past( bijna| niet)?\*\*: ", answer)


def test_a_file_that_is_gone_is_better_closed(region: Path) -> None:
    """Who takes a vacancy away hears how to close it, and that its address must stay."""
    (region / FILE).unlink()
    answer = say(region, gone=[FILE])
    assert verdict(answer).startswith("**Bedankt voor je voorstel. Er verdwijnt een bestand;")
    assert "Gooi een vacature niet weg" in answer
    assert "**Close pull request**" in answer
    assert "`status: vervuld`" in answer
    assert "`voorheen: [breda/onderzoek-wijkkrant]`" in answer


def test_a_file_that_moved_with_its_address_is_fine(region: Path) -> None:
    """A new name with `voorheen` is no loss."""
    new = region / "vacancies/breda/nieuw.yml"
    (region / FILE).rename(new)
    with new.open("a", encoding="utf-8") as file:
        file.write("voorheen: [breda/onderzoek-wijkkrant]\n")
    answer = say(region, "vacancies/breda/nieuw.yml", gone=[FILE])
    assert "Deze vacature staat nu in `vacancies/breda/nieuw.yml`" in answer
    assert "Gooi een vacature niet weg" not in answer
    assert "Er verdwijnt een bestand" not in answer


def test_changes_to_the_portal_itself_are_for_the_maintainer(region: Path) -> None:
    """Files outside the folders for content are listed apart; a picture is listed as something to look at."""
    for path in (".github/workflows/x.yml", "generator/cli.py", "content/hr/plaatje.png"):
        (region / path).parent.mkdir(parents=True, exist_ok=True)
        (region / path).write_text("x", encoding="utf-8")
    answer = say(region, ".github/workflows/x.yml", "generator/cli.py", "content/hr/plaatje.png", gone=["Makefile"])
    apart = answer.partition("### Het portaal zelf")[2].partition("###")[0]
    for path in (".github/workflows/x.yml", "generator/cli.py", "Makefile"):
        assert f"`{path}`" in apart
    assert "`content/hr/plaatje.png`" in answer.partition("### Andere bestanden")[2].partition("###")[0]
    assert "Er veranderen geen vacatures of gegevens" in verdict(answer)


def test_two_alike_vacancies_stand_side_by_side(region: Path) -> None:
    """A file with nearly the same title in the same organisation is shown beside the first, and blocks nothing."""
    twin = region / "vacancies/breda/onderzoek-de-wijkkrant.yml"
    twin.write_bytes((region / FILE).read_bytes())
    answer = say(region, "vacancies/breda/onderzoek-de-wijkkrant.yml")
    part = answer.partition("**Staat deze stage er al?**")[2]
    assert "| Jouw voorstel | Lijkt erop |" in part
    assert "onderzoek-wijkkrant.yml" in part
    assert "Verbeter nog" not in answer


def test_the_same_text_in_another_organisation_is_noticed(region: Path) -> None:
    """A text that was copied to another organisation is shown beside its source, unless both name one assignment."""
    text = (region / FILE).read_text(encoding="utf-8").replace("stages@breda.nl", "stages@tilburg.nl")
    file = "vacancies/tilburg/onderzoek-wijkkrant.yml"
    (region / file).write_text(re.sub(r"(?m)^gebaseerd_op:.*\n", "", text), encoding="utf-8")
    assert "Staat deze stage er al?" in say(region, file)
    (region / file).write_text(text, encoding="utf-8")
    assert "Staat deze stage er al?" not in say(region, file)


def test_reading_hints_are_few_and_the_rest_is_counted(region: Path) -> None:
    """At most eight hints are named, with their lines."""
    words = "teneinde reeds thans tevens conform middels indien alsmede derhalve inzake omtrent"
    edit(region / FILE, "opdracht: |\n", f"opdracht: |\n  Je leest {words}.\n")
    part = say(region, FILE).partition("**Leest het prettig?**")[2].partition("###")[0]
    assert len(re.findall(r"(?m)^- ", part)) == 9
    assert re.search(r"- En nog \d+ tips?, ", part)
    assert re.search(r"- Regel \d+, `opdracht`: „teneinde” is een moeilijk woord\.", part)


def test_assignments_and_registers_get_a_shorter_answer(region: Path) -> None:
    """An assignment is shown in short; a school and an organisation are named with what counts for them."""
    answer = say(
        region,
        "assignments/groen/bomen-meten.yml",
        SCHOOL,
        "content/registers/organisaties/breda.yml",
        "content/registers/vakgebieden.yml",
    )
    assert "**Zo komt de opdracht eruit te zien**" in answer
    assert "door de school bevestigd" in answer
    assert "Dit zijn de gegevens van **Gemeente Breda**" in answer
    assert "gelden voor het hele portaal" in answer


def test_broken_registers_are_told_apart(region: Path, before: Path) -> None:
    """When a register cannot be read, the answer says what was not looked at, and whether this proposal did it."""
    edit(region / "content/registers/regio.yml", "schooljaren: ", "schooljoren: ")
    mine = say(region, "content/registers/regio.yml", before=before)
    assert blocks(mine)[:2] == ["Gegevens van de regio: `regio.yml`", "Niet alles is nagekeken"]
    assert "Verbeter nog 2 punten" in verdict(mine)
    assert "Mail `bureau@proef.example`" in mine, "the mailbox of the bureau is taken from the portal before"
    edit(before / "content/registers/regio.yml", "schooljaren: ", "schooljoren: ")
    theirs = say(region, FILE, before=before)
    assert "een fout die er al was; die is niet van jou" in verdict(theirs)
    assert blocks(theirs)[:2] == ["Dit was al fout", "Niet alles is nagekeken"]


def test_a_link_to_a_file_elsewhere_is_never_read(region: Path, tmp_path: Path) -> None:
    """A symbolic link shows nothing of what it points at."""
    secret = tmp_path / "geheim"
    secret.write_text("titel: Teneinde geheim\nopdracht: Teneinde wordt alles geheim gemaakt.\n", encoding="utf-8")
    (region / "vacancies/breda/link.yml").symlink_to(secret)
    answer = say(region, "vacancies/breda/link.yml")
    assert "geheim" not in answer
    assert "verwijzing naar een ander bestand" in answer


def test_a_name_of_strange_bytes_is_shown_without_them(region: Path) -> None:
    """A file name that is no text, or that holds signs of Markdown, is named harmlessly, also among the registers."""
    for folder in ("vacancies/breda", "content/registers/instellingen"):
        (region / folder / os.fsdecode(b"\xff`@a.yml")).write_text("titel: x\n", encoding="utf-8")
    answer = say(region, os.fsdecode(b"vacancies/breda/\xff`@a.yml"), "content/registers/instellingen")
    assert "`′@a.yml`" in answer
    assert answer.encode()


HOSTILE = (
    "@bureau kijk [hier](https://kwaad.example) <img src=x onerror=alert(1)> ![x](https://kwaad.example/x.png) "
    "#12 www.kwaad.example `rm -rf` | <!-- x --> $(reboot) \\* **vet** GH-12"
)


@pytest.mark.parametrize("field", ["titel", "samenvatting"])
def test_hostile_texts_are_shown_as_they_are(region: Path, field: str) -> None:
    """No mention, link, picture, HTML or markup of a stranger works in the answer."""
    old = re.search(rf"(?m)^{field}: .*$", (region / FILE).read_text(encoding="utf-8"))
    assert old
    for start in range(0, len(HOSTILE), 60):
        piece = HOSTILE[start : start + 60].replace('"', "").replace("\\", "\\\\")
        text = (region / FILE).read_text(encoding="utf-8")
        filled = f"{piece} onderzoek de krant"
        (region / FILE).write_text(re.sub(rf"(?m)^{field}: .*$", lambda _, t=filled: f'{field}: "{t}"', text), "utf-8")
        answer = say(region, FILE)
        rest = re.sub(r"`[^`\n]*`", "", answer.removeprefix(MARKER))
        assert not re.search(r"@\w", rest)
        assert not re.search(r"#\d", rest)
        assert "://" not in rest
        assert not re.search(r"www\.\w", rest)
        assert "<" not in rest
        assert not re.search(r"(?<!\\)\]\(", rest)


def test_the_answer_fits_in_a_comment(region: Path) -> None:
    """A proposal with a great many wrong files gives an answer within the limit, which says that more is wrong."""
    paths = []
    for number in range(150):
        file = region / f"vacancies/breda/fout-{number}.yml"
        file.write_text("\n".join(f"veld_{line}: {'x' * 60}" for line in range(40)), encoding="utf-8")
        paths.append(f"vacancies/breda/fout-{number}.yml")
    answer = say(region, *paths)
    assert len(answer) <= MOST
    assert "te groot om alles hier te laten zien" in answer
    assert "fout-99.yml" in answer, "each wrong file is named, also the last"
    assert sum(f"fout-{number}.yml" in answer for number in range(150)) == 150
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
    answer = say(region, "vacancies/breda/vreemd.yml")
    assert answer.startswith(MARKER)
    assert len(answer) <= MOST
    path.unlink()


@settings(max_examples=60)
@given(st.lists(st.text(max_size=40), max_size=5), st.lists(st.text(max_size=40), max_size=5))
def test_whatever_the_paths_there_is_an_answer_or_a_word_about_them(changed: list[str], gone: list[str]) -> None:
    """Any paths give one answer, or the remark that they are not there; nothing else happens."""
    try:
        answer = say(shared_region(), *changed, gone=gone)
    except WrongUsageError:
        return
    assert answer.startswith(MARKER)


# Usage


def test_a_path_that_is_not_there_is_wrong_usage(region: Path) -> None:
    """A mistyped path is no deleted file; what the proposal takes away is named as such, and must be gone."""
    for changed, gone, sentence in (
        (["vacancies/nope/nope.yml"], [], "`vacancies/nope/nope.yml` is er niet. Kijk de naam na"),
        (["../../etc/passwd"], [], "`../../etc/passwd` is er niet"),
        ([str(region / FILE)], [], "is er niet"),
        ([], [FILE], f"`{FILE}` staat er nog"),
        ([], [], "minstens één bestand"),
    ):
        with pytest.raises(WrongUsageError, match=re.escape(sentence)):
            say(region, *changed, gone=gone)
    with pytest.raises(WrongUsageError, match="geen map"):
        say(region, FILE, before=region / "weg")
    with pytest.raises(WrongUsageError, match="kan niet worden gelezen"):
        say(region, FILE, log=region / "weg.log")


def test_a_folder_stands_for_what_is_in_it(region: Path) -> None:
    """The data and the pages of a folder are looked at; a folder without any is a file like others."""
    assert "breda" in say(region, "vacancies/breda")
    assert "onderzoek-wijkkrant.yml" in say(region, "vacancies/breda")
    assert blocks(say(region, "handbook"))[0] == "Bladzijde: `02-begeleiding.md`"
    assert "`theme`" in say(region, "theme")


# Elsewhere


def test_an_id_that_others_use_is_missed_elsewhere(region: Path, before: Path) -> None:
    """A programme that gets another name in its own file breaks vacancies: each is named, and counted above."""
    text = (region / SCHOOL).read_text(encoding="utf-8")
    (region / SCHOOL).write_text(re.sub(r"(id: |opleidingen: \[)communicatie\b", r"\1communicatie-hbo", text), "utf-8")
    answer = say(region, SCHOOL, before=before)
    assert "Verbeter nog 2 punten in 2 bestanden" in verdict(answer)
    assert blocks(answer)[0] == "Elders gaat iets stuk door dit voorstel"
    assert f"- `{FILE}`, regel 6, `opleidingen[1]`: `avans/communicatie` bestaat niet.\n" in answer
    assert "Zet de oude naam of het oude bestand terug. Of verander deze bestanden mee" in answer
    alone = say(region, SCHOOL)
    assert "In deze bestanden is niets fout, maar elders wel" in verdict(alone), "nobody is blamed without proof"
    assert f"- `{FILE}`, regel 6" in alone
    assert "Alles klopt" not in answer + alone


def test_a_file_that_others_use_is_missed_elsewhere(region: Path, before: Path) -> None:
    """An example that goes is missed by the vacancies that were made of it."""
    file = "assignments/communicatie/bereik-nieuwsbrief.yml"
    (region / file).unlink()
    answer = say(region, gone=[file], before=before)
    assert "Verbeter nog 2 punten in 2 bestanden" in verdict(answer)
    assert blocks(answer)[:2] == ["Elders gaat iets stuk door dit voorstel", "Weg: `bereik-nieuwsbrief.yml`"]


def test_a_register_that_goes_is_the_doing_of_the_proposal(region: Path, before: Path) -> None:
    """Whoever takes away an organisation or the region hears what that breaks, and is not told that others did it."""
    breda, regio = "content/registers/organisaties/breda.yml", "content/registers/regio.yml"
    (region / breda).unlink()
    answer = say(region, gone=[breda], before=before)
    assert "zundert.yml`, regel 14, `omgeving[1]`: `breda` bestaat niet." in answer
    assert "Dit was al fout" not in answer
    (region / regio).unlink()
    answer = say(region, gone=[regio], before=before)
    assert blocks(answer)[0] == "Weg: `regio.yml`"
    assert "Dit bestand ontbreekt" in answer
    assert "Verbeter nog 1 punt" in verdict(answer)


def test_an_error_that_was_there_is_nobodys_of_this_proposal(region: Path, before: Path) -> None:
    """What is wrong on the main branch is told apart, does not count, and explains why the check is red."""
    other = "vacancies/tilburg/kijk-een-week-mee.yml"
    for root in (region, before):
        edit(root / other, "aantal: 1", "aantal: nul")
    answer = answer_to(region, Given([FILE], before=before), TODAY)
    assert answer.is_good
    assert "De controle is toch rood" in verdict(answer.text)
    assert f"- `{other}`, regel" in answer.text.partition("### Dit was al fout")[2]
    assert "Zo komt de vacature eruit te zien" in answer.text


def test_an_old_error_stays_old_when_its_words_change(region: Path, before: Path) -> None:
    """An error that names another record is the same error when that record gets another name."""
    for root in (region, before):
        edit(root / "vacancies/werkplein/onderzoek-de-eerste-werkdag.yml", "niveaus: [hbo, wo]", "niveaus: [wo]")
    edit(region / SCHOOL, "naam: Communicatie", "naam: Communicatie en media")
    assert answer_to(region, Given([SCHOOL], before=before), TODAY).is_good


def test_what_was_never_looked_at_is_not_blamed_on_who_made_it_possible(region: Path, before: Path) -> None:
    """Whoever mends a register makes references visible that were wrong before; nobody can say since when."""
    edit(before / "content/registers/regio.yml", "schooljaren: ", "schooljoren: ")
    edit(region / FILE, "vakgebied: communicatie", "vakgebied: comunicatie")
    answer = say(region, "content/registers/regio.yml", before=before)
    assert "maar elders wel; kijk of dat hierdoor komt" in verdict(answer)
    assert blocks(answer)[0] == "Elders staat iets fout"


def test_a_warning_elsewhere_is_told_too(region: Path, before: Path) -> None:
    """A school that moves its period hears of the vacancies that no longer fit; nothing has to be mended."""
    edit(region / SCHOOL, "start: 2027-02-01\n    eind: 2027-06-25", "start: 2026-11-02\n    eind: 2026-12-18")
    text = re.sub(r"  - id: 2728-stage(.|\n)*", "", (region / SCHOOL).read_text(encoding="utf-8"))
    (region / SCHOOL).write_text(text, encoding="utf-8")
    answer = answer_to(region, Given([SCHOOL], before=before), TODAY)
    assert answer.is_good
    assert "Er is niets fout; denk nog wel even na over" in verdict(answer.text)
    assert blocks(answer.text)[0] == "Elders verandert er iets door dit voorstel"
    assert "passen in geen enkele stageperiode" in answer.text


# Order and length


def test_errors_stand_first_and_good_files_take_little_room(region: Path) -> None:
    """One wrong file among forty good ones stands first, and the good ones share one line."""
    text = (region / FILE).read_text(encoding="utf-8")
    paths = [f"vacancies/breda/goed-{number:02}.yml" for number in range(41)]
    for number, path in enumerate(paths):
        title = f"titel: Plek {number * 7919} voor {chr(97 + number % 26) * 9} en {chr(122 - number % 26) * 8}"
        (region / path).write_text(re.sub(r"(?m)^titel: .*$", title, text), encoding="utf-8")
    (region / "vacancies/breda/zz.yml").write_text("titel: x\n", encoding="utf-8")
    answer = say(region, *paths, "vacancies/breda/zz.yml")
    assert blocks(answer)[:2] == ["Vacature: `zz.yml`", "Goed"]
    assert "In 41 bestanden is niets fout" in answer
    assert "te groot" not in answer


def test_many_files_that_go_share_one_part(region: Path) -> None:
    """Whoever takes away a whole folder reads once what that means, with every name."""
    gone = [path.relative_to(region).as_posix() for path in sorted((region / "vacancies").rglob("*.yml"))]
    for path in gone:
        (region / path).unlink()
    answer = say(region, gone=gone)
    assert f"Er verdwijnen {len(gone)} bestanden" in verdict(answer)
    assert blocks(answer)[0] == f"Weg: {len(gone)} bestanden"
    assert answer.count("Gooi een vacature niet weg") == 1
    assert all(f"`{path}`" in answer for path in gone)


# Files that are not read


@pytest.mark.parametrize(
    "path",
    [
        "vacancies/breda/nieuw", "vacancies/breda/nieuw.txt", "vacancies/breda/nieuw.yml.txt",
        "vacancies/breda/nieuw.docx", "vacancies/breda/nieuw.YML", "vacancies/breda/nieuw.md",
        "vacancies/breda/nieuw.yaml", "vacancies/nieuw.yml", "vacatures/x.yml", "nieuw.yml", "content/registers/x.yml",
    ],
)  # fmt: skip
def test_a_file_that_nobody_reads_is_never_waved_through(region: Path, path: str) -> None:
    """A vacancy with a wrong name or in a wrong folder gets the remedy, and how to follow it on GitHub."""
    (region / path).parent.mkdir(exist_ok=True)
    (region / path).write_bytes((region / FILE).read_bytes())
    answer = answer_to(region, Given([path]), TODAY)
    assert not answer.is_good
    assert "Verbeter nog 1 punt" in verdict(answer.text)
    assert "Dit wordt niet gelezen" in answer.text
    assert re.search(r"\*(Noem het|Zet |Hier horen)[^*]*\.yml`", answer.text)
    assert "leest iemand van het team na" not in answer.text
    assert "in het vak boven de tekst" in answer.text


# Pages


CHAPTER = "handbook/01-waarom.md"


def test_the_head_of_a_page_is_checked(region: Path) -> None:
    """A date that is none gets its line and its remedy, and stops the proposal."""
    edit(region / CHAPTER, "herzien_voor: 2027-11-01", "herzien_voor: morgen")
    answer = answer_to(region, Given([CHAPTER]), TODAY)
    assert not answer.is_good
    assert "- Regel 7, `herzien_voor`: `morgen` is geen datum" in answer.text
    assert "jaar-maand-dag" in answer.text


def test_only_new_text_of_a_page_gets_hints(region: Path, before: Path) -> None:
    """Hints and personal data are looked for in what the proposal writes; the rest of the page is not its business."""
    for root in (region, before):
        with (root / CHAPTER).open("a", encoding="utf-8") as page:
            page.write("\nDit is reeds bekend bij mevrouw Jansen.\n")
    with (region / CHAPTER).open("a", encoding="utf-8") as page:
        page.write("\nDat geldt tevens voor jan@gmail.com.\n")
    answer = say(region, CHAPTER, before=before)
    assert "„tevens” is een moeilijk woord" in answer
    assert "privé-mailadres" in answer
    assert "reeds" not in answer
    assert "naam van een persoon" not in answer
    assert "reeds" in say(region, CHAPTER)


def test_a_page_that_is_fine_says_where_it_will_stand(region: Path) -> None:
    """A changed text without faults is named with its address, and the verdict says that no data change."""
    answer = say(region, CHAPTER)
    assert "`/handboek/waarom/`" in answer
    assert "Er veranderen geen vacatures of gegevens" in verdict(answer)


def test_a_page_that_goes_is_named_as_gone(region: Path, before: Path, tmp_path: Path) -> None:
    """A chapter that is taken away is told with its address, and with the links that then lead nowhere."""
    (region / CHAPTER).unlink()
    log = tmp_path / "bouw.log"
    log.write_text(
        "WARNING -  Doc file 'handboek/02-begeleiding.md' contains a link '01-waarom.md#de-winst', but the target "
        "'handboek/01-waarom.md' is not found among documentation files.\n\nAborted with 1 warnings in strict mode!\n",
        encoding="utf-8",
    )
    answer = say(region, gone=[CHAPTER], before=before, log=log)
    assert "Verbeter nog 1 punt" in verdict(answer)
    assert "- `handbook/02-begeleiding.md`, regel 12: De link `01-waarom.md#de-winst` wijst naar een bestand" in answer
    assert "haar adres `/handboek/waarom/` dus ook" in answer
    assert "Er verdwijnt een bestand" in verdict(say(region, gone=[CHAPTER], before=before))


def test_a_broken_link_on_the_own_page_is_not_blamed_on_the_portal(region: Path, tmp_path: Path) -> None:
    """When the build stops at a link of the contributor, the answer names its line and does not say to wait."""
    with (region / CHAPTER).open("a", encoding="utf-8") as page:
        page.write("\nZie [dit](nope.md).\n")
    log = tmp_path / "bouw.log"
    log.write_text(
        "WARNING -  Doc file 'handboek/01-waarom.md' contains a link 'nope.md', but the target 'handboek/nope.md' is "
        "not found among documentation files.\n",
        encoding="utf-8",
    )
    answer = say(region, CHAPTER, log=log)
    line = len((region / CHAPTER).read_text(encoding="utf-8").splitlines())
    assert f"- Regel {line}: De link `nope.md` wijst naar een bestand dat er niet is. *Verbeter de link" in answer
    assert "Jij hoeft nu niets te doen" not in answer


def test_a_build_that_fails_otherwise_is_quoted_harmlessly(region: Path, tmp_path: Path) -> None:
    """What the computer said is shown as code; who only changed texts is asked to look, others may wait."""
    log = tmp_path / "bouw.log"
    log.write_text("Traceback (most recent call last):\nValueError: @iedereen `x` <b> 'een'\n", encoding="utf-8")
    answer = say(region, CHAPTER, log=log)
    assert "De website kon er nog niet mee gemaakt worden" in verdict(answer)
    assert "De computer zei: `ValueError: @iedereen ′x′ <b> 'een'`." in answer
    assert "Kijk je bladzijde daarop na" in answer
    assert "Jij hoeft nu niets te doen" in say(region, FILE, log=log)
    assert not answer_to(region, Given([FILE], log=log), TODAY).is_good
    edit(region / FILE, "soort: afstudeer", "soort: x")
    assert "De website" not in say(region, FILE, log=log), "the error in the data explains it"


def test_a_text_in_another_form_is_no_page(region: Path) -> None:
    """A document among the pages would never appear: the remedy says which file would."""
    for path, meant in (
        ("handbook/03 Nieuw.docx", "`handbook/03-nieuw.md`"),
        ("content/hr/uitleg.txt", "`content/hr/uitleg.md`"),
        ("handbook/plaatje.png", "`content/handboek/beeld/`"),
    ):
        (region / path).write_bytes(b"\xff\x00")
        answer = say(region, path)
        assert "Dit wordt geen bladzijde op de site" in answer
        assert meant in answer
        assert "Verbeter nog 1 punt," in verdict(answer)
