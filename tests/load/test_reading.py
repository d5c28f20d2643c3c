"""Reading of bytes: golden cases of YAML, positions, and files that must never make the reader fall over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, case_bytes, read_cases, rows

from generator.load.documents import MAX_BYTES, MAX_DEPTH, locate, read_bytes, read_document
from generator.load.places import RecordKind, find_files, kind_of
from generator.model.problems import Finding, Mark, Severity
from generator.validate.records import check_file

CASES = read_cases("lezen.yml")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_yaml_case(case: dict[str, Any]) -> None:
    """Each trap of YAML gives exactly the problems of its case, and what is harmless gives none."""
    file = str(case.get("base", "vacancies/breda/x.yml"))
    kind = kind_of(file)
    assert kind is not None
    problems = check_file(kind, file, case_bytes(case)).problems
    assert rows(problems, Severity.ERROR) == case.get("problems", [])
    assert rows(problems, Severity.WARNING) == case.get("warnings", [])


def test_every_scalar_stays_text() -> None:
    """Words that YAML 1.1 would turn into truths, numbers and dates arrive as they were written."""
    document = read_document("x.yml", b"a: [no, yes, on, 1e3, 0o7, 12:30:45, 2027-02-01, .inf, 0x1F]\n")
    assert not isinstance(document, list)
    assert document.value == {"a": ["no", "yes", "on", "1e3", "0o7", "12:30:45", "2027-02-01", ".inf", "0x1F"]}


def test_null_is_only_null_without_quotes() -> None:
    """An empty value and ~ are nothing; the same word between quotes is a text."""
    document = read_document("x.yml", b"a:\nb: ~\nc: null\nd: 'null'\ne: ''\n")
    assert not isinstance(document, list)
    assert document.value == {"a": None, "b": None, "c": None, "d": "null", "e": ""}


def test_eight_layers_are_read() -> None:
    """Layers up to the limit are read, so that the limit is where it says it is."""
    depth = MAX_DEPTH - 1
    document = read_document("x.yml", b"a: " + b"[" * depth + b"]" * depth)
    assert not isinstance(document, list)


def test_positions_of_keys_and_items() -> None:
    """Every key and every list item is found on its own line and column, counted from one."""
    origin = locate("x.yml", b"titel: Iets\ntaken:\n  - a\n  - b\ngroep: {een: 1, twee: [x, y]}\n")
    assert origin.marks[("titel",)] == Mark(1, 1)
    assert origin.marks[("taken", 1)] == Mark(4, 5)
    assert origin.marks[("groep", "twee")] == Mark(5, 17)
    assert origin.marks[("groep", "twee", 1)] == Mark(5, 27)
    assert origin.mark(("groep", "drie", "diep")) == Mark(5, 1)
    assert origin.mark(("weg",)) == Mark(1, 1)


def test_positions_after_a_byte_order_mark_and_windows_line_ends() -> None:
    """A byte order mark takes no column and a Windows line end no line of its own."""
    origin = locate("x.yml", b"\xef\xbb\xbftitel: Iets\r\nsoort: bpv\r\n")
    assert origin.marks[("titel",)] == Mark(1, 1)
    assert origin.marks[("soort",)] == Mark(2, 1)


def test_a_file_that_cannot_be_opened_gives_a_finding(tmp_path: Path) -> None:
    """A file that is gone or is a folder gives a finding with the reason instead of an exception."""
    (tmp_path / "map.yml").mkdir()
    for name in ("weg.yml", "map.yml"):
        found = read_bytes(tmp_path, name)
        assert isinstance(found, Finding)
        assert found.code == "onleesbaar"


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    """Of a huge file only one byte more than allowed is read."""
    (tmp_path / "groot.yml").write_bytes(b"x" * (MAX_BYTES * 3))
    data = read_bytes(tmp_path, "groot.yml")
    assert isinstance(data, bytes)
    assert len(data) == MAX_BYTES + 1


def test_a_link_to_a_file_elsewhere_is_refused(region: Path, tmp_path: Path) -> None:
    """A symbolic link in a data folder is not followed, neither to a file nor to a folder."""
    secret = tmp_path / "geheim.yml"
    secret.write_text("titel: geheim\n", encoding="utf-8")
    (region / "vacancies" / "breda" / "link.yml").symlink_to(secret)
    (region / "vacancies" / "elders").symlink_to(tmp_path, target_is_directory=True)
    files, problems = find_files(region)
    assert {(problem.file, problem.code) for problem in problems} == {
        ("vacancies/breda/link.yml", "verwijzing"),
        ("vacancies/elders", "verwijzing"),
    }
    assert not [item for item in files if "link" in item.file or "elders" in item.file]


def test_files_come_in_a_fixed_order(region: Path) -> None:
    """The list of files is sorted inside each folder, whatever order the disk has."""
    files, _ = find_files(region)
    vacancies = [item.file for item in files if item.kind is RecordKind.VACANCY]
    assert vacancies == sorted(vacancies)
    assert len(vacancies) == 12
    assert {item.key for item in files if item.kind is RecordKind.ORGANISATION} == {
        "breda",
        "tilburg",
        "werkplein",
        "zundert",
    }


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("vacancies/breda/x.yml", RecordKind.VACANCY),
        ("vacancies/x.yml", None),
        ("vacancies/a/b/x.yml", None),
        ("assignments/ict/x.yml", RecordKind.ASSIGNMENT),
        ("content/registers/regio.yml", RecordKind.REGION),
        ("content/registers/vakgebieden.yml", RecordKind.FIELDS),
        ("content/registers/organisaties/x.yml", RecordKind.ORGANISATION),
        ("content/registers/instellingen/x.yml", RecordKind.INSTITUTION),
        ("content/index.md", None),
    ],
)
def test_kind_of_a_path(file: str, kind: RecordKind | None) -> None:
    """A path tells what its record is, and a path outside the data folders tells nothing."""
    assert kind_of(file) is kind


@given(st.binary(max_size=400))
def test_random_bytes_never_raise(data: bytes) -> None:
    """Whatever the bytes, reading them gives a document or problems that point inside the file."""
    for kind in RecordKind:
        for problem in check_file(kind, "x.yml", data).problems:
            assert problem.line >= 1
            assert problem.column >= 1


@given(st.text(alphabet="ab:-[]{},?!&*#|>'\"%@` \n\t~0", max_size=120))
def test_random_yaml_signs_never_raise(text: str) -> None:
    """Whatever the order of the signs that mean something in YAML, reading them does not raise."""
    check_file(RecordKind.VACANCY, "x.yml", text.encode())


REAL = sorted((ROOT / "vacancies").rglob("*.yml")) + sorted((ROOT / "assignments").rglob("*.yml"))


@given(st.data())
def test_mutated_real_files_never_raise(data: st.DataObject) -> None:
    """A real file with a piece cut out or something put in is read or refused, never a traceback."""
    path = data.draw(st.sampled_from(REAL))
    raw = path.read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 60)))
    put = data.draw(st.one_of(st.binary(max_size=12), st.sampled_from([b": ", b"\t", b"- ", b"{", b"]", b"~", b"'"])))
    kind = kind_of(path.relative_to(ROOT).as_posix())
    assert kind is not None
    check_file(kind, "x.yml", raw[:start] + put + raw[end:])
