"""Lines without a verb, and clauses that speak of a stroke: whether they are performed."""

from effleurage.reading._slots.clause_subject import PARTING
from effleurage.reading._slots.resting import breathes, slips_away
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark


def stands_for_hands(clause: Clause, state: State) -> bool:
    """As in "they climb to the neck" and "it glides up to the shoulder": hands that are at work already."""
    if clause.subject != "pron" or clause.head is None:
        return False
    if clause.act == "stay" and clause.has("they", "both"):
        placed = state.resting or (clause.lemma == "belong" and bool(clause.places))
        return placed and not clause.person and state.tool is not None
    if clause.act in ("stay", "put") and state.mentioned_tool is not None and clause.has("it"):
        # As in "Now for the forearm. It lies beside the spine."
        return bool(clause.places) and not (clause.person or clause.topics)
    if clause.act in ("work", "on"):
        return clause.has("they") and bool(clause.directions) and (state.at_work or state.hands_subject)
    if clause.act not in ("move", "go", "free"):
        return False
    if not (clause.has("it", "they", "both", "these", "one", "each") or clause.passive):
        return False
    if clause.lemma == "ease" and not clause.directions and all(p.role == "object" for p in clause.places):
        # As in "It eases the shoulder.": what a stroke does good.
        return False
    if (
        state.hands_subject
        and clause.form == "base"
        and clause.act in ("move", "go")
        and not clause.has("all")
    ):
        return True
    at_work = state.at_work or state.mentioned_tool is not None
    # As in "the other kneads them, in that it rolls them between thumb and fingers".
    onward = bool(clause.places or clause.directions) or clause.tool == "grip"
    return at_work and onward and state.tool is not None


def lies_there(clause: Clause) -> bool:
    """As in "Both palms are on the lower back." and "One hand has its place there.": where hands lie."""
    lies = clause.lemma in ("be", "take place") or (clause.lemma in _TAKING and clause.has(*_RESTING))
    if not lies or clause.subject not in ("hands", "imp") or not clause.tool or clause.neg:
        return False
    told = clause.tool_role in ("pre", "topic") and bool(clause.places) and clause.sub is None
    return told and not (clause.directions or clause.person or clause.technique or clause.topics)


_TAKING = ("have", "take", "find", "keep", "get", "enjoy")
_RESTING = ("rest", "place", "home", "spot", "position", "seat", "resting place")
"""As in "has a gentle rest", "finds its place": hands lie where they have it."""

OPENING = frozenset({"open", *PARTING})


def parts_way(clause: Clause, state: State) -> bool:
    """As in "there they separate", "they open out around the hips": hands that go apart."""
    if clause.lemma not in OPENING or clause.head is None:
        return False
    if {"up", "out"}.issubset(clause.directions) and (clause.pronoun or clause.tool_role == "object"):
        # As in "open it like a fan, upward and outward": how one hand fans.
        return clause.subject == "imp" and not any(p.role == "object" for p in clause.places)
    hands = clause.subject == "hands" or (clause.has("they") and state.hands == "both")
    plain = clause.subject == "imp" and not (clause.tool or clause.pronoun or clause.flesh or clause.topics)
    alone = plain and state.hands == "both" and bool(clause.places) and clause.lemma != "open"
    if (
        alone
        and clause.link in ("weak", "comma", "strong")
        and all(p.role in ("at", "path") for p in clause.places)
    ):
        return True
    led = clause.tool_role == "object" or (clause.pronoun and state.hands == "both")
    onward = any(p.role in ("path", "to") or "around" in clause.directions for p in clause.places)
    return (hands or led) and (onward or bool({"out", "around"} & set(clause.directions) and hands))


JOINING = frozenset(
    {"rub", "press", "clap", "clasp", "slap", "squeeze", "bring", "hold", "keep", "put", "place"}
)
"""What hands may do to each other; of other verbs `brings_together` need not be asked."""


def brings_together(clause: Clause, before: list[Clause]) -> bool:
    """As in "press the palms together" and "oil your palms and rub them together": hands on each other."""
    if clause.lemma not in JOINING or clause.places:
        return False
    if not clause.has("together", "against each other", "vigorously together"):
        return False
    meant = clause.has("them") and any(c.tool and c.act in ("ready", "state", "work") for c in before)
    return clause.tool_role == "object" or meant


