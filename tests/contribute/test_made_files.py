"""The made files stand in git and are in step; who looks along comes from the organisations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from support import ROOT, TODAY, edit

from generator.cli import main
from generator.contribute.codeowners import codeowners
from generator.contribute.made_files import BrokenRegistersError, files, stale_files, write_files
from generator.contribute.templates import TEMPLATES
from generator.load.places import RecordKind, find_files
from generator.survey import survey

BREDA = "content/registers/organisaties/breda.yml"
REGION = "content/registers/regio.yml"


def test_the_made_files_of_this_repository_are_in_step() -> None:
    """Who changes a model or a register runs `stageportaal schema`, or this fails."""
    assert stale_files(ROOT, TODAY) == []


def test_files_are_written_once(region: Path) -> None:
    """All files are written the first time, none the second, and only the one that was changed the third."""
    made = files(region, TODAY)
    assert stale_files(region, TODAY) == list(made)
    assert write_files(region, TODAY) == list(made)
    assert write_files(region, TODAY) == []
    (region / ".github" / "CODEOWNERS").write_text("* @iemand\n", encoding="utf-8")
    assert stale_files(region, TODAY) == [".github/CODEOWNERS"]
    assert write_files(region, TODAY) == [".github/CODEOWNERS"]


def test_made_files_are_what_they_say(region: Path) -> None:
    """The schemas and settings are JSON, the forms YAML, and the chooser leads to the page of the bureau."""
    for file, text in files(region, TODAY).items():
        assert text.endswith("\n")
        if file.endswith(".json"):
            assert json.loads(text)
        if file.endswith(".yml"):
            assert yaml.safe_load(text) or file in TEMPLATES.values()
    chooser = yaml.safe_load(files(region, TODAY)[".github/ISSUE_TEMPLATE/config.yml"])
    assert chooser["blank_issues_enabled"] is True
    assert [link["url"] for link in chooser["contact_links"]] == ["https://proef.example/stages/contact/"]


def test_without_an_address_the_chooser_has_no_link(region: Path) -> None:
    """A portal that does not know its own address sends nobody to it."""
    (region / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    assert "contact_links" not in yaml.safe_load(files(region, TODAY)[".github/ISSUE_TEMPLATE/config.yml"])


def test_every_data_file_has_its_schema_in_the_editor() -> None:
    """The patterns of the editor find every data file of the repository, each below its own schema."""
    patterns = json.loads(files(ROOT, TODAY)[".vscode/settings.json"])["yaml.schemas"]
    found = {path.relative_to(ROOT).as_posix(): schema for schema, glob in patterns.items() for path in ROOT.glob(glob)}
    assert found == {item.file: f"./docs/schema/{item.kind.value}.json" for item in find_files(ROOT)[0]}
    assert set(patterns) == {f"./docs/schema/{kind.value}.json" for kind in RecordKind}


def test_an_editor_offers_the_fields_of_work(region: Path) -> None:
    """The schema of a vacancy knows the ids of the region with their names."""
    schema = json.loads(files(region, TODAY)["docs/schema/vacature.json"])
    assert schema["properties"]["vakgebied"]["enum"] == ["communicatie", "ict", "groen"]


def test_nobody_is_named_as_long_as_nobody_is_known(region: Path) -> None:
    """Without owners the file holds only remarks that say where they come from."""
    registers = survey(region, TODAY).registers
    assert registers
    assert all(line.startswith("#") for line in codeowners(registers).splitlines())


def test_each_organisation_looks_along_in_its_own_folder(region: Path) -> None:
    """The bureau owns everything, an organisation with owners its folder together with the bureau."""
    edit(region / BREDA, "omgeving: [zundert]", 'omgeving: [zundert]\nbeheerders: ["@breda/stages", "@hr-breda"]')
    edit(region / REGION, "voorbeelden_tonen: true", 'voorbeelden_tonen: true\nbeheerders: ["@bureau/beheer"]')
    registers = survey(region, TODAY).registers
    assert registers
    assert [line for line in codeowners(registers).splitlines() if not line.startswith("#")] == [
        "* @bureau/beheer",
        "/vacancies/breda/ @breda/stages @hr-breda @bureau/beheer",
    ]


@pytest.mark.parametrize("owner", ["breda", "@", "@breda stages", "@breda/", "@a\\n* @b", "* @x", "@-a", "@a/../b"])
def test_an_owner_that_is_no_name_is_refused(region: Path, owner: str) -> None:
    """Only what GitHub could know as a user or a team may stand in the file of an organisation."""
    edit(region / BREDA, "omgeving: [zundert]", f'omgeving: [zundert]\nbeheerders: ["{owner}"]')
    assert [problem.field for problem in survey(region, TODAY).problems] == ["beheerders[1]"]


def test_broken_registers_make_nothing(region: Path) -> None:
    """With an error in the registers nothing is written, and the error says what to do."""
    edit(region / BREDA, "soort: gemeente", "soort: stad")
    with pytest.raises(BrokenRegistersError, match="stageportaal check"):
        write_files(region, TODAY)
    assert not (region / ".github").exists()


def test_the_command_writes_and_looks(
    region: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`stageportaal schema` names what it wrote; with `--kijk` it writes nothing and fails when something is behind."""
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-21")
    command = ["--map", str(region), "schema"]
    assert main([*command, "--kijk"]) == 1
    assert ".github/CODEOWNERS is niet bij. Draai: stageportaal schema" in capsys.readouterr().out
    assert not (region / ".github").exists()
    assert main(command) == 0
    assert "docs/schema/vacature.json" in capsys.readouterr().out.splitlines()
    assert main([*command, "--kijk"]) == 0
    assert capsys.readouterr().out == ""
