"""Issues to files: recorded good ones exactly, bad ones with one clear answer, hostile ones without any effect."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, TESTS, TODAY, copy_region, edit, read_cases, snapshot

from generator.cli import main
from generator.contribute.forms import HIDDEN, HOME_REGISTERS, at
from generator.contribute.intake import KINDS, take_in
from generator.contribute.issue_answers import Answers, answers_in, clean
from generator.contribute.issue_forms import PAGES, Question, questions_of
from generator.load.documents import read_document
from generator.load.places import RecordKind, find_files, folder_of
from generator.model.fields import Sort
from generator.model.problems import has_errors
from generator.model.vocabulary import slug_of
from generator.relate.registers import Registers
from generator.survey import check_paths, survey

RECORDED = {kind: (TESTS / "cases" / f"aanmelding-{kind}.md").read_text(encoding="utf-8") for kind in KINDS}
HOSTILE = (TESTS / "cases" / "aanmelding-gevaarlijk.md").read_text(encoding="utf-8")
MADE = {
    "vacature": "vacancies/breda/maak-de-wijkkrant-leuker-voor-en-door-jongeren.yml",
    "opdracht": "assignments/ict/meet-hoe-lang-mensen-wachten-op-antwoord.yml",
    "periode": "content/registers/stageperiodes/avans/2627-stage-jaar-3-voorjaar.yml",
}
VACANCY = RECORDED["vacature"]
REAL = survey(ROOT, TODAY)


def answer_below(text: str, label: str, answer: str) -> str:
    """Return an issue with another answer below one heading."""
    changed, count = re.subn(rf"(?m)^(### {re.escape(label)}\n\n)(?s:.*?)(?=^### |\Z)", r"\1@@@", text)
    assert count == 1, label
    return changed.replace("@@@", f"{answer}\n\n")


def points_in(answer: str) -> list[str]:
    """Return the points of an answer without their dash."""
    return [line.removeprefix("- ") for line in answer.splitlines() if line.startswith("- ")]


def refused(region: Path, text: str | bytes, kind: str = "vacature") -> str:
    """Take in an issue that must be refused; return the answer when nothing in the tree changed."""
    before = snapshot(region)
    folders = {path for path in region.rglob("*") if path.is_dir()}
    taken = take_in(region, kind, text.encode() if isinstance(text, str) else text, TODAY)
    assert taken.file is None
    assert "<!-- bestand" not in taken.answer
    assert snapshot(region) == before
    assert {path for path in region.rglob("*") if path.is_dir()} == folders
    return taken.answer


# Good ones


@pytest.mark.parametrize("kind", KINDS)
def test_a_recorded_issue_gives_exactly_this_file(region: Path, kind: str) -> None:
    """A good issue of each kind gives the file that is recorded beside it, and nothing else changes."""
    before = snapshot(region)
    taken = take_in(region, kind, RECORDED[kind].encode(), TODAY)
    assert taken.file == MADE[kind]
    assert taken.answer.splitlines()[-1] == f"<!-- bestand: {MADE[kind]} -->"
    assert "compleet" in taken.answer
    assert "`akkoord`" in taken.answer
    assert "Het Stagebureau beslist" in taken.answer
    after = snapshot(region)
    expected = (TESTS / "cases" / f"aanmelding-{kind}.yml").read_bytes()
    assert after.pop(taken.file) == expected
    assert after == before
    assert not survey(region, TODAY).has_errors


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_issue_with_the_same_title_gets_another_name(region: Path, kind: str) -> None:
    """A file is never written over another: the next one gets a number."""
    first = take_in(region, kind, RECORDED[kind].encode(), TODAY).file
    assert first
    kept = (region / first).read_bytes()
    second = take_in(region, kind, RECORDED[kind].encode(), TODAY).file
    assert second == first.replace(".yml", "-2.yml")
    assert (region / first).read_bytes() == kept
    assert not survey(region, TODAY).has_errors


def test_windows_line_ends_and_harmless_signs_change_nothing(region: Path, tmp_path: Path) -> None:
    """Line ends of Windows, a byte order mark, soft hyphens and marks without a picture leave the same file."""
    text = "\ufeff" + VACANCY.replace("\n", "\r\n").replace("wijkkrant", "wijk\u00adkrant").replace("Ja", "\u200eJa")
    plain = take_in(region, "vacature", VACANCY.encode(), TODAY)
    other = copy_region(tmp_path / "anders")
    taken = take_in(other, "vacature", text.encode(), TODAY)
    assert plain.file == taken.file
    assert plain.file
    assert (region / plain.file).read_bytes() == (other / plain.file).read_bytes()


def test_warnings_come_with_the_thanks(region: Path) -> None:
    """A file with only warnings is made, and the answer names them by their heading with what to do."""
    taken = take_in(region, "opdracht", RECORDED["opdracht"].encode(), TODAY)
    assert points_in(taken.answer) == [
        "**Taken.** Er staan minder dan drie taken. Studenten kiezen op wat ze gaan doen: noem er drie of meer."
    ]


def test_the_folder_of_an_organisation_is_made_when_needed(region: Path) -> None:
    """The first vacancy of an organisation makes its folder; a refused one leaves no empty folder behind."""
    for path in (region / "vacancies" / "breda").iterdir():
        path.unlink()
    (region / "vacancies" / "breda").rmdir()
    refused(region, answer_below(VACANCY, "Reageren tot en met", "2020-01-01"))
    assert not (region / "vacancies" / "breda").exists()
    assert take_in(region, "vacature", VACANCY.encode(), TODAY).file


def test_an_unknown_heading_belongs_to_the_answer(region: Path) -> None:
    """Somebody may use headings of their own in a long text."""
    text = VACANCY.replace("#### Daarna", "### Daarna")
    taken = take_in(region, "vacature", text.encode(), TODAY)
    assert taken.file
    assert "  ### Daarna\n" in (region / taken.file).read_text(encoding="utf-8")


def test_an_old_address_is_not_given_away(region: Path) -> None:
    """A name that another vacancy once had stays free, because old links lead to that one."""
    name = MADE["vacature"].removeprefix("vacancies/").removesuffix(".yml")
    edit(region / "vacancies/breda/onderzoek-wijkkrant.yml", "aantal: 1", f"aantal: 1\nvoorheen: [{name}]")
    assert take_in(region, "vacature", VACANCY.encode(), TODAY).file == f"vacancies/{name}-2.yml"


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("alle", "opleidingen: alle"),
        ("Alle", "opleidingen: alle"),
        ("- communicatie\n* Informatica", "opleidingen: [communicatie, informatica]"),
    ],
)
def test_a_school_names_its_programmes(region: Path, answer: str, line: str) -> None:
    """Programmes may be all of them, names or ids, one on a line."""
    taken = take_in(region, "periode", answer_below(RECORDED["periode"], "Opleidingen", answer).encode(), TODAY)
    assert taken.file
    assert line in (region / taken.file).read_text(encoding="utf-8").splitlines()


def test_a_period_joins_the_periods_of_its_school(region: Path) -> None:
    """What a school sends in is from then on one of its periods, and that of its programmes."""
    assert take_in(region, "periode", RECORDED["periode"].encode(), TODAY).file
    registers = survey(region, TODAY).registers
    assert registers
    assert "2627-stage-jaar-3-voorjaar" in [period.id for period in registers.courses["avans/informatica"].periods]


def test_a_period_whose_name_the_school_uses_gets_a_number(region: Path) -> None:
    """The id of a period differs from those in the file of the school as well."""
    text = answer_below(RECORDED["periode"], "Naam", "Afstuderen")
    assert take_in(region, "periode", text.encode(), TODAY).file == (
        "content/registers/stageperiodes/avans/2627-afstuderen-2.yml"
    )


@pytest.mark.parametrize(
    ("answer", "amount"),
    [
        ("1.450", "1450"),
        ("1.450,50", "1450.50"),
        ("EUR 450", "450"),
        ("€ 450", "450"),
        ("€\u00a0450,-", "450"),
        ("450,-", "450"),
        ("450,50", "450.50"),
        ("1450", "1450"),
    ],
)
def test_an_amount_is_read_as_the_dutch_write_it(region: Path, answer: str, amount: str) -> None:
    """An amount with its points, commas and signs of money becomes that amount, and never a thousandth of it."""
    taken = take_in(region, "vacature", answer_below(VACANCY, "Vergoeding: Bedrag", answer).encode(), TODAY)
    assert taken.file
    assert points_in(taken.answer) == []
    assert f"  bedrag: {amount}\n" in (region / taken.file).read_text(encoding="utf-8")


def test_an_amount_that_is_too_small_to_be_meant_comes_back(region: Path) -> None:
    """A real fraction stays what it is, and the answer asks whether it was meant."""
    taken = take_in(region, "vacature", answer_below(VACANCY, "Vergoeding: Bedrag", "1,45").encode(), TODAY)
    assert taken.file
    assert points_in(taken.answer) == [
        "**Vergoeding: Bedrag.** 1,45 euro per maand is wel erg weinig. Bedoel je 1450? Schrijf dat zonder punt."
    ]


def test_the_last_day_may_be_today(region: Path) -> None:
    """A vacancy that closes today can still be answered, so it is taken in; an old one in git stays what it is."""
    text = answer_below(answer_below(VACANCY, "Open vanaf", "2026-11-01"), "Reageren tot en met", "21-11-2026")
    assert take_in(region, "vacature", text.encode(), TODAY).file
    assert not survey(region, date(2028, 1, 1)).has_errors


def test_a_period_that_is_over_is_asked_back(region: Path) -> None:
    """A school that types last year's dates hears it before anything is made."""
    text = answer_below(RECORDED["periode"], "Einde", "2026-06-26")
    text = answer_below(text, "Begin", "2026-02-02")
    answer = refused(region, answer_below(text, "Schooljaar", "2025-2026"), "periode")
    assert points_in(answer) == ["**Einde.** Deze dag is al voorbij. Kies een latere dag."]