def was_habit(clause: Clause) -> bool:
    """As in "I used to go at it with my elbow": what is no longer done."""
    return clause.has("used to") and clause.subject in ("you", "pron", "receiver")


def framed(clause: Clause) -> bool:
    """Whether a verb that nobody knows stands as a motion does: with a tool, or on the receiver's body."""
    if clause.subject not in ("imp", "you", "hands") or clause.topics.keys() - {"oil"}:
        return False
    worked = [p for p in clause.places if p.role in ("object", "path", "from", "to", "at", "into")]
    return bool(worked and (clause.tool or any(p.role == "object" for p in worked))) or (
        clause.tool_role == "object" and bool(clause.directions)
    )


def unread(clause: Clause, state: State) -> bool:
    """Whether a clause is a motion, it seems, of which nothing can be read: "Frob it a little."."""
    commanded = (
        clause.act == "unknown" and clause.subject == "imp" and clause.neg is None and clause.sub is None
    )
    return (
        commanded
        and state.at_work
        and not clause.topics
        and not clause.person
        and (clause.pronoun or clause.tool is not None or clause.flesh)
    )


_ANNOUNCING = frozenset({"next", "now", "then", "first", "finally", "lastly", "last", "second", "third"})


def lies_open(clause: Clause) -> bool:
    """As in "Palm up.": how a hand is laid."""
    return (
        clause.head is None
        and clause.tool == "palm"
        and clause.directions in (["up"], ["down"])
        and not (clause.places or clause.technique or clause.counted)
    )


_COUNTED_OFF = frozenset({"number", "part", "move", "step", "stage", "movement", "stroke"})
_NAMES = frozenset({"motion", "tool", "place", "word", "topic", "det", "comma", "of", "prep"})


def _is_numbered(parts: list[Clause]) -> bool:
    """As in "Number five, pulling.": what comes, counted off."""
    words = [m for c in parts for m in c.marks]
    if len(words) > _SHORT or len(words) < 2 or words[1].cat != "num":
        return False
    return all(m.cat in _NAMES or (m.form == "ing" and "verb" in m.cats) for m in words[2:])


_SHORT = 6
"""A name has no more words."""


def announces(parts: list[Clause]) -> bool:
    """As in "Next, chopping.": what comes, and not yet that it be done."""
    if not parts or not parts[0].marks:
        return False
    first = parts[0].marks[0]
    if first.low in _COUNTED_OFF and _is_numbered(parts):
        return True
    # As in "Then the fans.": behind a word that leads on.
    led = parts[0].link == "strong" and first.low == "the" and parts[0].head is None
    if first.low not in _ANNOUNCING and not led:
        return False
    words = [m for c in parts if c.sub is None for m in c.marks]
    told = [
        m
        for m in words
        if m.cat not in ("filler", "comma", "conj", "det", "adv")
        and m.base not in ("come", "follow")
        and m is not words[0]
    ]
    return len(told) == 1 and (told[0].form == "ing" or "motion" in told[0].cats or told[0].cat == "motion")


def names_what_comes(parts: list[Clause]) -> bool:
    """As in "Finish with a light stroke that eases the neck." above its steps: what it is and does."""
    if len(parts) < 2 or parts[0].act not in ("begin", "end") or parts[0].neg is not None:
        return False
    first, told, *rest = parts
    called = all(p.role == "with" for p in first.places) and not (first.tool or first.counted)
    named = first.motion_noun and first.has("with") and called and not first.directions
    relative = told.sub == "why" and told.marks[0].low in ("that", "which")
    effect = told.act not in ("go", "move", "put", "stay") and not (told.tool or told.directions)
    return named and relative and effect and all(c.sub is not None or c.form == "s" for c in rest)


