"""What clinics, gyms, textbooks and grandmothers call the places of the body."""

import pytest

from effleurage.reading._words.lexicon import spelled
from reading.slots import parts

PLACES = {
    "sacrum": "sacro-iliac joints|tail end of the spine|bottom of the backbone|sacral bone|PSIS",
    "lower_back": "QLs|lumbar vertebrae|space between the ribs and the hips|thoracolumbar fascia|loins",
    "mid_back": "mid-section of the back|bra clasp|T8|middle section of the back|lower thoracic spine",
    "upper_back": "rhomboids|mid trapezius|T2|upper section of the back|between the shoulderblades",
    "back": "lats|breadth of the back|whole of the back",
    "spine": "back bone|midline of the back|spinous processes|bones of the back",
    "spine_sides": "laminar groove|tramlines|back extensors|ropy muscles beside the spine|multifidi"
    "|muscles lying alongside the spine|gutters of the spine|muscles that flank the spine|sen lines",
    "shoulder_blade": "infraspinatus|teres major|spine of the scapula|medial border of the shoulder blade",
    "shoulder": "rear delts|AC joint|rounded part of the shoulder|posterior deltoid|shoulder socket",
    "shoulder_top": "levator scap|trapezii|yoke of the shoulders|coat-hanger area|GB21"
    "|fleshy part on top of the shoulder|meat between neck and shoulder|where a bag strap would sit",
    "neck_base": "knobbly bone at the base of the neck|C7 vertebra|dowager's hump"
    "|where the neck turns into the shoulders|junction of the neck and shoulders|neck line",
    "neck": "cervicals|splenius capitis|vertebrae of the neck|rear of the neck",
    "neck_sides": "sternomastoid|scalenes|muscles at the side of the neck",
    "skull_base": "sub-occipitals|nuchal line|two hollows at the base of the skull|GB20"
    "|where the hair begins|where head and neck meet|edge of the cranium",
    "head": "temporalis|mastoid process|rim of the ear|back of the ears|cranium",
    "waist": "muffin top|love handles|narrowest part of the back|midriff",
    "flank": "intercostals|serratus anterior|spaces between the ribs|outer part of the back|twelfth rib",
    "hip": "crest of the ilium|pelvic rim|TFL|bony point of the hip|tensor fasciae latae",
    "buttock": "glute max|gluteus minimus|derrière|rear end|sits bones|bottom muscles|hindquarters",
    "armpit": "axillary crease|posterior axillary fold|oxter",
    "arm": "brachioradialis|wrist extensors|thenar eminence"
    "|front of the forearm|bingo wings|crook of the arm",
    "leg": "biceps femoris|iliotibial tract|popliteal fossa|gastrocs|tibialis anterior|malleolus"
    "|plantar aponeurosis|transverse arch|waist of the foot|webbing between the toes|pinky toe",
    "front": "pectoralis major|masseter|solar plexus|TMJ|décolleté|bridge of the nose|xiphoid process",
}


@pytest.mark.parametrize(
    ("place", "name"), [(place, name) for place, names in PLACES.items() for name in names.split("|")]
)
def test_a_name_is_the_smallest_place_that_holds_it(place, name):
    """Kneaded there, the place is worked on, and the thumbs stay the giver's."""
    assert parts(f"Knead the {name} with both thumbs.", "over", "tool") == [([place], "thumb")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Knead the forearm with both thumbs.", ("thumb", ["arm"])),
        ("Squeeze the little finger between your thumb and index finger.", ("grip", ["arm"])),
        ("Stroke the underside of the forearm using your palm.", ("palm", ["arm"])),
        ("Pull each finger gently.", (None, ["arm"])),
        ("Wring the forearms.", (None, ["arm"])),
    ],
)
def test_what_another_tool_works_on_is_the_receivers(text, expected):
    """A forearm that thumbs knead is no tool."""
    assert parts(text, "tool", "over") == [expected]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Glide both palms up to the muscles on top of the shoulders.", "shoulder_top"),
        ("Slide both hands up to the tight spot on the left shoulder.", "shoulder"),
    ],
)
def test_flesh_hands_its_part_on_to_the_place_behind_it(text, end):
    """The stroke ends at the flesh, and so at the place where it lies."""
    assert parts(text, "end", "over") == [(end, [])]


def test_right_before_where_is_no_side():
    """As in "right where the strap sits"."""
    assert parts("Press your thumbs in right where the bag strap sits.", "side") == [("both",)]


def test_a_phrase_of_the_tables_may_offer_a_choice():
    """Every alternative is spelled out, the same part of the hand throughout a phrase."""
    assert spelled("{top|end} of {neck|spine}") == [
        *("top of neck", "top of spine", "end of neck", "end of spine"),
    ]
    assert "one thumb after thumb" in spelled("one {hand} after {hand}")
    assert "one thumb after palm" not in spelled("one {hand} after {hand}")


@pytest.mark.parametrize("words", ["base of the cervical spine", "root of the cervical column"])
def test_the_neck_has_a_base_by_its_terms_too(words):
    """Its bones end where the neck does."""
    assert parts(f"Glide both palms up to the {words}.", "end") == [("neck_base",)]