def test_a_warning_speaks_the_words_of_the_form(region: Path) -> None:
    """Dates that fit no period are told without the keys of a file, and without advice that is followed already."""
    text = answer_below(answer_below(VACANCY, "Periode: Begin", "31-5-2027"), "Periode: Einde", "27-8-2027")
    taken = take_in(region, "vacature", text.encode(), TODAY)
    assert points_in(taken.answer) == [
        (
            "**Periode.** Deze datums passen in geen enkele stageperiode van de opleidingen die je noemt. "
            "Kijk bij de stageperiodes van de school, en schuif de datums als dat kan."
        )
    ]


def test_a_point_stands_at_the_question_where_it_is_mended(region: Path) -> None:
    """What the checker says of a whole group stands at the one question that is meant."""
    taken = take_in(region, "vacature", answer_below(VACANCY, "Begeleiding: Buddy", "_No response_").encode(), TODAY)
    assert points_in(taken.answer) == [
        "**Begeleiding: Buddy.** Er is geen buddy. Vraag een collega die er vaak is, en schrijf hier de functie."
    ]


def test_nobody_confirms_a_period_by_sending_it_in(region: Path) -> None:
    """Anybody can send in a period, so it says of itself that nobody confirmed it, and it is not counted as such."""
    file = take_in(region, "periode", RECORDED["periode"].encode(), TODAY).file
    assert file
    assert "bevestigd_op" not in (region / file).read_text(encoding="utf-8")
    registers = survey(region, TODAY).registers
    assert registers
    new = next(p for p in registers.institutions["avans"].periods if p.id == "2627-stage-jaar-3-voorjaar")
    assert (new.confirmed_on, new.sample) == (None, False)