def turns_to(parts: list[Clause]) -> bool:
    """As in "Your hands may now turn to the shoulder, to relax it.": where what comes next is done."""
    if not parts or parts[0].neg is not None:
        return False
    first, *rest = parts
    if first.lemma == "turn attention":
        # As in "Turn your attention to the shoulder with the butterfly stroke".
        return not (first.tool or first.directions or any(map(_works, rest)))
    if not rest and _goes_on_with(first):
        return True
    if first.lemma not in ("turn", "move on", "come"):
        return False
    named = len(first.places) == 1 and first.places[0].role == "to" and not (first.directions or first.back)
    if not rest:
        return named and _by_its_name(first.marks)
    aim, *rest = rest
    what_for = aim.sub == "purpose" and aim.act in ("mind", "state", "work") and not _works(aim)
    return named and what_for and not any(c.tool or c.places for c in rest)


def _goes_on_with(clause: Clause) -> bool:
    """As in "Follow this with the shoulder." and "Continue with the neck.": the part that comes next."""
    if clause.lemma != "follow" and clause.act not in ("on", "end"):
        return False
    if clause.tool or clause.directions or clause.motion_noun or clause.counted or clause.neg is not None:
        return False
    part = clause.places[0] if len(clause.places) == 1 else None
    if part is None or part.role != "with" or part.side is not None or clause.side_stated:
        return False
    return clause.subject in ("imp", "you") and clause.form == "base" and clause.sub is None


def _by_its_name(marks: list[Mark]) -> bool:
    """As in "with the butterfly stroke": a stroke that goes by a name, which its steps explain."""
    led = next((n for n, m in enumerate(marks[:-2]) if m.low in ("with", "for", "using")), len(marks))
    return (
        marks[-1].cat == "motion" and marks[led + 1 : led + 2] != [] and marks[led + 1].low in ("the", "our")
    )


EASING = frozenset(
    {
        "relax",
        "release",
        "ease",
        "loosen",
        "soothe",
        "relieve",
        "calm",
        "boost",
        "improve",
        "stimulate",
        "warm",
        "comfort",
        "quiet",
        "quieten",
        "settle",
    }
)
"""What a stroke does good."""


def _is_used_for(marks: list[Mark]) -> bool:
    """As in "Use this long stroke to relax the back, release strain and warm it": what it is good for."""
    to = next((n for n, m in enumerate(marks) if m.low == "to"), 0)
    if not to or to + 1 >= len(marks) or marks[0].base != "use" or marks[1].low not in ("this", "these"):
        return False
    return marks[to - 1].cat in ("motion", "word") and marks[to + 1].base in EASING


def introduces(parts: list[Clause]) -> bool:
    """As in "The grandest of the strokes traces an eight; it slackens the back": what it is and does."""
    if parts and (_is_used_for(parts[0].marks) or _makes_whole(parts)):
        return True
    if len(parts) < 2 or parts[0].subject not in ("pron", "thing") or parts[0].neg is not None:
        return False
    first, *rest = parts
    named = first.lemma == "be" if first.head is not None else first.motion_noun and first.has("of")
    if not named or first.marks[0].low not in _NAMED or first.has("last", "final") or _works(first):
        return False
    told = [c for c in rest if c.sub is None and not (c.participle and not _works(c))]
    effect = bool(told) and told[0].subject == "pron" and told[0].has("it") and told[0].form == "s"
    return effect and told[0].act not in ("go", "move", "put", "stay") and all(c.form == "s" for c in told)


_COMPLETING = frozenset({"make", "complete", "form", "be", "give"})
_WHOLE = frozenset({"complete", "full", "whole", "entire", "single", "one"})
_ROUNDS = frozenset({"round", "circuit", "loop", "cycle", "lap", "set", "eight", "figure", "turn"})


def _makes_whole(parts: list[Clause]) -> bool:
    """As in "Once around makes one full eight": what a round is called, and nothing done again."""
    marks = parts[-1].marks
    at = next((n for n, m in enumerate(marks) if m.base in _COMPLETING and m.form == "s"), 0)
    if not at or len(parts) > 2 or (len(parts) == 2 and parts[0].head is not None):
        return False
    before, behind, last = marks[:at], marks[at + 1 : -1], marks[-1]
    counted = any(m.cat in ("freq", "times", "num") for m in before) or before[0].low in ("this", "that")
    told = counted and not any(m.cat in ("tool", "place", "side") or m.form == "s" for m in before)
    whole = marks[at].base == "complete" or any(m.low in _WHOLE for m in behind)
    plain = all(m.low in _WHOLE or m.cat == "det" for m in behind)
    return told and whole and plain and (last.cat == "motion" or last.base in _ROUNDS)


