"""Homeward: a sentence that takes the hands back where the stroke before it came from."""

import dataclasses
import itertools

from effleurage.reading._slots.state import State
from effleurage.reading._slots.way_back import OPPOSITE, is_on_the_way
from effleurage.reading._slots.written import Clause, say
from effleurage.reading._words.frames import phrases
from effleurage.reading._words.mark import Mark
from effleurage.routine import Stroke, Technique

_MANNER = frozenset({"press", "tempo", "adv", "filler", "gradual", "comma", "conj"})
_WAYS = frozenset({"dir", "place", "part", "tissue", "side", "det", "mine", "theirs", "fingers", "distance"})
_ALONG = frozenset({"path", "from", "to", "with"})
_STILL = (Technique.HOLD, Technique.RELEASE)


def head_home(parts: list[Clause], state: State) -> None:
    """Note the clause that only tells of the way back, as in "And back." or "Lighter on the way home".

    Args:
        parts: The sentence's clauses; the one that goes home is changed, and what only says which way
            that is ("the way you came") is left out.
        state: The context, which knows where the stroke before went.
    """
    whole = _completing(parts)
    if whole is not None and any(map(_glides_on, parts[: parts.index(whole)])):
        _return_there(whole)
        whole.homeward = True
        _come_to(parts)
    for before, clause in itertools.pairwise(parts):
        if not _glides_home(before, clause):
            continue
        if _brings(clause):
            clause.back = True
        elif _ends(clause):
            _return_there(clause)
    last = _last_stroke(state)
    if not parts or last is None:
        return
    ends = None
    if _glides(last) and any(p.place == "origin" for c in parts for p in c.places):
        ends = next((c for c in parts if ends_at_start(c)), None) or _completing(parts)
    works = (c for c in parts if c is not ends and c.technique and c.act != "state")
    if ends is not None and all(c.sub is None and _completes(c) for c in works):
        _return_there(ends)
        ends.homeward = True
        _come_to(parts)
        return
    if not _went(last) or say(parts, "whole"):
        return
    first = parts[0]
    if _describes(first):
        first.head = None
        first.places = [
            dataclasses.replace(p, role="path" if p.role == "pre" else p.role) for p in first.places
        ]
        _return(first)
    elif first.head is None and len(parts) == 1 and _is_line(first, last):
        _return(first)
    elif not _retraces(first, parts, last):
        return
    elif first.act == "work":
        _return(first)
    first.back, first.homeward, first.again = True, True, False
    parts[1:] = [c for c in parts[1:] if not _same_way(c)]


def _return(clause: Clause) -> None:
    """Make a clause a command to glide back."""
    clause.act, clause.lemma, clause.technique = "go", "return", "effleurage"
    clause.sub, clause.subject = None, "imp"
    clause.back, clause.again, clause.participle, clause.motion_noun = True, False, False, False


def _return_there(clause: Clause) -> None:
    """Make a clause a command to glide back to the place that it tells."""
    _return(clause)
    clause.places = [dataclasses.replace(p, role="to") for p in clause.places]


def _glides_home(before: Clause, clause: Clause) -> bool:
    """As in "sweep out round the hips to …", "slide out and …", whatever is done where it began."""
    led = clause.sub == "purpose" or (clause.sub is None and clause.link == "weak")
    home = bool(clause.places) and all(p.place == "origin" for p in clause.places)
    return _glides_on(before) and led and home and clause.neg is None


def _glides_on(clause: Clause) -> bool:
    return clause.technique == "effleurage" and clause.act in ("go", "move") and clause.neg is None


def _brings(clause: Clause) -> bool:
    """As in "and bring the hands round to their first place": they glide on."""
    brought = clause.lemma in ("bring", "take", "lead", "guide") and clause.tool_role == "object"
    return brought and all(p.role == "to" for p in clause.places)


def _ends(clause: Clause) -> bool:
    """As in "to finish back at the start", "and end with your hands there"."""
    return clause.lemma in _ENDING and not (clause.counted or clause.again)


def _last_stroke(state: State) -> Stroke | None:
    """The last stroke that works, of the sentence before."""
    if not state.at_work:
        return None
    return next((s for s in reversed(state.records[-1].strokes) if s.technique not in _STILL), None)


def _glides(stroke: Stroke) -> bool:
    return stroke.technique is Technique.EFFLEURAGE and not stroke.returning


def ends_at_start(clause: Clause) -> bool:
    """As in "Finish where you began.", "You are now back at the start.": there, the hands come in the end."""
    if (
        not any(p.place == "origin" for p in clause.places)
        or clause.neg is not None
        or clause.sub is not None
    ):
        return False
    being = clause.lemma == "be" and clause.subject in ("you", "hands")
    if being:
        return not (clause.counted or clause.again)
    return _ends(clause) and clause.subject in ("imp", "you", "hands", "pron", "thing")