@pytest.mark.parametrize(
    "answer",
    [
        "communicatie/bereik-nieuwsbrief",
        "https://proef.example/stages/opdrachten/communicatie/bereik-nieuwsbrief/?via=mail#taken",
        "opdrachten/communicatie/bereik-nieuwsbrief",
    ],
)
def test_an_assignment_is_known_by_its_page(region: Path, answer: str) -> None:
    """The example assignment may be given by its id or by the address of its page, wherever that stands."""
    taken = take_in(region, "vacature", answer_below(VACANCY, "Gebaseerd op", answer).encode(), TODAY)
    assert taken.file
    assert "gebaseerd_op: communicatie/bereik-nieuwsbrief\n" in (region / taken.file).read_text(encoding="utf-8")


# Ones that must be different


BAD = read_cases("aanmelding-fout.yml")


@pytest.mark.parametrize("case", BAD.values(), ids=BAD.keys())
def test_what_is_wrong_is_told_by_its_heading(region: Path, case: dict[str, Any]) -> None:
    """Each mistake gives its own points, by heading and with what to do, how to mend it, and no file."""
    text = VACANCY
    for label, answer in case["change"].items():
        text = answer_below(text, label, answer)
    answer = refused(region, text)
    assert points_in(answer) == case["points"]
    assert "kies **Edit**" in answer


