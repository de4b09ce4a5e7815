"""What people call their hands' parts, motions, ways, pressure, counts and sides."""

import pytest

from effleurage.reading import read
from reading.slots import parts, told

TOOLS = {
    "palm": "flats of your hands|hollow of your palm|cupped hands|palmar surface|flattened hand|spare hand",
    "heel": "heels of your palms|butt of the hand|thenar eminence|base of your palm|pisiform",
    "fingertips": "fingerpads|flats of your fingers|pinkies|cushions of the fingers|clawed hand|ring fingers",
    "thumb": "balls of your thumbs|thumbnail|flats of your thumbs|fleshy part of the thumb|stacked thumbs",
    "grip": "tips of the thumb and fingers|web of your hand|pincer grip|C-clamp|thumb and opposing fingers",
    "knuckles": "second knuckles|bent index finger|flat knuckles|joints of your fingers|finger knuckles",
    "fist": "loosely clenched fists|clenched hands|side of your fist|hammer fist|half-open fist",
    "forearm": "flat of the forearm|ulna|lower arm|ulnar edge of the forearm|meat of the forearm",
    "elbow": "olecranon|point of the elbow|elbow tip|blunt end of your elbow|funny bone",
    "edge": "blade of your hand|pinky side|ulnar border|knife hand|karate-chop hand|outer edge of your palm",
}


@pytest.mark.parametrize(
    ("tool", "name"), [(tool, name) for tool, names in TOOLS.items() for name in names.split("|")]
)
def test_a_part_of_the_hand_is_a_tool(tool, name):
    """It slides up the back, and rests on the sacrum."""
    assert parts(f"Slide up the back with your {name}.", "tool") == [(tool,)]
    assert parts(f"Place the {name} on the sacrum.", "tool", "start") == [(tool, "sacrum")]


VERBS = {
    "effleurage": "dust|traverse|smooth out|iron out|fingerpaint",
    "petrissage": "wring|claw|bundle up|grip and squeeze|grip and lift|concertina",
    "friction": "cross-fibre|frictionate|abrade|twang|sand|seesaw over",
    "tapotement": "hack|strike|bongo|karate-chop|tap out a rhythm on|clip-clop|drub|play the bongos on",
    "vibration": "shoogle|jounce|shake out|rock to and fro|roll from side to side|buzz",
    "compression": "put pressure on|bear down on|exert pressure on|imprint|push against|put weight on",
    "stretch": "abduct|plantarflex|sidebend|apply traction to|open out",
    "hold": "enfold|get hold of|make contact with|frame|span|cocoon",
    "release": "unhand|relinquish|depart from",
}


@pytest.mark.parametrize(
    ("technique", "verb"), [(name, verb) for name, verbs in VERBS.items() for verb in verbs.split("|")]
)
def test_a_verb_of_massage_says_the_technique(technique, verb):
    """With both hands, on the lower back."""
    text = f"{verb.capitalize()} the lower back with both hands."
    assert parts(text, "technique") == [(technique,)]


WAYS = [
    ("Stroke the back {} with both palms.", "pressure", "light", "light as a whisper|with a feather touch"),
    ("Stroke the back {} with both palms.", "pressure", "light", "with almost no weight|faintly|gingerly"),
    ("Stroke the back {} with both palms.", "pressure", "medium", "with average pressure|at moderate depth"),
    (
        "Stroke the back {} with both palms.",
        "pressure",
        "firm",
        "with a bit of welly|heartily|with some oomph",
    ),
    (
        "Stroke the back {} with both palms.",
        "pressure",
        "firm",
        "with considerable pressure|with all your might",
    ),
    ("Knead the shoulders {} with both hands.", "repeats", 1, "a single time|one last time|just once"),
    ("Knead the shoulders {} with both hands.", "repeats", 2, "twice over|two times over|twice"),
    (
        "Knead the shoulders {} with both hands.",
        "repeats",
        3,
        "thrice|three times over|3-4 times|3 to 5 times",
    ),
    ("Knead the shoulders {} with both hands.", "repeats", 5, "5-10 times|five or six times|x5"),
    (
        "Knead the hip {} with both thumbs.",
        "side",
        "one",
        "nearest to you|on your side|closest to you",
    ),
    ("Knead the hip {} with both thumbs.", "side", "other", "opposite you|on the far side|furthest from you"),
    ("Knead the {} shoulder with both thumbs.", "side", "other", "contralateral|opposing|far|second"),
    ("Knead the {} shoulder with both thumbs.", "side", "one", "nearest|closer|near"),
]


@pytest.mark.parametrize(
    ("frame", "slot", "value", "words"),
    [(frame, slot, value, w) for frame, slot, value, words in WAYS for w in words.split("|")],
)
def test_a_way_of_saying_how(frame, slot, value, words):
    """One slot, however it is said."""
    assert [stroke[slot] for stroke in told(frame.format(words))] == [value]


KINDS = {
    "preparation": "Dust your hands with a little powder.|Re-oil your hands.|Close the door."
    "|Switch your phone to silent.|Put on some soft music.|Light a candle or two.|Wear loose clothes.",
    "setup": "Have him lie on his stomach.|Roll them onto their side.|Turn to face the feet."
    "|Take up a walk-standing position.|Shift your position to face the feet.",
    "limit": "Stay off the spine.|Keep clear of the kidneys.|No pressure on the spine.|Go easy on the ribs."
    "|Mind the spine.|Miss out the spine.|On no account press on the spine.",
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts.split("|")]
)
def test_a_conventional_phrase_has_its_kind(kind, text):
    """Room, oil and clothes; positions; where not to go."""
    routine, _ = read(text)
    steps = [step for movement in routine.movements for step in movement.steps]
    assert [(str(step.kind), step.strokes) for step in steps] == [(kind, ())]
