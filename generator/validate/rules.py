"""Rules across the fields of one record: which hold for which kind of record, and what they say of one.

Each rule is a generator, and its Dutch docstring is the rule, because colleagues will read it: it is the text for a
handbook page of checks. A rule looks at one record and nothing else, at its valid object or at its raw texts; what
needs other records or today's date is in `relate/links.py`. The rules themselves stand by subject in the modules
beside this one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.load.places import RecordKind
from generator.model.problems import Finding
from generator.validate import rules_assignments as assignments
from generator.validate import rules_offers as offers
from generator.validate import rules_parties as parties
from generator.validate import rules_vacancies as vacancies
from generator.validate.rules_base import RawRule, Rule
from generator.validate.rules_pay import rule_pay_can_be_meant
from generator.validate.rules_persons import rule_no_personal_data

_OFFER: tuple[Rule, ...] = (
    offers.rule_goals_are_not_tasks,
    offers.rule_summary_adds_something,
    offers.rule_deliverable,
    offers.rule_tasks_for_working_along,
    offers.rule_buddy,
    offers.rule_workplace,
    offers.rule_background,
    offers.rule_levels_lie_together,
)
RULES: dict[RecordKind, tuple[Rule, ...]] = {
    RecordKind.VACANCY: (
        *_OFFER,
        vacancies.rule_period,
        vacancies.rule_closing_day,
        vacancies.rule_sbb,
        vacancies.rule_mbo_kinds,
        vacancies.rule_allowance,
        rule_pay_can_be_meant,
        vacancies.rule_one_route,
        vacancies.rule_days_and_hours,
        vacancies.rule_supervisor_is_there,
        vacancies.rule_weekend,
        vacancies.rule_mail_is_for_show,
        vacancies.rule_title_is_work,
    ),
    RecordKind.ASSIGNMENT: (*_OFFER, assignments.rule_blanks, assignments.rule_duration),
    RecordKind.ORGANISATION: (
        parties.rule_contact_can_be_reached,
        parties.rule_municipality,
        parties.rule_scheme,
        rule_pay_can_be_meant,
        parties.rule_coordinator,
    ),
    RecordKind.INSTITUTION: (
        parties.rule_contact_can_be_reached,
        parties.rule_unique_programmes,
        parties.rule_periods,
    ),
    RecordKind.PERIOD: (),  # its rule needs the school: see `findings_in_period` in relate/registers.py
    RecordKind.REGION: (parties.rule_contact_can_be_reached, parties.rule_real_contacts),
    RecordKind.FIELDS: (),
    RecordKind.WORDS: (),
}
"""The rules for a checked object."""
RAW_RULES: dict[RecordKind, tuple[RawRule, ...]] = {
    **dict.fromkeys(RecordKind, (rule_no_personal_data,)),
    RecordKind.VACANCY: (rule_no_personal_data, vacancies.rule_no_open_places),
}
"""The rules for the raw texts of a record."""


def findings_for(kind: RecordKind, value: dict[str, Any], record: Any) -> Iterable[Finding]:
    """Yield what every rule says of one record: on its raw texts and on its object (None when it has none)."""
    for raw_rule in RAW_RULES[kind]:
        yield from raw_rule(value)
    if record is not None:
        for rule in RULES[kind]:
            yield from rule(record)
