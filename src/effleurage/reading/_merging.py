"""Merging: manner, progress and supplies go to the clause that they belong to."""

import dataclasses

from effleurage.reading._written import Clause, PlaceRef

WORKING = (
    "effleurage",
    "petrissage",
    "friction",
    "tapotement",
    "vibration",
    "compression",
    "stretch",
    "other",
)


def antecedent(clause: Clause) -> PlaceRef | None:
    """The place that "it" means behind "reach across to the right hip" or "find the two bones"."""
    if clause.neg is not None or clause.sub is not None or clause.subject not in ("imp", "you"):
        return None
    chosen = clause.lemma in ("choose", "pick", "select", "take", "pick out") and not clause.flesh
    if (clause.act not in ("go", "put", "mind", "end") and not chosen) or clause.tool:
        return None
    refs = [p for p in clause.places if p.role in ("to", "object", "at")]
    return refs[-1] if refs else None


def is_gap(clause: Clause) -> bool:
    sides = ("left", "right")
    lows = [m.low for m in clause.marks if m.cat not in ("det", "filler", "mine") or m.low in sides]
    gapped = bool(lows) and lows[0] in ("one", "other", "other one", "left", "right") and bool(clause.places)
    if gapped and not clause.hands_stated:
        clause.hands, clause.hands_stated = "one", True
    if gapped and lows[0] in ("left", "right"):
        clause.hands, clause.side, clause.side_stated = lows[0], None, False
    if gapped:
        clause.places[0].side = None if clause.places[0].side == "other" else clause.places[0].side
        clause.side, clause.side_stated = None, False
    return gapped


def pulls_flesh(clause: Clause, parts: list[Clause], n: int) -> bool:
    """As in "Pull up and knead": the verb behind says that it is flesh that is pulled."""
    if clause.lemma not in ("pull", "lift", "pick", "pick up", "draw") or clause.places:
        return False
    if not set(clause.directions) <= {"up"} or n + 1 >= len(parts):
        return False
    return parts[n + 1].technique == "petrissage" and parts[n + 1].link == "weak"


_ON_THE_SPOT = ("friction", "petrissage", "tapotement", "vibration")


def _moves_on(clause: Clause) -> bool:
    """As in "make small circles and travel up to the neck": the work goes along, and nothing glides."""
    if clause.tool or clause.back or clause.pronoun or clause.lemma in ("take", "bring", "return", "turn"):
        return False
    if clause.lemma == "come" and not clause.places:
        return False
    return bool({"up", "down", "out", "in"} & set(clause.directions)) or any(
        p.role == "to" for p in clause.places
    )


def creeps(clause: Clause, technique: str | None, parts: list[Clause], n: int, found: list) -> bool:
    """Creeping on ("move an inch", "while I creep up") is no clause of its own unless it glides."""
    onward = clause.act == "go" or clause.walks
    if onward and found and clause.link == "weak" and found[-1][1] in _ON_THE_SPOT and _moves_on(clause):
        return True
    if (
        clause.act == "go"
        and (clause.distance or clause.further)
        and (found or any(c.act == "move" for c in parts[n + 1 :]))
    ):
        return True
    if (
        clause.sub == "while"
        and clause.act in ("go", "work", "move")
        and found
        and (clause.walks or clause.act in ("go", "work"))
        and clause.subject == "you"
    ):
        return True
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
        and found
        and clause.link in ("strong", "weak", "comma")
        and (clause.distance or clause.directions)
    ):
        return True
    return clause.has("your way", "my way", "work your way", "make your way") and bool(found)


