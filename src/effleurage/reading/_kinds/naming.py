"""Naming: a sentence says which stroke comes next and what it does good, and those behind it tell how."""

import itertools

from effleurage.reading._clauses.verbless import EASING
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark

_HANDWORK = ("move", "go", "work", "put", "make", "free", "stay")


def names_stroke(parts: list[Clause], worked: list[Clause]) -> bool:
    """As in "Next you'll fan up the spine, calming the nerves", "The blades love to be circled".

    Whether it is more than a name is told by what stands behind it: hands that are laid down for it.

    Args:
        parts: The sentence's clauses.
        worked: Those in which hands move, or which send back to what they did.
    """
    first = worked[0] if worked else None
    parts = _without_when(parts)
    if first is None or any("oil" in c.topics for c in parts):
        return False
    if _is_about(parts[0]) or _orders_by_name(parts):
        return True
    if first is not parts[0] and _is_described(parts[0]):
        return True
    if len(worked) == len(parts) == 1 and (_works_off(first) or _names_aim(first) or _goes_its_way(first)):
        return True
    if first.sub in (None, "purpose") and first is not parts[0] and _comes_next(parts[0]):
        return True
    if len(worked) == 1 and (_tells_habit(first) or (len(parts) == 1 and _calls(first))):
        return True
    if len(worked) == 1 and _follows_up(first):
        return True
    if not all(map(_is_bare, worked)):
        return False
    if len(worked) == 1 and (_comes_next(first) or _turns_to(first) or _ends_with(first, parts)):
        return True
    if _is_next_thing(parts[0]) and all(map(_goes_nowhere, worked)):
        return True
    if first.lemma == "use" and first.motion_noun and any(c.sub == "purpose" for c in parts):
        # As in "To loosen the back, use one long stroke in the form of an eight".
        return not first.directions
    if first.passive:
        # As in "The same idea can be taken to the calves".
        return not first.side_stated
    if first.head is not None and first.act in _HANDWORK and _is_ordered(first):
        return False
    return any(_tells_effect(clause) for clause in parts if clause is not first)


def _without_when(parts: list[Clause]) -> list[Clause]:
    """As in "Once the oil is spread, try the eight", "With the back warm, go on": only what."""
    at = 0
    while at < len(parts) - 1 and (
        parts[at].sub in _WHEN or (parts[at].head is None and parts[at].marks[0].low == "with")
    ):
        at += 1
    return parts[at:]


_WHEN = frozenset({"when", "why", "if"})


def _works_off(clause: Clause) -> bool:
    """As in "Next, fan away the tension." and "Now sweep the stress out of it.": what for, and no way."""
    bare = not (clause.tool or clause.counted or clause.sub or clause.hands_stated) and clause.neg is None
    vague = all(p.place == "back" for p in clause.places)
    return bare and vague and clause.has(*_BURDENS) and set(clause.directions) <= _AWAY


_BURDENS = frozenset(
    [
        *("tension", "stress", "strain", "stiffness", "tightness", "fatigue", "tiredness", "ache", "aches"),
        *("worries", "cares", "troubles", "stresses", "strains", "tensions"),
    ]
)
_AWAY = frozenset({"off", "out"})


def _names_aim(clause: Clause) -> bool:
    """As in "Begin with a figure of eight to loosen the whole back.": a stroke by its name, and what for."""
    marks = clause.marks
    to = next((n for n, m in enumerate(marks[1:], 1) if m.low == "to"), 0)
    if not to or to + 1 >= len(marks) or marks[to + 1].base not in EASING or not _is_name(marks[to - 1]):
        return False
    told = next((m for m in marks[:to] if m.cat not in ("filler", "conj", "adv")), None)
    bare = not any(m.cat in _HOW for m in marks[:to])
    return bare and told is not None and told.base in _GIVING and clause.neg is None


_HOW = ("tool", "place", "dir", "side")


def _goes_its_way(clause: Clause) -> bool:
    """As in "Then fan your way up beside the spine.": what many strokes come to, and none of them yet."""
    bare = not (clause.tool or clause.hands_stated or clause.counted or clause.back or clause.sub)
    told = clause.subject in ("imp", "you") and clause.neg is None and clause.technique is not None
    way = any(a.cat == "mine" and b.low == "way" for a, b in itertools.pairwise(clause.marks))
    return bare and told and way and all(p.role == "path" for p in clause.places)