def test_a_missing_heading_is_asked_back(region: Path) -> None:
    """Without a heading its answer is not guessed from its place: the answer says which line to put back."""
    answer = refused(region, VACANCY.replace("### Titel\n", ""))
    assert "**Titel.** Dit kopje staat niet in je tekst." in answer
    assert "`### Titel`" in answer


def test_a_heading_that_stands_twice_is_not_chosen_from(region: Path) -> None:
    """Two answers below one heading are not weighed: the answer asks for one."""
    answer = refused(region, VACANCY + "\n### Titel\n\nIets heel anders\n")
    assert points_in(answer) == [
        "**Titel.** Het kopje `### Titel` staat er 2 keer. Laat het één keer staan, met je hele antwoord eronder."
    ]


def test_the_order_of_headings_means_nothing(region: Path) -> None:
    """The same answers in another order give the same file."""
    sections = re.split(r"(?m)^(?=### )", VACANCY)
    taken = take_in(region, "vacature", "\n".join(reversed(sections)).encode(), TODAY)
    assert taken.file
    assert (region / taken.file).read_bytes() == (TESTS / "cases" / "aanmelding-vacature.yml").read_bytes()


def test_points_come_in_the_order_of_the_form(region: Path) -> None:
    """Who mends an issue goes through it once, from top to bottom, whoever found what."""
    text = answer_below(answer_below(VACANCY, "Werkvorm", "thuis"), "Titel", "Kort")
    text = answer_below(text, "Open vanaf", "ooit")
    labels = [point.split(".**")[0] for point in points_in(refused(region, text))]
    assert labels == ["**Titel", "**Werkvorm", "**Open vanaf"]


def test_an_empty_form_asks_for_everything_that_is_needed(region: Path) -> None:
    """An issue with only headings names every required question once, and keeps the rest for later."""
    text = re.sub(r"(?m)^(### .*\n\n)(?s:.*?)(?=^### |\Z)", r"\1_No response_\n\n", VACANCY)
    registers = survey(region, TODAY).registers
    assert registers
    required = [question.label for question in questions_of(RecordKind.VACANCY, registers) if question.required]
    points = points_in(refused(region, text))
    assert len(points) <= 26
    assert [point.split(".**")[0].removeprefix("**") for point in points[: len(required)]] == required


# Hostile ones


def test_a_hostile_issue_gets_one_answer_that_does_nothing(region: Path) -> None:
    """Shell code, YAML, HTML, paths, mentions and links are named as mistakes, in code, and nothing happens."""
    answer = refused(region, HOSTILE)
    assert not list(region.rglob("gehackt"))
    assert not list(Path.cwd().glob("gehackt"))
    outside = re.sub(r"`[^`]*`", "", answer)
    # A blank without width after the sign takes its effect away.
    assert not re.search(r"[@#](?!\u200b)", outside)
    assert "://" not in outside
    assert "www." not in outside
    assert not re.search(r"(?<!\\)<", outside)
    assert "Een tweede titel" not in answer


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd en nog wat",
        "/etc/passwd staat hier",
        "..\\..\\windows\\system32",
        "vacancies/tilburg/overgenomen",
        "con.yml .git/config en meer",
        "$(touch gehackt) en dan verder",
        "'; DROP TABLE vacatures; --",
        "x: y # geen veld &anker *alias",
        "- [ ] {a: b} | > ! % @ `",
        "${{ github.token }} hier",
        "👩‍💻🎉 werk mee aan het feest 🎈",
        "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
        "نص عربي طويل بما يكفي",
        "null en verder niets",
    ],
)
def test_a_strange_title_stays_a_title(region: Path, title: str) -> None:
    """Whatever the title, the file stands in the folder of the organisation, below a plain name, with that title."""
    taken = take_in(region, "vacature", answer_below(VACANCY, "Titel", title).encode(), TODAY)
    assert taken.file
    assert re.fullmatch(r"vacancies/breda/[a-z0-9]+(-[a-z0-9]+)*\.yml", taken.file)
    document = read_document(taken.file, (region / taken.file).read_bytes())
    assert not isinstance(document, list)
    assert document.value["titel"] == title
    assert "status" not in document.value
    assert not list(region.rglob("gehackt"))


