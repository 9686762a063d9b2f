"""The words beside a name that tell who it is: a pupil, a relative, a colleague, or no person at all."""

import re

SCHOOL_YEAR = (
    r"(?:in )?(?:(?<=in )(?:[1-9]|1[0-3])[A-Z]\b|years? ?\d{1,2}\b|yr ?\d{1,2}\b|y ?\d{1,2}\b|"
    r"reception\b|nursery\b|sixth form\b|fs ?[12]\b|eyfs\b|class \d)"
)
FAMILY = (
    r"(?:mum|mummy|mam|mother|dad|daddy|father|parents?|carers?|family|grandmother|grandfather|grandparents?|gran|nan|"
    r"aunt|uncle|brothers?|sisters?|siblings?|twins?|foster carers?|guardians?|stepmother|stepfather|social worker)"
)
_PUPIL_THINGS = (
    FAMILY + r"|ehcp?|plan|attendance|progress|targets?|behaviour|needs?|transition|provision|support|passport|profile|"
    r"timetable|key ?worker|key adult|hearing|speech|reading|writing|language|wheelchair|medication|seizures|placement|"
    r"annual review|diagnosis|case|file|reports?|attainment|anxiety|class ?teacher|teaching assistant|confidence|"
    r"sensory|"
    r"communication|learning|outcomes?|engagement|suspensions?|exclusion|absences?|work|independence|language"
)
_PUPIL = r"(?:pupil|child|boy|girl|student|learner|brother|sister|son|daughter|sibling|cousin|friend|youngster)"
_VERBS = (
    r"(?:joined|arrived|moved|refuses|refused|struggles|struggled|attends|attended|needs|needed|finds|found|"
    r"enjoys|loves|"
    r"reads|writes|speaks|talks|came|started|settled|left|returned|runs|hits|bites|cries|learned|learnt|receives|"
    r"has made|"
    r"has had|has refused|has settled|has been|has no|has a|has an|had a|had no|was seen|was sent|was excluded|"
    r"was suspended|was taught|was moved|was given|was left|was referred|was diagnosed|was bullied|can now|could not|"
    r"cannot|is now|is on|is in|is waiting|is taught|is seen|is a|still has|still needs|now has|now uses|uses|"
    r"made|makes|will only|does not|did not|doesn't|didn't|isn't|wasn't)"
)
VERBS_IN_S = (
    r"has|is|was|does|says|needs|finds|gets|attends|struggles|refuses|joins|uses|likes|enjoys|hides|runs|hits|bites|"
    r"cries|reads|writes|speaks|talks|comes|goes|lives|makes|takes|works|wants|sees|knows|arrives|misses|loves|sits|"
    r"sleeps|eats|wears|starts|moves|settles|receives|responds|always|sometimes"
)
PRONOUN = re.compile(r"\b(?:he|she|his|her|hers|him|himself|herself)\b", re.IGNORECASE)

