"""Make a synthetic region on disk: the real registers, with as many vacancies and assignments as asked.

Sentences, tasks and goals are taken from the real texts and recombined; structured blocks (levels, programmes,
dates, supervision) come whole from one real record, so that every file passes the checker. The same seed,
sizes and real data give the same bytes.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Record = dict[str, Any]

SEED = 20261121
TITLE_MAX = 80
SUMMARY_MAX = 200
TEXT_MAX = 3900
OWN_FIELD = 0.75
"""Share of the sentences that come from texts in the same field; the rest comes from anywhere."""
MARKED_SHARE = 1 / 3
"""Share of the vacancy texts with a list or bold words, as in the real data."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z‘'’])")
_ITEM = re.compile(r"^(?:[-*+]|\d+[.)]) ")
_PLAIN = re.compile(r"[A-Za-z0-9À-ÿ](?:[^\x00-\x1f]*[^\s:])?")
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


class Region(NamedTuple):
    """What was made: the folder, and the records by key (organisation or field, and file name)."""

    root: Path
    vacancies: Mapping[str, Record]
    assignments: Mapping[str, Record]


class _Material(NamedTuple):
    """What the real records of one field offer; `text` holds sentences, the others whole items."""

    text: list[str]
    lists: list[list[str]]
    bold: list[str]
    titles: list[str]
    summaries: list[str]
    taken: list[str]
    leerdoelen: list[str]
    profiel: list[str]


def make_region(real: Path, target: Path, vacancies: int, assignments: int, seed: int = SEED) -> Region:
    """Write a region with so many `vacancies` and `assignments` into `target`, which is emptied first.

    `real` is the root of the portal whose registers, authored pages, theme and texts are used.
    """
    chance = random.Random(seed)
    if target.exists():
        shutil.rmtree(target)
    for name in ("content", "handbook"):
        shutil.copytree(real / name, target / name)
    (target / "mkdocs.yml").write_text(_mkdocs(real, target), encoding="utf-8")
    organisations = sorted(path.stem for path in (real / "content/registers/organisaties").glob("*.yml"))
    examples = _make_assignments(list(_real(real / "assignments")), assignments, chance)
    offers = _make_vacancies(list(_real(real / "vacancies")), vacancies, organisations, sorted(examples), chance)
    _write(target / "assignments", examples)
    _write(target / "vacancies", offers)
    return Region(target, offers, examples)


def to_yaml(record: Mapping[str, Any]) -> str:
    """Return `record` as YAML in the form of the real files: blocks for texts and lists, flow for small groups."""
    lines: list[str] = []
    for name, value in record.items():
        if isinstance(value, str) and "\n" in value:
            lines.append(f"{name}: |")
            lines.extend(f"  {line}" if line else "" for line in value.rstrip("\n").split("\n"))
        elif isinstance(value, list) and any(isinstance(item, dict) or " " in item for item in value):
            lines.append(f"{name}:")
            lines.extend(f"  - {_flow(item, inside=isinstance(item, dict))}" for item in value)
        else:
            lines.append(f"{name}: {_flow(value, inside=False)}")
    return "\n".join(lines) + "\n"


def read_yaml(path: Path) -> Record:
    """Return the raw value of a data file; every scalar stays text."""
    value: Record = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - the base loader makes texts only
    return value


def _flow(value: Any, *, inside: bool) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(item, inside=True)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item, inside=True) for item in value) + "]"
    return _scalar(value, inside=inside)


def _scalar(text: str, *, inside: bool) -> str:
    plain = _PLAIN.fullmatch(text) and ": " not in text and " #" not in text and text.lower() not in _RESERVED
    if text in ("true", "false") or (plain and not (inside and re.search(r"[,\[\]{}]", text))):
        return text
    return "'" + text.replace("'", "''") + "'"


def _mkdocs(real: Path, target: Path) -> str:
    """Return the real mkdocs.yml with its theme folder reached from `target`."""
    text = (real / "mkdocs.yml").read_text(encoding="utf-8")
    theme = Path(os.path.relpath(real / "theme", target)).as_posix()
    changed = re.sub(r"(?m)^( +custom_dir: ).*$", lambda found: found[1] + theme, text)
    if changed == text:
        raise ValueError("mkdocs.yml names no custom_dir: the benchmark would not measure the real theme")
    return changed


def _real(folder: Path) -> Iterator[tuple[str, Record]]:
    for path in sorted(folder.glob("*/*.yml")):
        yield f"{path.parent.name}/{path.stem}", read_yaml(path)


def _write(folder: Path, records: Mapping[str, Record]) -> None:
    for key, record in records.items():
        path = folder / f"{key}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_yaml(record), encoding="utf-8")


# Material from the real texts


def _gather(records: Iterable[Record]) -> tuple[dict[str, _Material], _Material]:
    """Return the material by field, and all of it together."""
    by_field: dict[str, _Material] = defaultdict(_empty)
    everything = _empty()
    for record in records:
        for material in (by_field[record["vakgebied"]], everything):
            material.titles.append(record["titel"])
            material.summaries.append(record["samenvatting"])
            for name in ("taken", "leerdoelen", "profiel"):
                getattr(material, name).extend(record[name])
            for block in _blocks(record["opdracht"]):
                if _ITEM.match(block):
                    material.lists.append(block.split("\n"))
                elif "**" in block:
                    material.bold.append(block)
                else:
                    material.text.extend(_sentences(block))
    return dict(by_field), everything


def _empty() -> _Material:
    return _Material([], [], [], [], [], [], [], [])


def _blocks(text: str) -> list[str]:
    return [block.strip() for block in re.split(r"\n\s*\n", text.strip())]


