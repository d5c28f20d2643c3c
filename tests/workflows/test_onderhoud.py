"""The weekly round: what asks for a hand, which links are really gone, and schedules that stay awake."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import onderhoud
import pytest
from gh import BOT
from steps import REPOSITORY, Runner, read_workflow
from support import edit

from generator.contribute.maintenance import (
    Link,
    Reply,
    Section,
    Task,
    Verdict,
    judge,
    needs_work,
    next_school_year,
    outgoing_links,
    report,
    sections,
)

API = f"repos/{REPOSITORY}"


def tasks(root: Path, today: date, word: str) -> list[Task]:
    """Return the tasks of the one section whose title holds a word."""
    [found] = [section for section in sections(root, today) if word in section.title]
    return list(found.tasks)


# The files


def test_a_place_that_nobody_confirmed_is_named(region: Path) -> None:
    """After the threshold an open vacancy asks for a confirmation; an invented one never does."""
    late = [task.where for task in tasks(region, date(2027, 1, 10), "bevestigde")]
    assert "vacancies/tilburg/bouw-een-kaart-van-plannen.yml" in late
    assert "vacancies/zundert/onderhoud-het-dorpspark.yml" not in late
    edit(
        region / "vacancies/tilburg/bouw-een-kaart-van-plannen.yml",
        "publiceren_op: 2026-11-01",
        "publiceren_op: 2026-11-01\nbevestigd_op: 2027-01-05",
    )
    again = [task.where for task in tasks(region, date(2027, 1, 10), "bevestigde")]
    assert "vacancies/tilburg/bouw-een-kaart-van-plannen.yml" not in again


def test_a_vacancy_that_hangs_is_named(region: Path) -> None:
    """In talks past its closing day, or open while the internship has begun: somebody forgot to say how it ended."""
    file = region / "vacancies/zundert/meet-bomen-in-de-laan.yml"
    file.write_text(file.read_text(encoding="utf-8") + "status: in_gesprek\n", encoding="utf-8")
    found = tasks(region, date(2026, 11, 21), "hangen")
    assert Task("vacancies/zundert/meet-bomen-in-de-laan.yml", found[0].what) in found
    edit(region / "vacancies/breda/onderzoek-wijkkrant.yml", "sluit_op: 2026-12-18", "sluit_op: 2027-05-01")
    assert any("al begon" in task.what for task in tasks(region, date(2027, 4, 1), "hangen"))


def test_a_chapter_past_review_is_named(region: Path) -> None:
    """The day itself is still in time; a chapter without a date is named too."""
    names = [task.where for task in tasks(region, date(2026, 11, 21), "handboek")]
    assert names == ["handbook/02-begeleiding.md", "handbook/index.md"]
    assert "handbook/02-begeleiding.md" not in [t.where for t in tasks(region, date(2026, 6, 1), "handboek")]
    edit(region / "handbook/01-waarom.md", "herzien_voor: 2027-11-01", "herzien_voor: 2027-02-30")
    assert [task.where for task in tasks(region, date(2026, 11, 21), "Fouten")] == ["handbook/01-waarom.md:7"]


def test_missing_periods_are_named_by_school(region: Path) -> None:
    """An invented period does not count: the school still has to be asked."""
    found = tasks(region, date(2026, 11, 21), "2027-2028")
    assert any("Avans Hogeschool: geen enkele opleiding" in task.what for task in found)
    text = (region / "content/registers/instellingen/avans.yml").read_text(encoding="utf-8")
    real = text[: text.rindex("    voorbeeld: true")] + "    bevestigd_op: 2026-11-01\n"
    (region / "content/registers/instellingen/avans.yml").write_text(real, encoding="utf-8")
    found = tasks(region, date(2026, 11, 21), "2027-2028")
    assert any("Avans Hogeschool: 1 van de 2 opleidingen" in task.what for task in found)


def test_the_next_school_year_begins_in_august() -> None:
    """In July people ask for the coming year, in August for the year after that."""
    assert next_school_year(date(2027, 7, 31)) == "2027-2028"
    assert next_school_year(date(2027, 8, 1)) == "2028-2029"


def test_broken_registers_come_first(region: Path) -> None:
    """With an error in a register the round still goes on, and says so at the top."""
    edit(region / "content/registers/instellingen/avans.yml", "soort: hbo", "soort: kleuterschool")
    found = sections(region, date(2026, 11, 21))
    assert any(task.where.startswith("content/registers/instellingen/avans.yml:") for task in found[0].tasks)
    assert tasks(region, date(2026, 11, 21), "2027-2028") == []


# Links


def test_links_are_found_with_their_place(region: Path) -> None:
    """Addresses in YAML and Markdown are found without the signs around them; invented names are left alone."""
    (region / "content/proef.md").write_text(
        "Zie [Wikipedia](https://nl.wikipedia.org/wiki/Breda_(Nederland)), <https://sbb.nl/a?b=1#kop>.\n"
        "Mail via https://breda.example/ of http://localhost/ of https://[kapot.\n",
        encoding="utf-8",
    )
    found = outgoing_links(region)
    assert found["https://nl.wikipedia.org/wiki/Breda_(Nederland)"] == ["content/proef.md:1"]
    assert found["https://sbb.nl/a?b=1"] == ["content/proef.md:1"]
    assert found["https://www.avans.nl"] == ["content/registers/instellingen/avans.yml:5"]
    assert not any("example" in address or "localhost" in address or "kapot" in address for address in found)


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        (Reply(200, "https://a.nl/x", True), Verdict.OK),
        (Reply(200, "https://a.nl/x/", True), Verdict.OK),
        (Reply(200, "https://a.nl/nieuw", True), Verdict.MOVED),
        (Reply(200, "https://a.nl/inloggen", False), Verdict.OK),
        (Reply(404, "https://a.nl/x", True), Verdict.GONE),
        (Reply(410, "https://a.nl/x", True), Verdict.GONE),
        *((Reply(status, "https://a.nl/x", True), Verdict.UNSURE) for status in (0, 301, 401, 403, 429, 500, 503, 999)),
    ],
)
def test_only_a_clear_no_means_gone(reply: Reply, verdict: Verdict) -> None:
    """Blocked, busy, slow and broken sites are unsure, and a temporary redirect is fine."""
    assert judge("https://a.nl/x", reply) is verdict


class _Site(BaseHTTPRequestHandler):
    """A website with every answer there is."""

    def do_HEAD(self) -> None:
        """Answer as the address asks."""
        paths = {"/blijvend": (301, "/goed"), "/tijdelijk": (302, "/goed"), "/rond": (301, "/rond")}
        status, target = paths.get(self.path, (200 if self.path == "/goed" else 404, ""))
        if self.path == "/alleen-get":
            status = 405 if self.command == "HEAD" else 200
        if self.path == "/druk":
            status = 429
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - the name of the base class

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Give the address of a small website on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/goed", Verdict.OK),
        ("/blijvend", Verdict.MOVED),
        ("/tijdelijk", Verdict.OK),
        ("/rond", Verdict.UNSURE),
        ("/alleen-get", Verdict.OK),
        ("/druk", Verdict.UNSURE),
        ("/weg", Verdict.GONE),
        ("/wég?x=ÿ", Verdict.GONE),
    ],
)
def test_asking_a_website(site: str, path: str, verdict: Verdict) -> None:
    """Redirects are followed by hand, and a site that knows no HEAD is asked again."""
    reply = onderhoud.ask(site + path)
    assert judge(site + path, reply) is verdict


def test_a_website_that_is_not_there_is_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection, no name and a strange scheme never raise, and never mean gone."""
    monkeypatch.setattr(onderhoud, "PAUSE", 0)
    addresses = ["http://127.0.0.1:9/", "http://127.0.0.1:9/x", "ftp://127.0.0.1/", "http://" + "a" * 70 + ".nl/"]
    found = onderhoud.look({address: ["content/x.md:1"] for address in addresses})
    assert {link.verdict for link in found} == {Verdict.UNSURE}
    assert all(link.reply.reason for link in found)


