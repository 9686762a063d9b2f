"""What is found in single sentences: scripts, capitals, possessives, initials, words that are names, hostile texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendself.assessment.guard.found import NOTHING_KNOWN, Found, Kind, Known
from sendself.assessment.guard.numbers import check_letter, is_nhs_number
from sendself.assessment.guard.reading import by_sentence
from sendself.assessment.guard.sentences import LONGEST, sentences
from tests.assessment.guard.measure import found_in

LONG = 20_000
"""The longest note."""


def found(text: str, known: Known | None = None) -> list[tuple[Kind, str]]:
    """Kinds and words of what is found."""
    there = found_in(text, known) if known else found_in(text)
    return [(one.kind, text[one.start : one.end]) for one in there]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Zoë in Year 4 was sent home.", "Zoë"),
        ("The plan for O'Neill, Seán is late.", "Seán"),
        ("Łukasz is now taught in class.", "Łukasz"),
        ("The mother of Nguyễn Minh wrote to us.", "Nguyễn Minh"),
        ("AMIR WAS SENT HOME TWICE.", "AMIR"),
        ("Amir's attendance is low.", "Amir"),
        ("Amir’s attendance is low.", "Amir"),
        ("A.B. in Year 2 has no plan.", "A.B."),
        ("JS in Year 2 has no plan.", "JS"),
        ("Grace in Year 2 has no plan.", "Grace"),
        ("May's mother wrote to us.", "May"),
        ("Pupil RD has a plan.", "RD"),
        ("A.M. needs a hoist.", "A.M."),
        ("KB moved to a part-time timetable.", "KB"),
        ("When JS has a hoist, all is well.", "JS"),
        ("Pupil RD is out of class.", "RD"),
        ("Pupil AB was on a reduced timetable.", "AB"),
        ("A pupil, AB, was on a reduced timetable.", "AB"),
        ("Mr and Mrs Kaur say that their son is bored.", "Mrs Kaur"),
        ("Mrs Kaur says that her son is bored.", "Mrs Kaur"),
        ("P.T. in 4C cannot yet use the toilet alone.", "P.T."),
        ("For Hope, moving to Year 7 was frightening.", "Hope"),
        ("Jane Fox (Year 3) refuses to use visual timetables.", "Jane Fox"),
    ],
)
def test_name_is_found(sentence: str, name: str) -> None:
    """In any script, in capitals, with an ending, as initials, and where a word is a name."""
    assert any(kind is Kind.NAME and name in words for kind, words in found(sentence)), found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Grace is said before lunch in the hall.",
        "Will the changes last until May or June?",
        "Reading in Year 4 is taught with phonics.",
        "The Alex Timpson programme and the Salisbury test are used.",
        "NELI, ELSA and the Boxall Profile are used in Year 1.",
        "TA and EP time is short in Year 6.",
        "SLT has been trained, EP is in school, and TA made notes.",
        "At 9.30 A.M. needs are read out.",
        "A.M. is when most pupils attend.",
        "The new KB has a base.",
        "RP is a base for ten pupils.",
        "Somebody who knows the plan, and nobody, who does not.",
        "One in ten pupils has a plan.",
        "Mr Evans trained the team.",
    ],
)
def test_clean_sentence_raises_no_alarm(sentence: str) -> None:
    """Words that are names elsewhere, programmes, abbreviations, and colleagues who are praised."""
    assert found(sentence) == []


def test_upn_is_told_by_its_check_letter() -> None:
    """The letter of the DfE's rule makes a UPN in any writing; with another letter it is one that was mistyped."""
    rest = "801200001001"
    letter = check_letter(rest)
    assert found(f"It is {letter}{rest}.") == [(Kind.UPN, f"{letter}{rest}")]
    other = "A" if letter != "A" else "B"
    assert found(f"It is {other}{rest}.") == [(Kind.UPN, f"{other}{rest}")]
    assert found(f"It is {other.lower()}{rest}.") == []
    assert found(f"It is {other} {rest}.") == []
    assert found(f"The UPN {other}{rest} is mistyped.") == [(Kind.UPN, f"{other}{rest}")]


def test_nhs_number_is_told_by_its_check_digit() -> None:
    """943 476 5919 is the number that the NHS gives as an example; the next one is no NHS number."""
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765918")


def test_known_names_places_and_addresses_are_no_alarm() -> None:
    """Who takes part, the school and the reviewer's address; a UPN beside them is found all the same."""
    known = Known(frozenset({"maryam"}), frozenset({"harvey"}), frozenset({"r@school.example.org"}))
    assert found("Maryam showed Harvey Primary. Write to r@school.example.org.", known) == []
    assert found("Maryam in Year 4 was sent home.", known) == [(Kind.NAME, "Maryam")]
    assert [kind for kind, _ in found("Amir showed us. Write to x@school.example.org.", known)] == [
        Kind.NAME,
        Kind.EMAIL,
    ]


