"""The sentences of the rules, for the form in the browser: every rule is broken once, and what it says is kept.

So each sentence stands in one place, the rule; the browser gets it with marks in place of what differs per vacancy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.load.places import RecordKind
from generator.model.problems import Finding
from generator.validate.rules import findings_for
from generator.validate.shapes import read_shape

_KIND = RecordKind.VACANCY
_STORY = "Je zoekt uit wie de krant leest. Je praat met inwoners en je schrijft op wat zij ervan vinden in hun wijk."
_HELP: Mapping[str, Any] = {
    "inhoudelijk": "adviseur", "buddy": "trainee", "uren_per_week": "2", "werkplek": "true",
    "opleidingsachtergrond": "hbo communicatie",
}  # fmt: skip
_RIGHT: Mapping[str, Any] = {
    "titel": "Onderzoek wie de wijkkrant in de hele stad leest",
    "soort": "project",
    "vakgebied": "communicatie",
    "niveaus": ["hbo"],
    "samenvatting": "Praat met lezers in vier wijken en laat zien wie de krant nu nog mist.",
    "opdracht": _STORY,
    "taken": ["Je maakt een plan.", "Je praat met inwoners.", "Je schrijft een advies."],
    "leerdoelen": ["Je leert een onderzoek opzetten."],
    "profiel": ["Je stapt op mensen af."],
    "periode": {"start": "2027-02-01", "eind": "2027-06-25"},
    "uren_per_week": "32",
    "dagen": ["ma", "di", "do", "vr"],
    "werkvorm": "hybride",
    "aantal": "1",
    "vergoeding": {"volgens": "organisatie"},
    "begeleiding": _HELP,
    "voertaal": "nl",
    "vog": "false",
    "solliciteren": {"via": "stagebureau", "reactie_binnen_werkdagen": "5"},
    "publiceren_op": "2026-11-23",
    "sluit_op": "2026-12-18",
}
"""A vacancy with which nothing is wrong."""


class _Break(NamedTuple):
    """One way to break a rule."""

    changes: Mapping[str, Any]
    marks: Mapping[str, str] = {}
    """what stands in the sentence, and the name of its mark"""
    code: str = ""
    """of the finding, when its name is another one because the rule says two things under one code"""


def _help(**changes: str) -> dict[str, Any]:
    return {"begeleiding": {name: text for name, text in {**_HELP, **changes}.items() if text}}


def _apply(via: str, **ways: str) -> dict[str, Any]:
    return {"solliciteren": {"via": via, "reactie_binnen_werkdagen": "5", **ways}}


_TWO = {"taken": ["Je maakt een plan.", "Je praat met inwoners."]}
_MAIL, _PAGE = "stages@breda.nl", "https://breda.nl/stages"
_BREAKS: Mapping[str, _Break] = {
    "leerdoel_is_taak": _Break({"leerdoelen": ["Je maakt een plan."]}),
    "samenvatting_is_titel": _Break({"samenvatting": "Onderzoek wie de wijkkrant in de hele stad leest."}),
    "resultaat_ontbreekt": _Break({"soort": "onderzoek"}, {"onderzoek": "soort"}),
    "te_weinig_taken": _Break({**_TWO, "soort": "meewerk"}),
    "weinig_taken": _Break(_TWO),
    "geen_buddy": _Break(_help(buddy="")),
    "geen_werkplek": _Break(_help(werkplek="false")),
    "achtergrond_onbekend": _Break(_help(opleidingsachtergrond="")),
    "niveau_dubbel": _Break({"niveaus": ["hbo", "hbo"]}),
    "niveaus_ver_uiteen": _Break({"niveaus": ["mbo-1", "wo"]}),
    "periode_dubbel": _Break({"periode": {"start": "2027-02-01", "doorlopend": "true"}}),
    "periode_onvolledig": _Break({"periode": {"start": "2027-02-01"}}),
    "einde_voor_begin": _Break(
        {"periode": {"start": "2027-02-03", "eind": "2027-02-02"}}, {"2027-02-03": "start", "2027-02-02": "eind"}
    ),
    "sluit_voor_open": _Break({"sluit_op": "2026-11-22"}, {"2026-11-22": "tot", "2026-11-23": "van"}),
    "sluit_na_begin": _Break({"sluit_op": "2027-02-02"}, {"2027-02-02": "tot", "2027-02-01": "start"}),
    "te_lang_open": _Break({"sluit_op": "2028-12-18"}),
    "sbb_ontbreekt": _Break({"niveaus": ["mbo-4"]}),
    "sbb_zonder_kwalificatie": _Break({"niveaus": ["mbo-4"], "sbb": {"status": "erkend"}}),
    "soort_past_niet": _Break({"soort": "bpv"}, {"bpv": "soort"}),
    "soort_duaal": _Break({"soort": "duaal", "niveaus": ["mbo-4"]}, code="soort_past_niet"),
    "leerweg_past_niet": _Break({"leerweg": "bol"}),
    "leerweg_bbl": _Break({"soort": "bbl", "niveaus": ["mbo-4"], "leerweg": "bol"}, code="leerweg_past_niet"),
    "vergoeding_dubbel": _Break(
        {"vergoeding": {"volgens": "organisatie", "geen": "Een korte reden."}},
        {"geen en volgens": "wegen"},
        "vergoeding_onduidelijk",
    ),
    "vergoeding_onduidelijk": _Break({"vergoeding": {}}),
    "vergoeding_per": _Break({"vergoeding": {"bedrag": "450"}}),
    "vergoeding_uren": _Break({"vergoeding": {"bedrag": "450", "per": "maand"}}),
    "vergoeding_hoog": _Break({"vergoeding": {"bedrag": "62.5", "per": "uur"}}, {"62,5": "bedrag"}),
    "vergoeding_laag": _Break(
        {"vergoeding": {"bedrag": "1.450", "per": "maand", "bij_uren": "36"}}, {"1,45": "bedrag", "1450": "bedoeld"}
    ),
    "vergoeding_laag_per_uur": _Break(
        {"vergoeding": {"bedrag": "16.5", "per": "maand", "bij_uren": "36"}}, {"16,5": "bedrag"}, "vergoeding_laag"
    ),
    "vergoeding_laag_uur": _Break(
        {"vergoeding": {"bedrag": "0.45", "per": "uur"}}, {"0,45": "bedrag"}, "vergoeding_laag"
    ),
    "twee_routes": _Break(_apply("stagebureau", email=_MAIL)),
    "route_dubbel": _Break(_apply("organisatie", email=_MAIL, url=_PAGE), code="twee_routes"),
    "geen_route": _Break(_apply("organisatie")),
    "dag_dubbel": _Break({"dagen": ["ma", "ma", "di", "do", "vr"]}),
    "uren_en_dagen": _Break({"dagen": ["ma", "di", "do"], "uren_per_week": "39"}, {"39": "uren", "3 dagen": "dagen"}),
    "uren_en_dagen_krap": _Break({"uren_per_week": "35"}, {"35": "uren", "4 dagen": "dagen", "8,8": "per"}),
    "begeleider_afwezig": _Break({"begeleiding": {**_HELP, "aanwezig_op": ["wo"]}}),
    "weekend": _Break({"dagen": ["ma", "di", "do", "za"]}),
    "weekend_onbetaald": _Break({"weekendwerk": "true"}),
    "voorbeeld_mail": _Break({**_apply("organisatie", email=_MAIL), "voorbeeld": "true"}),
    "echte_mail": _Break(_apply("organisatie", email="stages@breda.example"), code="voorbeeld_mail"),
    "open_plek": _Break({"afdeling": "[[naam van je team]]"}, {"[[naam van je team]]": "plek"}),
    "titel_is_etiket": _Break({"titel": "Vacature in de wijk"}),
    "prive_mail": _Break({"afdeling": "mail iemand@gmail.com"}, {"gmail.com": "domein"}),
    "mobiel_nummer": _Break({"afdeling": "bel 06 12345678"}),
    "bsn": _Break({"afdeling": "nummer 111222333"}),
    "naam": _Break({"afdeling": "vraag naar mevrouw Jansen"}),
}
"""Every sentence of a rule by its name: the code of its finding, or a name of its own."""


def rule_sentences() -> dict[str, list[str]]:
    """Return code, message, remedy and severity for every way to break a rule; raises ValueError when one is silent."""
    return {name: _said(name, broken) for name, broken in _BREAKS.items()}


def _said(name: str, broken: _Break) -> list[str]:
    value = {**_RIGHT, **broken.changes}
    record, _ = read_shape(_KIND, value)
    found = [one for one in findings_for(_KIND, value, record) if one.code == (broken.code or name)]
    if not found:
        raise ValueError(f"no rule says {name}")
    return _marked(found[0], broken.marks)


def _marked(finding: Finding, marks: Mapping[str, str]) -> list[str]:
    message, remedy = finding.message, finding.remedy
    for found, mark in marks.items():
        if found not in message + remedy:
            raise ValueError(f"{finding.code} does not say {found}")
        message, remedy = (text.replace(found, f"{{{mark}}}") for text in (message, remedy))
    return [finding.code, message, remedy, finding.severity.value]
