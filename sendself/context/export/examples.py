"""Which values of a column may be shown beside its heading so that it can be chosen: none that may tell a pupil."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sendself.context.export.codes import need_codes, plain, says_nothing, status_of, year_label, yes_or_no
from sendself.context.export.facts import Fact
from sendself.context.export.headings import recognise
from sendself.context.export.mapping import ColumnMapping
from sendself.context.export.table import RawTable, headings_look_like_data
from sendself.context.export.values import day_in, looks_like_count, looks_like_share, time_lost

SHOWN = 3
_MOST_WORDINGS, _LONGEST = 12, 40
_SAMPLE_ROWS = 1_000
# Adults are named again and again, as a word for a house is.
_TELLS = re.compile(
    r"\b(\w*names?|upn|uln|uci|pupils?|students?|learners?|child|born|birth|birthday|dob|date|address|street|postcode|"
    r"post code|e?mail|phone|telephone|mobile|contact|parents?|mother|father|carer|guardian|sibling|doctor|gp|nhs|"
    r"teacher|tutor|worker|staff|mentor|senco|initials|known as|notes?|comments?|religion|ethnic\w*|language|"
    r"medical|diagnos\w*|gender|sex)\b"
)
# A day, an address of any kind, a telephone number.
_OF_ONE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|@|\d{5}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
_KEYS = (Fact.UPN, Fact.ADMISSION_NUMBER, Fact.NAME)


def examples(table: RawTable, mapping: ColumnMapping, column: int) -> tuple[str, ...]:
    """The first different values of a column; none where its heading or its values may tell who a pupil is.

    What is shown is a share, a count or a code of the field, or a word that stands for many pupils.
    """
    known = recognise(table.header[column])
    if mapping.fact(column) in _KEYS or (known and known[0] in _KEYS) or _TELLS.search(plain(table.header[column])):
        return ()
    values = [row[column] for row in table.rows[:_SAMPLE_ROWS] if not says_nothing(row[column])]
    different = tuple(dict.fromkeys(values))
    if all(map(_is_figure, different)) or _stand_for_many(table, mapping, different, values):
        return different[:SHOWN]
    return ()


def _is_figure(text: str) -> bool:
    code = "(" not in text and (status_of(text) is not None or need_codes(text) or year_label(text))
    number = looks_like_share(text) or looks_like_count(text) or time_lost(text) is not None
    return bool(code) or number or yes_or_no(text) is not None


def _stand_for_many(table: RawTable, mapping: ColumnMapping, different: Sequence[str], values: Sequence[str]) -> bool:
    """Whether a column says few and short things, each of several pupils; never where headings may be a pupil's row."""
    if headings_look_like_data(table) or any(len(text) > _LONGEST for text in different):
        return False
    # A pupil with several rows has one name in all of them.
    key = next((at for fact in _KEYS if (at := mapping.column(fact)) is not None), None)
    pupils = len(values) if key is None else len({row[key] for row in table.rows[:_SAMPLE_ROWS]})
    return len(different) <= min(_MOST_WORDINGS, pupils // 2) and not any(
        _OF_ONE.search(text) or day_in(text) is not None for text in different
    )