_NAMED = frozenset({"this", "the", "that", "here", "one", "one of"})


def _works(clause: Clause) -> bool:
    return bool(clause.tool or clause.places or clause.directions or clause.counted)


def oil_first(clause: Clause) -> bool:
    """As in "Oil over the whole back, nice and even": it is spread there."""
    told = clause.head is None and clause.marks[0].base == "oil" and not clause.tool
    return told and clause.neg is None and any(p.role == "path" for p in clause.places)


def _leaves(clause: Clause, parts: list[Clause], n: int) -> bool:
    """As in "And off.", "five breaths, off": the hands, which nobody names."""
    if clause.directions != ["off"] or clause.marks[-1].low != "off":
        return False
    plain = all(m.cat in ("dir", "filler", "adv", "tempo", "conj") for m in clause.marks)
    before = parts[n - 1] if n else None
    led = clause.link in ("weak", "strong") if before is None else bool(before.tool or before.technique)
    return plain and led


_DONE = frozenset({"done", "complete", "completed", "finished", "over"})
"""As in "One figure of eight done.": what was performed, and is not performed again."""


def alternates(clause: Clause, nxt: Clause | None, *subs: str) -> bool:
    """As in "take turns until you have climbed to the neck": what was begun goes on with both hands."""
    onward = nxt is not None and nxt.sub in subs
    onward = onward and bool(nxt.places or nxt.directions or nxt.has("whole", "all", "entire"))
    return clause.hands == "alternate" and onward


def sets_out(clause: Clause, state: State) -> bool:
    """As in "Both hands on the sacrum. Up the sides of the spine.": hands that were laid go their way."""
    laid = state.resting and state.tool is not None and state.technique in (None, "hold")
    onward = not {"up", "down", "out"}.isdisjoint(clause.directions)
    return laid and onward and any(p.role in ("path", "to") for p in clause.places)


def onward_by_turns(clause: Clause) -> bool:
    """As in "Alternate all the way up.": hands that are at it go on."""
    onward = clause.hands == "alternate" and not {"up", "down"}.isdisjoint(clause.directions)
    return onward and clause.head is None and clause.neg is None and clause.sub is None


def bare_moves(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether a verbless line tells a motion."""
    if clause.subject == "receiver" and not clause.technique:
        return False
    if breathes(clause, state) or slips_away(clause, state):
        return True
    if (
        set(clause.topics) & {"draping", "washing", "room", "cushion", "contraindication", "lie", "media"}
        and not clause.technique
    ):
        return False
    nxt = parts[n + 1] if n + 1 < len(parts) else None
    if alternates(clause, nxt, "until", "while") and state.technique is not None:
        return True
    if onward_by_turns(clause) and state.at_work and state.technique is not None:
        return True
    if (clause.again and not (clause.technique and clause.tool)) or (
        clause.sub is not None and clause.sub != "while"
    ):
        return False
    if any(m.cat == "word" and m.low in ("is", "was") for m in clause.marks):
        return False
    if (
        clause.marks[0].low in _ANNOUNCING
        and len([m for m in clause.marks if m.cat not in ("filler", "comma", "conj", "det")]) == 1
    ):
        return False
    if clause.marks[-1].low in _DONE and not (clause.tool or clause.places or clause.directions):
        return False
    if oil_first(clause):
        return True
    if "hair" in clause.topics and not (clause.tool or clause.technique):
        return False
    if _leaves(clause, parts, n) and state.tool is not None:
        return True
    if clause.technique:
        return bool(clause.places or clause.tool or clause.directions or clause.counted or state.place)
    if lies_open(clause):
        return False
    if clause.tool and (clause.places or clause.directions or clause.side == "middle"):
        return True
    if clause.places and clause.directions and (state.technique or clause.tool or sets_out(clause, state)):
        return True
    if clause.directions and clause.distance:
        return True
    roles = {p.role for p in clause.places}
    if {"path", "to"} <= roles and clause.link == "strong" and state.technique == "effleurage":
        # As in "go on round the blade, then over the shoulder and toward the armpit".
        return n > 0 and clause.sub is None
    return bool({"from", "to"} <= roles and (state.technique or state.tool))