def likens(parts: list[Clause], worked: list[Clause]) -> bool:
    """As in "Treat the shoulder in much the same way.": what comes is like what was, at another place.

    Args:
        parts: The sentence's clauses.
        worked: Those in which hands move, or which send back to what they did.
    """
    if len(parts) != 1 or worked != parts:
        return False
    clause = parts[0]
    told = clause.again and bool(clause.places) and clause.sub is None and clause.neg is None
    sided = any(p.side for p in clause.places) or clause.side_stated
    return told and not (sided or clause.tool or clause.counted) and clause.act == "work"


def tells_tool(parts: list[Clause], state: State) -> bool:
    """As in "Use your forearm for this stroke.", "The forearm does the gliding.": with what.

    Args:
        parts: The sentence's clauses.
        state: The context: "Work with the forearm." says nothing new of one that was laid down.
    """
    if len(parts) != 1:
        return False
    clause = parts[0]
    bare = not (clause.places or clause.directions or clause.counted or clause.flesh or clause.topics)
    if not bare or clause.tool is None or clause.neg is not None or clause.sub is not None:
        return False
    if clause.lemma not in _WITH or any(m.cat not in _TOOL_WORDS for m in clause.marks):
        return False
    if clause.motion_noun:
        at = next((n for n, m in enumerate(clause.marks) if m.cat == "motion"), 0)
        known = bool(at) and clause.marks[at - 1].low.split()[-1] in ("the", "this", "that")
        return known and clause.technique in (None, "effleurage")
    last = next(reversed(state.latest()), None)
    laid = last is not None and last.technique == "hold" and clause.tool == state.tool
    return laid and (clause.lemma == "work" or clause.has("work"))


_WITH = frozenset({"use", "employ", "do", "let", "work", "make", "perform"})
_TOOL_WORDS = frozenset({"verb", "tool", "det", "mine", "prep", "motion", "filler", "pron", "modal", "adv"})


def _is_about(clause: Clause) -> bool:
    """As in "In this movement your hands draw a big eight": what is done in the one that comes."""
    lead = clause.marks[:3]
    named = len(lead) == 3 and lead[0].low in ("in", "with", "for", "during") and lead[1].low in _POINTING
    return named and lead[2].cat == "motion" and clause.subject != "imp" and not clause.counted


def _is_described(clause: Clause) -> bool:
    """As in "The first stroke is a large one, and the hands draw an eight": what kind of stroke it is."""
    return clause.subject == "thing" and clause.motion_noun and clause.lemma == "be" and clause.neg is None


_POINTING = frozenset({"this", "that", "these"})


def _is_next_thing(clause: Clause) -> bool:
    """As in "The next thing to do is fan up the spine" and "What comes next is kneading": what comes."""
    leads = (m.low for m in clause.marks[:3] if m.cat == "filler")
    return any(lead.endswith(_IS) and not _COMING.isdisjoint(lead.split()) for lead in leads)


_IS = (" is", " is to", " time to")
_COMING = frozenset({"next", "last", "final", "remains", "left", "time"})


def _goes_nowhere(clause: Clause) -> bool:
    """It is told where it is done, and neither that the hands go back nor where to."""
    return not clause.back and all(p.role != "to" for p in clause.places)


_NEXT = frozenset({"next", "now", "then", "after that", "after this", "first", "finally", "last", "lastly"})
_COMES = frozenset({"come", "comes", "follow", "follows"})


def _comes_next(clause: Clause) -> bool:
    """As in "Next come fans beside the spine" and "Then follow circles": what comes, by its name."""
    opening = clause.marks[0].low in _NEXT
    return opening and clause.motion_noun and not _COMES.isdisjoint(clause.lows) and not clause.directions


_GIVING = frozenset(
    [
        *("follow", "follow up", "follow on", "continue", "carry on", "go on", "proceed", "finish", "end"),
        *("do", "try", "give", "add", "use", "apply", "make", "perform", "introduce", "include", "begin"),
        *("start", "close", "conclude", "finish off", "finish up", "progress", "move", "move on", "have"),
    ]
)


def _orders_by_name(parts: list[Clause]) -> bool:
    """As in "Follow this with a forearm sweep" and "Now try some kneading": a stroke, and only its name."""
    first, *rest = parts
    if first.lemma not in _GIVING or first.subject not in ("imp", "you") or len(rest) > 2:
        return False
    if any(c.places or c.directions or c.counted or c.hands_stated or c.neg or c.sub for c in parts):
        return False
    marks = [mark for clause in parts for mark in clause.marks]
    lead = next((m for m in reversed(marks[:-1]) if m.cat not in _ADJECTIVES), None)
    last, named = marks[-1], _is_name(marks[-1])
    led = lead is not None and (lead.low in _ARTICLES or (lead.low == "with" and last.form == "ing"))
    return named and led and len(marks) > 2 and last is not first.head