# The report


def test_the_report_names_what_to_do() -> None:
    """Gone and moved links are tasks; unsure ones are folded away and are no reason to open an issue."""
    gone = Link("https://a.nl/x", ["a.md:1"] * 5, Verdict.GONE, Reply(404, "https://a.nl/x", True))
    moved = Link("https://a.nl/y", ["a.md:2"], Verdict.MOVED, Reply(200, "https://a.nl/z", True))
    unsure = Link("https://b.nl/", ["a.md:3"], Verdict.UNSURE, Reply(403, "https://b.nl/", True))
    section = Section("Te doen", "Doe het.", [Task("a.yml", "Iets.")])
    day = date(2026, 11, 21)
    text = report([section, Section("Leeg", "Niets.", [])], [gone, moved, unsure], day)
    assert "- [ ] `a.yml` Iets." in text
    assert "- [ ] <https://a.nl/x> (`a.md:1`, `a.md:1`, `a.md:1` en nog 2)" in text
    assert "<https://a.nl/y> staat nu op `https://a.nl/z`" in text
    assert "- <https://b.nl/> antwoordde met code 403" in text
    assert "Leeg" not in text
    assert "niets te doen" in report([], [], day)
    assert needs_work([section], [])
    assert needs_work([], [moved])
    assert not needs_work([], [unsure])


