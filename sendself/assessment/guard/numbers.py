"""Numbers and addresses that lead to one person: UPN, NHS number, telephone, e-mail, postcode."""

import re
from collections.abc import Iterator

from sendself.assessment.guard.found import Found, Kind, Known

_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_GAP = "[ \xa0\u2009\u202f-]?"

_ANY = re.compile(r"\d|@|[\[(]at[\])]", re.IGNORECASE)
_UPN = re.compile(rf"(?<![^\W_])[A-Za-z](?:{_GAP}\d){{11}}{_GAP}[\dA-Za-z](?![^\W_])")
# Nothing else that schools write looks like this: with a wrong letter it is mistyped, and leads to a child still.
_UPN_IN_ONE = re.compile(r"[A-HJ-NP-RT-Z]\d{12}")
# One digit too many or too few is a pupil's number all the same where it is said to be one.
_MISTYPED_UPN = re.compile(
    rf"(?<!\w)upns?:? (?:is |was |no\.? |number )?([A-Za-z](?:{_GAP}\d){{9,13}}[A-Za-z]?)(?![^\W_])", re.IGNORECASE
)
_NHS = re.compile(rf"(?<!\d)\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?!\d)")
_PHONE = re.compile(
    r"(?<![\w.+])(?:(?:\+|00[ \xa0]?)44[ \xa0]?(?:\(0\)[ \xa0]?)?|\(?0(?!0))\d(?:[ \xa0.()-]{0,2}\d){7,9}(?![\w%])"
)
_PHONE_ABROAD = re.compile(r"(?<![\w.+])(?:\+|00[ \xa0]?)(?!44)[1-9]\d{0,2}(?:[ \xa0.()-]{0,2}\d){7,10}(?![\w%])")
# A mobile number without the nought that it begins with.
_MOBILE = re.compile(
    r"(?<!\w)(?:mob(?:ile)?|tel(?:ephone)?|phone|cell)\.?:? ?(7(?:[ \xa0-]?\d){9})(?!\d)", re.IGNORECASE
)
_EMAIL = re.compile(
    r"(?<![\w.+'-])[\w.+'-]{1,64}(?:@| ?[\[(]at[\])] ?)(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}(?![\w-])", re.IGNORECASE
)
_POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?!\w)", re.IGNORECASE)


def check_letter(rest: str) -> str:
    """The letter that a UPN begins with, from the 12 characters after it, by the DfE's rule.

    Each character is multiplied by its place, 2 to 13; the sum modulo 23 picks a letter of the alphabet without I, O
    and S. The last character of a temporary UPN is a letter, and counts by its place in the same alphabet. Raises
    `ValueError` for any other character.
    """
    values = (int(sign) if sign.isdigit() else _CHECK_LETTERS.index(sign) for sign in rest)
    return _CHECK_LETTERS[sum(value * place for place, value in enumerate(values, 2)) % 23]


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits are an NHS number: the last is the check digit of the others, modulo 11."""
    rest = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return int(digits[9]) == (11 - rest) % 11 and rest != 1


def numbers_in(text: str, known: Known) -> Iterator[Found]:
    """Every number and address in a text, but the e-mail addresses and postcodes that are known."""
    if not _ANY.search(text):
        return
    for match in _UPN.finditer(text):
        if _is_upn(match.group()) or _UPN_IN_ONE.fullmatch(match.group()) or _said_before("upn", text, match.start()):
            yield Found(*match.span(), Kind.UPN)
    for match in _MISTYPED_UPN.finditer(text):
        yield Found(*match.span(1), Kind.UPN)
    for match in _NHS.finditer(text):
        # A telephone number begins with 0; an NHS number never does.
        if not match.group().startswith("0") and (
            is_nhs_number(_digits(match.group())) or _said_before("nhs", text, match.start())
        ):
            yield Found(*match.span(), Kind.NHS)
    for match in _PHONE.finditer(text):
        if _length_of_phone(match.group()):
            yield Found(*match.span(), Kind.PHONE)
    for match in _PHONE_ABROAD.finditer(text):
        yield Found(*match.span(), Kind.PHONE)
    for match in _MOBILE.finditer(text):
        yield Found(*match.span(1), Kind.PHONE)
    for kind, pattern in ((Kind.EMAIL, _EMAIL), (Kind.POSTCODE, _POSTCODE)):
        for match in pattern.finditer(text):
            if match.group().replace(" ", "").casefold() not in known.addresses:
                yield Found(*match.span(), kind)


def _is_upn(text: str) -> bool:
    signs = re.sub(_GAP.removesuffix("?"), "", text).upper()
    try:
        return check_letter(signs[1:]) == signs[0]
    except ValueError:
        return False


def _said_before(word: str, text: str, start: int) -> bool:
    return word in text[max(0, start - 25) : start].casefold()


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _length_of_phone(text: str) -> bool:
    digits = _digits(text)
    abroad = re.match(r"\+|00", text)
    national = digits.removeprefix("00").removeprefix("44").removeprefix("0") if abroad else digits[1:]
    return len(national) in (9, 10)