def test_yaml_in_an_answer_stays_text(region: Path) -> None:
    """Documents, anchors, tags and fields inside a long answer are words of that answer."""
    text = "---\nstatus: vervuld\n...\n- &a *a !!python/name:os.system\n\ttab: ja\n" + "Gewone tekst. " * 10
    taken = take_in(region, "vacature", answer_below(VACANCY, "De opdracht", text).encode(), TODAY)
    assert taken.file
    document = read_document(taken.file, (region / taken.file).read_bytes())
    assert not isinstance(document, list)
    assert document.value["opdracht"].startswith("---\nstatus: vervuld\n...\n- &a")
    assert "status" not in document.value


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"### Titel\n\n" + b"a" * 1_000_000, "groter dan 64 KB"),
        (VACANCY.encode("utf-16"), "niet in UTF-8"),
        (b"\xff\xfe\x00", "niet in UTF-8"),
        (VACANCY.replace("Titel\n\n", "Titel\n\n\x00").encode(), "onzichtbare tekens"),
        (VACANCY.replace("wijkkrant", "\u202etnarkkjiw\u202c").encode(), "onzichtbare tekens"),
        (VACANCY.replace("wijkkrant", "\u2066krant\u2069").encode(), "onzichtbare tekens"),
        (VACANCY.replace("wijkkrant", "\x1b[31mkrant").encode(), "onzichtbare tekens"),
        (b"", "geen enkel kopje"),
        (b"Hallo, ik wil graag een vacature plaatsen.", "geen enkel kopje"),
    ],
    ids=["a megabyte", "utf-16", "bytes", "null", "right to left", "isolate", "escape", "empty", "a letter"],
)
def test_what_cannot_be_read_gets_a_way_on(region: Path, data: bytes, sentence: str) -> None:
    """A text that is too large, unreadable or something else is refused shortly, with what to do and where help is."""
    answer = refused(region, data)
    assert sentence in answer
    assert ("kies *Nieuwe stagevacature*" if "kopje" in sentence else "kies **Edit**") in answer
    assert "Het Stagebureau helpt je." in answer
    assert len(answer) < 500


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_is_led_to_the_form(region: Path, kind: str) -> None:
    """Who writes freely is led to the very form that was meant, not to a dead end."""
    form = PAGES[KINDS[kind].record].name
    assert f"kies *{form}*" in refused(region, "Hallo, ik wil graag iets plaatsen.", kind)


def test_a_folder_that_is_a_link_is_not_followed(region: Path, tmp_path: Path) -> None:
    """When the folder of an organisation is a link to elsewhere, nothing is written through it."""
    outside = tmp_path / "buiten"
    outside.mkdir()
    (region / "vacancies" / "breda").rename(tmp_path / "weg")
    (region / "vacancies" / "breda").symlink_to(outside, target_is_directory=True)
    assert "niet aan jou" in take_in(region, "vacature", VACANCY.encode(), TODAY).answer
    assert not list(outside.iterdir())


def test_a_file_that_is_a_link_is_not_written_through(region: Path, tmp_path: Path) -> None:
    """A link with the name of the new file is left alone, also when it leads to nothing; the next name is taken."""
    (region / MADE["vacature"]).symlink_to(tmp_path / "buiten.yml")
    taken = take_in(region, "vacature", VACANCY.encode(), TODAY)
    assert taken.file == MADE["vacature"].replace(".yml", "-2.yml")
    assert not (tmp_path / "buiten.yml").exists()


def test_broken_registers_are_not_the_fault_of_the_sender(region: Path) -> None:
    """When the portal itself has an error the answer says that it is not theirs."""
    edit(region / "content/registers/organisaties/breda.yml", "soort: gemeente", "soort: stad")
    answer = refused(region, VACANCY)
    assert "Dat ligt niet aan jou" in answer
    assert "**Edit**" not in answer


