"""The words that `counts` looks for: how few there are, who they are, and what sets them apart."""

from sendself.assessment.guard.called_after import OF_PUPILS

NUMBER = r"(?:one|two|three|four|[1-4])"
UP_TO_TEN = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)"
FEW = (
    r"(?:(?:the|our|these|those|his|her|just|only) ){0,3}(?:only(?: (?:one|two|three|four))?|sole|lone|single|one|"
    r"two|three|four|"
    r"[1-4]|both|a (?:couple|pair) of|a single)(?: out)?(?: of (?:our|the|these|those|them|her|his))?(?: of)?"
)
TRAIT = (
    r"(?:deaf|hearing[- ](?:impaired|impairment|loss|aids?)|hard of hearing|cochlear implants?|blind|partially sighted|"
    r"visual(?:ly)?[- ]impair\w+|sight loss|multi-?sensory impairment|sensory impairment|wheelchairs?(?:[- ]users?)?|"
    r"walking frame|walker|hoist|prosthe\w+|eye[- ]gaze|down[’']?s? syndrome|"
    r"down[’']s|autis\w+|asperger\w*|asd|asc|adhd|add|tourette\w*|epilep\w+|diabet\w+|insulin|cerebral palsy|"
    r"spina bifida|\w+ (?:syndrome|disease|dystrophy|disorder)|haemophilia|dialysis|transplant|"
    r"cystic fibrosis|selective(?:ly)? mut\w+|mute|pda|fasd|semh|slcn|pmld|sld|mld|msi|vi|hi|"
    r"dcd|dyslex\w+|"
    r"dysprax\w+|dyscalcul\w+|dld|stammer\w*|psychosis|anorexi\w*|tracheostom\w+|gastrostom\w+|"
    r"tube[- ]fed|fed (?:by|through) (?:a )?tube|feeding (?:pump|tube)|"
    r"catheter\w*|oxygen|seizures|complex (?:medical )?needs|medical needs?|medical conditions?|life-limiting|cancer|"
    r"leuk(?:a)?emia|genetic|chromosom\w+|brain injur\w+|"
    r"looked[- ]after|(?-i:LAC|CLA|PLAC)|"
    r"in care|in foster care|fostered|adopted|kinship|special guardianship|young (?:carers?|parents?)|"
    r"child protection|child in need|social workers?|unaccompanied|refugees?|asylum|sanctuary|homeless|refuge|"
    r"travellers?|gypsy|gypsies|roma|romany|showm[ae]n|ukrainian|afghan|syrian|somali|iraqi|iranian|kurdish|albanian|"
    r"romanian|polish|bulgarian|slovak|czech|hungarian|chinese|vietnamese|nigerian|eritrean|sudanese|arabic|"
    r"speak(?:s|ing)? (?-i:[A-Z])\w+|"
    r"black|white|mixed heritage|caribbean|pakistani|bangladeshi|indian|muslim|jewish|sikh|hindu|jehovah\S*|"
    r"transgender|trans|non-binary|gay|lesbian|pregnant|self-harm\w*|bereaved|in prison|"
    r"ehc plans?|ehcps?|education,? health and care plans?|sen support|permanently excluded|excluded|suspended|"
    r"sent home|part-time timetables?|reduced timetables?|school refus\w+|non-verbal|pre-verbal|non-speaking|aac|"
    r"bsl|makaton|braille)"
)
NOT_PERSONS = r"(?:ehc plans?|ehcps?|education,? health and care plans?|sen support|(?:part-time|reduced) timetables?)"
"""What sets pupils apart and can be counted by itself as well: the four EHC plans that were sampled."""
PUPIL = (
    r"(?:pupil|child|boy|girl|student|learner|young person|young man|young woman|youngster|teenager|sibling|brother|"
    r"sister|family|leaver|starter|arrival)"
)
PUPILS = (
    r"(?:pupils?|child(?:ren)?|boys?|girls?|students?|learners?|young (?:people|person|man|woman|men|women)|"
    r"youngsters?|teenagers?|"
    r"siblings?|brothers?|sisters?|twins?|famil(?:y|ies)|leavers?|starters?|arrivals?)"
)
NO_PUPIL = (
    rf"(?! (?:{OF_PUPILS}|(?:support|liaison) |at a time|in (?:two|three|four|five|ten|\d))\b"
    r"|[’']s? (?:voice|views?|books?))"
)
"""What makes another thing of the word before it: a pupil passport, a family support worker, one pupil in four."""
YEAR = r"(?:(?:year|yr|y) ?\d{1,2}|reception|nursery|sixth[- ]form|primary|secondary|ks ?\d|key stage \d)"
WHERE = (
    rf"(?: (?:in|from|of|on|at) (?:the |our |this )?(?:{YEAR}|roll|school|class|base|unit|provision|centre)"
    rf"| \({YEAR}\)| out of {NUMBER})"
)
BETWEEN = rf"(?:new|young|younger|older|eldest|youngest|other|current|present|remaining|disadvantaged|{YEAR})"
WORD = r"[\w’'-]+"
