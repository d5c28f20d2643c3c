"""Runs the steps of a workflow on a recorded event, as a runner would, with a `gh` that only remembers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from support import ROOT

SCRIPTS = ROOT / ".github" / "scripts"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
EVENTS = Path(__file__).parent / "events"
EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
REPOSITORY = "regio/stageportaal"

_GH = """\
import json, os, sys
options = sys.argv[1:]
assert options[:2] == ["api", "--method"], options
method, path, rest = options[2], options[3], options[4:]
body = json.loads(sys.stdin.read()) if "--input" in rest else None
with open(os.environ["GH_LOG"], "a", encoding="utf-8") as log:
    log.write(json.dumps([method, path, body]) + "\\n")
replies = json.loads(open(os.environ["GH_REPLIES"], encoding="utf-8").read())
reply = replies.get(method + " " + path)
if isinstance(reply, dict) and "status" in reply:
    sys.exit("gh: no (HTTP " + str(reply["status"]) + ")")
if isinstance(reply, str):
    sys.stdout.buffer.write(bytes.fromhex(reply))
else:
    for page in reply if "--paginate" in rest and reply and isinstance(reply[0], list) else [reply]:
        print(json.dumps(page))
"""
_STAGEPORTAAL = """\
import json, os, pathlib, sys
pathlib.Path("gevraagd.json").write_text(json.dumps(sys.argv[1:]), encoding="utf-8")
if sys.argv[1] == "intake":
    text = pathlib.Path(sys.argv[-1]).read_text(encoding="utf-8")
    if "_No response_" in text:
        print("De titel ontbreekt.")
        sys.exit(1)
    path = os.environ.get("INTAKE_PAD", "vacancies/breda/wijkkrant.yml")
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(path).write_text("titel: Wijkkrant\\n", encoding="utf-8")
    print("Je aanmelding is compleet.\\n\\n" + text[:2000] + "\\n\\n<!-- bestand: " + path + " -->")
else:
    files = [name for name in sys.argv[2:] if not name.startswith(("--eerder=", "--bouw="))]
    print("Antwoord over " + str(len(files)) + " bestand(en). @iedereen <!-- stageportaal-antwoord -->")
    there = [pathlib.Path(name) for name in files if not name.startswith("--weg=")]
    sys.exit(any("titel: [" in path.read_text(encoding="utf-8") for path in there))
"""

_REAL = "from generator.cli import main\nsys.exit(main())\n"


def read_event(name: str) -> dict[str, Any]:
    """Return a recorded event."""
    event: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
    return event


def read_workflow(name: str) -> dict[str, Any]:
    """Return a workflow; the key `on` is a truth for YAML, so it is read as text."""
    path = ROOT / ".github" / "workflows" / f"{name}.yml"
    workflow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    return workflow


@dataclass
class Runner:
    """A checked out repository on disk in which the steps of one job run."""

    root: Path
    event: dict[str, Any]
    replies: dict[str, Any] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    """values that earlier steps gave, by their expression: `steps.moment.outputs.doorgaan`"""
    real: bool = False
    """the generator itself, in a portal on disk, instead of one that only remembers"""

    def __post_init__(self) -> None:
        """Lay out what a runner has: the scripts, the environment, and `gh`."""
        bin_ = self.root / "bin"
        for folder in (self.root / ".github", self.root / ".venv" / "bin", bin_):
            folder.mkdir(parents=True, exist_ok=True)
        (self.root / ".github" / "scripts").symlink_to(SCRIPTS)
        (self.root / ".venv" / "bin" / "python").symlink_to(sys.executable)
        self._program(bin_ / "gh", _GH)
        program = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{_REAL}" if self.real else _STAGEPORTAAL
        self._program(self.root / ".venv" / "bin" / "stageportaal", program)

    def _program(self, path: Path, code: str) -> None:
        path.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
        path.chmod(0o755)

    def value(self, expression: str) -> str:
        """Return what an expression of the workflow stands for."""
        if expression in self.outputs:
            return self.outputs[expression]
        if expression == "github.token":
            return "geheim"
        parts = expression.split(".")
        assert parts[:2] == ["github", "event"], expression
        found: Any = self.event
        for part in parts[2:]:
            found = found[part] if isinstance(found, dict) and part in found else ""
        return str(found)

    def run(self, workflow: str, job: str, script: str) -> subprocess.CompletedProcess[str]:
        """Run the one step of a job whose command names `script`, with the environment that the workflow gives it."""
        described = read_workflow(workflow)["jobs"][job]
        step = next(step for step in described["steps"] if script in step.get("run", ""))
        given: Mapping[str, str] = {**described.get("env", {}), **step.get("env", {})}
        environment = {name: EXPRESSION.sub(lambda match: self.value(match[1]), text) for name, text in given.items()}
        (self.root / "event.json").write_text(json.dumps(self.event), encoding="utf-8")
        (self.root / "replies.json").write_text(json.dumps(self.replies), encoding="utf-8")
        assert not EXPRESSION.search(step["run"]), "a command holds no expression"
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", step["run"]],
            cwd=self.root,
            env={
                "PATH": f"{self.root / 'bin'}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(self.root),
                "GITHUB_REPOSITORY": REPOSITORY,
                "GITHUB_SHA": "a" * 40,
                "GITHUB_EVENT_PATH": str(self.root / "event.json"),
                "GITHUB_OUTPUT": str(self.root / "output.txt"),
                "GH_LOG": str(self.root / "gh.log"),
                "GH_REPLIES": str(self.root / "replies.json"),
                "RUNNER_TEMP": str(self.temp),
                "PORTAL_TODAY": "2026-11-21",
                "PYTHONDONTWRITEBYTECODE": "1",
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def temp(self) -> Path:
        """Return the folder for files of one run, outside the repository."""
        folder = self.root.parent / "tijdelijk"
        folder.mkdir(exist_ok=True)
        return folder

    @property
    def asked(self) -> list[list[Any]]:
        """Return every question to GitHub: method, path, body."""
        log = self.root / "gh.log"
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []

    @property
    def written(self) -> list[list[Any]]:
        """Return the questions that change something."""
        return [question for question in self.asked if question[0] != "GET"]

    @property
    def given(self) -> str:
        """Return what the steps gave to later steps."""
        file = self.root / "output.txt"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def commit(self, files: Mapping[str, str | None], message: str) -> str:
        """Commit files (None takes one away) and return the id."""
        if not (self.root / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")
        for name, text in files.items():
            path = self.root / name
            if text is None:
                path.unlink()
                self.git("rm", "--quiet", "--cached", "--", name)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
                self.git("--literal-pathspecs", "add", "-f", "--", name)
        self.git("commit", "--quiet", "--allow-empty", "--no-gpg-sign", "-m", message)
        return self.git("rev-parse", "HEAD").strip()

    def git(self, *arguments: str) -> str:
        """Run git in the repository, with nothing of the machine's own settings."""
        return subprocess.run(
            ["git", "-c", "user.name=proef", "-c", "user.email=proef@proef.example", *arguments],
            cwd=self.root,
            env={"PATH": os.environ["PATH"], "HOME": str(self.root), "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout


def steps_of(workflow: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Return every step of every job."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]