def _sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph; one with an open blank or quote is kept whole."""
    parts = _SENTENCE.split(paragraph.replace("\n", " "))
    whole = all(part.count("[[") == part.count("]]") and part.count("‘") <= part.count("’") for part in parts)
    return [part for part in parts if not part.endswith(":")] if whole else [paragraph.replace("\n", " ")]


def _pick(chance: random.Random, own: list[Any], all_: list[Any], count: int) -> list[Any]:
    """Return `count` different items, most of them from `own`."""
    chosen: dict[str, Any] = {}
    for _ in range(count * 8):
        source = own if own and chance.random() < OWN_FIELD else all_
        item = chance.choice(source)
        chosen.setdefault(str(item), item)
        if len(chosen) == count:
            break
    return list(chosen.values())


def _text(chance: random.Random, model: str, own: _Material, all_: _Material, *, marked: bool) -> str:
    """Return a text with as many paragraphs and sentences as `model`, with a list or bold words when `marked`."""
    sizes = [max(1, len(_sentences(block))) for block in _blocks(model) if not _ITEM.match(block)]
    blocks = [" ".join(_pick(chance, own.text, all_.text, size)) for size in sizes]
    if marked:
        place = chance.randrange(1, len(blocks) + 1)
        if chance.random() < len(all_.bold) / (len(all_.bold) + len(all_.lists)):
            blocks.insert(place, chance.choice(all_.bold))
        else:
            blocks[place - 1] += " Dit hoort erbij:"
            blocks.insert(place, "\n".join(chance.choice(own.lists or all_.lists)))
    while len("\n\n".join(blocks)) > TEXT_MAX:
        blocks.pop()
    return "\n\n".join(blocks) + "\n"


def _title(chance: random.Random, own: _Material, place: str) -> str:
    title = str(chance.choice(own.titles))
    longer = f"{title.rstrip('?')} in {place}"
    return longer if len(longer) <= TITLE_MAX and "?" not in title else title


def _summary(chance: random.Random, own: _Material) -> str:
    first, second = (str(text) for text in _pick(chance, own.summaries, own.summaries, 2))
    head = _SENTENCE.split(first)[0]
    joined = f"{head} {_SENTENCE.split(second)[-1]}"
    return joined if head != first and len(joined) <= SUMMARY_MAX else first


def _slug(title: str, number: int) -> str:
    plain = title.lower().translate(str.maketrans("éëèêïíöóüúáàç", "eeeeiioouuaac")).replace("’", "").replace("'", "")
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    while len(words) > 48:
        words = words.rpartition("-")[0] or words[:48]
    return f"{words}-{number}"


# Records


def _make_assignments(real: list[tuple[str, Record]], count: int, chance: random.Random) -> dict[str, Record]:
    by_field, everything = _gather(record for _, record in real)
    made: dict[str, Record] = {}
    for number in range(1, count + 1):
        _, base = real[(number - 1) % len(real)]
        field = base["vakgebied"]
        own = by_field[field]
        record = dict(base)
        record["titel"] = _title(chance, own, chance.choice(("de wijk", "het dorp", "de regio", "de stad")))
        record["samenvatting"] = _summary(chance, own)
        text = _text(chance, base["opdracht"], own, everything, marked=False)
        record["opdracht"] = text if "[[" in text else f"{text}\n{next(s for s in everything.text if '[[' in s)}\n"
        _refill(chance, record, base, own, everything)
        made[f"{field}/{_slug(record['titel'], number)}"] = record
    return dict(sorted(made.items()))


def _make_vacancies(
    real: list[tuple[str, Record]], count: int, organisations: list[str], examples: list[str], chance: random.Random
) -> dict[str, Record]:
    by_field, everything = _gather(record for _, record in real)
    by_key = defaultdict(list)
    for key in examples:
        by_key[key.split("/")[0]].append(key)
    places = sorted({record["standplaats"] for _, record in real if "standplaats" in record})
    made: dict[str, Record] = {}
    for number in range(1, count + 1):
        _, base = real[(number - 1) % len(real)]
        field, organisation = base["vakgebied"], chance.choice(organisations)
        own = by_field[field]
        record = {name: value for name, value in base.items() if name not in ("duo_met", "gebaseerd_op")}
        place = chance.choice(places)
        record["titel"] = _title(chance, own, place)
        record["samenvatting"] = _summary(chance, own)
        marked = chance.random() < MARKED_SHARE
        record["opdracht"] = _text(chance, base["opdracht"], own, everything, marked=marked)
        _refill(chance, record, base, own, everything)
        if "standplaats" in base:
            record["standplaats"] = place
        _move(record, chance.randrange(-4, 9))
        if "email" in base["solliciteren"]:
            record["solliciteren"] = base["solliciteren"] | {"email": f"stages@{organisation}.example"}
        if "gebaseerd_op" in base and by_key[field]:
            record["gebaseerd_op"] = chance.choice(by_key[field])
        made[f"{organisation}/{_slug(record['titel'], number)}"] = record
    return dict(sorted(made.items()))


def _refill(chance: random.Random, record: Record, base: Record, own: _Material, all_: _Material) -> None:
    """Give a record other tasks, goals and profile lines, as many as it had."""
    for name in ("taken", "leerdoelen", "profiel"):
        record[name] = _pick(chance, getattr(own, name), getattr(all_, name), len(base[name]))


def _move(record: Record, weeks: int) -> None:
    """Move all dates that depend on each other by so many weeks."""
    shift = timedelta(weeks=weeks)
    for name in ("publiceren_op", "sluit_op"):
        record[name] = (date.fromisoformat(record[name]) + shift).isoformat()
    period = record["periode"]
    if "start" in period:
        moved = {name: (date.fromisoformat(period[name]) + shift).isoformat() for name in ("start", "eind")}
        record["periode"] = period | moved