OWEN = Known(people=frozenset({"owen", "hughes", "priya", "nair"}), places=frozenset({"st", "margaret", "margaret's"}))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Owen was diagnosed with autism in March.", "Owen"),
        ("Priya's parents asked for an assessment.", "Priya"),
        ("Owen, aged 7, is on a reduced timetable.", "Owen"),
        ("Owen Price has an EHCP.", "Owen Price"),
        ("Priya Patel was excluded twice.", "Priya Patel"),
        ("We meet Owen's mother about his medication.", "Owen"),
        ("Margaret has an EHC plan.", "Margaret"),
    ],
)
def test_pupil_with_the_name_of_somebody_who_takes_part_is_found(sentence: str, words: str) -> None:
    """A surname of their own, their parents, a plan or a diagnosis tell the pupil from the colleague or the school."""
    assert found(sentence, OWEN) == [(Kind.NAME, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Owen leads the provision map.",
        "Owen Hughes has the time to plan.",
        "Priya and Owen read every plan.",
        "Priya SENCO wrote it.",
        "Ask Priya Nair.",
        "Owen's support for staff is what teachers name first.",
        "St Margaret's has an audit each year.",
    ],
)
def test_colleague_who_takes_part_is_no_alarm(sentence: str) -> None:
    """Their whole name, their first name alone, and what they do."""
    assert found(sentence, OWEN) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Summer term exclusions mean that nobody was excluded twice.",
        "Summer is on the SEND calendar.",
        "Hope has grown since the review.",
        "The nurture family is a team of three.",
        "The Traveller children have a link worker.",
        "The Polish family liaison officer visits.",
        "The Local Authority has been rude to nobody.",
        "Call 00 if the lift stops.",
        "The fund is 00441.",
    ],
)
def test_words_that_are_names_elsewhere_are_no_alarm(sentence: str) -> None:
    """What is said of terms, houses and groups is said of no pupil."""
    assert found(sentence) == []


@pytest.mark.parametrize(
    "number",
    ["0044 1632 960983", "00 44 7700 900123", "+353 87 123 4567", "+48 600 123 456", "0033 1 42 68 53 00"],
)
def test_telephone_number_from_abroad_is_found(number: str) -> None:
    """With a plus or two noughts before the country."""
    assert found(f"Ring {number} after three.") == [(Kind.PHONE, number)]


def test_mobile_number_without_its_nought_is_found() -> None:
    """Where it is said to be a telephone number; ten digits alone are not."""
    assert found("Dad: mob 7700900123.") == [(Kind.PHONE, "7700900123")]
    assert found("Invoice 7700900123.") == []


def test_colleague_is_found_only_beside_a_weakness() -> None:
    """The same name is no alarm in praise."""
    assert found("Mrs Patel leads the nurture room well.") == []
    assert found("Mrs Patel has not been trained in autism.") == [(Kind.STAFF, "Mrs Patel")]


def test_places_are_those_of_the_whole_text() -> None:
    """What is found in a later sentence is marked where it stands in the text, over lines."""
    text = "Calm rooms.\n\nThe plan of Amir is late. Ring 0161 496 0123."
    assert found(text) == [(Kind.NAME, "Amir"), (Kind.PHONE, "0161 496 0123")]
    assert [sentence.text for sentence, _ in by_sentence(text, NOTHING_KNOWN)] == [
        "The plan of Amir is late.",
        "Ring 0161 496 0123.",
    ]


