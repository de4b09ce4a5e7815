"""Motion: whether hands work on the receiver in a clause."""

from effleurage.reading._arranging import changes_place, rests_on_giver, walks_round
from effleurage.reading._clauses import THINKING
from effleurage.reading._limits import keeps_clear, kept_clear
from effleurage.reading._state import State
from effleurage.reading._technique import JOINTS, oils, oils_hands, sinks_weight, takes_limb, technique_of
from effleurage.reading._written import Clause

_DROPPED = ("if", "why", "as_if", "than", "purpose")

_PROPS = ("steady", "cradle", "stabilise", "stabilize", "support", "brace", "anchor", "prop", "bolster")
"""A limb or head that is only propped is made ready for work."""

_SKIN = ("move", "put", "stay", "free", "work", "go")


def moves(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether hands work on the receiver in this clause."""
    if clause.sub == "why" and clause.marks[0].low.startswith("so") and sinks_weight(clause):
        return clause.neg is None
    if oils_hands(clause):
        return False
    if clause.sub in _DROPPED or clause.neg is not None or clause.sub in ("when", "until"):
        return False
    if clause.lemma == "follow" and clause.has("ready to", "ready"):
        return False
    if clause.lemma in ("wait", "hover") and clause.subject == "hands" and not clause.places:
        return False
    if clause.technique in ("stretch", "petrissage") and rests_on_giver(clause):
        return False
    if changes_place(clause) or was_habit(clause) or _is_schedule(clause):
        return False
    if clause.sub == "while" and clause.subject in ("hands", "thing") and _done(clause):
        return False
    if kept_clear(clause) or (clause.own_body and not clause.tool and not clause.places):
        return False
    if clause.lemma in ("stay", "keep") and not clause.tool and any(kept_clear(c) for c in parts):
        return False
    act = clause.act
    head = clause.head
    if (
        clause.lemma
        in ("spread", "open", "splay", "fan", "bend", "straighten", "relax", "turn", "flex", "shake", "curl")
        and (
            clause.tool_role == "object"
            and clause.tool in ("fingertips", "palm", "thumb")
            and not clause.places
            and not clause.directions
        )
        and clause.lemma not in ("fan",)
    ):
        return False
    if (
        clause.lemma in ("straighten", "bend", "lock", "unlock", "flex", "soften", "relax", "loosen")
        and clause.tool_role == "object"
        and clause.tool in ("elbow", "forearm", "fist", "knuckles")
        and not clause.places
    ):
        return False
    if (
        clause.lemma in ("shake", "rub", "wipe", "wash", "warm", "dry", "clap")
        and clause.tool_role == "object"
        and not clause.places
        and not clause.pronoun
    ):
        return False
    if brings_together(clause, parts[:n]):
        return False
    taken = clause.lemma in ("take", "grasp", "clasp") and clause.tool and clause.tool_role in ("at", "with")
    if taken and any(p.role == "object" and p.place in ("arm", "leg", "head") for p in clause.places):
        return clause.subject in ("imp", "you", "hands")
    if sinks_weight(clause) and clause.subject in ("imp", "you"):
        return True
    if takes_limb(clause):
        return clause.subject in ("imp", "you")
    if clause.passive and clause.has(
        "hardly", "seldom", "rarely", "often", "usually", "generally", "commonly"
    ):
        return False
    if (
        clause.lemma == "let"
        and not clause.tool
        and not clause.pronoun
        and any(p.role == "object" for p in clause.places)
    ):
        return False
    if clause.lemma == "let" and not clause.tool and (clause.person or clause.has("you", "him", "me", "us")):
        return False
    lain = clause.has("it", "him", "her") and clause.has("lie", "rest", "sit", "hang")
    if clause.lemma == "let" and lain and clause.tool_role == "at" and not clause.places:
        return False
    if clause.lemma == "let" and clause.subject in ("imp", "you"):
        return technique_of(clause, state) is not None and bool(
            clause.tool or clause.pronoun or (state.tool and not any(m.cat == "word" for m in clause.marks))
        )
    if clause.caution is not None and not clause.places and act not in ("move",):
        return False
    if head is not None:
        if clause.subject == "receiver":
            return False
        if clause.subject == "thing" and not _acting_thing(clause):
            return False
        third = state.third and clause.has("she", "he") and act in (*_SKIN, "make")
        hands = stands_for_hands(clause, state)
        if clause.subject == "pron" and not third and not hands:
            return False
        if (
            head.form == "s"
            and clause.subject not in ("hands", "thing", "you", "imp")
            and not (third or hands)
        ):
            return False
        told = any(c.subject == "you" and c.head is not None and c.head.form == "ed" for c in parts[:n])
        whose = clause.subject in ("you", "hands") or hands
        if head.form == "ed" and not whose and not clause.passive and not told:
            return False
    if (
        act == "ready"
        and (
            clause.lemma in ("oil", "lubricate", "moisturise", "moisturize")
            or (clause.lemma in ("cover", "coat") and oils(clause))
        )
        and any(p.role == "object" for p in clause.places)
    ):
        return True
    if (
        clause.lemma in ("reduce", "relax", "lighten")
        and clause.has("pressure")
        and clause.subject in ("imp", "you")
        and n > 0
    ):
        return technique_of(clause, state) == "release"
    if (
        clause.lemma in ("open", "separate")
        and clause.tool_role == "with"
        and any(p.role == "object" for p in clause.places)
    ):
        return clause.subject in ("imp", "you")
    if clause.lemma in THINKING:
        return False
    if act in ("mind", "state", "ready", "pose", "end", "begin", "on", "manner", "again"):
        if act in ("begin", "end") and clause.tool and any(p.role == "at" for p in clause.places):
            onward = any(c.act in ("move", "go") and c.sub is None for c in parts[n + 1 :])
            nxt = parts[n + 1] if n + 1 < len(parts) else None
            led = act == "begin" and clause.tool_role == "with" and nxt is not None
            if (
                led
                and nxt.act in ("move", "go")
                and nxt.link == "weak"
                and nxt.tool is None
                and nxt.has("them", "it")
            ):
                clause.start_place = True
                return False
            return clause.subject in ("imp", "you") or (clause.subject == "hands" and not onward)
        if not (
            clause.motion_noun
            and clause.technique
            and act in ("begin", "end", "on", "mind", "state", "manner", "again", "ready")
        ):
            return _continues(clause, state)
        if act in ("mind", "state") and clause.lemma in _PERCEIVING:
            return False
        return clause.subject in ("imp", "you", "hands", "pron") or _acting_thing(clause)
    somewhere = bool(clause.places or clause.directions or clause.pronoun or clause.flesh)
    if act == "none":
        return _bare_moves(clause, state, parts, n)
    if clause.passive and not clause.tool and any(c.passive and "oil" in c.topics for c in parts[: n + 1]):
        return any(p.role in ("path", "object") or p.place in ("back", "leg") for p in clause.places)
    oiled = any("oil" in c.topics and c.act == "ready" for c in parts[:n])
    if clause.participle and not clause.places and oiled:
        return False
    if act == "unknown":
        return framed(clause)
    if act == "move" and "room" in clause.topics and not clause.tool and not clause.places:
        return False
    if act == "move":
        figure = head is not None and head.cats["verb"].get("figure")
        if figure and not (clause.tool or clause.places or clause.directions or clause.flesh):
            return False
        bows = clause.lemma == "lean" and (clause.back or clause.has("forward", "forwards", "over"))
        if _elsewhere(clause) or (
            bows and not clause.tool and not clause.places and "in" not in clause.directions
        ):
            return False
        return not (clause.walks and not (clause.tool or state.tool in ("thumb", "fingertips")))
    if act == "go":
        if clause.lemma == "reach" and not clause.tool and clause.has("over", "across"):
            return False
        if (
            clause.lemma == "ease"
            and (clause.back or {"off", "out", "up"} & set(clause.directions))
            and not clause.places
        ):
            return True
        if clause.lemma == "take" and "off" in clause.directions and not clause.places:
            return (clause.pronoun and state.tool is not None) or clause.tool_role == "object"
        if clause.lemma == "turn" and turns_joint(clause):
            return clause.subject in ("imp", "you", "hands")
        if clause.lemma == "turn" and not any(p.role in ("path", "to", "from") for p in clause.places):
            return False
        if clause.lemma == "cross" and not any(p.role in ("object", "path", "to") for p in clause.places):
            return False
        if walks_round(clause) and len(parts) > n + 1:
            return False
        if clause.distance and not clause.tool and not clause.pronoun:
            return bool(clause.directions or clause.places)
        if _elsewhere(clause):
            return False
        return bool(
            (clause.tool or clause.pronoun or state.tool)
            and (clause.places or clause.back or set(clause.directions) - {"off"})
        )
    if clause.lemma in ("curl", "wrap", "fold") and not clause.tool and state.technique == "effleurage":
        return any(p.role == "path" for p in clause.places)
    if act == "put":
        if set(clause.topics) & {"draping", "washing"} and not clause.tool:
            return False
        if clause.tool and clause.tool_role not in ("to", "from"):
            on_flesh = clause.flesh and clause.tool_role == "object"
            return (
                bool(clause.places) or clause.pronoun or on_flesh or clause.lemma in ("hook", "wrap", "curl")
            )
        first = clause.marks[clause.marks.index(head) + 1 :][:1] if head is not None else []
        if first and first[0].low == "one" and clause.places:
            clause.hands, clause.hands_stated = "one", True
            return True
        if clause.pronoun and clause.places and (state.tool or clause.has("them")):
            return clause.lemma not in ("find",)
        return clause.lemma in (
            "cup",
            "wrap",
            "encircle",
            "grip",
            "catch",
            "clasp",
            "touch",
            "hold on to",
            "take hold of",
        ) and bool(clause.places)
    if act == "stay":
        if _lies_in_hands(clause):
            return False
        if clause.lemma == "prop" and not clause.tool:
            return False
        if (
            clause.lemma == "leave"
            and not clause.tool
            and not clause.has("there")
            and any(c.person for c in parts)
        ):
            return False
        return _stays(clause, state, asleep=any(_sleeps(c) for c in parts))
    if act == "free":
        return not _elsewhere(clause) and (
            clause.lemma not in ("remove", "drop", "come off", "take off")
            or bool(clause.tool or clause.pronoun)
            or (clause.lemma == "come off" and state.tool is not None and not clause.topics)
        )
    if act == "work":
        if clause.lemma in ("do", "give", "spend", "aim", "include", "deal", "cover ground"):
            return bool(clause.motion_noun and clause.technique)
        return somewhere or bool(clause.tool)
    if act == "make":
        later = [
            c
            for c in parts[n + 1 :]
            if c.sub is None
            and c.head is not None
            and not c.participle
            and c.subject != "thing"
            and (c.act == "move" or (c.act in ("go", "work") and (c.places or c.directions or c.pronoun)))
        ]
        if not clause.technique and later and clause.tool and "circle" not in clause.directions:
            return False
        return (
            bool(clause.technique or "circle" in clause.directions)
            or bool(clause.tool and (clause.places or clause.directions or clause.has("there")))
            or (bool(clause.places) and (clause.has("pressure") or oils(clause)))
        )
    return False


def stands_for_hands(clause: Clause, state: State) -> bool:
    """As in "they climb to the neck" and "it glides up to the shoulder": hands that are at work already."""
    if clause.subject != "pron" or clause.head is None or clause.act not in ("move", "go", "free"):
        return False
    if not (clause.has("it", "they", "both", "these", "one", "each") or clause.passive):
        return False
    if (
        state.hands_subject
        and clause.form == "base"
        and clause.act in ("move", "go")
        and not clause.has("all")
    ):
        return True
    at_work = state.at_work or state.mentioned_tool is not None
    onward = bool(clause.places or clause.directions)
    return at_work and onward and state.tool is not None


def brings_together(clause: Clause, before: list[Clause]) -> bool:
    """As in "press the palms together" and "oil your palms and rub them together": hands on each other."""
    if clause.lemma not in ("rub", "press", "clap", "clasp", "slap", "squeeze", "bring") or clause.places:
        return False
    if not clause.has("together", "against each other", "vigorously together"):
        return False
    meant = clause.has("them") and any(c.tool and c.act in ("ready", "state", "work") for c in before)
    return clause.tool_role == "object" or meant


def was_habit(clause: Clause) -> bool:
    """As in "I used to go at it with my elbow": what is no longer done."""
    return any(m.low == "used to" for m in clause.marks) and clause.subject in ("you", "pron", "receiver")


_PERCEIVING = (
    *(
        "consist",
        "comprise",
        "contain",
        "represent",
        "feel",
        "know",
        "see",
        "hear",
        "watch",
        "notice",
        "observe",
        "understand",
        "learn",
        "call",
        "mean",
    ),
    *(
        "sense",
        "believe",
        "recognise",
        "recognize",
        "discover",
        "teach",
        "show",
        "explain",
        "promise",
        "mind",
    ),
)
"""What somebody perceives or knows of a stroke is not done ("now you know the three strokes")."""

_TIMES_OF_LIFE = (
    *("evening", "night", "nightly", "daily", "bedtime", "morning", "day", "week", "weekly", "ward", "wards"),
    *("every day", "every night", "patients", "clinic", "centuries", "decades", "years", "nowadays"),
)


def _is_schedule(clause: Clause) -> bool:
    """As in "the rub is given every evening": when such a thing is done, and not that it be done now."""
    given = clause.passive and clause.lemma in (
        "give",
        "do",
        "perform",
        "practise",
        "practice",
        "use",
        "offer",
    )
    named = clause.tool or any(p.role not in ("pre", "object") for p in clause.places)
    return given and not named and clause.has(*_TIMES_OF_LIFE)


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


def turns_joint(clause: Clause) -> bool:
    """As in "turn the ankle slowly, three circles each way": a joint is moved, not only laid ready."""
    joint = any(p.role == "object" and p.mark.low.split()[-1] in JOINTS for p in clause.places)
    return joint and bool(
        clause.motion_noun or clause.tool or clause.tempo or clause.counted or "circle" in clause.directions
    )


def _done(clause: Clause) -> bool:
    """As in "as the first completes its fan": when another hand begins, not one more fan."""
    return not clause.places and (clause.act == "end" or clause.has("completes", "finishes", "ends"))


def _acting_thing(clause: Clause) -> bool:
    """A movement or stroke that goes somewhere is performed; one that relaxes is explained."""
    if clause.act in ("end", "begin") and clause.motion_noun and clause.technique and clause.places:
        return True
    if clause.lemma in ("deserve", "get", "receive", "need", "like", "want", "love") and clause.technique:
        return clause.motion_noun and any(p.role == "pre" for p in clause.places)
    if clause.has("final", "last", "next") and clause.act in ("move", "go") and clause.places:
        return True
    return clause.motion_noun and clause.act == "go" and any(p.role in ("from", "to") for p in clause.places)


def _continues(clause: Clause, state: State) -> bool:
    if clause.act == "on" and clause.subject in ("imp", "you", "hands"):
        return bool(clause.places or clause.directions) and state.technique is not None and not clause.again
    return False


def _elsewhere(clause: Clause) -> bool:
    """Oil in the hands, hair, clothes: the verb works on something else."""
    topics = set(clause.topics)
    if topics & {"hair"} and clause.lemma not in ("tug", "pull", "comb", "rake"):
        hair = [p for p in clause.places if p.mark.low.endswith("hair")]
        return not hair or any(p.role == "object" for p in hair)
    if "oil" in topics:
        on_body = any(p.place for p in clause.places)
        return not on_body
    if topics & {"draping", "washing", "cushion"} and clause.head is not None:
        return not clause.tool or clause.has("towel", "sheet", "blanket")
    return False


_ANNOUNCING = ("next", "now", "then", "first", "finally", "lastly", "last", "second", "third")


def lies_open(clause: Clause) -> bool:
    """As in "Palm up.": how a hand is laid."""
    return (
        clause.head is None
        and clause.tool == "palm"
        and clause.directions in (["up"], ["down"])
        and not (clause.places or clause.technique or clause.counted)
    )


def announces(parts: list[Clause]) -> bool:
    """As in "Next, chopping.": what comes, and not yet that it be done."""
    if not parts or not parts[0].marks or parts[0].marks[0].low not in _ANNOUNCING:
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


def _bare_moves(clause: Clause, state: State, parts: list[Clause], n: int) -> bool:
    """Whether a verbless line tells a motion."""
    if clause.subject == "receiver" and not clause.technique:
        return False
    if (
        set(clause.topics) & {"draping", "washing", "room", "cushion", "contraindication", "lie", "media"}
        and not clause.technique
    ):
        return False
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
    if clause.technique:
        return bool(clause.places or clause.tool or clause.directions or clause.counted or state.place)
    if lies_open(clause):
        return False
    if clause.tool and (clause.places or clause.directions or clause.side == "middle"):
        return True
    if clause.places and clause.directions and (state.technique or clause.tool):
        return True
    if clause.directions and clause.distance:
        return True
    roles = {p.role for p in clause.places}
    return bool({"from", "to"} <= roles and state.technique)


_SLEEPING = ("fall asleep", "sleep", "drop off", "nod off", "doze", "doze off", "drift off", "snooze")


def _sleeps(clause: Clause) -> bool:
    """As in "if he falls asleep, stay a little": company, and no hold."""
    return clause.sub == "if" and (clause.lemma in _SLEEPING or clause.has("asleep"))


def _stays(clause: Clause, state: State, *, asleep: bool) -> bool:
    if clause.lemma in ("keep", "stay", "hold") and clause.places and keeps_clear(clause):
        return False
    if clause.lemma in ("keep", "leave", "lie"):
        if clause.lemma == "keep" and (clause.caution or (not clause.places and not clause.duration)):
            return False
        return bool(
            clause.tool
            and (clause.places or clause.moment or clause.duration or clause.has("there", "still", "steady"))
        ) or (
            clause.pronoun
            and clause.has("there", "still", "them")
            and (clause.has("there", "still") or bool(clause.duration or clause.moment))
        )
    if clause.lemma in ("wait", "stay") and state.tool and not clause.topics:
        return not asleep
    if clause.lemma in ("rest", "wait", "pause", "stay", "remain", "linger", "settle"):
        return bool(clause.tool or clause.has("there", "here") or clause.duration or clause.moment)
    if clause.topics.keys() & {"draping", "cushion", "oil"}:
        return False
    if not clause.places and not clause.pronoun and sum(m.cat == "tool" for m in clause.marks) > 1:
        return False
    return bool(
        clause.tool or clause.places or clause.pronoun or clause.duration or clause.moment or state.tool
    )


def _lies_in_hands(clause: Clause) -> bool:
    """As in "With the calf lying in both hands, squeeze": how what is worked on is held meanwhile."""
    first = clause.marks[0]
    return clause.form == "ing" and first.low == "with" and clause.tool_role == "at" and bool(clause.places)


def is_meant(clause: Clause) -> bool:
    """A hold that is meant as such, not only hands on their way."""
    if (
        clause.duration
        or clause.moment
        or clause.open_ended
        or (clause.motion_noun and clause.technique == "hold")
    ):
        return True
    if clause.lemma in _PROPS:
        return False
    if clause.act == "stay":
        return (
            clause.lemma != "rest"
            or clause.has("there", "just", "still")
            or (clause.lemma == "rest" and not clause.tool)
        )
    return (
        (clause.act in ("begin", "none") and clause.technique == "hold")
        or clause.has("resting")
        or _is_still(clause)
    )


def _is_still(clause: Clause) -> bool:
    """As in "hold them still", and not "still on the left"."""
    for n, mark in enumerate(clause.marks):
        if mark.low == "still":
            return n + 1 == len(clause.marks) or clause.marks[n + 1].cat not in (
                "prep",
                "side",
                "dir",
                "place",
            )
    return False


def is_asked(parts: list[Clause], n: int) -> bool:
    """As in "Ask them to bend the knee and put the foot flat": what follows is the receiver's."""
    for k, clause in enumerate(parts[:n]):
        if clause.lemma not in ("ask", "have", "get", "tell", "invite", "encourage", "help", "instruct"):
            continue
        somebody = clause.person or clause.has("them", "her", "him")
        if somebody and not any(c.link == "strong" for c in parts[k + 1 : n + 1]):
            return True
    return False
