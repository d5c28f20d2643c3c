"""A form: the text becomes data without rights, an answer follows at once, a proposal only after a yes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from aanmelding import KINDS, MARKER, RefusedError, place_in, read
from gh import BOT
from steps import REPOSITORY, Runner, read_event, read_workflow

API = f"repos/{REPOSITORY}"
START, TREE, BELOW, MADE = "a" * 40, "b" * 40, "c" * 40, "d" * 40
PLACE = "vacancies/breda/wijkkrant.yml"
SAME = "71f2b0d047d76bf42b5cf0b676cf7baf54db9f4b"
"""What git calls the file that the generator of these tests makes."""


def commit(login: str | None, parents: int = 1) -> dict[str, Any]:
    """Return a commit of a pull request as GitHub describes it."""
    return {"author": {"login": login} if login else None, "parents": [{}] * parents}


def replies(number: int, *, comments: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """Return what GitHub says to the three jobs."""
    branch = f"aanmelding/{number}"
    return {
        f"GET {API}/issues/{number}/comments?per_page=100": [comments or []],
        f"GET {API}/collaborators/coordinator/permission": {"permission": "write"},
        f"GET {API}/collaborators/kwaad/permission": {"permission": "read"},
        f"GET {API}": {"default_branch": "main"},
        f"GET {API}/contents/{PLACE}?ref={START}": {"status": 404},
        f"GET {API}/contents/content/registers/stageperiodes/avans/2728-najaar.yml?ref={START}": {"status": 404},
        f"GET {API}/git/commits/{START}": {"tree": {"sha": BELOW}},
        f"POST {API}/git/trees": {"sha": TREE},
        f"POST {API}/git/commits": {"sha": MADE},
        f"POST {API}/git/refs": {},
        f"PATCH {API}/git/refs/heads/{branch}": {},
        f"GET {API}/pulls?state=open&head=regio:{branch}": [],
        f"GET {API}/pulls/77/commits?per_page=100": [[commit(BOT)]],
        f"PATCH {API}/pulls/77": {},
        f"GET {API}/issues/77/comments?per_page=100": [[]],
        f"POST {API}/issues/77/comments": {},
        f"GET {API}/contents/{PLACE}?ref={branch}": {"status": 404},
        f"DELETE {API}/issues/{number}/labels/akkoord": {},
        f"POST {API}/pulls": {"number": 99},
        f"POST {API}/issues/{number}/comments": {},
    }


def runner_for(tmp_path: Path, name: str) -> Runner:
    """Give a runner on which the first job has read the form."""
    event = read_event(name)
    runner = Runner(tmp_path / "werk", event, replies(event["issue"]["number"]))
    done = runner.run("aanmelding", "lees", "aanmelding.py")
    assert done.returncode == 0, done.stderr
    assert runner.asked == [], "the first job has no rights and asks nothing"
    return runner


def data_of(runner: Runner) -> dict[str, Any]:
    """Return what the first job handed on."""
    data: dict[str, Any] = json.loads((runner.root / "uit/aanmelding/aanmelding.json").read_text(encoding="utf-8"))
    return data


def said_by(runner: Runner) -> str:
    """Return the text that was posted last."""
    return str(runner.written[-1][2]["body"])


def test_a_good_form_becomes_data_and_an_answer(tmp_path: Path) -> None:
    """The file goes on with the path where it belongs, and the writer reads at once that it is complete."""
    runner = runner_for(tmp_path, "aanmelding-goed")
    assert data_of(runner)["pad"] == "vacancies/breda/wijkkrant.yml"
    assert runner.given == "gelezen=ja\n"
    assert runner.run("aanmelding", "antwoord", "aanmelding.py").returncode == 0
    assert [question[1] for question in runner.written] == [f"{API}/issues/12/comments"]
    assert said_by(runner).startswith(f"{MARKER}\nJe aanmelding is compleet.")
    assert "bestand:" not in said_by(runner)


def test_an_incomplete_form_hears_what_is_missing(tmp_path: Path) -> None:
    """Without a file there is an answer, and after a yes the same answer again, without proposal."""
    runner = runner_for(tmp_path, "aanmelding-fout")
    assert data_of(runner)["pad"] == ""
    runner.run("aanmelding", "antwoord", "aanmelding.py")
    assert "De titel ontbreekt." in said_by(runner)
    runner.event["sender"]["login"] = "coordinator"
    assert runner.run("aanmelding", "voorstel", "aanmelding.py").returncode == 0
    assert "nog geen voorstel" in said_by(runner)
    assert all("/comments" in question[1] for question in runner.written)


def test_a_yes_makes_branch_and_proposal(tmp_path: Path) -> None:
    """One commit with one file on a branch named after the number, a pull request, and a word below the form."""
    runner = runner_for(tmp_path, "aanmelding-akkoord")
    done = runner.run("aanmelding", "voorstel", "aanmelding.py")
    assert done.returncode == 0, done.stderr
    paths = [f"{method} {path.removeprefix(API)}" for method, path, _ in runner.written]
    assert paths == [
        "POST /git/trees",
        "POST /git/commits",
        "POST /git/refs",
        "POST /pulls",
        "POST /issues/12/comments",
    ]
    tree, commit, ref, pull, _ = (body for _, _, body in runner.written)
    assert tree["tree"] == [
        {
            "path": "vacancies/breda/wijkkrant.yml",
            "mode": "100644",
            "type": "blob",
            "content": "titel: Wijkkrant\n",
        }
    ]
    assert commit["parents"] == [START]
    assert ref == {"ref": "refs/heads/aanmelding/12", "sha": MADE}
    assert pull["title"] == "Aanmelding 12: vacancies/breda/wijkkrant.yml"
    assert "Closes #12" in pull["body"]
    assert "Er staat een voorstel klaar: #99." in said_by(runner)


def with_proposal(runner: Runner, *, commits: list[dict[str, Any]] | None = None, holding: str = "") -> Runner:
    """Let pull request 77 be open for the form, with a file of its own on the branch."""
    runner.replies[f"GET {API}/pulls?state=open&head=regio:aanmelding/12"] = [{"number": 77}]
    runner.replies[f"POST {API}/git/refs"] = {"status": 422}
    if commits:
        runner.replies[f"GET {API}/pulls/77/commits?per_page=100"] = [commits]
    if holding:
        runner.replies[f"GET {API}/contents/{PLACE}?ref=aanmelding/12"] = {"sha": holding}
    return runner


def test_a_second_yes_renews_the_same_proposal(tmp_path: Path) -> None:
    """A branch and a pull request that are there are used again, and both sides hear that the text is new."""
    runner = with_proposal(runner_for(tmp_path, "aanmelding-akkoord"), commits=[commit(BOT), commit("baas", 2)])
    assert runner.run("aanmelding", "voorstel", "aanmelding.py").returncode == 0
    assert ["PATCH", f"{API}/git/refs/heads/aanmelding/12", {"sha": MADE, "force": True}] in runner.written
    assert ["PATCH", f"{API}/pulls/77", {"title": f"Aanmelding 12: {PLACE}"}] in runner.written
    below = next(body for _, path, body in runner.written if path == f"{API}/issues/77/comments")
    assert "nu de nieuwste tekst van aanmelding #12" in below["body"]
    assert "open het meteen weer" in below["body"]
    assert said_by(runner).startswith(f"{MARKER}\nVoorstel #77 heeft nu je nieuwe tekst.")


def test_the_work_of_a_person_on_the_branch_is_never_lost(tmp_path: Path) -> None:
    """When somebody changed the proposal by hand, a second yes says so instead of writing over it."""
    runner = with_proposal(runner_for(tmp_path, "aanmelding-akkoord"), commits=[commit(BOT), commit("coordinator")])
    assert runner.run("aanmelding", "voorstel", "aanmelding.py").returncode == 1
    assert not any("/git/" in path for _, path, _ in runner.written)
    assert "in voorstel #77 heeft iemand zelf iets veranderd" in said_by(runner)


# Changing the form after a yes


def changed(tmp_path: Path, name: str = "aanmelding-goed") -> Runner:
    """Give a runner on which a form was read again that had the label akkoord already."""
    event = read_event(name)
    event["action"] = "edited"
    event["issue"]["labels"].append({"name": "akkoord"})
    number = event["issue"]["number"]
    old = {"id": 31, "user": {"login": BOT}, "body": f"{MARKER}\nEr staat een voorstel klaar: #77."}
    runner = Runner(tmp_path / "werk", event, replies(number, comments=[old]))
    assert runner.run("aanmelding", "lees", "aanmelding.py").returncode == 0
    return runner


def test_a_form_that_changes_after_the_yes_keeps_its_proposal(tmp_path: Path) -> None:
    """The link stays, the writer hears what happens now, the yes is taken back, and the proposal says it is old."""
    runner = with_proposal(changed(tmp_path), holding="f" * 40)
    done = runner.run("aanmelding", "antwoord", "aanmelding.py")
    assert done.returncode == 0, done.stderr
    assert ["DELETE", f"{API}/issues/12/labels/akkoord", None] in runner.written
    said = {path: body["body"] for _, path, body in runner.written if body}
    mine = said[f"{API}/issues/comments/31"]
    assert mine.startswith(f"{MARKER}\n**Voorstel #77 heeft nog je vorige tekst.**")
    assert "Dan krijgt #77 je nieuwe tekst." in mine
    assert "Je aanmelding is compleet." in mine
    theirs = said[f"{API}/issues/77/comments"]
    assert "**Dit voorstel heeft een oude tekst.**" in theirs
    assert "zet daar het label `akkoord` opnieuw op" in theirs


def test_the_same_text_again_changes_nothing(tmp_path: Path) -> None:
    """When the proposal has the very text that was sent in, the yes stays and only the answer is renewed."""
    runner = with_proposal(changed(tmp_path), holding=SAME)
    runner.run("aanmelding", "antwoord", "aanmelding.py")
    assert [(method, path) for method, path, _ in runner.written] == [("PATCH", f"{API}/issues/comments/31")]
    assert "Er staat een voorstel klaar: #77. Daarin staat deze tekst." in said_by(runner)


def test_a_change_before_there_is_a_proposal_asks_for_a_new_yes(tmp_path: Path) -> None:
    """With the label and without an open proposal the label goes, and the writer is not told to wait for nothing."""
    runner = changed(tmp_path)
    runner.replies[f"DELETE {API}/issues/12/labels/akkoord"] = {"status": 404}
    assert runner.run("aanmelding", "antwoord", "aanmelding.py").returncode == 0
    assert "Dan komt er een voorstel." in said_by(runner)
    assert not any(path.startswith(f"{API}/issues/77") for _, path, _ in runner.written)


def test_a_change_that_breaks_the_form_says_so_first(tmp_path: Path) -> None:
    """A text that misses something now leaves the proposal as it is, and the list of what to do stays."""
    runner = with_proposal(changed(tmp_path, "aanmelding-fout"))
    number = runner.event["issue"]["number"]
    runner.replies[f"GET {API}/pulls?state=open&head=regio:aanmelding/{number}"] = [{"number": 77}]
    assert runner.run("aanmelding", "antwoord", "aanmelding.py").returncode == 0
    mine = next(body["body"] for _, path, body in runner.written if path == f"{API}/issues/comments/31")
    assert "**Voorstel #77 heeft nog je vorige tekst.**" in mine
    assert "In je nieuwe tekst moet nog iets anders; dat staat hieronder." in mine
    assert "De titel ontbreekt." in mine
    runner.event |= {"action": "labeled", "sender": {"login": "coordinator"}}
    assert runner.run("aanmelding", "voorstel", "aanmelding.py").returncode == 0
    assert "Voorstel #77 heeft nog je vorige tekst, want er ontbreekt iets." in said_by(runner)


def test_what_concerns_one_form_happens_one_after_the_other() -> None:
    """A change and a yes wait for each other, and a label that means nothing here pushes neither of them away."""
    group = read_workflow("aanmelding")["concurrency"]["group"]
    assert "github.event.action != 'labeled' || github.event.label.name == 'akkoord'" in " ".join(group.split())


def test_an_existing_vacancy_is_never_overwritten(tmp_path: Path) -> None:
    """When the file is there already, no branch is made and the issue says why."""
    runner = runner_for(tmp_path, "aanmelding-akkoord")
    runner.replies[f"GET {API}/contents/{PLACE}?ref={START}"] = {"sha": "e" * 40}
    assert runner.run("aanmelding", "voorstel", "aanmelding.py").returncode == 1
    assert "er staat al een bestand" in said_by(runner)
    assert len(runner.written) == 1


def test_a_period_of_a_school_gets_a_file_of_its_own(tmp_path: Path) -> None:
    """A period goes into the folder of the school."""
    event = read_event("aanmelding-akkoord")
    event["issue"]["labels"] = [{"name": "periode"}, {"name": "akkoord"}]
    runner = Runner(tmp_path / "werk", event, replies(12))
    program = runner.root / ".venv/bin/stageportaal"
    program.write_text(
        program.read_text(encoding="utf-8").replace(
            "vacancies/breda/wijkkrant.yml", "content/registers/stageperiodes/avans/2728-najaar.yml"
        ),
        encoding="utf-8",
    )
    assert runner.run("aanmelding", "lees", "aanmelding.py").returncode == 0
    assert data_of(runner)["soort"] == "periode"
    assert runner.run("aanmelding", "voorstel", "aanmelding.py").returncode == 0
    assert "#99" in said_by(runner)


def test_a_failing_github_is_told_below_the_form(tmp_path: Path) -> None:
    """When GitHub refuses the pull request, the issue says that it failed and the run is red."""
    runner = runner_for(tmp_path, "aanmelding-akkoord")
    runner.replies[f"POST {API}/pulls"] = {"status": 403}
    assert runner.run("aanmelding", "voorstel", "aanmelding.py").returncode == 1
    assert "GitHub gaf een fout" in said_by(runner)


def test_a_hostile_form_runs_nothing_and_calls_nobody(tmp_path: Path) -> None:
    """Shell code, YAML tags, hidden paths and mentions stay text; the file stands where the generator put it."""
    runner = runner_for(tmp_path, "aanmelding-vijandig")
    assert data_of(runner)["pad"] == "vacancies/breda/wijkkrant.yml"
    runner.run("aanmelding", "antwoord", "aanmelding.py")
    said = said_by(runner)
    assert said.count("<!--") == 1
    assert "@regio" not in said
    assert "\u202e" not in said
    assert not list(tmp_path.rglob("gehackt"))


def test_a_label_of_somebody_without_rights_does_nothing(tmp_path: Path) -> None:
    """The label counts only from a person who may write; a stranger gets nothing made."""
    runner = runner_for(tmp_path, "aanmelding-vijandig-akkoord")
    done = runner.run("aanmelding", "voorstel", "aanmelding.py")
    assert done.returncode == 0
    assert "telt alleen" in done.stdout
    assert runner.written == []


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/publiceren.yml",
        "vacancies/../Makefile",
        "vacancies/breda/../../x.yml",
        "/etc/x.yml",
        "vacancies/breda/x.yml\nvacancies/y.yml",
        "vacancies/breda/X.yml",
        "vacancies/breda/x.yaml",
        "vacancies/x.yml",
        "assignments/sport/x.yml",
        "vacancies/breda/" + "x" * 300 + ".yml",
    ],
)
def test_a_file_stands_only_in_its_own_place(tmp_path: Path, path: str) -> None:
    """Whatever the first job says, the second accepts one folder, one name and one ending."""
    with pytest.raises(RefusedError):
        place_in("vacature", path)
    (tmp_path / "bestand.yml").write_text("x", encoding="utf-8")
    data = {"nummer": 12, "soort": "vacature", "pad": path, "antwoord": "x"}
    (tmp_path / "aanmelding.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(RefusedError):
        read(tmp_path, 12)


@pytest.mark.parametrize(
    "change", [{"nummer": 13}, {"soort": "iets"}, {"extra": 1}, {"antwoord": None}, {"nummer": "12"}], ids=str
)
def test_data_of_another_shape_are_refused(tmp_path: Path, change: dict[str, object]) -> None:
    """Another number, kind or field is no aanmelding of this issue."""
    (tmp_path / "bestand.yml").write_text("x", encoding="utf-8")
    data = {"nummer": 12, "soort": "vacature", "pad": "", "antwoord": "x", **change}
    (tmp_path / "aanmelding.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(RefusedError):
        read(tmp_path, 12)


def test_a_path_that_the_generator_should_not_give_makes_no_file(tmp_path: Path) -> None:
    """Even a generator that goes wrong cannot choose another place."""
    runner = Runner(tmp_path / "werk", read_event("aanmelding-goed"), replies(12))
    program = runner.root / ".venv/bin/stageportaal"
    program.write_text(
        program.read_text(encoding="utf-8").replace("vacancies/breda/wijkkrant.yml", ".github/workflows/x.yml"),
        encoding="utf-8",
    )
    assert runner.run("aanmelding", "lees", "aanmelding.py").returncode == 0
    assert data_of(runner)["pad"] == ""


def test_an_issue_that_is_no_form_is_left_alone(tmp_path: Path) -> None:
    """Without the label of a form nothing is read and nothing is said."""
    event = read_event("aanmelding-goed")
    event["issue"]["labels"] = [{"name": "vraag"}]
    runner = Runner(tmp_path / "werk", event, {})
    assert runner.run("aanmelding", "lees", "aanmelding.py").returncode == 0
    assert runner.given == "gelezen=nee\n"


def test_the_workflow_knows_every_label() -> None:
    """The labels that the script understands are those on which the workflow starts."""
    condition = read_workflow("aanmelding")["jobs"]["lees"]["if"]
    assert all(f"labels.*.name, '{label}')" in condition for label in KINDS)
