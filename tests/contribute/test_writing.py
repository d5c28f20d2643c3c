"""The text of a file: what is written is read back the same, whatever people type, and looks like our own files."""

from __future__ import annotations

import io
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support import ROOT, TODAY

from generator.contribute.placing import create_file, places_for
from generator.contribute.writing import record_text
from generator.load.documents import Document, read_document
from generator.load.places import DataFile, RecordKind, find_files
from generator.model.vocabulary import is_slug
from generator.survey import survey

OFFERS = [item for item in find_files(ROOT)[0] if item.kind in (RecordKind.VACANCY, RecordKind.ASSIGNMENT)]

SEEN = st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")
"""What people can see; the reader refuses the rest."""
LINES = st.text(SEEN, min_size=1).filter(lambda text: bool(text.strip()))


def back(kind: RecordKind, value: dict[str, Any]) -> dict[str, Any]:
    """Write a value and read it again."""
    document = read_document("proef.yml", record_text(kind, value).encode())
    assert isinstance(document, Document), document
    return document.value


def tidy(value: Any) -> Any:
    """Return a value without the blanks that a model takes off anyway."""
    if isinstance(value, dict):
        return {name: tidy(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [tidy(inner) for inner in value]
    return str(value).strip()


@pytest.mark.parametrize("item", OFFERS, ids=lambda item: item.key)
def test_real_files_come_back(item: DataFile) -> None:
    """Every vacancy and assignment, written again, says what it said."""
    document = read_document(item.file, (ROOT / item.file).read_bytes())
    assert isinstance(document, Document)
    assert tidy(back(item.kind, document.value)) == tidy(document.value)


@given(LINES)
@example("Let op: je werkt buiten")
@example("#5 in de reeks")
@example("een # midden in")
@example("- geen lijst")
@example("null")
@example("~")
@example("*sterren* en &ampersands")
@example("eindigt op een dubbele punt:")
@example('"al tussen aanhalingstekens"')
@example("terug\\slash")
@example("{haak: dicht}")
@example("2027-02-01")
@example("! uitroep")
@example("😀 lachen")
def test_any_line_comes_back(text: str) -> None:
    """One line, whatever stands in it, is read back as it was written."""
    value = {"titel": text, "taken": [text, "tweede"], "begeleiding": {"coach": text}}
    kept = text.strip()
    assert tidy(back(RecordKind.VACANCY, value)) == {
        "titel": kept, "taken": [kept, "tweede"], "begeleiding": {"coach": kept},
    }  # fmt: skip


@given(st.lists(st.one_of(LINES, st.just("")), min_size=1).filter(lambda lines: any(line.strip() for line in lines)))
@example(["  begint met blanco's", "en gaat door"])
@example(["eerste", "", "", "laatste"])
@example(["titel: x", "status: vervuld"])
@example(["---", "nog een document"])
def test_any_text_comes_back(lines: list[str]) -> None:
    """A text of several lines keeps its lines; it cannot become a field, whatever it looks like."""
    read = back(RecordKind.VACANCY, {"opdracht": "\n".join(lines)})
    assert list(read) == ["opdracht"]
    kept = [line.rstrip() for line in lines]
    assert read["opdracht"].strip("\n").split("\n") == "\n".join(kept).strip("\n").split("\n")


def test_line_breaks_in_a_line_become_blanks() -> None:
    """A field of one line stays one line, so that nothing typed can start a new field."""
    assert record_text(RecordKind.VACANCY, {"titel": "x\nstatus: vervuld"}) == 'titel: "x status: vervuld"\n'


def test_what_is_empty_is_left_out() -> None:
    """No answer leaves no trace, in a group neither."""
    value = {"titel": "Onderzoek", "afdeling": " ", "sbb": {"status": None, "kwalificaties": []}, "leerjaren": []}
    assert record_text(RecordKind.VACANCY, value) == "titel: Onderzoek\n"


def test_a_strange_name_is_refused() -> None:
    """A name that the model has not is a mistake of the programme."""
    with pytest.raises(ValueError, match="geheim"):
        record_text(RecordKind.VACANCY, {"geheim": "x"})


def test_it_looks_like_our_own_files() -> None:
    """Short lists stand between brackets, sentences below each other, groups indented."""
    value = {
        "titel": "Onderzoek wie de wijkkrant leest",
        "niveaus": ["hbo", "wo"],
        "taken": ["Je belt, mailt en praat.", "Je schrijft: kort."],
        "opdracht": "Eerst dit.\n\nDan dat.\n",
        "periode": {"start": "2027-02-01", "eind": "2027-06-25"},
        "programma": [{"wanneer": "Week 1", "wat": "Kijken"}],
    }
    assert record_text(RecordKind.VACANCY, value) == (
        "titel: Onderzoek wie de wijkkrant leest\n"
        "niveaus: [hbo, wo]\n"
        "opdracht: |\n  Eerst dit.\n\n  Dan dat.\n"
        'taken:\n  - Je belt, mailt en praat.\n  - "Je schrijft: kort."\n'
        "programma:\n  - wanneer: Week 1\n    wat: Kijken\n"
        "periode:\n  start: 2027-02-01\n  eind: 2027-06-25\n"
    )


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_every_line_end_of_yaml_is_one(sign: str) -> None:
    """Line ends that come along with copied texts begin no field: on one line a blank, in a long text a new line."""
    value = {"titel": f"Onderzoek{sign}de krant", "opdracht": f"Eerst dit.{sign}status: vervuld"}
    assert record_text(RecordKind.VACANCY, value) == (
        "titel: Onderzoek de krant\nopdracht: |\n  Eerst dit.\n  status: vervuld\n"
    )


def test_a_new_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full in the middle leaves no half a file, and what stands there already is left alone."""
    path = tmp_path / "nieuw.yml"
    assert create_file(path, "titel: één\n")
    assert path.read_text(encoding="utf-8") == "titel: één\n"
    assert not create_file(path, "titel: twee\n")
    assert path.read_text(encoding="utf-8") == "titel: één\n"
    full = tmp_path / "vol.yml"
    full.symlink_to("/dev/full")
    assert not create_file(full, "x")
    monkeypatch.setattr("builtins.open", lambda *_, **__: io.FileIO("/dev/full", "w"))
    other = tmp_path / "half.yml"
    other.touch()
    with pytest.raises(OSError, match="space"):
        create_file(other, "x")
    assert not other.exists()


def test_the_places_of_a_new_file_are_names_of_whole_words() -> None:
    """Names end at a word, also with a number behind them, and none is longer than an address allows."""
    title = "Onderzoek hoe de gemeente met inwoners praat over de toekomst van de wijk"
    found = survey(ROOT, TODAY)
    assert list(islice(places_for(RecordKind.VACANCY, "breda", title, found), 2)) == [
        "vacancies/breda/onderzoek-hoe-de-gemeente-met-inwoners-praat-over-de.yml",
        "vacancies/breda/onderzoek-hoe-de-gemeente-met-inwoners-praat-over-de-2.yml",
    ]
    assert next(places_for(RecordKind.VACANCY, "breda", "…", found)) == "vacancies/breda/vacature.yml"
    for place in islice(places_for(RecordKind.ASSIGNMENT, "ict", "a" * 90, found), 12):
        assert is_slug(Path(place).stem)
