"""Write the same region as a Hugo site: same records, same page frame, same blocks, same lists.

The frame around `<main>` is taken from a page that our own build made, so both write the same chrome. Work that
favours Hugo: which vacancies are listed, their half-year and the order of the lists are worked out here, nothing is
checked, and no authored pages, period overviews, school pages or sitemap are made (under 2 % of the pages).
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from region import Record, Region, read_yaml, to_yaml

ROOT = "/portaal/"
"""Base path of the Hugo site; as long as the `../../../` of our own pages, so that bytes can be compared."""
PER_PAGE = 50
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*">')
_CANONICAL = re.compile(r'<link rel="canonical" href="[^"]*">')

_CONFIG = """\
baseURL: https://voorbeeld.github.io{root}
locale: nl
title: Stageportaal
disableKinds: [rss, taxonomy, sitemap, robotstxt, "404"]
timeout: 600s
pagination: {{pagerSize: {size}, path: pagina, disableAliases: true}}
taxonomies:
  vakgebied: vakgebied
  niveau: niveau
  soort: soort
  organisatie: organisatie
  periode: periode
  opdrachtveld: opdrachtveld
permalinks:
  term:
    vakgebied: /vacatures/vakgebied/:slug/
    niveau: /vacatures/niveau/:slug/
    soort: /vacatures/soort/:slug/
    organisatie: /vacatures/organisatie/:slug/
    periode: /vacatures/periode/:slug/
    opdrachtveld: /opdrachten/:slug/
markup: {{goldmark: {{extensions: {{typographer: {{disable: true}}}}}}}}
params:
  today: {today}
