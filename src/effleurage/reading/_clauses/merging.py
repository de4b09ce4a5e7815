"""Merging: manner, progress and supplies go to the clause that they belong to."""

import dataclasses

from effleurage.reading._clauses.taking import TAKING, takes_flesh
from effleurage.reading._slots.way_back import OPPOSITE
from effleurage.reading._slots.work import ON_THE_SPOT, WORKED_ON
from effleurage.reading._slots.written import Clause, PlaceRef

WORKING = frozenset(
    {
        "effleurage",
        "petrissage",
        "friction",
        "tapotement",
        "vibration",
        "compression",
        "stretch",
        "other",
    }
)


def is_gap(clause: Clause) -> bool:
    sides = ("left", "right")
    lows = [m.low for m in clause.marks if m.cat not in ("det", "filler", "mine") or m.low in sides]
    gapped = bool(lows) and lows[0] in ("one", "other", "other one", "left", "right") and bool(clause.places)
    if gapped and not clause.hands_stated:
        clause.hands, clause.hands_stated = "one", True
    if gapped and lows[0] in ("left", "right"):
        clause.hands, clause.side, clause.side_stated = lows[0], None, False
    if gapped:
        ref = clause.places[0]
        of_hand = ref.side == "other" or (ref.side == clause.hands and _stands_off(ref))
        ref.side = None if of_hand else ref.side
        clause.side, clause.side_stated = None, False
    return gapped


def _stands_off(ref: PlaceRef) -> bool:
    """As in "the left between the shoulder blades": the side is that of the hand."""
    return ref.role != "topic" or ref.mark.low.startswith(("between", "on ", "under", "behind", "below"))


def pulls_flesh(clause: Clause, parts: list[Clause], n: int) -> bool:
    """As in "Pull up and knead", "Lift and pull the flesh": the verb behind says that it is flesh."""
    if clause.lemma not in {"pull", "lift", "pick", "pick up", "draw", "raise"} or n + 1 >= len(parts):
        return False
    behind = parts[n + 1]
    # What is said of the one verb is said of the other: "Lift and pull the flesh at the waist upward".
    lent = all(p.mark.start >= behind.span[0] for p in clause.places)
    # And as in "Pulling firmly, raise the flesh at the waist".
    led = behind.link == "weak" or (clause.participle and clause.leading)
    if not (lent and set(clause.directions) <= {"up", *behind.directions} and led):
        return False
    return behind.technique == "petrissage" or behind.flesh


_DRIFTS = frozenset({"drift", "float", "spiral", "inch", "edge", "coast", "waft"})


_SLOWLY = ("gradually", "slowly", "little by little", "bit by bit", "step by step", "inch by inch")


_HOPS = ("hop", "leap", "jump", "skip", "hopscotch")
"""Verbs that leave the skin out between two spots."""


def _moves_on(clause: Clause) -> bool:
    """As in "make small circles and travel up to the neck": the work goes along, and nothing glides."""
    if clause.tool or clause.back or clause.pronoun or clause.lemma in ("take", "bring", "return", "turn"):
        return False
    if clause.lemma == "come" and not clause.places:
        return False
    return bool({"up", "down", "out", "in"} & set(clause.directions)) or any(
        p.role == "to" for p in clause.places
    )


def ends_with(clause: Clause) -> bool:
    """As in "glide out to the temples, finishing with a small press": one more thing that is done there."""
    told = clause.act == "end" and clause.motion_noun and clause.technique in WORKED_ON
    return told and clause.has("with")


def advances(clause: Clause) -> bool:
    """As in "Up an inch." and "Move along a little.": from one press to the next, and nothing besides."""
    if clause.neg is not None or clause.sub is not None or clause.tool or clause.places:
        return False
    plain = clause.head is None or (clause.act == "go" and clause.subject in ("imp", "you"))
    return plain and bool(clause.directions) and (clause.distance or clause.further)


def works_on(clause: Clause) -> bool:
    """As in "inch your way up to the neck": what the hands do already, further and further on."""
    return clause.head is not None and bool(clause.head.cats["verb"].get("onward"))


AGAIN = ("again", "anew", "afresh", "once more", "once again", "another time", "yet again")


def _is_done_again(behind: list[Clause], found: list) -> bool:
    """As in "squeeze, move up a little, squeeze again": on the way to where it is done again."""
    return any(c.has(*AGAIN) and any(c.lemma == before.lemma for before, _ in found) for c in behind)


