"""The reading aid: what it says of a text, what it leaves alone, and that the browser gets the very same tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from generator.load.documents import Document, read_document
from generator.load.places import RecordKind
from generator.validate.reading import (
    FEWEST_TASKS,
    MESSAGES,
    MISSING,
    MOST_WORDS,
    PLAIN,
    SHORT_FORMS,
    Hint,
    HintKind,
    hints,
    reading_data,
    sentences,
)

GOOD: dict[str, Any] = {
    "titel": "Onderzoek wie de wijkkrant leest",
    "samenvatting": "Zoek uit wie de wijkkrant leest.",
    "opdracht": "Je praat met inwoners. Je maakt een proefnummer.",
    "taken": ["Je maakt een plan met je docent.", "Je interviewt inwoners op straat.", "Je ontwerpt een proefnummer."],
    "resultaat": "Adviesrapport",
    "reiskosten": "Je krijgt ze terug.",
    "vergoeding": {"volgens": "organisatie"},
    "begeleiding": {"uren_per_week": "2"},
}


def of(kind: HintKind, **changes: Any) -> list[Hint]:
    """Return the hints of one kind on the good record with some fields changed; None takes a field away."""
    value = {name: answer for name, answer in {**GOOD, **changes}.items() if answer is not None}
    return [hint for hint in hints(value) if hint.kind is kind]


def test_a_good_text_gets_no_hints() -> None:
    """Short, active sentences with everything that students ask for need nothing."""
    assert hints(GOOD) == ()


def test_long_sentences_are_counted_per_sentence() -> None:
    """A sentence of twenty words may stay, one of twenty-one is named with its words and how it begins."""
    fits = " ".join(["woord"] * MOST_WORDS) + "."
    assert not of(HintKind.LONG, opdracht=f"Je leest. {fits.capitalize()}")
    found = of(HintKind.LONG, opdracht=f"Je leest. Het {fits}")
    assert [(hint.field, hint.message) for hint in found] == [
        ("opdracht", "Deze zin heeft 21 woorden: „Het woord woord woord woord woord…”")
    ]


def test_markdown_is_no_part_of_a_sentence() -> None:
    """List items, paragraphs and the address of a link do not make a sentence longer."""
    text = "Je gaat:\n\n- naar **buiten**;\n- naar [de krant](https://a.example/b-c).\n\nDan bijv. terug. Klaar!"
    assert sentences(text) == ["Je gaat:", "naar buiten;", "naar de krant.", "Dan bijv. terug.", "Klaar!"]


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("Je belt teneinde te vragen.", "„teneinde” is een moeilijk woord.", "Schrijf liever: om."),
        ("Je werkt in het kader van groen.", "„in het kader van” is een moeilijk woord.", "Schrijf liever: voor."),
        ("Reeds Teneinde", "„reeds” is een moeilijk woord.", "Schrijf liever: al."),
    ],
)
def test_hard_words_have_a_plainer_one(text: str, message: str, remedy: str) -> None:
    """A hard word, also of more words or with a capital, comes with the word to write instead."""
    first = of(HintKind.HARD, opdracht=f"Je leest. {text}")[0]
    assert (first.message, first.remedy) == (message, remedy)


def test_a_hard_word_is_named_once_and_not_inside_another() -> None:
    """Three times the same word is one hint, and a longer word that holds it is another word."""
    assert len(of(HintKind.HARD, opdracht="Je bent reeds reeds hier.", samenvatting="Je bent er reeds.")) == 1
    assert not of(HintKind.HARD, opdracht="Je maakt de doelstellingenboom en het conformisme bekend.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Je belt d.m.v. de balie.", "d.m.v."),
        ("Je kiest (m.b.t. groen) een plek.", "m.b.t."),
        ("Je werkt bij de RVB mee.", "RVB"),
    ],
)
def test_abbreviations_are_named(text: str, word: str) -> None:
    """Office abbreviations, and capitals that no student knows, are named."""
    assert [word in hint.message for hint in of(HintKind.SHORT_FORM, opdracht=text)] == [True]


@pytest.mark.parametrize("text", ["Je vraagt een VOG aan.", "Je belt de raad van beheer (RVB), en de RVB belt terug."])
def test_known_and_explained_capitals_may_stay(text: str) -> None:
    """What students know or what the text explains is no abbreviation to mend."""
    assert not of(HintKind.SHORT_FORM, opdracht=text)


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Er wordt een plan gemaakt.", True),
        ("De gegevens werden zorgvuldig opgeslagen in een map.", True),
        ("Het wordt tijd voor een gesprek met de gemeente.", False),
        ("Je wordt begeleid door een adviseur.", False),
        ("Jij wordt beter in schrijven.", False),
        ("Je maakt een plan dat werkt.", False),
    ],
)
def test_passive_forms_are_found_with_care(text: str, passive: bool) -> None:
    """A form of worden with a participle is passive; becoming something, or being helped, is not held against it."""
    assert bool(of(HintKind.PASSIVE, opdracht=f"Je leest. {text}")) is passive


def test_what_students_ask_for_most_is_missed() -> None:
    """Allowance, hours of supervision, travel and result are asked for when they are not there."""
    found = of(HintKind.MISSING, vergoeding=None, begeleiding={"coach": "x"}, reiskosten=None, resultaat=None)
    assert [hint.field for hint in found] == ["vergoeding", "begeleiding", "reiskosten", "resultaat"]
    bare = {hint.field for hint in hints({}, RecordKind.ASSIGNMENT) if hint.kind is HintKind.MISSING}
    assert bare == {"begeleiding", "resultaat"}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Stage communicatie", True),
        ("Afstudeerstage duurzaamheid hbo", True),
        ("Stagiair gezocht", True),
        ("Meet bomen in de laan", False),
        ("Ontwerp de route van een stage", True),
        ("Haal stageplekken op bij twaalf teams", False),
    ],
)
def test_a_title_says_which_work_it_is(title: str, told: bool) -> None:
    """A title that is little more than a label gets a hint."""
    assert bool(of(HintKind.TITLE, titel=title)) is told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Wij vragen u om hulp. Je leest.", "„u”"),
        ("De stagiair schrijft een plan.", "„de stagiair”"),
    ],
)
def test_the_student_is_addressed_with_je(text: str, word: str) -> None:
    """Formal address, and talk about the student, are named."""
    assert [word in hint.message for hint in of(HintKind.ADDRESS, opdracht=text)] == [True]


def test_a_text_without_je_is_told_so() -> None:
    """A story that never addresses the reader gets one hint, unless the tasks do."""
    cold = "Het team maakt een plan."
    assert len(of(HintKind.ADDRESS, opdracht=cold, taken=["Plan maken met team", "Bellen met mensen"])) == 1
    assert not of(HintKind.ADDRESS, opdracht=cold)


def test_tasks_show_variety() -> None:
    """Tasks of a word, nearly equal tasks and one beginning for all are named; how few there are is said by a rule."""
    assert of(HintKind.TASKS, taken=["Je maakt een plan."]) == []
    short = of(HintKind.TASKS, taken=["Notuleren", *GOOD["taken"]])
    assert [hint.field for hint in short] == ["taken[1]"]
    same = ["Je notuleert de vergadering.", "Je notuleert elke vergadering.", "Je belt met twintig inwoners."]
    twins = of(HintKind.TASKS, taken=same)
    assert [(hint.field, hint.message) for hint in twins] == [("taken[2]", "Deze taak lijkt erg op taak 1.")]
    dull = of(HintKind.TASKS, taken=["Je leest het oude plan.", "Je leest boeken over groen.", "Je leest post voor."])
    assert [hint.message for hint in dull] == ["Alle taken beginnen met „leest”."]


def test_the_browser_gets_the_same_tables() -> None:
    """The data for the form is plain JSON with every word, number and sentence that Python uses."""
    data = json.loads(json.dumps(reading_data()))
    assert data["woorden"] == PLAIN
    assert data["afkortingen"] == SHORT_FORMS
    assert data["grenzen"]["woorden"] == MOST_WORDS
    assert data["grenzen"]["taken"] == FEWEST_TASKS
    assert set(data["zinnen"]) == set(MESSAGES)
    assert set(data["mist"]) == set(MISSING) <= set(MESSAGES)
    assert len(PLAIN) >= 80


def test_plain_words_are_no_hard_words() -> None:
    """What is advised is not itself in the table, and every entry is in lower case."""
    for word, plain in PLAIN.items():
        assert word == word.lower()
        assert plain not in PLAIN


def test_the_own_texts_have_few_hints() -> None:
    """The aid does not cry wolf: over all real files it finds less than one and a half thing a file."""
    files = [*(ROOT / "vacancies").rglob("*.yml"), *(ROOT / "assignments").rglob("*.yml")]
    total = sum(len(hints(value_of(file), kind_of(file))) for file in files)
    assert total < 1.5 * len(files)


def value_of(file: Path) -> dict[str, Any]:
    """Return the raw value of a file that can be read."""
    document = read_document(file.name, file.read_bytes())
    assert isinstance(document, Document)
    return document.value


def kind_of(file: Path) -> RecordKind:
    """Return the kind of an offer by its folder."""
    return RecordKind.VACANCY if "vacancies" in file.parts else RecordKind.ASSIGNMENT


ANY = st.recursive(
    st.none() | st.text(max_size=200),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*GOOD, "profiel", "aanpassen", "vreemd"]), ANY))
def test_any_shape_of_value_is_read(value: dict[str, Any]) -> None:
    """Whatever stands where a text belongs, the aid gives hints and never raises."""
    for hint in hints(value):
        assert hint.message
        assert hint.remedy


@pytest.mark.parametrize(
    "text",
    ["[" * 60_000, "[](" * 20_000, ". " * 30_000, "a" * 60_000, "\n " * 30_000, "wordt " * 10_000, "'-" * 30_000],
)
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    """A text made to trip a pattern is read in linear time, so that this test ends at once."""
    hints({**GOOD, "opdracht": text, "taken": [text[:2000]] * 40})
