"""Arrangements: the posture, the facing and the place of the giver that a sentence tells."""

import itertools
import re

from effleurage.reading._clauses.elsewhere import lives_so
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.forehead import BROWS, props_forehead
from effleurage.reading._words.mark import Mark, Words
from effleurage.routine import Arrangement, Facing, GiverPlace, Posture, Stance

_STANCES = {
    "sit": Stance.SITTING,
    "seat": Stance.SITTING,
    "sit down": Stance.SITTING,
    "kneel": Stance.KNEELING,
    "kneel down": Stance.KNEELING,
    "stand": Stance.STANDING,
    "perch": Stance.SITTING,
    "stand up": Stance.STANDING,
}


def arrangement_of(parts: list[Clause], marks: Words) -> Arrangement | None:
    """What a sentence says about positions, or None.

    Args:
        parts: Its clauses.
        marks: All its words.
    """
    said = "lie" in marks.topics or not (
        marks.verbs.isdisjoint(_STANCES) and marks.spoken.words.isdisjoint(_TELLING)
    )
    browed = not marks.spoken.words.isdisjoint(BROWS)
    if not (said or browed) and not any(c.act == "pose" or c.clasps for c in parts):
        return None
    told = [
        c for n, c in enumerate(parts) if c.neg is None and (c.sub not in _SUPPOSED or _only_if(parts, n))
    ]
    told = [c for c in told if not (_hand_sits(c) or lives_so(c))]
    words = [m for c in told for m in c.marks]
    verbs = [m.cats["verb"].lemma for m in words if m.cat == "verb"]
    posing = any(v.partition(" ")[0] in _STANCES for v in verbs) or any(c.act == "pose" for c in told)
    lying = any("topic" in m.cats or m.low in _LAIN_ON for m in words) or _head_away(words)
    propped = browed and any(props_forehead(line) for line in _lines(told))
    lying = lying or propped
    clasped = any(c.clasps for c in parts)
    if not (posing or lying or clasped) and _plain(words).isdisjoint(_STATES):
        return None
    receiver = any(_is_person(m) for m in words[:4]) and not _poses_beside(words)
    posture = posture_told(words, receiver=receiver) if lying else None
    if posture in (None, Posture.PRONE) and propped:
        posture = Posture.FOREHEAD_ON_HANDS
    if posture is None and any(c.subject == "receiver" and _stance_verb(c) == "sit" for c in told):
        posture = Posture.SEATED
    posed = [c for c in told if c.subject == "imp" and c.act == "pose" and _stance_verb(c) in _STANCES]
    own = [c for c in told if c.subject == "you"] or (posed if len(posed) < len(told) else [])
    if receiver and posture is not None and own:
        # "She lies on her front, and you kneel at the head": the rest is about the giver.
        told, words, receiver = own, [m for c in own for m in c.marks], False
    text = " ".join([m.low for m in words])
    stance = next((_STANCES[n] for n in (_stance_verb(c) for c in told) if n in _STANCES), None)
    if stance is None and (not receiver or "seated to" in text):
        said = _plain(words)
        stance = next((s for low, s in _STATES.items() if low in said), None)
    giver: GiverPlace | None = None
    facing: Facing | None = None
    posing = stance is not None or any(c.act == "pose" for c in told)
    if posing and not (receiver and posture is not None):
        stood = [c for c in told if c.tool is None and c.act not in ("put", "move")] or told
        giver = _giver(" ".join([m.low for c in stood for m in c.marks]))
        facing = _facing(words)
    elif receiver:
        stance = None
    if (posture, giver, stance, facing, clasped) == (None, None, None, None, False):
        return None
    return Arrangement(posture=posture, giver=giver, stance=stance, facing=facing, clasped=clasped)


def _plain(words: list[Mark]) -> set[str]:
    """The words one by one, but for those of a hand that only waits."""
    return {word for m in words if m.low not in _IDLE for word in m.low.split()}


_IDLE = frozenset({"standing by", "standing ready"})
"""As in "your second hand is standing by": nobody stands up for that."""


_SUPPOSED = frozenset({"if", "as_if", "than"})


def _only_if(parts: list[Clause], n: int) -> bool:
    """As in "the neck can be reached only if the partner lies face down": so it has to be."""
    only = n > 0 and parts[n - 1].marks[-1].low == "only"
    return parts[n].sub == "if" and (only or parts[n].marks[0].low == "only if")


def takes_place(said: Arrangement | None) -> bool:
    """As in "Now sit beside your partner again for the last one, which is gentle": where the giver is."""
    return said is not None and said.giver is not None and said.stance is not None


def _is_person(mark: Mark) -> bool:
    return mark.cat in ("person", "theirs") or mark.low in {"them", "her", "him"}


def _poses_beside(words: list[Mark]) -> bool:
    """As in "seated at the recipient's side", "kneel next to your partner": where somebody else sits."""
    who = next((n for n, m in enumerate(words) if _is_person(m)), 0)
    posed = next((n for n, m in enumerate(words[:who]) if _tells_stance(m)), who)
    fused = posed < who and words[posed].low.split()[-1] in _BESIDE
    return fused or any(m.cat == "prep" for m in words[posed:who])


_BESIDE = ("beside", "by", "at", "to", "near", "behind", "alongside")


def _tells_stance(mark: Mark) -> bool:
    return mark.low in _STATES or (mark.cat == "verb" and mark.cats["verb"].lemma.split()[0] in _STANCES)


def _lines(told: list[Clause]) -> list[list[Mark]]:
    """The words of each clause, and of each with the one before; who is spoken of may be told before both."""
    alone = [c.marks for c in told]
    lines = list(alone)
    for n, (before, marks) in enumerate(itertools.pairwise(alone)):
        who = [m for c in told[:n] for m in c.marks if m.cat == "person"]
        lines.append([*who, *before, *marks])
    return lines