def is_manner(clause: Clause, technique: str | None, found: list[tuple[Clause, str | None]]) -> bool:
    """A participle behind its verb that only says how."""
    if not clause.participle or clause.leading or not found or clause.sub == "while":
        return False
    lifted = technique == "release" and "off" in clause.directions and clause.link == "comma"
    if lifted or (clause.link == "strong" and technique == "release") or clause.lemma == "return":
        return False
    main = found[-1][1]
    if clause.back and clause.act == "go" and technique == main:
        return False
    if clause.link == "strong" and technique == "release":
        return False
    if technique == main or technique in ("release", "compression", "hold", None):
        return not (technique == "hold" and clause.tool and clause.places)
    if main in ("hold",) and technique in WORKING:
        return False
    return bool(technique == "effleurage" or (clause.pronoun and not clause.places))


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
    if other.counted and not main.counted:
        main.count, main.counted = other.count, True
    if other.side_stated and not main.side_stated:
        main.side, main.side_stated = other.side, True
    main.open_ended = main.open_ended or other.open_ended
    main.duration = main.duration or other.duration
    waits = other.act == "stay" and (
        main.act in ("put", "begin", "go")
        or other.lemma in ("wait", "pause", "stay", "linger", "remain", "leave")
    )
    main.moment = main.moment or other.moment or waits
    if other.hands == "alternate" or (other.hands_stated and not main.hands_stated):
        main.hands, main.hands_stated = other.hands, other.hands_stated


_TAKING = ("take", "pick", "pick up", "grab", "gather", "lift", "grasp", "grip", "catch", "scoop", "bunch")
"""Verbs that take hold of what the next verb works on."""


def is_same(last: tuple[Clause, str | None], clause: Clause, technique: str | None) -> bool:
    """Several verbs of one technique on one place with one tool are one clause."""
    main, kind = last
    if kind == "hold" and technique == "compression" and main.act == "stay" and clause.act == "move":
        return not main.tool and not main.places and clause.link == "weak"
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
    if (
        technique != kind
        or (clause.sub == "while" and clause.tool)
        or follows(main, kind)
        or follows(clause, technique)
    ):
        return False
    if kind == "hold":
        return not clause.tool and (not clause.places or (clause.act == "stay" and clause.pronoun))
    turns = clause.hands == "alternate" and clause.tool_wide and clause.tool_role == ""
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
        and not clause.places
        and (main.lemma in _TAKING or clause.lemma in ("pass", "hand", "feed", "toss"))
    ):
        return not (clause.tool and main.tool and clause.tool != main.tool)
    if kind in ("petrissage", "friction", "tapotement", "vibration", "compression", "stretch"):
        first = {p.place for p in main.places}
        second = {p.place for p in clause.places}
        return (not second or second <= first or not first) and not (
            clause.link == "strong" and clause.directions
        )
    return kind == "release"


_STILL = ("still", "quiet", "quietly", "motionless", "there", "put", "immobile", "stock still", "like that")


_DOUBLING = ("reinforce", "back up", "brace", "weight", "weigh", "double", "top", "strengthen", "support")
"""What the second hand does to the first that lies under it; then they work as one."""


def keeps_still(clause: Clause) -> bool:
    """As in "… and keep perfectly still", "… and stay until it is warm": the hold before is meant as such."""
    if clause.tool or clause.places or clause.subject not in ("imp", "you", "hands", "pron"):
        return False
    if clause.act == "stay":
        return clause.lemma in ("stay", "wait", "remain", "linger", "pause", "rest") or clause.has(*_STILL)
    return clause.lemma in ("be", "sit", "hold") and clause.has("still", "motionless", "quiet")