def _is_name(mark: Mark) -> bool:
    """As in "figure of eight", "fanning", "sweep": a stroke is called so."""
    verb = mark.cats.get("verb")
    named = mark.cat == "motion" or "motion" in mark.cats
    return named or (verb is not None and (mark.form == "ing" or bool(verb.get("noun"))))


_ADJECTIVES = frozenset({"tool", "word", "press", "tempo", "adv", "place"})
_ARTICLES = frozenset({"a", "an", "the", "some", "this", "that", "one", "our", "your", "my", "another"})


def _follows_up(clause: Clause) -> bool:
    """As in "Follow it with a fanning movement" and "Follow with the forearm sweep": what comes next."""
    if clause.lemma not in ("follow", "continue") or not clause.motion_noun or clause.neg is not None:
        return False
    named = clause.subject in ("imp", "you") and clause.form == "base" and clause.has("with", "by")
    bare = not (clause.directions or clause.counted or clause.other_hand or clause.hands_stated)
    bare = bare and (clause.tool is None or clause.hands == "one")
    return named and bare and clause.sub is None and all(p.role in ("with", "path") for p in clause.places)


def _turns_to(clause: Clause) -> bool:
    """As in "Finally, come to the neck" and "Then move on to the spine fans": where it goes on."""
    told = clause.act == "go" and clause.form == "base" and clause.subject in ("imp", "you")
    named = clause.motion_noun or (clause.lemma in ("come", "turn") and clause.places)
    named = named and all(p.role == "to" for p in clause.places)
    bare = not (clause.directions or clause.back or clause.pronoun or clause.side_stated or clause.distance)
    return told and bool(named) and bare and clause.sub is None and clause.duration is None


def _ends_with(clause: Clause, parts: list[Clause]) -> bool:
    """As in "Close with a gentle kneading of the neck" and "Finish with the neck squeeze": by its name."""
    lead = parts[0]
    if lead.act not in ("end", "begin", "on") or lead.tool or lead.directions or not lead.has("with"):
        return False
    told = clause is lead or (len(parts) > 1 and clause is parts[1] and not clause.directions)
    far = any(p.role in ("from", "to") for c in (lead, clause) for p in c.places)
    return told and not far and (clause.motion_noun or clause.participle)


_LEADS = _NEXT | {"last of all", "first of all", "last but not least", "to finish", "to begin"}


def _calls(clause: Clause) -> bool:
    """As in "Last of all, kneading the neck." and "Then the pulling one.": what comes, and no command."""
    head = clause.head
    bare = not (clause.tool or clause.directions or clause.counted) and clause.neg is None
    first = clause.marks[0]
    called = first.low in _LEADS or (first.cat == "det" and clause.marks[-1].low == "one")
    return bare and called and head is not None and head.form == "ing"


def _tells_habit(clause: Clause) -> bool:
    """As in "I then go over it with my fingertips" and "Last of all, we knead the neck": what I do next."""
    own = not {"i", "we"}.isdisjoint(clause.lows) and clause.subject == "you"
    acts = ("make", "go", "work") if clause.tool else ("make", "go", "work", "move")
    named = clause.act in acts and clause.neg is None and clause.sub is None
    return own and named and not (clause.directions or clause.counted or clause.hands_stated)


def _is_bare(clause: Clause) -> bool:
    """With what it is done, and how often, is not told."""
    return clause.tool is None and not (clause.hands_stated or clause.counted) and clause.neg is None


def _is_ordered(clause: Clause) -> bool:
    """As in "Glide up the back" and "I glide up the back", which are done; not "you'll glide up the back"."""
    if clause.subject == "you":
        return not clause.holds("modal")
    return clause.form == "base"


def _tells_effect(clause: Clause) -> bool:
    """As in "that eases tension", "which is a sensitive spot", "soothing the nerves"."""
    if clause.participle:
        return clause.act in ("state", "mind")
    opening = clause.marks[0]
    if opening.low == "where":
        # As in ", a sensitive spot where fluid may collect".
        return clause.subject == "thing"
    return clause.sub == "why" and (opening.low in ("that", "which") or clause.act == "state")