@pytest.mark.parametrize(
    ("stand", "issues", "expected"),
    [
        ("werk", [], [["POST", f"{API}/issues"]]),
        ("klaar", [], []),
        (
            "werk",
            [{"number": 4, "user": {"login": BOT}, "body": f"{onderhoud.MARKER}\noud"}],
            [["PATCH", f"{API}/issues/4"]],
        ),
        (
            "klaar",
            [{"number": 4, "user": {"login": BOT}, "body": f"{onderhoud.MARKER}\noud"}],
            [["PATCH", f"{API}/issues/4"]],
        ),
        (
            "werk",
            [{"number": 5, "user": {"login": "kwaad"}, "body": f"{onderhoud.MARKER}\nvals"}],
            [["POST", f"{API}/issues"]],
        ),
    ],
)
def test_there_is_one_issue(
    tmp_path: Path, stand: str, issues: list[dict[str, object]], expected: list[list[str]]
) -> None:
    """The report is renewed in place, opened when there is work and closed when there is none."""
    runner = Runner(tmp_path / "werk", {})
    query = "state=all&labels=onderhoud&per_page=100"
    runner.replies = {f"GET {API}/issues?{query}": [issues], f"POST {API}/issues": {}, f"PATCH {API}/issues/4": {}}
    folder = runner.root / "uit/onderhoud"
    folder.mkdir(parents=True)
    (folder / "rapport.md").write_text("Iets.\n", encoding="utf-8")
    (folder / "stand.txt").write_text(stand, encoding="utf-8")
    done = runner.run("onderhoud", "meld", "onderhoud.py")
    assert done.returncode == 0, done.stderr
    assert [question[:2] for question in runner.written] == expected
    if expected and expected[0][0] == "PATCH":
        assert runner.written[0][2]["state"] == ("open" if stand == "werk" else "closed")


def test_the_schedules_are_switched_on_again(tmp_path: Path) -> None:
    """Every workflow with a schedule is switched on by the weekly round, itself included."""
    runner = Runner(tmp_path / "werk", {})
    for name in ("publiceren", "onderhoud"):
        assert "schedule" in read_workflow(name)["on"]
        runner.replies[f"PUT {API}/actions/workflows/{name}.yml/enable"] = None
        assert runner.run("onderhoud", "wakker", f"{name}.yml").returncode == 0
    assert [question[1] for question in runner.written] == [
        f"{API}/actions/workflows/{name}.yml/enable" for name in ("publiceren", "onderhoud")
    ]


def test_the_round_writes_its_report(region: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first step leaves a report and a word that says whether there is work, without rights."""
    monkeypatch.chdir(region)
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-21")
    monkeypatch.setattr(onderhoud, "ask", lambda address: Reply(200, address, True))
    assert onderhoud.kijk(tmp_path / "uit") == 0
    assert (tmp_path / "uit/stand.txt").read_text(encoding="utf-8") == "werk"
    assert "handbook/02-begeleiding.md" in (tmp_path / "uit/rapport.md").read_text(encoding="utf-8")


def test_what_others_wrote_does_nothing_in_the_report() -> None:
    """A file name, a sentence with a quote and the address that a website sent on to call nobody and end no mark."""
    hostile = "x` @iedereen <b> [y](z)"
    found = [Section("Kop", "Raad.", [Task(f"vacancies/{hostile}.yml:1", f"`{hostile} bestaat niet. @regio")])]
    moved = Reply(200, f"https://a.nl/> {hostile}", lasting=True)
    links = [Link("https://a.nl/x", [f"content/{hostile}.md:1"], Verdict.MOVED, moved)]
    rest = re.sub(r"`[^`\n]*`", "", report(found, links, date(2026, 11, 21)))
    assert not re.search(r"@\w", rest)
    assert "<b>" not in rest
    assert "](" not in rest.replace("\\](", "")