def creeps(clause: Clause, technique: str | None, parts: list[Clause], n: int, found: list) -> bool:
    """Creeping on ("move an inch", "while I creep up") is no clause of its own unless it glides."""
    onward = clause.act == "go" or clause.walks or clause.lemma in _DRIFTS
    steady = (
        found
        and found[-1][1] == "compression"
        and any(m.cat == "gradual" or m.low in _SLOWLY for m in clause.marks)
    )
    works = found and (found[-1][1] in ON_THE_SPOT or steady)
    if onward and works and clause.link == "weak" and _moves_on(clause):
        return True
    if (
        clause.act == "go"
        and (clause.distance or clause.further or clause.lemma.split()[0] in _HOPS)
        and (found or any(c.act == "move" for c in parts[n + 1 :]))
    ):
        return True
    if clause.act == "go" and found and not clause.tool and _is_done_again(parts[n + 1 : n + 2], found):
        return True
    if (
        clause.sub == "while"
        and clause.act in ("go", "work", "move")
        and found
        and not (found[-1][1] == "release" and clause.tool)
        and (clause.walks or clause.act in ("go", "work"))
        and clause.subject in ("you", "hands")
    ):
        return True
    if ends_with(clause) and found and technique != found[-1][1]:
        return False
    if found and _glides_meanwhile(clause, technique, found[-1][1]):
        return False
    if (
        clause.participle
        and not clause.back
        and clause.act in ("go", "work", "end", "move")
        and found
        and (clause.act in ("go", "work", "end") or clause.walks)
    ):
        return True
    if (
        clause.lemma == "follow"
        and found
        and clause.link == "weak"
        and found[-1][1] not in ("effleurage", "hold", "release")
    ):
        return True
    if (
        clause.participle
        and clause.leading
        and clause.act in ("work", "go")
        and (clause.places or clause.directions)
    ):
        return True
    bare = clause.head is None and not clause.technique and not clause.tool
    if (
        bare
        and clause.directions != ["off"]
        and found
        and clause.link in ("strong", "weak", "comma")
        and (clause.distance or clause.directions)
    ):
        return True
    if not (works_on(clause) and found) or clause.tool:
        return False
    # As in "follow with the other hand, and work your way round the blade": what both hands do next.
    return not (follows(*found[-1]) and clause.places)


def is_manner(clause: Clause, technique: str | None, found: list[tuple[Clause, str | None]]) -> bool:
    """A participle behind its verb that only says how."""
    if not clause.participle or clause.leading or not found or clause.sub == "while":
        return False
    lifted = technique == "release" and "off" in clause.directions and clause.link == "comma"
    if lifted or (clause.link == "strong" and technique == "release") or clause.lemma == "return":
        return False
    main, before = found[-1][1], found[-1][0]
    if _glides_meanwhile(clause, technique, main):
        return False
    if ends_with(clause) and technique != main:
        return False
    if clause.link == "strong" and clause.tool and before.tool and clause.tool != before.tool:
        return False
    listed = before.form == "ing" and before.has("by") and clause.link in ("weak", "comma")
    if listed and technique in WORKING and clause.places and clause.act == "move":
        return False
    if clause.back and technique == main and (clause.act == "go" or _turns_round(clause, before)):
        return False
    if clause.link == "strong" and technique == "release":
        return False
    if clause.link == "strong" and technique == "effleurage" != main and clause.act == "move":
        return not (clause.places or clause.directions)
    if technique == main or technique in ("release", "compression", "hold", None):
        return not (technique == "hold" and clause.tool and clause.places)
    if main in ("hold",) and technique in WORKING:
        return False
    return bool(technique == "effleurage" or (clause.pronoun and not clause.places))


def _glides_meanwhile(clause: Clause, technique: str | None, main: str | None) -> bool:
    """As in "let the sides go, palms gliding to the lower back": hands that let go glide on."""
    own = clause.participle and clause.tool_role in ("pre", "object") and technique == "effleurage"
    led = "in" in clause.directions or any(p.role in ("to", "path") for p in clause.places)
    return own and main == "release" and led


def _turns_round(clause: Clause, before: Clause) -> bool:
    """As in "gliding up to the neck, drifting back down": the way back, and no manner."""
    ways = [OPPOSITE[way] for way in clause.directions if way in OPPOSITE]
    return any(way in before.directions for way in ways)


