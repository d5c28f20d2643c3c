"""What the checker says, for somebody who fills in a form: where to look, and what to do without the keys of a file.

The sentences of the rules are for who writes a file, and may name its keys. Here stands by the code of a finding what
is better said in a form: on GitHub, and in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class InForm(NamedTuple):
    """How a form says something differently."""

    remedy: str
    place: str = ""
    """the question where people look, when the finding is about a whole group: "begeleiding.buddy" """


IN_FORM: Mapping[str, InForm] = {
    "vergoeding_onduidelijk": InForm("Vul de vergoeding in, of kies een ander antwoord."),
    "vergoeding_per": InForm("Kies per maand of per uur.", "vergoeding.per"),
    "vergoeding_uren": InForm("Meestal is dat 36 uur.", "vergoeding.bij_uren"),
    "periode_onvolledig": InForm("Vul begin en einde in, of kies: het hele jaar door."),
    "periode_dubbel": InForm("Maak de datums leeg, of kies: van begin tot einde."),
    "past_bij_geen_periode": InForm("Kijk bij de stageperiodes van de school, en schuif de datums als dat kan."),
    "sluit_na_begin": InForm("Kies een eerdere sluitdag, of zet begin en einde in overleg."),
    "sbb_ontbreekt": InForm("Kies hoe ver de erkenning is.", "sbb.status"),
    "sbb_zonder_kwalificatie": InForm("Schrijf hier de namen van de opleidingen.", "sbb.kwalificaties"),
    "leerweg_past_niet": InForm("Maak dit leeg, of kies een leerweg die past."),
    "geen_buddy": InForm("Vraag een collega die er vaak is, en schrijf hier de functie.", "begeleiding.buddy"),
    "achtergrond_onbekend": InForm("Schrijf bijvoorbeeld: hbo communicatie.", "begeleiding.opleidingsachtergrond"),
    "geen_route": InForm("Vul een mailbox of een webadres in, of kies het Stagebureau.", "solliciteren.email"),
    "twee_routes": InForm("Houd één van de twee over.", "solliciteren.email"),
    "weekend": InForm("Zet werk in het weekend op ja en schrijf hoe het betaald wordt, of haal de dag weg."),
    "weekend_onbetaald": InForm("Schrijf dat hier.", "weekendbeloning"),
    "niveau_past_niet": InForm("Voeg het niveau toe, of haal de opleiding weg."),
}
"""By the code of a finding; a code that is not here needs no other words."""
