"""The workflow files themselves: rights, pins, and no text of a stranger in a command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from steps import WORKFLOWS, read_workflow, steps_of

NAMES = [path.stem for path in WORKFLOWS]
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")
STRANGERS = re.compile(r"github\.(event\.|head_ref|ref_name)|inputs\.")
"""Values that somebody outside may have written."""
MAY_BE_NAMED = re.compile(
    r"github\.event\.(pull_request\.(number|(base|head)\.sha)|schedule|action|workflow_run\.(id|event|conclusion)"
    r"|repository\.default_branch|issue\.(number|state|pull_request|labels\.\*\.name)|label\.name)\b"
)
"""Numbers, commits, words of GitHub's own, and labels in comparisons."""
WRITES = {
    ("antwoord", "antwoord"): {"pull-requests"},
    ("publiceren", "online"): {"pages", "id-token"},
    ("aanmelding", "antwoord"): {"issues", "pull-requests"},
    ("aanmelding", "voorstel"): {"contents", "issues", "pull-requests"},
    ("onderhoud", "wakker"): {"actions"},
    ("onderhoud", "meld"): {"issues"},
}


def test_there_are_five_workflows() -> None:
    """The five workflows that the maintainers' page describes are there, and no other."""
    assert NAMES == ["aanmelding", "antwoord", "controle", "onderhoud", "publiceren"]


@pytest.mark.parametrize("name", NAMES)
def test_no_rights_but_the_ones_listed(name: str) -> None:
    """A workflow begins without rights, and each job may write no more than this test says."""
    workflow = read_workflow(name)
    assert workflow["permissions"] == {}
    for job, described in workflow["jobs"].items():
        rights = described["permissions"]
        assert {right for right, level in rights.items() if level == "write"} == WRITES.get((name, job), set())
        assert set(rights.values()) <= {"read", "write"}


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_and_keeps_no_password(name: str) -> None:
    """Actions are GitHub's own at a full commit with the version beside it, and checkout leaves no credentials."""
    for step in steps_of(read_workflow(name)):
        if "uses" in step:
            assert PINNED.fullmatch(step["uses"]), step["uses"]
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_one_action_has_one_commit_and_one_version() -> None:
    """The same action stands everywhere at the same commit, and the comment beside it names a version."""
    seen: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                match = re.fullmatch(r"\s*(?:- )?uses: (actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
                assert match, line
                seen.setdefault(match[1], set()).add(match[2])
    assert seen
    assert all(len(pins) == 1 for pins in seen.values()), seen


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_no_text_of_a_stranger_reaches_a_command(path: Path) -> None:
    """Commands hold no expression at all, and expressions elsewhere name only numbers, commits and fixed words."""
    for step in steps_of(read_workflow(path.stem)):
        assert "${{" not in step.get("run", "")
        assert "script" not in step.get("with", {})
    for expression in re.findall(r"\$\{\{(.*?)\}\}", path.read_text(encoding="utf-8"), re.DOTALL):
        assert not STRANGERS.search(MAY_BE_NAMED.sub("", expression)), expression


@pytest.mark.parametrize("name", NAMES)
def test_every_job_ends_in_time_and_uses_no_secret(name: str) -> None:
    """Each job has a time limit, each workflow a queue, and none asks for a secret or runs on pull_request_target."""
    workflow = read_workflow(name)
    text = next(path for path in WORKFLOWS if path.stem == name).read_text(encoding="utf-8")
    assert workflow["concurrency"]["group"]
    assert all(int(job["timeout-minutes"]) <= 60 for job in workflow["jobs"].values())
    assert not re.search(r"\$\{\{[^}]*secrets", text)
    assert "pull_request_target" not in text


def test_the_workflow_with_rights_fetches_only_the_main_branch() -> None:
    """The answer is posted with scripts of the main branch; nothing of the proposal is checked out or unpacked."""
    steps = steps_of(read_workflow("antwoord"))
    checkout = steps[0]["with"]
    assert checkout["ref"] == "${{ github.event.repository.default_branch }}"
    assert checkout["sparse-checkout"] == ".github/scripts"
    assert not any("download-artifact" in step.get("uses", "") for step in steps)
    assert read_workflow("controle")["on"] == {"pull_request": ""}