def supply(clause: Clause, found: list, carried: list[Clause], parts: list[Clause], n: int) -> None:
    """A clause without motion may still say where or with what the next or last one works."""
    if clause.neg is not None or clause.sub in ("if", "why", "as_if", "than"):
        return
    if clause.lemma.endswith("attention"):
        return
    if found and clause.lemma in _DOUBLING and clause.pronoun and (clause.other_hand or clause.tool):
        found[-1][0].hands, found[-1][0].hands_stated = "both", True
        return
    if found and found[-1][1] == "hold" and keeps_still(clause):
        found[-1][0].moment = True
        return
    if clause.act == "go" and clause.pressure and found and not (clause.places or clause.directions):
        found[-1][0].pressure = found[-1][0].pressure or clause.pressure
        return
    idle = clause.lemma == "let" and clause.has("sit", "rest", "lie", "stay", "be", "settle", "sits", "hang")
    idle = idle or (clause.lemma == "do" and clause.has("nothing", "nothing at all"))
    if idle and found and found[-1][1] == "hold" and (clause.pronoun or clause.tool or clause.lemma == "do"):
        found[-1][0].moment = True
        return
    if clause.sub == "until":
        if (clause.places or "off" in clause.directions) and found:
            own = clause.subject in ("you", "imp", "hands") or (
                clause.subject == "pron" and not clause.has("he", "she", "it")
            )
            for ref in clause.places[-1:]:
                ref.role = "to"
            if own:
                carry(found, clause)
        aside = any(m.cat == "comma" for m in clause.marks)
        if found and (aside or clause.subject in ("you", "imp", "hands")):
            found[-1][0].pressure = found[-1][0].pressure or clause.pressure
        if found:
            found[-1][0].open_ended = True
        return
    if clause.sub == "purpose":
        nxt = next((c for c in parts[n + 1 :] if c.sub is None), None)
        later = parts[n + 1 :]
        if clause.places and nxt is not None and n == 0:
            target = next((c for c in later if c.act == "move"), None)
            if target is None and not nxt.places:
                target = nxt
            if target is not None:
                for ref in clause.places:
                    ref.role = "object"
                target.places += clause.places
        return
    if clause.subject in ("thing", "receiver", "pron"):
        return
    if (
        clause.subject == "hands"
        and clause.tool
        and not found
        and n + 1 < len(parts)
        and clause.act in ("go", "state", "mind")
    ):
        nxt = next((c for c in parts[n + 1 :] if c.pronoun and c.tool is None), None)
        if nxt is not None:
            nxt.tool, nxt.tool_wide, nxt.hands = clause.tool, clause.tool_wide, clause.hands
        return
    grasped = clause.lemma in ("get", "have") and clause.has("handful", "handful of", "hold", "grip")
    if grasped and clause.places and n + 1 < len(parts) and not parts[n + 1].places:
        nxt = parts[n + 1]
        nxt.places = [*clause.places]
        if nxt.tool is None and clause.tool:
            nxt.tool, nxt.tool_wide = clause.tool, clause.tool_wide
            nxt.hands, nxt.hands_stated = clause.hands, clause.hands_stated
        return
    if clause.act == "pose" or (clause.lemma in ("stand", "lie") and not clause.tool):
        return
    if (
        clause.lemma in ("take", "bring", "get", "grab", "bring in")
        and clause.tool
        and clause.tool_role == "object"
        and not clause.places
    ):
        nxt = next(
            (c for c in parts[n + 1 :] if c.sub is None and c.tool is None and c.head is not None), None
        )
        if nxt is not None:
            nxt.tool, nxt.tool_wide, nxt.hands, nxt.hands_stated = (
                clause.tool,
                clause.tool_wide,
                clause.hands,
                clause.hands_stated,
            )
        return
    if (
        clause.act in ("end", "manner", "begin", "make", "none", "put", "on", "state", "again")
        or clause.participle
    ):
        opens = clause.act in ("begin", "end") and clause.tool and clause.tool_role == "with" and not found
        opens = opens or (clause.act == "begin" and clause.start_place)
        if clause.act in ("make", "none", "put", "state", "again") or clause.leading or opens:
            nxt = next(
                (
                    c
                    for c in parts[n + 1 :]
                    if c.sub in (None, "while") and c.neg is None and c.head is not None
                ),
                None,
            )
            if nxt is not None and not (clause.act == "none" and found):
                if clause.tool and nxt.tool is None:
                    nxt.tool, nxt.tool_wide, nxt.tool_role = clause.tool, clause.tool_wide, "with"
                    nxt.hands, nxt.hands_stated = clause.hands, clause.hands_stated
                elif clause.hands == "both" and clause.hands_stated and not nxt.hands_stated:
                    nxt.hands, nxt.hands_stated = "both", True
                if clause.act in ("none", "begin", "again") or clause.participle or opens:
                    for ref in clause.places:
                        if clause.start_place and ref.role not in ("from",):
                            ref.role = "from"
                        nxt.places.insert(0, ref)
                    nxt.side, nxt.side_stated = (
                        (clause.side, clause.side_stated)
                        if not nxt.side_stated
                        else (nxt.side, nxt.side_stated)
                    )
                nxt.pressure = nxt.pressure or clause.pressure
                nxt.there = nxt.there or clause.there
                return
        if found and clause.lemma not in ("point", "face", "cross"):
            if clause.act == "end":
                for ref in clause.places:
                    ref.role = "to"
            if clause.act == "begin":
                for ref in clause.places:
                    ref.role = "from"
            merge(found[-1][0], clause)