def _hand_sits(clause: Clause) -> bool:
    """As in "the elbow sitting above the buttock": where a hand is, and not how anybody sits."""
    return clause.act == "pose" and clause.subject == "hands" and clause.tool_role in ("pre", "topic")


def _stance_verb(clause: Clause) -> str:
    """The verb of a clause that tells how somebody sits or stands; "" in "stand your fingertips along"."""
    for mark, behind in zip(clause.marks, [*clause.marks[1:], None], strict=True):
        if mark.cat == "verb":
            lemma = mark.cats["verb"].lemma
            # As in "take a seat beside your partner".
            verb = "sit" if lemma.endswith(" seat") else lemma.split()[0]
            placed = behind is not None and behind.cat in ("mine", "tool")
            # "Sit beside" is one word, behind which a person stands.
            if verb in _STANCES and not (placed and " " not in mark.low):
                return verb
    return ""


_STATES = {
    "seated": Stance.SITTING,
    "sitting": Stance.SITTING,
    "kneeling": Stance.KNEELING,
    "standing": Stance.STANDING,
}


def posture_told(words: list[Mark], *, receiver: bool) -> Posture | None:
    """The most exact posture that the words say."""
    topics = [m.cats["topic"] for m in words if "topic" in m.cats]
    said = [Posture(topic.get("posture")) for topic in topics if topic.value == "lie"]
    if not receiver:
        said = [p for p in said if p is not Posture.SEATED]
    exact = [p for p in said if p is not Posture.PRONE]
    if not any(p in (Posture.HEAD_AWAY, Posture.HEAD_TOWARD) for p in exact) and _head_away(words):
        return Posture.HEAD_AWAY
    exact = [p for p in exact if p in (Posture.HEAD_AWAY, Posture.HEAD_TOWARD)] or exact
    if exact or said:
        return (exact or said)[0]
    for n in [n for n, m in enumerate(words) if m.low in _LAIN_ON]:
        mark = words[n]
        if mark.cat in ("place", "part", "back") and any(
            m.low in ("on", "onto") for m in words[max(0, n - 2) : n]
        ):
            return _LAIN_ON[mark.low] if _lies(words) else None
    return None


_LOOKING = frozenset(
    {
        "turn",
        "turned",
        "turns",
        "rotate",
        "rotated",
        "look",
        "looking",
        "looks",
        "face",
        "faces",
        "facing",
        "roll",
        "rolled",
    }
)
_AWAY = re.compile(r"away|far side|(?:other|opposite) (?:way|direction)|opposite side")


def _head_away(words: list[Mark]) -> bool:
    """As in "whose head is now turned away from you", "have the face turned to the side away from you"."""
    for n, mark in enumerate(words):
        if mark.low.split()[-1] not in {"head", "face", "nose"} or "tool" in mark.cats:
            continue
        behind = words[n + 1 : n + 9]
        # As in "turn your partner's face away from me".
        before = any(not _LOOKING.isdisjoint(m.low.split()) for m in words[max(0, n - 4) : n])
        turned = next((k for k, m in enumerate(behind) if not _LOOKING.isdisjoint(m.low.split())), None)
        turned = 0 if before else turned
        said = [m for m in behind[turned:] if m.cat not in ("verb", "comma")] if turned is not None else []
        # As in "let the head be turned from you" as well.
        if any(m.value == "away_from_giver" for m in said) or _AWAY.search(" ".join([m.low for m in said])):
            return True
    return False


_LAIN_ON = {
    "back": Posture.SUPINE,
    "side": Posture.SIDE_LYING,
    **dict.fromkeys(("front", "stomach", "belly", "tummy", "chest"), Posture.PRONE),
}


_TELLING = frozenset({"head", "face", "nose", *_LAIN_ON, *_STATES})
"""Without one of these words, and without a verb of lying, sitting or standing, no position is told."""


def _lies(words: list[Mark]) -> bool:
    """Whether somebody lies: "her on her back", "lie on your side"."""
    if any(m.low in ("lie", "lies", "lying", "laying", "lay") for m in words):
        return True
    named = any(m.cat in ("theirs", "person") for m in words[:4])
    return named and not any(m.cat == "verb" for m in words)


def _facing(words: list[Mark]) -> Facing | None:
    for n, mark in enumerate(words):
        if mark.low in {"facing", "face", "faces", "turned", "turning", "looking", "look", "gaze"}:
            ahead = {m.low for m in words[n + 1 : n + 6]}
            if "across" in ahead:
                return Facing.ACROSS
            if "head" in ahead or "neck" in ahead:
                return Facing.HEAD
            if ahead & {"feet", "foot"}:
                return Facing.FEET
    return None


def _giver(words: str) -> GiverPlace | None:
    if "other side" in words or "opposite side" in words:
        return GiverPlace.OTHER_SIDE
    if "left" in words and "side" in words:
        return GiverPlace.SIDE_LEFT
    if "right" in words and "side" in words:
        return GiverPlace.SIDE_RIGHT
    if "behind" in words:
        return GiverPlace.BEHIND
    if "hip" in words or "astride" in words or "straddl" in words:
        return GiverPlace.HIPS
    if (
        " at the head" in f" {words}"
        or "above the head" in words
        or "behind the head" in words
        or (words.endswith("head") and "facing" not in words)
    ):
        return GiverPlace.HEAD
    if "feet" in words or "foot" in words:
        return GiverPlace.FEET
    if "opposite" in words.replace("opposite way", ""):
        return GiverPlace.OPPOSITE
    if "side" in words or "beside" in words or "next to" in words:
        return GiverPlace.SIDE
    return None