def merge(main: Clause, other: Clause) -> None:
    """What a merged clause adds to its main clause."""
    if other.tool and (main.tool is None or (main.tool_wide and not other.tool_wide)):
        main.tool, main.tool_wide = other.tool, other.tool_wide
        if main.hands is None:
            main.hands, main.hands_stated = other.hands, other.hands_stated
    if other.act != "stay" or main.act in ("put", "stay"):
        main.places += [
            p for p in other.places if p.role in ("from", "to", "path", "at", "object", "into", "off")
        ]
    main.lifts = main.lifts and ("up" not in other.directions or other.lifts)
    main.directions += [d for d in other.directions if d not in main.directions]
    main.pressure = main.pressure or other.pressure
    main.tempo = main.tempo or other.tempo
    main.flesh = main.flesh or other.flesh
    main.there = main.there or (other.there and other.flesh)
    if other.counted and not main.counted:
        main.count, main.counted = other.count, True
    if other.side_stated and not main.side_stated:
        main.side, main.side_stated = other.side, True
    main.open_ended = main.open_ended or other.open_ended
    main.duration = main.duration or other.duration
    barred = other.lemma in ("keep", "stop") and other.marks[-1].low == "from"
    waits = (
        other.act == "stay"
        and not barred
        and (
            main.act in ("put", "begin", "go")
            or other.lemma in ("wait", "pause", "stay", "linger", "remain", "leave")
        )
    )
    main.moment = main.moment or other.moment or waits
    handed = other.lemma in ("pass", "hand", "toss", "feed") and any(
        "other" in m.low.split() for m in other.marks
    )
    if handed and main.hands == "one":
        main.hands, main.hands_stated = "alternate", True
    if other.hands == "alternate" or (other.hands_stated and not main.hands_stated):
        main.hands, main.hands_stated = other.hands, other.hands_stated
        main.other_hand = main.other_hand or other.other_hand


def is_same(last: tuple[Clause, str | None], clause: Clause, technique: str | None) -> bool:
    """Several verbs of one technique on one place with one tool are one clause."""
    main, kind = last
    if kind == "hold" and technique == "compression" and main.act == "stay" and clause.act == "move":
        pointed = main.pronoun and main.lemma in ("stay", "hang out", "linger", "wait", "pause", "dwell")
        return (pointed or not main.tool) and not main.places and not clause.tool and clause.link == "weak"
    if kind == "hold" and technique == "petrissage" and takes_flesh(main):
        tool = clause.tool and not (clause.tool == "grip" and main.tool_wide)
        return bool(clause.pronoun) and clause.link in ("weak", "comma") and not (tool or clause.places)
    if clause.back and clause.act == "go":
        return False
    if (
        technique == "hold"
        and clause.act == "stay"
        and kind in ("compression", "petrissage", "stretch", "friction")
    ):
        return not clause.tool and all(p.place == "there" for p in clause.places)
    if technique is None and kind is not None and clause.act == "work":
        return not clause.tool and not clause.places
    if technique == kind and follows(main, kind) and _does_it_too(clause):
        return True
    if (
        technique != kind
        or (clause.sub == "while" and clause.tool)
        or follows(main, kind)
        or follows(clause, technique)
    ):
        return False
    if kind == "hold":
        return not clause.tool and (not clause.places or (clause.act == "stay" and clause.pronoun))
    spoken_of = clause.pronoun or (clause.passive and clause.has("they", "it"))
    if kind == "petrissage" and spoken_of and clause.tool == "grip" and main.tool_wide and not clause.places:
        # As in "lift the muscles and roll them between thumb and fingers": with what both are done.
        return True
    turns = clause.hands == "alternate" and clause.tool_wide and clause.tool_role == ""
    # As in "Rolling the muscle between thumb and fingers, knead the neck with one hand": that hand's.
    led = main.participle and main.leading and main.tool == "grip" and not main.places
    turns = turns or (led and clause.tool_wide and clause.hands == "one")
    if clause.tool and main.tool and clause.tool != main.tool and not turns:
        return False
    if kind == "effleurage":
        if clause.link == "strong" or (clause.participle and clause.leading):
            return False
        return (not clause.places and not clause.directions and not clause.back) or (
            not main.places and not main.directions and not main.flesh
        )
    if (
        kind == "petrissage"
        and clause.pronoun
        and (
            not clause.places
            or (main.lemma in TAKING and all(p.role in ("from", "to", "path") for p in clause.places))
        )
        and (main.lemma in TAKING or clause.lemma in ("pass", "hand", "feed", "toss"))
    ):
        return not (clause.tool and main.tool and clause.tool != main.tool)
    if clause.act == main.act == "go" and set(clause.directions) - set(main.directions):
        return False
    if kind in ("petrissage", "friction", "tapotement", "vibration", "compression", "stretch"):
        first = {p.place for p in main.places}
        second = {p.place for p in clause.places if p.role not in ("to", "from")}
        return (not second or second <= first or not first) and not (
            clause.link == "strong" and clause.directions
        )
    return kind == "release"