@given(st.text())
def test_a_name_of_a_file_is_plain(text: str) -> None:
    """Whatever the title, the name is empty or made of lower-case letters, digits and single hyphens."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug_of(text))
    assert len(slug_of(text)) <= 60


# Whatever comes


NASTY = st.sampled_from(
    [
        "../../etc/passwd",
        "### Titel",
        "### Iets anders\n\nx",
        "_No response_",
        "None",
        "titel: x\nstatus: vervuld",
        "- a\n- b: c",
        "---\n...\n",
        "'\"`{}[]&*!|>%@#",
        "\t\ttab",
        "null",
        "true",
        "2027-02-30",
        "1,5",
        "１２",
        "هذا",
        "a" * 300,
        "Gemeente Tilburg",
        "hbo, mbo-4",
        "\x85\u2028\u2029",
        "  ingesprongen\nniet ingesprongen " * 5,
        "e\u0301 \u00ad\u200b\ufeff",
        "Wat? Dat: dit",
    ]
)
ANY = st.one_of(NASTY, st.text(max_size=200), st.lists(NASTY, min_size=1, max_size=3).map("\n".join))


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one region for many issues; each puts back what it made."""
    return copy_region(tmp_path_factory.mktemp("grond") / "regio")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)
@given(data=st.data())
def test_any_answer_gives_a_good_file_or_none(ground: Path, kind: str, data: st.DataObject) -> None:
    """Whatever stands below the headings, there is an answer, and a file only in its place and without errors."""
    text = RECORDED[kind]
    labels = re.findall(r"(?m)^### (.*)$", text)
    for label in data.draw(st.lists(st.sampled_from(labels), min_size=1, max_size=3, unique=True)):
        answer = data.draw(ANY)
        text = re.sub(
            rf"(?m)^### {re.escape(label)}\n\n(?s:.*?)(?=^### |\Z)",
            lambda _, label=label, answer=answer: f"### {label}\n\n{answer}\n\n",
            text,
            count=1,
        )
    before = snapshot(ground)
    taken = take_in(ground, kind, text.encode("utf-8", "surrogatepass"), TODAY)
    after = snapshot(ground)
    assert taken.answer.strip()
    made = set(after) - set(before)
    assert {name: after[name] for name in before} == before
    assert made == ({taken.file} if taken.file else set())
    if taken.file:
        assert taken.file.startswith(f"{folder_of(KINDS[kind].record)}/")
        assert taken.file.count("/") == folder_of(KINDS[kind].record).count("/") + 2
        assert taken.answer.endswith(f"<!-- bestand: {taken.file} -->")
        assert not has_errors(check_paths(ground, [taken.file], TODAY))
        document = read_document(taken.file, after[taken.file])
        assert not isinstance(document, list)
        assert not {"status", "voorbeeld", "voorheen", "duo_met"} & set(document.value)
        (ground / taken.file).unlink()


@given(st.binary(max_size=300))
@settings(max_examples=25)
def test_any_bytes_get_an_answer(ground: Path, data: bytes) -> None:
    """Whatever the bytes, there is an answer and no file."""
    for kind in KINDS:
        taken = take_in(ground, kind, data, TODAY)
        assert taken.file is None
        assert taken.answer.startswith("Van je ")


# There and back


def body_of(kind: RecordKind, registers: Registers, value: dict[str, Any], home: str) -> str:
    """Return an issue as GitHub would write it for somebody who fills in a record."""
    return "".join(
        f"### {question.label}\n\n{_said(question, value, home) or '_No response_'}\n\n"
        for question in questions_of(kind, registers)
    )


def _said(question: Question, value: dict[str, Any], home: str) -> str:
    words = dict(question.choices)
    if question.branches:
        group = value.get(question.path[0], {})
        way = [
            branch
            for branch in question.branches
            if (branch.given.items() <= group.items() if branch.given else set(branch.fields) & set(group))
        ]
        return way[0].label if way else ""
    answer = at(value, question.path) if question.path else home
    if answer is None:
        return ""
    if question.spec.sort is Sort.BLOCKS:
        return "\n".join(": ".join(item[inner.name] for inner in question.spec.fields) for item in answer)
    if isinstance(answer, list):
        return (", " if words or question.spec.sort is Sort.WHOLES else "\n").join(words.get(v, v) for v in answer)
    return str(words.get(answer, answer)).rstrip("\n")


def value_of(root: Path, file: str) -> dict[str, Any]:
    """Return the raw value of a file, its last line break of a long text taken away."""
    document = read_document(file, (root / file).read_bytes())
    assert not isinstance(document, list)
    return {name: inner.rstrip("\n") if isinstance(inner, str) else inner for name, inner in document.value.items()}