def _completing(parts: list[Clause]) -> Clause | None:
    """As in "the eight is complete once the hands have returned to their start": that completes it."""
    if not any(_completes(c) for c in parts if c.sub is None):
        return None
    back = [c for c in parts if c.sub == "when" and any(p.place == "origin" for p in c.places)]
    return next((c for c in back if c.neg is None and (c.subject in _GOING or c.passive)), None)


_GOING = ("hands", "you", "pron")


def _come_to(parts: list[Clause]) -> None:
    """As in "the circle is closed when …", "and the eight is finished": what it comes to, and no circle."""
    for clause in (c for c in parts if c.sub is None and _completes(c)):
        clause.technique, clause.motion_noun, clause.places, clause.directions = None, False, [], []


def _completes(clause: Clause) -> bool:
    told = clause.lemma == "be" or clause.passive or clause.act in ("end", "state")
    return told and any(m.base in _COMPLETE for m in clause.marks)


_COMPLETE = frozenset({"complete", "done", "finish", "close", "whole", "full"})
_ENDING = frozenset(["end", "finish", "end up", "come", "close", "stop", "arrive", "get", "bring", "land"])


def _went(stroke: Stroke) -> bool:
    """It went one way, and has not come back yet."""
    ways = {str(way) for way in stroke.direction} & set(OPPOSITE)
    return len(ways) == 1 and not stroke.returning


def _is_line(clause: Clause, last: Stroke) -> bool:
    """A line without a verb that is nothing but the way back, and how and along what it goes."""
    if clause.neg is not None or clause.caution is not None or clause.topics:
        return False
    way = is_on_the_way(clause.marks)
    if way is not None:
        return way not in OPPOSITE or OPPOSITE[way] in {str(d) for d in last.direction}
    plain = [m for m in clause.marks if m.cat not in _MANNER]
    if plain and plain[0].cat in ("tool", "mine"):
        plain = [m for m in plain if m.cat not in ("tool", "mine")]
        if not clause.directions:
            return False
    if not plain or plain[0].cat != "back":
        return False
    return all(_goes(m) for m in plain[1:]) and (len(plain) == 1 or plain[1].cat in ("dir", "prep", "again"))


def _goes(mark: Mark) -> bool:
    same_way = mark.cat == "again" and mark.low.endswith("way")
    led = mark.cat == "prep" and mark.value in _ALONG
    return mark.cat in _WAYS or mark.cat in ("tool", "back") or led or same_way


def _describes(clause: Clause) -> bool:
    """As in "The return is light, along the ribs", "each return is made lightly", "the way back is slow"."""
    words = [m.low for m in clause.marks if m.cat != "det" and m.low not in ("each", "every")]
    told = clause.head is not None and (clause.head.cats["verb"].lemma == "be" or _is_made(clause))
    if not told or clause.neg is not None:
        return False
    text = f" {' '.join(words)} ".replace(" the ", " ")
    named = any(text.startswith(f" {name} ") for name in phrases("way_back"))
    return named and (clause.pressure is not None or clause.tempo is not None or bool(clause.places))


def _is_made(clause: Clause) -> bool:
    """As in "each return is made lightly"."""
    return clause.passive and clause.lemma in ("make", "do", "perform", "keep", "carry out")


def _turns_back(clause: Clause, last: Stroke) -> bool:
    """As in "go up the same way" behind a stroke that went down."""
    likened = any(m.cat == "again" and m.low.endswith("way") for m in clause.marks)
    told = {str(way) for way in last.direction}
    return likened and any(OPPOSITE.get(way) in told for way in clause.directions)


def _retraces(clause: Clause, parts: list[Clause], last: Stroke) -> bool:
    """A command of going that only leads back: "retrace your steps", "work your way back"."""
    if clause.head is None or clause.subject not in ("imp", "you", "hands") or clause.neg is not None:
        return False
    if clause.sub is not None or clause.topics or (clause.again and not _turns_back(clause, last)):
        return False
    if clause.lemma == "retrace":
        return True
    going = clause.act == "go" or clause.lemma in ("work way", "make way", "slide", "glide", "stroke")
    leaves = clause.has("home") and clause.lemma in ("go", "come", "get", "head")
    inward = clause.lemma == "return" and clause.directions == ["in"] and not clause.back
    homely = (clause.back or clause.lemma == "return" or clause.again) and not (leaves or inward)
    told = any(_same_way(c) for c in parts[1:]) or all(p.role in ("path", "to") for p in clause.places)
    return going and homely and told


def _same_way(clause: Clause) -> bool:
    """As in "the way you came", "by the same way"."""
    return clause.sub == "as_if" and clause.lemma in ("come", "go") and clause.has("the way", "way")
