"""What the YAML in a file says, as raw values and without any meaning yet."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

import yaml

from generator.model.problems import FieldPath, Finding, Mark, Origin, Problem, Severity

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
_DEFAULT_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})

if not yaml.__with_libyaml__:  # pragma: no cover - only on a broken installation
    raise ImportError(
        "PyYAML mist libyaml en is dan acht keer zo traag. Installeer het opnieuw met "
        "'pip install --force-reinstall pyyaml' of installeer het pakket libyaml van je systeem."
    )


class Document(NamedTuple):
    """The raw value of a file: dicts, lists, texts and None; every scalar is still text."""

    file: str
    value: dict[str, Any]


def read_bytes(root: Path, file: str) -> bytes | Finding:
    """Return the bytes of `file`, at most one more than allowed, or why they cannot be read."""
    try:
        with open(root / file, "rb") as handle:
            return handle.read(MAX_BYTES + 1)
    except OSError as error:
        return Finding(
            (),
            "onleesbaar",
            f"Dit bestand kan niet worden gelezen: {reason_of(error)}.",
            "Kijk of het bestand bestaat en of je het mag lezen.",
        )


_REASONS = {
    errno.ENOENT: "het bestaat niet",
    errno.EACCES: "het mag niet",
    errno.EPERM: "het mag niet",
    errno.EROFS: "er mag hier niets veranderen",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "er staat een bestand waar een map hoort",
    errno.ENOSPC: "er is geen plaats meer op de schijf",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EBADF: "het is dicht",
}


def reason_of(error: OSError) -> str:
    """Return in Dutch why something failed on the disk: the computer itself says it in English."""
    return _REASONS.get(error.errno or 0, f"de computer geeft fout {error.errno}")


def read_document(file: str, data: bytes) -> Document | list[Problem]:
    """Return the raw value in `data`, or the problems that keep it from being read.

    Every scalar stays text: what it means is for the model to say, so ``no`` is a word here and
    never a truth. Duplicate keys, aliases, tags and depths over eight are refused.
    """
    try:
        return Document(file, _read(_decode(data)))
    except _RefusalError as refusal:
        finding, mark = refusal.args
        return [
            Problem(file, mark.line, mark.column, "", Severity.ERROR, finding.code, finding.message, finding.remedy)
        ]


def locate(file: str, data: bytes) -> Origin:
    """Return where every key and list item of a readable file stands; read again, as it is rarely needed."""
    marks: dict[FieldPath, Mark] = {(): Mark(1, 1)}
    for path, mark in _positions(_compose(_decode(data)), ()):
        marks.setdefault(path, mark)
    return Origin(file, marks)


class _RefusalError(Exception):
    """Carries a finding and a mark out of the depth of a file."""


def _refuse(mark: Any, code: str, message: str, remedy: str) -> _RefusalError:
    place = Mark(1, 1) if mark is None else Mark(mark.line + 1, mark.column + 1)
    return _RefusalError(Finding((), code, message, remedy), place)


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _refuse(
            None,
            "te_groot",
            "Dit bestand is groter dan 64 KB.",
            "Een vacature past op een paar bladzijden: haal weg wat er niet in hoort.",
        )
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise _RefusalError(
            Finding(
                (),
                "codering",
                "Dit bestand is niet in UTF-8 opgeslagen, daardoor zijn letters onleesbaar.",
                "Sla het op als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8).",
            ),
            Mark(line, column),
        ) from None
    found = _FORBIDDEN.search(text)
    if found:
        before = text[: found.start()]
        raise _RefusalError(
            Finding(
                (),
                "stuurteken",
                f"Hier staat een onzichtbaar teken (U+{ord(found[0]):04X}).",
                "Haal het weg; typ de regel desnoods opnieuw.",
            ),
            Mark(before.count("\n") + 1, len(before) - before.rfind("\n")),
        )
    return text


def _read(text: str) -> dict[str, Any]:
    try:
        return _construct(text)
    except yaml.MarkedYAMLError as error:
        raise _explain(error, text) from None
    except (yaml.YAMLError, ValueError):
        raise _refuse(
            None,
            "yaml",
            "Dit bestand kan niet worden gelezen als YAML.",
            "Vergelijk het met een voorbeeldbestand uit dezelfde map.",
        ) from None


def _compose(text: str) -> yaml.Node:
    """Return the nodes of a text that `_construct` has read before, so that it is shallow and well formed."""
    return cast("yaml.Node", yaml.compose(text, Loader=yaml.CBaseLoader))


_MORE_DOCUMENTS = (
    "Er staan drie streepjes in het bestand: dat begint een tweede document.",
    "Haal de regel met --- weg; één bestand is één vacature of opdracht.",
)
_SYNTAX = (
    (
        "mapping values are not allowed",
        "dubbele_punt",
        "Er staat een dubbele punt met een spatie midden in de tekst, of de regel is te ver ingesprongen.",
        'Zet de hele tekst tussen aanhalingstekens: titel: "Stage: leer het vak".',
    ),
    (
        "found character '\\t'",
        "tab",
        "Hier staat een tab. YAML kent alleen spaties.",
        "Vervang de tab door spaties.",
    ),
    (
        "found character that cannot start any token",
        "vreemd_begin",
        "De tekst begint met een teken dat iets anders betekent (zoals @, ` of %), of met een tab.",
        "Zet de tekst tussen aanhalingstekens en gebruik spaties in plaats van tabs.",
    ),
    (
        "could not find expected ':'",
        "dubbele_punt_mist",
        "Na een veldnaam hoort een dubbele punt met een spatie.",
        "Schrijf `veld: waarde`, of laat een tekst van meer regels inspringen.",
    ),
    (
        "found unexpected end of stream",
        "aanhalingsteken",
        "Een aanhalingsteken gaat open en niet dicht.",
        "Zet aan het eind van de tekst ook een aanhalingsteken.",
    ),
    (
        "expected ',' or",
        "haakje",
        "Een lijst tussen haken is niet afgemaakt of mist een komma.",
        "Schrijf `[ma, di, do]` of `{start: 2027-02-01, eind: 2027-06-25}`.",
    ),
    (
        "did not find expected",
        "inspringing",
        "De regels springen niet gelijk in, of een teken hoort hier niet.",
        "Laat velden die bij elkaar horen even ver inspringen, met twee spaties.",
    ),
    ("found undefined tag", "tag", "Uitroeptekens aan het begin van een waarde mogen niet.",
     "Zet de tekst tussen aanhalingstekens."),
)  # fmt: skip


def _explain(error: yaml.MarkedYAMLError, text: str) -> _RefusalError:
    mark = error.problem_mark or error.context_mark
    what = f"{error.problem or ''} {error.context or ''}"
    lines = text.splitlines()
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        what = "found character '\\t'"
    for needle, code, message, remedy in _SYNTAX:
        if needle in what:
            return _refuse(mark, code, message, remedy)
    return _refuse(
        mark,
        "yaml",
        "Deze regel kan niet worden gelezen.",
        "Kijk naar aanhalingstekens, dubbele punten en inspringen op deze en de vorige regel.",
    )


def _construct(text: str) -> dict[str, Any]:
    """Return the value in `text`, built from libyaml's events in one pass.

    Events do not recurse, so depth is no danger (libyaml's composer does, and a file of sixty thousand
    brackets would end the process), and they show anchors and tags before anything is made of them.
    """
    loader = yaml.CBaseLoader(text)
    builder = _Builder()
    while True:
        event: Any = loader.get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            builder.scalar(event)
        elif kind is yaml.MappingStartEvent:
            builder.open({}, event)
        elif kind is yaml.SequenceStartEvent:
            builder.open([], event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            builder.close()
        elif kind is yaml.AliasEvent:
            raise _aliased(event)
        elif kind is yaml.DocumentStartEvent and builder.started:
            raise _refuse(event.start_mark, "meer_documenten", *_MORE_DOCUMENTS)
        elif kind is yaml.StreamEndEvent:
            return builder.fields()


class _Builder:
    """Puts values in their places while events come by; the outermost place is a list of documents."""

    __slots__ = ("above", "here", "name", "started")

    def __init__(self) -> None:
        self.here: Any = []
        self.name: str | None = None
        self.above: list[tuple[Any, str | None]] = []
        self.started = False

    def scalar(self, event: Any) -> None:
        """Take a scalar: the name of a field where one is due, else a value."""
        value = _scalar(event)
        if type(self.here) is dict and self.name is None:
            self.name = _new_name(event, self.here)
        else:
            self._put(value)

    def open(self, inner: Any, event: Any) -> None:
        """Start a list or a group of fields."""
        _refuse_marks(event)
        if type(self.here) is dict and self.name is None:
            raise _refuse(event.start_mark, "veldnaam", "Een veldnaam is één woord.", "Schrijf `veld: waarde`.")
        if len(self.above) >= MAX_DEPTH:
            raise _too_deep(event.start_mark)
        if not self.above and type(inner) is list:
            raise _no_fields(event.start_mark)
        self._put(inner)
        self.above.append((self.here, self.name))
        self.here, self.name = inner, None

    def close(self) -> None:
        """End the list or group that was opened last."""
        self.here, self.name = self.above.pop()

    def fields(self) -> dict[str, Any]:
        """Return what the file holds, once all events are there."""
        if not self.here or self.here == [None]:
            raise _refuse(None, "leeg", "Dit bestand is leeg.", "Vul het in of haal het weg.")
        if not isinstance(self.here[0], dict):
            raise _no_fields(None)
        return self.here[0]

    def _put(self, value: Any) -> None:
        self.started = True
        if self.name is None:
            self.here.append(value)
        else:
            self.here[self.name] = value
            self.name = None


def _new_name(event: Any, here: dict[str, Any]) -> str:
    name: str = event.value
    if name in here:
        raise _refuse(
            event.start_mark,
            "dubbel_veld",
            f"Het veld `{name[:40]}` staat hier voor de tweede keer.",
            "Houd er één over.",
        )
    return name


def _scalar(event: Any) -> str | None:
    _refuse_marks(event)
    value: str = event.value
    if event.style == '"' and _FORBIDDEN.search(value):
        raise _refuse(
            event.start_mark,
            "stuurteken",
            "In deze tekst staat een onzichtbaar teken, geschreven met een schuine streep.",
            "Haal de schuine streep en wat erachter staat weg.",
        )
    return None if not event.style and value in _EMPTY else value


def _refuse_marks(event: Any) -> None:
    if event.tag is not None and event.tag not in _DEFAULT_TAGS:
        raise _tagged(event)
    if event.anchor is not None:
        raise _aliased(event)


def _no_fields(mark: Any) -> _RefusalError:
    return _refuse(
        mark,
        "geen_velden",
        "Hier horen velden te staan, zoals `titel: …`.",
        "Vergelijk het met een voorbeeldbestand uit dezelfde map.",
    )


def _too_deep(mark: Any) -> _RefusalError:
    return _refuse(
        mark,
        "te_diep",
        "Hier staan te veel lagen in elkaar.",
        "Maak het eenvoudiger; kijk naar een voorbeeldbestand.",
    )


def _tagged(event: Any) -> _RefusalError:
    return _refuse(
        event.start_mark,
        "tag",
        "Een waarde die met een uitroepteken begint, wordt niet gelezen.",
        "Haal het weg of zet de tekst tussen aanhalingstekens.",
    )


def _aliased(event: Any) -> _RefusalError:
    return _refuse(
        event.start_mark,
        "alias",
        "Een & of * aan het begin van een waarde verwijst naar een andere plek; dat lezen we niet.",
        "Zet de tekst tussen aanhalingstekens, of schrijf de waarde voluit.",
    )


def _positions(node: yaml.Node, path: FieldPath) -> Iterator[tuple[FieldPath, Mark]]:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            inner = (*path, str(key_node.value))
            yield inner, Mark(key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            yield from _positions(value_node, inner)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            inner = (*path, position)
            yield inner, Mark(item.start_mark.line + 1, item.start_mark.column + 1)
            yield from _positions(item, inner)
