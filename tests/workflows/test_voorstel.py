"""A proposal: the check makes data, and the answer is posted only when the data are right."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from antwoord import MARKER, Answer, RefusedError, belongs, read, text_for, unpack
from beelden import addresses
from gh import BOT, LONGEST, clean, shorten
from steps import REPOSITORY, Runner, read_event, read_workflow
from wijzigingen import Change, data_files, note

HOSTILE = [
    "vacancies/breda/$(touch gehackt).yml",
    "vacancies/breda/--format=json.yml",
    "vacancies/breda/`touch gehackt`; touch gehackt.yml",
    "vacancies/breda/twee\nregels.yml",
    "-rf.md",
    "generator/`@iedereen` <img src=x>.py",
    ".github/workflows/publiceren.yml",
]


def proposal(tmp_path: Path, name: str, files: dict[str, str | None]) -> Runner:
    """Give a runner in which the proposal of an event is checked out."""
    runner = Runner(tmp_path / "werk", read_event(name), outputs={"steps.bouw.outcome": "success"})
    base = runner.commit({"vacancies/breda/oud.yml": "titel: oud\n", "README.md": "x\n"}, "begin")
    head = runner.commit(files, "voorstel")
    runner.event["pull_request"]["base"]["sha"] = base
    runner.event["pull_request"]["head"]["sha"] = head
    return runner


def answer_of(runner: Runner) -> dict[str, Any]:
    """Run the step that writes the answer, and return the answer."""
    done = runner.run("controle", "controle", "voorstel.py")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads((runner.root / "antwoord" / "antwoord.json").read_text(encoding="utf-8"))
    assert answer["nummer"] == runner.event["number"]
    assert answer["hoofd"] == runner.event["pull_request"]["head"]["sha"]
    return answer


def asked_of(runner: Runner) -> list[str]:
    """Return the arguments with which the generator was called."""
    arguments: list[str] = json.loads((runner.root / "gevraagd.json").read_text(encoding="utf-8"))
    assert arguments[:1] == ["answer"]
    assert arguments[1].startswith("--eerder=/")
    return arguments[2:]


def trial_merge(runner: Runner, into: str) -> str:
    """Check out the merge of the proposal into a commit, as GitHub does, and return its id."""
    head = runner.event["pull_request"]["head"]["sha"]
    runner.git("checkout", "--quiet", "--detach", into)
    runner.git("merge", "--quiet", "--no-ff", "--no-gpg-sign", "-m", "proef", head)
    return runner.git("rev-parse", "HEAD").strip()


# controle


def test_a_good_proposal_gets_an_answer_about_its_files(tmp_path: Path) -> None:
    """The generator is asked about everything that changes, also what goes, and no proof of the tool is needed."""
    runner = proposal(tmp_path, "voorstel-goed", {
        "vacancies/breda/nieuw.yml": "titel: nieuw\n",
        "vacancies/breda/oud.yml": None,
        "content/privacy.md": "x\n",
        "handbook/01.md": "x\n",
    })  # fmt: skip
    assert answer_of(runner)["tekst"].startswith("Antwoord over 4 bestand")
    assert asked_of(runner) == [
        "--weg=./vacancies/breda/oud.yml",
        "./content/privacy.md",
        "./handbook/01.md",
        "./vacancies/breda/nieuw.yml",
    ]
    assert runner.given == "gereedschap=nee\noordeel=goed\n"
    assert "tijdelijk" not in runner.git("worktree", "list"), "the portal without the proposal is cleared away"


def test_the_check_is_red_when_the_answer_asks_for_something(tmp_path: Path) -> None:
    """The verdict goes on to the last step of the workflow, which decides the colour, whatever went before."""
    runner = proposal(tmp_path, "voorstel-fout", {"vacancies/breda/oud.yml": "titel: [\n"})
    answer_of(runner)
    assert runner.given == "gereedschap=nee\noordeel=fout\n"
    steps = read_workflow("controle")["jobs"]["controle"]["steps"]
    assert steps[-1]["if"] == "${{ steps.antwoord.outputs.oordeel == 'fout' }}"
    assert steps[-1]["run"].endswith("exit 1")


def test_what_a_failed_build_said_goes_along(tmp_path: Path) -> None:
    """The log of the build is handed over when it failed and is there; a build that went well is nobody's business."""
    runner = proposal(tmp_path, "voorstel-fout", {"content/privacy.md": "x\n"})
    log = runner.temp / "bouw.log"
    log.write_text("WARNING -  x\n", encoding="utf-8")
    answer_of(runner)
    assert asked_of(runner) == ["./content/privacy.md"]
    runner.outputs["steps.bouw.outcome"] = "failure"
    answer_of(runner)
    assert asked_of(runner) == [f"--bouw={log}", "./content/privacy.md"]
    log.unlink()
    answer_of(runner)
    assert asked_of(runner) == ["./content/privacy.md"]