OFFERS = [
    item
    for item in find_files(ROOT)[0]
    if item.kind in (RecordKind.VACANCY, RecordKind.ASSIGNMENT) and not item.key.startswith(".")
]


@pytest.mark.parametrize("kind", [RecordKind.VACANCY, RecordKind.ASSIGNMENT])
def test_every_real_record_comes_back_from_its_issue(kind: RecordKind) -> None:
    """Each vacancy and assignment of this portal, filled in as an issue, gives the same record again."""
    assert REAL.registers
    for item in OFFERS:
        if item.kind is not kind:
            continue
        value = {name: inner for name, inner in value_of(ROOT, item.file).items() if name not in HIDDEN}
        home = item.key.split("/")[0]
        text = clean(body_of(kind, REAL.registers, value, home))
        assert text
        answers = answers_in(kind, text, REAL.registers, REAL.assignments)
        expected_home = home if HOME_REGISTERS[kind] == "organisaties" else ""
        assert answers == Answers(value, expected_home, ()), item.file


def test_every_real_period_comes_back_from_its_issue() -> None:
    """Each period of each school, filled in as an issue, gives the same record again."""
    assert REAL.registers
    count = 0
    for id_ in REAL.registers.institutions:
        for period in value_of(ROOT, f"content/registers/instellingen/{id_}.yml").get("periodes", []):
            value = {name: inner for name, inner in period.items() if name not in {"id", "bevestigd_op", "voorbeeld"}}
            body = body_of(RecordKind.PERIOD, REAL.registers, value, id_)
            assert answers_in(RecordKind.PERIOD, body, REAL.registers) == Answers(value, id_, ()), period["id"]
            count += 1
    assert count > 10


# The command


@pytest.fixture
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-21")


@pytest.mark.usefixtures("_fixed_day")
def test_the_command_prints_the_answer_and_gives_zero(
    region: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A good issue in a file gives zero, a file in the tree, and its path as the last line."""
    text = tmp_path / "aanmelding.md"
    text.write_text(VACANCY, encoding="utf-8")
    assert main(["--map", str(region), "intake", "--tekst", str(text)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"<!-- bestand: {MADE['vacature']} -->"
    assert (region / MADE["vacature"]).is_file()


@pytest.mark.usefixtures("_fixed_day")
def test_the_command_reads_standard_input(
    region: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a hyphen the text comes from standard input; something wrong gives one and no file."""
    for text, kind, code in ((RECORDED["periode"], "periode", 0), (HOSTILE, "vacature", 1)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert main(["--map", str(region), "intake", "--soort", kind, "--tekst", "-"]) == code
    assert "<!-- bestand: content/registers/stageperiodes/avans/" in capsys.readouterr().out


@pytest.mark.usefixtures("_fixed_day")
def test_wrong_usage_gives_two(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is not there, and a kind that does not exist, are wrong usage."""
    assert main(["--map", str(region), "intake", "--tekst", str(region / "weg.md")]) == 2
    for arguments in (["intake"], ["intake", "--soort", "mens", "--tekst", "-"]):
        with pytest.raises(SystemExit) as caught:
            main(["--map", str(region), *arguments])
        assert caught.value.code == 2
    assert "kan niet worden gelezen" in capsys.readouterr().err


def _command(region: Path, shell: str) -> subprocess.CompletedProcess[str]:
    """Run the command through a shell, so that its streams are what the shell makes of them."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -m generator.cli --map "$1" intake {shell}', sys.executable, str(region)],
        cwd=ROOT,
        env={**os.environ, "PORTAL_TODAY": "2026-11-21"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_without_input_the_command_says_so(region: Path) -> None:
    """Standard input that is closed gives two and a Dutch sentence."""
    done = _command(region, "--tekst - <&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("stageportaal: er is geen invoer.")


@pytest.mark.parametrize(
    ("output", "sentence"), [(">/dev/full", "er is geen plaats meer op de schijf"), (">&-", "er is geen uitvoer")]
)
def test_an_answer_that_reaches_nobody_leaves_no_file(region: Path, tmp_path: Path, output: str, sentence: str) -> None:
    """When the answer cannot be written, the file goes as well: nobody would know of it, and the command gives two."""
    text = tmp_path / "aanmelding.md"
    text.write_text(VACANCY, encoding="utf-8")
    before = snapshot(region)
    done = _command(region, f'--tekst "{text}" {output}')
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(region) == before