"""


def write_hugo_site(region: Region, page: Path, target: Path, today: date) -> None:
    """Write the Hugo site of `region` into `target`; `page` is a vacancy page of ours that gives the frame."""
    if target.exists():
        shutil.rmtree(target)
    (target / "data").mkdir(parents=True)
    (target / "hugo.yaml").write_text(_CONFIG.format(root=ROOT, size=PER_PAGE, today=today), encoding="utf-8")
    registers = _registers(region.root / "content" / "registers")
    (target / "data" / "registers.json").write_text(json.dumps(registers, ensure_ascii=False), encoding="utf-8")
    shutil.copytree(Path(__file__).parent / "hugo", target / "layouts")
    (target / "layouts" / "baseof.html").write_text(_frame(page.read_text(encoding="utf-8")), encoding="utf-8")
    for key, record in region.vacancies.items():
        _write(target / "content" / "vacatures" / f"{key}.md", _vacancy(key, record, registers, today))
    for key, record in region.assignments.items():
        _write(target / "content" / "opdrachten" / f"{key}.md", _assignment(key, record))


def _write(path: Path, page: Record) -> None:
    body = page.pop("opdracht")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{to_yaml(page)}---\n{body}", encoding="utf-8")


def _vacancy(key: str, record: Record, registers: Mapping[str, Any], today: date) -> Record:
    """Return the front matter of a vacancy; taxonomies only when it stands in lists, in the order of the lists."""
    organisation = key.split("/", maxsplit=1)[0]
    state = _state(record, today)
    page: Record = {"title": record["titel"], "sleutel": key, "org": organisation, "veld": record["vakgebied"]}
    page |= {name: value for name, value in record.items() if name not in ("titel", "vakgebied", "soort", "periode")}
    page |= {"duur": record["periode"], "staat": state, "soortstage": record["soort"]}
    if state in ("open", "in_gesprek", "gepland"):
        works_for = registers["organisaties"][organisation]["werkt_voor"]
        day = record["publiceren_op"] if state == "gepland" else record["sluit_op"]
        later = 100_000 if state == "gepland" else 0
        page["weight"] = str(date.fromisoformat(day).toordinal() - 700_000 + later)
        page["vakgebied"] = [record["vakgebied"]]
        page["niveau"] = record["niveaus"]
        page["soort"] = [record["soort"]]
        page["organisatie"] = [organisation, *works_for]
        page["periode"] = [_half(record["periode"])]
    return page


def _assignment(key: str, record: Record) -> Record:
    page: Record = {"title": record["titel"], "sleutel": key, "veld": record["vakgebied"]}
    page |= {name: value for name, value in record.items() if name not in ("titel", "vakgebied", "soort")}
    page |= {"soortstage": record["soort"], "opdrachtveld": [record["vakgebied"]]}
    return page


def _state(record: Record, today: date) -> str:
    status: str = record.get("status", "open")
    if status in ("vervuld", "ingetrokken"):
        return status
    if today > date.fromisoformat(record["sluit_op"]):
        return "gesloten"
    if today < date.fromisoformat(record["publiceren_op"]):
        return "gepland"
    return status


def _half(period: Mapping[str, str]) -> str:
    if "start" not in period:
        return "doorlopend"
    return f"{period['start'][:4]}-{'voorjaar' if int(period['start'][5:7]) < 7 else 'najaar'}"


def _registers(folder: Path) -> dict[str, Any]:
    """Return what the templates look up: fields, organisations, and programmes with their periods."""
    fields = {item["id"]: item for item in read_yaml(folder / "vakgebieden.yml")["vakgebieden"]}
    organisations = {path.stem: read_yaml(path) for path in sorted((folder / "organisaties").glob("*.yml"))}
    return {
        "vakgebieden": {id_: {"naam": item["naam"], "uitleg": item["uitleg"]} for id_, item in fields.items()},
        "organisaties": {id_: _organisation(item) for id_, item in organisations.items()},
        "opleidingen": dict(_courses(folder / "instellingen")),
    }


def _organisation(item: Record) -> Record:
    pay = item.get("vergoeding")
    kept = {name: item.get(name, "") for name in ("naam", "korte_naam", "plaats", "over")}
    return kept | {"bedrag": pay["bedrag"] if pay else "", "werkt_voor": item.get("werkt_voor", [])}


def _courses(folder: Path) -> Iterator[tuple[str, Record]]:
    for path in sorted(folder.glob("*.yml")):
        school = read_yaml(path)
        for course in school["opleidingen"]:
            periods = [
                p for p in school.get("periodes", []) if p["opleidingen"] == "alle" or course["id"] in p["opleidingen"]
            ]
            yield (
                f"{path.stem}/{course['id']}",
                {
                    "naam": course["naam"],
                    "niveau": course["niveau"],
                    "velden": course.get("vakgebieden", []),
                    "adres": f"{ROOT}stageperiodes/{path.stem}/#{course['id']}",
                    "school": school["korte_naam"],
                    "eisen": course.get("eisen", []),
                    "periodes": [_period(period) for period in periods],
                },
            )


def _period(period: Record) -> Record:
    days = {name: date.fromisoformat(period[name]).toordinal() - 719_163 for name in ("start", "eind")}
    return {"naam": period["naam"], "start": days["start"], "eind": days["eind"]}


def _frame(html: str) -> str:
    """Return our page without its content as the base template of Hugo."""
    before, _, rest = html.partition('<main id="inhoud" tabindex="-1">')
    _, _, after = rest.partition("</main>")
    if not rest or not after:
        raise ValueError("the page of ours has no <main>: no frame can be taken from it")
    for pattern, new in (
        (_TITLE, "<title>{{ .Title }} · Stageportaal</title>"),
        (_DESCRIPTION, '<meta name="description" content="{{ .Params.samenvatting }}">'),
        (_CANONICAL, '<link rel="canonical" href="{{ .Permalink }}">'),
    ):
        before, count = pattern.subn(new, before)
        if count != 1:
            raise ValueError(f"the frame does not hold {pattern.pattern} once")
    frame = f'{before}<main id="inhoud" tabindex="-1">\n{{{{ block "main" . }}}}{{{{ end }}}}\n</main>{after}'
    return frame.replace("../../../", ROOT)