def test_the_build_is_strict_and_its_words_are_kept(tmp_path: Path) -> None:
    """MkDocs may not be quiet: it counts no warning that it does not say. A failure behind a pipe stays a failure."""
    step = next(step for step in read_workflow("controle")["jobs"]["controle"]["steps"] if step.get("id") == "bouw")
    assert "--strict" in step["run"]
    assert "quiet" not in step["run"]
    assert step["shell"] == "bash", "only then GitHub fails a step of which not the last command fails"
    runner = proposal(tmp_path, "voorstel-goed", {"content/privacy.md": "x\n"})
    program = runner.root / ".venv/bin/mkdocs"
    program.write_text("#!/bin/sh\necho 'WARNING -  kapot' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    assert runner.run("controle", "controle", "mkdocs").returncode == 1
    assert (runner.temp / "bouw.log").read_text(encoding="utf-8") == "WARNING -  kapot\n"


def test_a_proposal_is_what_the_trial_merge_adds(tmp_path: Path) -> None:
    """Against a main branch that went on, only what the proposal adds counts, at the place where it ends up."""
    runner = proposal(tmp_path, "voorstel-goed", {"vacancies/breda/oud.yml": "titel: oud en nieuw\n"})
    base = runner.event["pull_request"]["base"]["sha"]
    runner.git("checkout", "--quiet", "--detach", base)
    runner.git("mv", "vacancies/breda/oud.yml", "vacancies/breda/anders.yml")
    newer = runner.commit({"vacancies/breda/van-een-ander.yml": "titel: x\n"}, "een ander")
    merge = trial_merge(runner, newer)
    answer_of(runner)
    assert asked_of(runner) == ["./vacancies/breda/anders.yml"]
    done = runner.git("diff", "--name-only", newer, merge).split()
    assert done == ["vacancies/breda/anders.yml"]


def test_an_empty_proposal_is_answered(tmp_path: Path) -> None:
    """A proposal without any change needs no answer of the generator."""
    runner = proposal(tmp_path, "voorstel-goed", {})
    assert "verandert niets" in answer_of(runner)["tekst"]
    assert not (runner.root / "gevraagd.json").exists()


def test_a_broken_generator_is_not_blamed_on_the_writer(tmp_path: Path) -> None:
    """When the program fails, the answer says that somebody else looks at it."""
    runner = proposal(tmp_path, "voorstel-goed", {"vacancies/breda/nieuw.yml": "titel: nieuw\n"})
    (runner.root / ".venv/bin/stageportaal").write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    assert "ligt waarschijnlijk niet aan jou" in answer_of(runner)["tekst"]
    assert "oordeel=fout" in runner.given


def test_a_hostile_proposal_runs_nothing_and_is_noted(tmp_path: Path) -> None:
    """File names with shell code or hyphens stay names, and the tool is put to the proof."""
    runner = proposal(tmp_path, "voorstel-vijandig", dict.fromkeys(HOSTILE, "x\n"))
    answer_of(runner)
    assert sorted(asked_of(runner)) == sorted(f"./{path}" for path in HOSTILE)
    assert runner.given == "gereedschap=ja\noordeel=goed\n"
    assert not list(tmp_path.rglob("gehackt"))


def test_only_full_commit_ids_are_compared(tmp_path: Path) -> None:
    """A base or head that is no commit id stops the step before git sees it."""
    runner = proposal(tmp_path, "voorstel-goed", {"content/index.md": "x\n"})
    runner.event["pull_request"]["head"]["sha"] = "--output=gehackt"
    assert runner.run("controle", "controle", "voorstel.py").returncode != 0
    assert not list(tmp_path.rglob("gehackt"))


def test_pictures_are_made_of_pages_with_a_plain_name(tmp_path: Path) -> None:
    """Only an offer that has a page in the built site, and whose path has no surprises, is put in a picture."""
    for page in ("vacatures/breda/nieuw", "opdrachten/sport/buurt"):
        (tmp_path / page).mkdir(parents=True)
        (tmp_path / page / "index.html").write_text("x", encoding="utf-8")
    found = addresses(
        ["vacancies/breda/nieuw.yml", "assignments/sport/buurt.yml", "vacancies/breda/weg.yml", *HOSTILE], tmp_path
    )
    assert found == ["vacatures/breda/nieuw", "opdrachten/sport/buurt"]


def test_pictures_without_a_browser_are_no_failure(tmp_path: Path) -> None:
    """A runner without browser makes no pictures and goes on."""
    runner = proposal(tmp_path, "voorstel-goed", {"vacancies/breda/nieuw.yml": "titel: nieuw\n"})
    done = runner.run("controle", "controle", "beelden.py")
    assert done.returncode == 0, done.stderr
    assert "0 van 0" in done.stdout


def test_what_is_gone_is_not_asked_about() -> None:
    """A removed file is no data file any more, and a page below content is none either."""
    assert data_files([Change("D", "vacancies/a/b.yml"), Change("A", "content/x.md")]) == []


# antwoord


def packed(content: bytes, name: str = "antwoord.json") -> bytes:
    """Return an artifact with one file, as GitHub gives it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return held.getvalue()


def good(**changes: object) -> bytes:
    """Return antwoord.json for proposal 7, with changes."""
    return json.dumps({"nummer": 7, "hoofd": "1" * 40, "tekst": "Alles klopt.", **changes}).encode()


def answering(tmp_path: Path, name: str, content: bytes, comments: list[dict[str, Any]], files: list[str]) -> Runner:
    """Give a runner for the workflow that posts, with what GitHub would say."""
    event = read_event(name)
    run = event["workflow_run"]
    number = run["id"] - 5000
    source = read_event(f"voorstel-{name.removeprefix('controle-')}")["pull_request"]
    zipped = packed(content)
    listed = [
        {"id": 1, "name": "antwoord", "expired": False, "size_in_bytes": len(zipped)},
        {"id": 2, "name": "beelden", "expired": False, "size_in_bytes": 9},
    ]
    api = f"repos/{REPOSITORY}"
    return Runner(tmp_path / "werk", event, {
        f"GET {api}/actions/runs/{run['id']}/artifacts?per_page=100": {"artifacts": listed},
        f"GET {api}/actions/artifacts/1/zip": zipped.hex(),
        f"GET {api}/pulls/{number}": source,
        f"GET {api}/pulls/{number}/files?per_page=100": [[{"filename": path} for path in files]],
        f"GET {api}/issues/{number}/comments?per_page=100": [comments],
    })  # fmt: skip


def test_a_good_answer_becomes_one_comment(tmp_path: Path) -> None:
    """The first answer is posted with the hidden mark and a link to the pictures."""
    runner = answering(tmp_path, "controle-goed", good(), [], ["vacancies/breda/nieuw.yml"])
    assert runner.run("antwoord", "antwoord", "antwoord.py").returncode == 0
    [(method, path, body)] = runner.written
    assert (method, path) == ("POST", f"repos/{REPOSITORY}/issues/7/comments")
    assert body["body"].startswith(f"{MARKER}\nAlles klopt.")
    assert "/actions/runs/5007/artifacts/2" in body["body"]


def test_a_second_answer_replaces_the_first(tmp_path: Path) -> None:
    """Our own comment is changed in place; one of somebody else with our mark in it is left alone."""
    comments = [
        {"id": 31, "user": {"login": "kwaad"}, "body": f"{MARKER}\nniet van ons"},
        {"id": 32, "user": {"login": BOT}, "body": f"{MARKER}\noud"},
    ]
    runner = answering(tmp_path, "controle-fout", good(nummer=8), comments, ["vacancies/breda/oud.yml"])
    assert runner.run("antwoord", "antwoord", "antwoord.py").returncode == 0
    [(method, path, _)] = runner.written
    assert (method, path) == ("PATCH", f"repos/{REPOSITORY}/issues/comments/32")


def test_a_hostile_answer_is_tamed(tmp_path: Path) -> None:
    """Nobody is called, nothing is hidden, and the note for the maintainer comes back when the proposal left it out."""
    text = f"@regio/beheer {MARKER} <!-- verborgen --> <!-- open\u202e mail breda@breda.example"
    runner = answering(tmp_path, "controle-vijandig", good(nummer=9, tekst=text), [], [".github/workflows/x.yml"])
    done = runner.run("antwoord", "antwoord", "antwoord.py")
    assert done.returncode == 0, done.stderr
    said = runner.written[0][2]["body"]
    assert said.count("<!--") == 1
    assert "verborgen" not in said
    assert "@regio" not in said
    assert "\u202e" not in said
    assert "> - `.github/workflows/x.yml`" in said
    assert not list(tmp_path.rglob("gehackt"))


@pytest.mark.parametrize(
    "content",
    [
        good(nummer=12),  # the number of somebody else's proposal
        good(hoofd="2" * 40),
        good(tekst="x" * (LONGEST + 1)),
        good(tekst=" "),
        good(nummer=True),
        good(nummer="7"),
        good(nummer=-7),
        good(extra=1),
        good(hoofd="main"),
        b"[" * 100_000,
        b"geen json",
    ],
)
def test_data_that_do_not_fit_are_not_posted(tmp_path: Path, content: bytes) -> None:
    """Another number, another commit, too long, or another shape: no comment anywhere, and no failure."""
    runner = answering(tmp_path, "controle-goed", content, [], [])
    stranger = read_event("voorstel-fout")["pull_request"]
    runner.replies[f"GET repos/{REPOSITORY}/pulls/12"] = {**stranger, "number": 12}
    done = runner.run("antwoord", "antwoord", "antwoord.py")
    assert done.returncode == 0, done.stderr
    assert "Geen antwoord geplaatst" in done.stdout
    assert runner.written == []


def test_a_run_without_answer_posts_nothing(tmp_path: Path) -> None:
    """A check that broke before it could answer leaves no artifact, and that is no failure here."""
    runner = answering(tmp_path, "controle-goed", good(), [], [])
    runner.replies[f"GET repos/{REPOSITORY}/actions/runs/5007/artifacts?per_page=100"] = {"artifacts": []}
    assert runner.run("antwoord", "antwoord", "antwoord.py").returncode == 0
    assert runner.written == []


@pytest.mark.parametrize("path", [("head", "ref"), ("head", "repo"), ("base", "repo"), ("state",)], ids=str)
def test_an_answer_belongs_to_its_own_proposal(path: tuple[str, ...]) -> None:
    """Branch, fork, repository and state must be those of the run, not only the commit."""
    run = read_event("controle-goed")["workflow_run"]
    proposed = read_event("voorstel-goed")["pull_request"]
    answer = Answer(7, "1" * 40, "x")
    belongs(answer, run, proposed, REPOSITORY)
    inner = proposed
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = {"full_name": "kwaad/stageportaal"} if path[-1] == "repo" else "anders"
    with pytest.raises(RefusedError):
        belongs(answer, run, proposed, REPOSITORY)


def test_an_artifact_is_one_small_file() -> None:
    """Other names, a second file, a bomb and rubbish are refused before anything is read."""
    assert read(unpack(packed(good()))).number == 7
    two = io.BytesIO()
    with zipfile.ZipFile(two, "w") as package:
        package.writestr("antwoord.json", good())
        package.writestr("../.github/scripts/gh.py", "x")
    for bad in (packed(good(), "../antwoord.json"), two.getvalue(), packed(b"0" * 50_000_000), b"PK rubbish", b""):
        with pytest.raises(RefusedError):
            unpack(bad)


def test_the_same_note_does_not_stand_twice() -> None:
    """When the answer already holds the note for the maintainer, it is not repeated."""
    ours = note(["Makefile"])
    assert text_for(Answer(7, "1" * 40, f"{ours}\n\nKlaar."), ["Makefile"], "").count("Voor de beheerder") == 1
    assert note(["vacancies/a/b.yml", "handbook/x.md"]) == ""
    assert "> - `generator/??iedereen? ?img src?x?.py`" in note(HOSTILE)
    assert "en nog 5" in note([f"generator/{number}.py" for number in range(25)])


def test_texts_are_cut_at_a_line_and_cleaned() -> None:
    """A long text ends at a whole line with a remark; a mail address is not a call."""
    long = shorten("regel\n" * 20_000)
    assert len(long) <= LONGEST
    assert "past hier niet" in long
    assert clean("mail stage@breda.nl\r\n@jan") == "mail stage@breda.nl\n@\u200bjan"


def test_scripts_can_be_read_by_everybody() -> None:
    """The scripts are plain files that Python runs; none is executable by itself."""
    from steps import SCRIPTS

    for path in SCRIPTS.glob("*.py"):
        assert not path.stat().st_mode & stat.S_IXUSR, path