def follows(clause: Clause, technique: str | None) -> bool:
    """As in "The other hand follows": it does what the hand before it did."""
    if clause.in_turn:
        return all(p.role == "from" for p in clause.places)
    other = clause.other_hand or (clause.hands in ("left", "right") and clause.subject == "hands")
    return clause.lemma == "follow" and other and not clause.places and technique == "effleurage"


def _does_it_too(clause: Clause) -> bool:
    """As in "The other hand follows and fans in turn": what the one before it did."""
    bare = not (clause.places or clause.directions or clause.tool or clause.counted or clause.hands)
    return bare and clause.link == "weak" and clause.form == "s" and clause.subject == "hands"


def both_go_on(clause: Clause, found: list[tuple[Clause, str | None]]) -> bool:
    """As in "bring the other hand after it, going all round the blade": what both hands do next."""
    told = clause.participle and not clause.leading and clause.act in ("go", "work", "move", "ready")
    # As in ", your hands alternating all the way up".
    theirs = clause.tool is None or (clause.hands == "alternate" and clause.tool_role == "")
    bare = told and clause.neg is None and theirs and clause.technique in (None, "effleurage")
    onward = bare and any(p.role in ("path", "to") for p in clause.places)
    return onward and bool(found) and follows(*found[-1])


def _is_next_spot(clause: Clause, last: Clause) -> bool:
    """As in "press on the loins, then on the middle back": the same, at the next place."""
    if len(clause.places) != 1 or len(last.places) != 1 or clause.tool or clause.head is not None:
        return False
    before, ref = last.places[0], clause.places[0]
    plain = before.role in ("at", "object", "into", "path") and ref.role in ("at", "topic", "path")
    return plain and before.place != ref.place and clause.sub is None


def with_others(clause: Clause, last: Clause, technique: str | None) -> Clause | None:
    """As in "press with your left thumb, then with your right thumb", "the left arm, then the right arm".

    The verb before is done once more, with the other hand or on the other of a pair.
    """
    spot = last.head is not None and _is_next_spot(clause, last)
    if clause.head is not None or clause.technique or clause.directions:
        return None
    if clause.link != "strong" and not spot:
        return None
    if technique in ("hold", "release") or clause.neg is not None or clause.again:
        return None
    handed = clause.tool is not None and clause.tool_role == "with"
    other_hand = clause.hands_stated and last.hands_stated and clause.hands != last.hands
    other_tool = last.tool is not None and clause.tool != last.tool and not clause.back
    if handed and not clause.places and (other_hand or other_tool):
        new = dataclasses.replace(last, marks=clause.marks, link="strong", places=[*last.places])
        new.tool, new.tool_wide, new.hands = clause.tool, clause.tool_wide, clause.hands
        if any(m.low.endswith(("way back", "the return", "way home")) for m in clause.marks):
            new.places, new.directions, new.back, new.act = [], [], True, "go"
        return new
    if technique in WORKED_ON and _is_next_spot(clause, last):
        ref = dataclasses.replace(clause.places[0], role=last.places[0].role)
        return dataclasses.replace(last, marks=clause.marks, link="strong", places=[ref])
    sided = len(clause.places) == 1 and clause.places[0].side in ("left", "right", "other")
    if not sided or clause.tool or len(last.places) != 1:
        return None
    before, ref = last.places[0], clause.places[0]
    if before.place != ref.place or before.side in (None, "both", ref.side):
        return None
    ref = dataclasses.replace(ref, role=before.role)
    return dataclasses.replace(last, marks=clause.marks, link="strong", places=[ref])


def keeps_flat(clause: Clause) -> bool:
    """As in "press the knee to the chest, keeping the other leg flat": what is to stay as it is."""
    if not clause.participle or clause.lemma not in ("keep", "leave"):
        return False
    if clause.leading and clause.tool == "palm" and clause.places:
        # As in "Keeping both palms on the back, travel up the spine".
        return all(p.place in ("back", "body") and p.role == "at" for p in clause.places)
    if clause.tool is not None:
        return False
    return clause.side_stated or any(p.place in {"leg", "arm", "head", "hip", "back"} for p in clause.places)