TELLS_AFTER = re.compile(
    rf"(?:\s*\(\s*(?:{SCHOOL_YEAR}|(?:aged )?\d{{1,2}}\b(?! ?%)|asd|asc|adhd|ehcp|send?\b)|,? (?:from |"
    rf"of )?{SCHOOL_YEAR}"
    rf"|, (?:a|an|our|the) (?:[\w-]+ ){{0,3}}{_PUPIL}\b|,? (?:who|whose)\b|,? aged \d)",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(rf"(?:\s*\(\s*|,? (?:from |of )?){SCHOOL_YEAR}", re.IGNORECASE)
THINGS_AFTER = re.compile(rf"\s+(?:own )?(?:[\w-]+ ){{0,2}}(?:{_PUPIL_THINGS})\b", re.IGNORECASE)
VERB_AFTER = re.compile(rf"\s+(?:now |also |still |never |often |sometimes |rarely )?{_VERBS}\b")
TELLS_BEFORE = re.compile(
    rf"(?:\b(?:called|named)|\b{_PUPIL}|\b{FAMILY} of|\bcase study (?:of|on)|\bsupport(?:ing)? for|\bplan for|"
    rf"\bprovision for|\bassessment for|\bseen with|\bcase of|\bsuch as|\bnickname)[,:]? *[\"'“‘(]?$",
    re.IGNORECASE,
)

_STATES = (
    r"(?:an? )?(?:ehcp?s?|ehc plan|education,? health and care plan|adhd|add|asd|asc|autism|dyslexia|dyspraxia|dcd|dld|"
    r"epilepsy|anxiety|diagnosis(?: of)?|\w+ syndrome|one-to-one|1:1|1-1|1 to 1|one to one|medication|seizures)"
)
_PUPIL_IS = (
    r"(?:on (?:the )?send? (?:register|list|support|record)|on (?:a )?(?:reduced|part-time) timetable|diagnosed|"
    r"excluded|suspended|permanently excluded|sent home|in care|fostered|adopted|autistic|dyslexic)"
)
_ONLY_PUPILS_HAVE = r"(?:ehcp|diagnosis|medication|seizures|suspensions?|exclusion|bedroom|foster)"
PUPIL_STATE_AFTER = re.compile(
    rf",?(?: aged (?:\d|five|six|seven|eight|nine|ten|eleven|twelve)\b|"
    rf"(?: [a-z]+(?:s|ed)(?: [\w'’-]+){{0,4}} and)? (?:is|was|has been) (?:now |also |still )?{_PUPIL_IS}\b|"
    rf" (?:now |also |still )?(?:has|had|gets|got|receives|received|needs|takes) (?:his |her |their )?{_STATES}\b|"
    rf"['’]s? (?:own )?(?:[\w-]+ )?(?:{FAMILY}|{_ONLY_PUPILS_HAVE})\b)",
    re.IGNORECASE,
)
"""What is said of a pupil and hardly of anybody else: a plan, a diagnosis, a suspension, parents."""
SIBLINGS_AFTER = re.compile(
    r" (?:children|twins|triplets|family|brothers|sisters|siblings)\b(?! (?:learning|liaison|support|hub|centre))"
)
"""What stands after a family name: the Doherty children."""

MOVING_AFTER = re.compile(rf", (?:moving|going|starting|who) [\w ]{{0,20}}?(?:to|in|into) {SCHOOL_YEAR}", re.IGNORECASE)
OWN_CHILD_AFTER = re.compile(
    r" (?:also |both |still )?(?:say|said|tell|told|ask|feel|felt|think|thought|believe|report|write|wrote|worr|want|"
    r"complain|fear)\w* [^.;]{0,50}?\b(?:her|his|their) (?:own )?(?:foster |step|grand)?(?:son|daughter|child|boy|girl|"
    r"twins?)\b",
    re.IGNORECASE,
)

ROLE = (
    r"(?:teachers?|assistants?|TAs?|HLTAs?|LSAs?|SENDCOs?|SENCOs?|head(?:teacher|master|mistress)?|principal|"
    r"deput(?:y|ies)|"
    r"leader|lead|co-?ordinator|manager|psychologist|therapists?|governors?|nurse|counsellor|adviser|advisor|mentors?|"
    r"coach|trainer|consultant|officer|inspector|lecturer|author|professor|practitioner|paediatrician|librarian|chair|"
    r"caretaker|EP|SALT|OT|ELSA|DSL|keyworker|key worker|specialist|head of \w+|head of year|supervisor|receptionist|"
    r"champion|director|trustee|councillor|minister|commissioner|CEO|reviewer|colleague)"
)
ROLE_BEFORE = re.compile(rf"\b{ROLE},? *\(?$", re.IGNORECASE)
ROLE_AFTER = re.compile(
    rf"\s*[,(]\s*(?:(?:who is |is )?(?:our|the|a|an|their|its|from the) )?(?:[\w&'-]+ ){{0,4}}?{ROLE}\b|"
    rf"\s+(?:is|was|as|works as|became) (?:our|the|an?) (?:[\w-]+ ){{0,3}}?{ROLE}\b"
)
TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Prof(?:essor)?|Rev(?:erend)?|MRS?|MISS|MS|DR)"

WEAKNESS = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|will|can|could|would)(?:n[’']t| not)|cannot|not yet|never|"
    r"weak\w*|"
    r"inconsisten\w*|poor(?:ly)?|struggl\w+|lack(?:s|ed|ing)?|fail(?:s|ed|ing|ure)?|below|behind|reluctan\w+|refus\w+|"
    r"resist\w*|unwilling|unaware|ignor\w+|concerns? (?:about|over|with|regarding|around|were|was|raised)|complain\w+|"
    r"capability|informal (?:support )?plan|improvement plan|needs? (?:to improve|more|further|support|help|"
    r"training|coaching)|"
    r"need of|sick|long-term (?:leave|absence|sick\w*)|(?:her|his|their) absence|is absent|was absent|off work|"
    r"stress\w*|"
    r"overwhelm\w+|low expectations|expectations are|too (?:low|high|much|many|few|little|slow|late|busy|loud|"
    r"hard|often)|"
    r"shout\w*|untrained|no (?:training|experience|time|knowledge)|unqualified|difficult\w*|ineffective\w*|"
    r"inadequate\w*|"
    r"careless\w*|late|unsafe|harsh\w*|dismissive|negative\w*|grievance|disciplin\w+|stopped when|stops when|"
    r"left without|no evidence|unhelpful|disorgani[sz]ed|rude|lazy|"
    r"over-?relian\w+|over-?reli\w+|misses|missed|forgets|forgot|misunderst\w+)\b",
    re.IGNORECASE,
)

CALLED_BEFORE = re.compile(r"\b(?:called|named)[,:]? *[\"'“‘(]?$", re.IGNORECASE)
PLACE_BEFORE = re.compile(r"\b(?:across|in|at|from|near|of|throughout|around|to|the|on|and)\s+$", re.IGNORECASE)