@pytest.mark.parametrize(
    "piece",
    ["A", "1", "a.", "A. ", "one ", "our only ", "0 1-", "x@", "x.", "Mrs ", "O'", "é-", "( ", "Amir ", "(at) ", "12/"],
)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    """Endless repetitions are read like any other text, and a name after them is still found."""
    text = piece * (LONG // len(piece)) + "\nThe plan of Amir is late."
    assert (Kind.NAME, "Amir") in found(text)


@given(st.text(max_size=300))
def test_any_text_gives_places_inside_it_in_order(text: str) -> None:
    """Whatever is written: every place lies in the text, none is empty, and no two overlap."""
    there = found_in(text)
    reached = 0
    for one in there:
        assert isinstance(one, Found)
        assert reached <= one.start < one.end <= len(text)
        reached = one.end


@pytest.mark.parametrize("piece", ["calm rooms, ", "x"])
def test_endless_sentence_is_read_in_pieces_that_make_it_whole(piece: str) -> None:
    """No piece is longer than the longest sentence, and no letter is left out."""
    text = piece * (LONG // len(piece))
    pieces = list(sentences(text))
    assert max(len(one.text) for one in pieces) <= LONGEST
    assert "".join(one.text for one in pieces).replace(" ", "") == text.replace(" ", "")
    assert all(text[one.start :].startswith(one.text) for one in pieces)


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Our newest starter (b. 21.08.2019) has a shunt.", "21.08.2019"),
        ("She turned five on 14 June 2026 and moved up.", "14 June 2026"),
        ("A boy aged 7, 21/08/2019, has no place.", "21/08/2019"),
        ("She will be 11 on 14 May 2027.", "14 May 2027"),
        ("He turns 8 on 3 June.", "3 June"),
        ("Birthday: 2 Feb", "2 Feb"),
        ("Our newest pupil was four on 6 July.", "6 July"),
        ("His date of birth is 6 July.", "6 July"),
        ("Born on 6 July, he is the youngest.", "6 July"),
    ],
)
def test_date_of_birth_is_found_without_the_word(sentence: str, date: str) -> None:
    """An age, a birthday or a "b." before a date tells what it is."""
    assert (Kind.BIRTH, date) in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jo Boaler and Daniel Kahneman were discussed in the book club.",
        "Marcus Rashford's book club funds places.",
        "The Thomas Coram Centre gave advice.",
        "The Eleanor Palmer Centre offers places for a term.",
        "In May, moving to Year 7 is talked about with all pupils.",
        "SEND pupils in 4C and EHCP reviews were on time.",
    ],
)
def test_name_of_an_author_or_a_place_is_no_alarm(sentence: str) -> None:
    """Nobody is asked about those whose work is read, or after whom a house is called."""
    assert found(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Pupil Premium pupils attend less.",
        "We use Pupil Premium funding for speech therapy.",
        "The Pupil Premium Strategy is read by governors.",
        "Pupil Premium Grant is in the plan of the trust.",
        "The Pupil Passport and the Pupil Profile are read by supply staff.",
        "Charlotte’s Web and Stig of the Dump are read with symbols.",
        "Pupils eat in the Elizabeth Garrett Anderson hall.",
        "On a trip to Alexandra Park a ramp was missing.",
    ],
)
def test_thing_called_after_pupils_or_somebody_is_no_alarm(sentence: str) -> None:
    """A passport of pupils, a book by its title in either apostrophe, a building and a park are nobody."""
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Amelia Hall in Year 4 was sent home.", "Amelia"),
        ("The mother of Alexandra Park wrote to us.", "Alexandra Park"),
        ("Support for Amir Khan building confidence was short.", "Amir Khan"),
        ("Pupil Premium is spent on Amir.", "Amir"),
        ("Charlotte reads with symbols.", "Charlotte"),
    ],
)
def test_family_name_like_a_place_is_found(sentence: str, name: str) -> None:
    """A hall and a park are family names too, and a pupil stands beside Pupil Premium."""
    assert (Kind.NAME, name) in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pupils who are 16 on 31 August 2027 may leave.",
        "There will be 11 on 14 May 2027.",
        "He was late on 3 June.",
        "Each birthday is on the board; we meet on 3 June.",
        "We counted 8 on 3 June and 4 may need more.",
    ],
)
def test_day_that_is_nobodys_birthday_is_no_alarm(sentence: str) -> None:
    """Many pupils are of an age on a day, a meeting is on one, and a number beside may is no day."""
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "child"),
    [
        ("Our Deaf child in Reception signs.", "Our Deaf child in Reception"),
        ("We asked the Deaf boy in Year 4.", "the Deaf boy in Year 4"),
        ("The child with Down syndrome in Year 2 was asked.", "The child with Down syndrome in Year 2"),
        ("A pupil in Year 5 with cerebral palsy was asked.", "A pupil in Year 5 with cerebral palsy"),
        ("The Year 4 boy with a hoist was asked.", "The Year 4 boy with a hoist"),
        ("The blind Year 9 girl was asked.", "The blind Year 9 girl"),
        ("The boy in 4C with autism was asked.", "The boy in 4C with autism"),
        ("In Year 2 a child with Down syndrome was asked.", "In Year 2 a child with Down syndrome"),
        ("Help for a wheelchair user in Year 6 came late.", "a wheelchair user in Year 6"),
        ("Three of the five children with a plan are boys.", "Three of the five children with a plan"),
    ],
)
def test_one_child_told_by_a_need_and_a_year_is_found(sentence: str, child: str) -> None:
    """A need beside a year or a class is enough, and so is a number that is taken from a small one."""
    assert found(sentence) == [(Kind.COUNT, child)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A pupil with autism in Year 7 may need a map.",
        "If a pupil in Year 5 with epilepsy is ill, two adults help.",
        "Staff know what a Deaf child in Reception needs.",
        "In Year 7 a pupil with autism may need a map.",
        "Deaf pupils in Year 4 were asked.",
        "The teacher in Year 4 with autism training was asked.",
        "The child in Year 4 was asked.",
        "Three of the five teachers with a plan are new.",
    ],
)
def test_any_such_child_is_no_alarm(sentence: str) -> None:
    """What may be said of any child of that need and year, of many, of adults, or without a need."""
    assert found(sentence) == []