def carry(found: list[tuple[Clause, str | None]], clause: Clause) -> None:
    """Progress goes to the last clause that neither holds nor lets go."""
    target = next((c for c, t in reversed(found) if t not in ("hold", "release")), None)
    if target is None or target is clause:
        return
    for ref in clause.places:
        if ref.role == "object":
            ref.role = "path"
    target.places += clause.places
    target.lifts = target.lifts and "up" not in clause.directions
    target.directions += [
        d
        for d in clause.directions
        if (d not in target.directions and d != "circle") or d not in target.directions
    ]
    if clause.hands_stated and not target.hands_stated:
        target.hands, target.hands_stated = clause.hands, True
    if clause.side_stated and not target.side_stated:
        target.side, target.side_stated = clause.side, True
    turns = clause.head is None and "in" in clause.directions
    target.further = target.further or (clause.sub != "until" and not turns)


_SHARED = frozenset(
    {"petrissage", "friction", "tapotement", "vibration", "compression", "stretch", "release"}
)


def share_objects(parts: list[Clause]) -> None:
    """As in "squeeze, roll and release the muscles with your thumbs": each verb has the last one's object."""
    for n in range(len(parts) - 2, -1, -1):
        clause, after = parts[n], parts[n + 1]
        if clause.head is None or after.head is None or after.link not in ("weak", "comma"):
            continue
        if len(clause.marks) > 1 and any(m.cat not in _LIGHT for m in clause.marks if m is not clause.head):
            continue
        if clause.technique not in _SHARED or after.technique not in _SHARED or after.sub or after.neg:
            continue
        refs = [p for p in after.places if p.role in ("object", "path", "at") and p.mark.i > after.head.i]
        if after.pronoun or not refs:
            continue
        clause.places = [dataclasses.replace(p) for p in refs]
        if clause.tool is None and after.tool and after.tool_role == "with":
            clause.tool, clause.tool_wide, clause.tool_role = after.tool, after.tool_wide, "with"
            clause.hands, clause.hands_stated = clause.hands or after.hands, after.hands_stated


_LIGHT = ("adv", "tempo", "press", "gradual", "filler", "subj", "conj")


def share_count(found: list[tuple[Clause, str | None]]) -> None:
    """A count set off at the end is that of the round ("up and back, x 4"), not of a hold."""
    if len(found) > 1 and found[-1][0].hands == "alternate" and found[-1][0].back:
        first = found[-2][0]
        if not first.hands_stated:
            first.hands, first.hands_stated = "alternate", True
    if len(found) < 2 or not (found[-1][0].counted and (found[-1][0].set_off or found[-1][0].back)):
        return
    last, kind = found[-1]
    own = _counts_itself(last)
    for clause, technique in reversed(found[:-1]):
        if technique in ("hold", "release") or clause.counted or (own and technique != kind):
            return
        clause.count, clause.counted = last.count, True


def _counts_itself(clause: Clause) -> bool:
    """As in "then sweep to the toes, three sweeps": the count names what this clause does."""
    ahead = next((n for n, m in enumerate(clause.marks) if m.cat == "num"), None)
    behind = clause.marks[ahead + 1 :] if ahead is not None else []
    return any(m.cat == "motion" or (clause.head is not None and m.base == clause.head.base) for m in behind)


def follows(clause: Clause, technique: str | None) -> bool:
    """As in "The other hand follows": it does what the hand before it did."""
    other = clause.other_hand or (clause.hands in ("left", "right") and clause.subject == "hands")
    return clause.lemma == "follow" and other and not clause.places and technique == "effleurage"


def mirrored(clause: Clause, side: Clause) -> Clause:
    """The same clause on another side: "first on one side, then on the other"."""
    return dataclasses.replace(
        clause,
        side=side.side,
        side_stated=True,
        mirrored=True,
        marks=side.marks,
        link="strong",
        places=list(clause.places),
    )
