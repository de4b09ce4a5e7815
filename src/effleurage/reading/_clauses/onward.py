"""Onward: clauses that say how the one before goes on, how far, from where, how often."""

import dataclasses
import itertools

from effleurage.reading._clauses.merging import AGAIN, follows
from effleurage.reading._clauses.verbless import OPENING
from effleurage.reading._slots.fill_ways import TELLING
from effleurage.reading._slots.way_back import OPPOSITE
from effleurage.reading._slots.work import WORKED_ON
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.numbers import value


def done_onward(clause: Clause, found: list, technique: str | None) -> tuple[Clause, str | None] | None:
    """As in "press, let up, and press again a bit further out": the pressing goes on, and is one."""
    last, kind = found[-1] if found else (None, None)
    rhythm = kind == "release" and technique in WORKED_ON and clause.link in ("weak", "comma")
    if not (rhythm or clause.has(*AGAIN)) or clause.tool or not found:
        return None
    if last is not None and last.further and last.lemma == clause.lemma and kind == technique:
        return (last, kind) if set(clause.directions) <= set(last.directions) else None
    again = technique in WORKED_ON or clause.lemma == "push"
    if not again or any(p.role not in ("to", "path", "from") for p in clause.places):
        return None
    return next(((c, t) for c, t in reversed(found) if c.lemma == clause.lemma and t in WORKED_ON), None)


def carries_on(again: Clause) -> bool:
    """As in "press, move up an inch, and go on like that to the neck": how far what was just said goes."""
    far = [p for p in again.places if p.role == "to" and p.side not in ("left", "right", "other")]
    onward = again.act == "on" or (again.act == "go" and again.again and again.link == "weak")
    return onward and bool(far) and not (again.side_stated or again.counted or again.tool)


def lifts_off(clause: Clause, last: tuple[Clause, str | None], nxt: Clause | None) -> bool:
    """As in "lean in, lift, move on": what pressed or lay there is lifted, and no flesh."""
    lifted = last[1] == "release" and last[0].lemma == "lift"
    if clause.lemma != "lift" or clause.flesh or not (lifted or last[1] in ("hold", "compression")):
        return False
    bare = not (clause.places or clause.pronoun or clause.tool or set(clause.directions) - {"up"})
    picks = last[0].tool == "grip" or (nxt is not None and nxt.technique == "petrissage")
    return "off" in clause.directions or (bare and not picks)


def sets_off(clause: Clause, nxt: Clause) -> bool:
    """As in "one palm sets off from the hip and crosses to the shoulder": where the next verb begins."""
    if clause.lemma == "let" and clause.motion_noun and clause.has("last", "final") and clause.neg is None:
        # As in "at the neck, make the last pull go over the shoulder": one thing that is done.
        for ref in clause.places:
            ref.role = "from" if ref.role == "at" else ref.role
        own = nxt.act in ("move", "go") and nxt.link == "weak" and nxt.sub is None
        return own and bool(clause.places) and all(p.role == "from" for p in clause.places)
    if clause.lemma not in {"set off", "start off", "set out", "depart", "launch", "strike out"}:
        return False
    begun = bool(clause.places) and all(p.role in ("from", "at") for p in clause.places)
    onward = nxt.act in ("move", "go") and nxt.link == "weak" and nxt.sub is None
    return begun and onward and not any(p.role == "from" for p in nxt.places)


def leans_on(clause: Clause, behind: list[Clause]) -> Clause | None:
    """As in "leaning on the forearm, slide up": the next verb, which works with what is leaned on."""
    if not (clause.leading and clause.lemma == "lean" and clause.tool) or clause.places or clause.neg:
        return None
    main = next((c for c in behind if not c.participle and c.sub is None), None)
    plain = main is not None and main.act in ("move", "go") and main.neg is None and main.tool is None
    return main if plain and not (set(clause.directions) - {"into"}) else None


_HALTED = frozenset({"halt", "come to halt", "come to stop", "stop", "pull", "draw"})


def join_arrivals(parts: list[Clause]) -> None:
    """As in "stop when you reach the neck", "when you are just below it, stop": the place is the stop's."""
    stop = next((c for c in parts if c.lemma in ("stop", "halt", "finish", "end") and not c.places), None)
    there = next((c for c in parts if arrives_there(c, "when")), None) if stop is not None else None
    if stop is not None and there is not None and stop.neg is None:
        stop.places = there.places
        parts.remove(there)


def arrives_there(clause: Clause, sub: str) -> bool:
    """As in "when you are just below it", "until they reach the neck": hands come to a place."""
    there = clause.lemma in ("be", "reach", "arrive", "get", "come") and clause.neg is None
    return clause.sub == sub and there and bool(clause.places) and clause.subject != "receiver"


def halts(clause: Clause, last: Clause, technique: str | None) -> bool:
    """As in "glide up and halt below the neck", "pull up just short of it": how far the glide goes."""
    if technique != "effleurage" or any(p.role == "to" for p in last.places) or clause.neg is not None:
        return False
    lemma = clause.lemma.removesuffix(" up")
    short = lemma not in ("pull", "draw") or clause.has("just short of", "short of")
    # As in "glide up beside the spine and come to the shoulder": there, and on along nothing.
    comes = (
        lemma == "come"
        and clause.sub is None
        and not clause.back
        and [p.role for p in clause.places] == ["to"]
        and not clause.directions
    )
    told = (comes or (lemma in _HALTED and short)) and not (clause.duration or clause.tool)
    return told and bool(clause.places)


def contrasted(parts: list[Clause], n: int) -> bool:
    """As in "lean in (leaning, not squashing) and slide": how it is done, told against how it is not."""
    clause, behind = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    bare = clause.participle and not (clause.places or clause.tool or clause.directions or clause.counted)
    return bare and behind is not None and behind.participle and behind.neg is not None and n > 0


def works_meanwhile(clause: Clause, before: str | None) -> bool:
    """As in "ease your grip, the palms slipping to the middle of the back": a glide while they let go."""
    own = clause.participle and clause.subject == "hands" and clause.tool_role == "pre"
    glides = clause.technique == "effleurage" and before in ("release", "petrissage")
    if clause.participle and clause.tool == "palm" and clause.tool_role == "with" and clause.hands == "both":
        # As in "…, with the palms sliding past each other in the middle of the back".
        return glides and any(p.role in ("to", "at") for p in clause.places)
    return own and glides and any(p.role == "to" for p in clause.places)


def turns_back(clause: Clause, main: Clause, technique: str | None) -> bool:
    """As in "running up to the shoulders and coming down again": the way back, and no way that goes on."""
    glides = clause.technique == technique == "effleurage" and clause.act in ("go", "move")
    if not (clause.participle and glides) or clause.leading or clause.neg is not None:
        return False
    ways = [OPPOSITE[way] for way in clause.directions if way in ("up", "down")]
    told = clause.has("again", "back") or clause.back or clause.pressure is not None
    turned = bool(ways) and all(way in main.directions for way in ways)
    return turned and told and not any(p.role == "from" for p in clause.places)


def tallied(clause: Clause, before: Clause) -> int | None:
    """As in "sweep to the toes, three long whooshes": so many of what is told before it."""
    if clause.form != "s" or clause.link != "comma" or clause.head is None or before.counted:
        return None
    ahead = clause.marks[: clause.marks.index(clause.head)]
    if clause.head is not clause.marks[-1] or not ahead or ahead[0].cat != "num":
        return None
    got = value(clause.marks, 0)
    plain = all(m.cat in ("num", "word", "tempo", "press", "filler", "conj") for m in ahead)
    return int(got[0]) if plain and got is not None and got[0] > 1 else None


def circles_go(clause: Clause, last: Clause) -> bool:
    """As in "make circles that climb to the neck": what is made goes along."""
    told = clause.sub == "why" and clause.marks[0].low in ("that", "which") and clause.act == "go"
    return told and last.motion_noun and bool(clause.places or clause.directions)


def other_goes(clause: Clause, last: Clause, technique: str | None) -> bool:
    """As in "glide one up to the neck and the other down to the hips": each hand goes its own way."""
    if clause.head is not None or technique not in ("effleurage", "compression") or last.head is None:
        return False
    words = [m.low for m in clause.marks if m.cat not in ("det", "filler", "mine")] or [""]
    led = [m for m in last.marks if m.i >= last.head.j][:1]
    one = bool(led) and led[0].low.split()[0] == "one"
    aside = any(a.low == "one" and b.cat in ("prep", "dir") for a, b in itertools.pairwise(last.marks))
    one = (one and words[0] in ("other", "the other")) or (
        aside and words[0] in ("one", "other", "the other")
    )
    return one and bool(clause.places or clause.directions)


def share_paths(parts: list[Clause]) -> None:
    """As in "spread the oil in strokes that run from hip to shoulder": the strokes' way is the oil's."""
    for n, (before, clause) in enumerate(itertools.pairwise(parts)):
        # As in "work the oil in until it's even, using strokes that go up": of the clause before that.
        main = parts[n - 1] if n and before.sub == "until" and before.motion_noun else before
        oiled = "oil" in main.topics or (main.has("it") and main.motion_noun)
        if oiled and main.head is not None and circles_go(clause, before):
            main.places += clause.places
            main.motion_noun, main.technique = True, main.technique or before.technique
            main.directions += [d for d in clause.directions if d not in main.directions]
            clause.places, clause.directions = [], []
    _lead_oil(parts)


def _lead_oil(parts: list[Clause]) -> None:
    """As in "Using strokes that head up the back, spread the oil": the way is told before what goes it."""
    for n, way in enumerate(parts[:-1]):
        before = parts[n - 1] if n else None
        relative = n == 1 and before is not None and before.head is None and circles_go(way, before)
        if not (relative or _strokes_going(way)):
            continue
        oiling = next((c for c in parts[n + 1 :] if c.sub is None and c.head is not None), None)
        if oiling is not None and "oil" in oiling.topics and oiling.neg is None:
            oiling.places += way.places
            oiling.directions += [d for d in way.directions if d not in oiling.directions]
            way.places, way.directions = [], []
        return


def _strokes_going(clause: Clause) -> bool:
    """As in "with smooth strokes running upward": which way they go."""
    led = clause.participle and clause.motion_noun and clause.marks[0].low in ("with", "using", "in", "by")
    return led and clause.act == "go" and clause.tool is None and clause.neg is None


def strokes_run(clause: Clause, found: list) -> bool:
    """As in "coat the back with it, and let each stroke run upward": which way they go that were told."""
    main, technique = found[-1] if found else (None, None)
    if main is None or technique != "effleurage" or not clause.motion_noun or clause.neg is not None:
        return False
    told = clause.has("each", "every", "all") and bool(clause.directions) and clause.sub is None
    bare = not (
        clause.tool or clause.places or clause.counted or clause.further or clause.has("last", "final")
    )
    return told and bare and not main.directions and clause.act in ("go", "move", "manner")


def speaks_of_it(clause: Clause, parts: list[Clause], n: int) -> bool:
    """As in "this stroke traces an eight over the back, loosening it": what is told of it, and not done."""
    if not clause.participle or clause.leading or clause.tool or n == 0:
        return False
    main = next((c for c in reversed(parts[:n]) if not c.participle), None)
    return main is not None and main.sub is None and tells_of_stroke(main)


def tells_of_stroke(clause: Clause) -> bool:
    """As in "The first long stroke traces an eight over the back": what a stroke is like."""
    named = clause.head is not None and clause.motion_noun and clause.head.form == "s"
    # As in "The last pull is across the shoulder": one of a row, and done.
    done = clause.tool or clause.passive or clause.has("last", "final", "very last", "closing")
    return named and clause.subject == "thing" and not done


def share_ways(parts: list[Clause]) -> None:
    """As in "the hand swings round, so it's going up and out", "it swings round, rising and moving outward".

    How the way of one motion is told goes to that motion, and is none of its own.
    """
    for n, main in enumerate(parts[:-1]):
        if main.act not in ("move", "go") or main.neg is not None or main.sub is not None:
            continue
        curved = main.tool_role in ("object", "with", "pre") and _is_curved(main)
        turned = main.lemma in ("turn", "swivel", "pivot") and main.tool == "palm"
        glides = main.technique == "effleurage" or curved or (turned and main.technique is None)
        if not glides or main.subject not in ("imp", "you", "hands") or follows(main, main.technique):
            continue
        bare = set(main.directions) <= {"around"} and not main.places and not main.back
        for clause in parts[n + 1 :]:
            if clause.sub == "as_if":
                continue
            if curved and _tells_curve(clause):
                main.directions = list(dict.fromkeys((*clause.directions, *main.directions)))
                main.technique = "effleurage"
                clause.places, clause.directions = [], []
                continue
            ways = _ways_told(clause, bare=bare)
            if ways is None:
                break
            main.directions += [way for way in ways if way not in main.directions]
            main.places += clause.places
            main.technique = "effleurage" if ways else main.technique
            clause.places, clause.directions = [], []


def opens_out(parts: list[Clause]) -> None:
    """As in "Open the hand like a fan, up and out": a hand that goes both ways as it opens glides."""
    for clause in parts:
        opened = clause.lemma in _UNFOLDING or (clause.lemma == "let" and clause.has("open", "unfold"))
        handed = clause.tool == "palm" and clause.tool_role in ("object", "pre")
        if opened and handed and {"up", "out"}.issubset(clause.directions) and clause.neg is None:
            clause.act, clause.technique = "move", "effleurage"


_UNFOLDING = frozenset({"open", "unfold", "unfurl", "open out", "open up", "spread", "fan out"})


def swings_to_go(clause: Clause, before: Clause) -> bool:
    """As in "swing the hands wide to go around the shoulders": they are led so that they go there."""
    led = before.act in ("go", "move") or before.lemma in OPENING
    handed = before.tool in ("palm", None) and (before.tool_role == "object" or before.has("they", "them"))
    bare = not (before.places or before.counted or before.neg or before.sub)
    return led and handed and bare and clause.act == "go" and bool(clause.places or clause.directions)


def aims(clause: Clause, found: list) -> bool:
    """As in "come across the shoulder and aim at the armpit": where the stroke before it ends."""
    main, technique = found[-1] if found else (None, None)
    if main is None or technique != "effleurage" or clause.lemma not in _AIMING:
        return False
    joined = clause.link in ("weak", "comma") and clause.sub is None and clause.neg is None
    bare = not (clause.tool or clause.pronoun or clause.directions or clause.counted or clause.flesh)
    open_ = main.places and not any(p.role == "to" for p in main.places)
    if not (joined and bare and open_ and len(clause.places) == 1):
        return False
    main.places.append(dataclasses.replace(clause.places[0], role="to"))
    return True


def wraps_round(clause: Clause, found: list) -> bool:
    """As in "reach down, wrap the hands round the waist" and "reach down to wrap them round it": how far."""
    main, technique = found[-1] if found else (None, None)
    if main is None or technique != "effleurage" or main.lemma not in _REACHING or main.places:
        return False
    wraps = clause.lemma in ("wrap", "curl", "fold", "curve") and clause.link in ("weak", "comma")
    plain = clause.sub in (None, "purpose", "why", "until") and clause.neg is None
    plain = plain and clause.tool in (None, "palm")
    if not (wraps and plain and clause.places and "around" in clause.directions):
        return False
    main.places += [dataclasses.replace(p, role="path") for p in clause.places]
    main.directions.append("around")
    return True


_REACHING = ("reach", "reach down", "stretch down")
_AIMING = ("aim", "head", "make for", "tend", "point")


def _ways_told(clause: Clause, *, bare: bool) -> list[str] | None:
    """The ways of a clause that only says which way what is told before it goes; None of another."""
    so = clause.sub == "why" and clause.marks[0].low in _SO
    goes = clause.act == "go" or (so and clause.act == "move" and clause.technique == "effleurage")
    # As in "so they're heading for one another": the hands come in, whatever the verb.
    goes = goes or (so and clause.lemma == "be" and clause.directions == ["in"])
    goes = goes or (so and clause.lemma == "meet")
    if not goes or clause.neg is not None or clause.tool or clause.counted or clause.back:
        return None
    it = clause.sub is None and clause.subject == "pron" and clause.has("it", "they") and bare
    how = clause.participle and not clause.leading and bare
    if not (so or it or how) or any(p.role not in ("path", "to") for p in clause.places):
        return None
    told = TELLING.get(clause.lemma)
    ways = [way for way in clause.directions if way != "off" or len(clause.directions) == 1]
    return [told, *ways] if told and told not in ways else ways


_CURVES = frozenset(
    {"curve", "arc", "fan", "arch", "semicircle", "bow", "shape", "half"}
    | {"fanning", "curving", "arcing", "arching", "swinging", "sweeping"}
)


def _is_curved(clause: Clause) -> bool:
    """As in "turn the hand in a fan-like curve": the hand goes along a line of some shape."""
    if not clause.has("in", "through", "along", "into", "with"):
        return False
    return any(not _CURVES.isdisjoint(m.low.split()) for m in clause.marks[1:])


def _tells_curve(clause: Clause) -> bool:
    """As in "that goes up and out": which way the line goes."""
    relative = clause.sub == "why" and clause.marks[0].low in ("that", "which")
    bare = not (clause.tool or clause.counted) and clause.neg is None
    bare = bare and all(p.role == "from" for p in clause.places)
    return relative and bare and "up" in clause.directions and "off" not in clause.directions


_SO = frozenset(
    {"so it", "so they", "so that it", "so that they", "so", "so that", "in such a way that", "such that"}
)


def works_shaped(clause: Clause, shaped: Clause) -> bool:
    """As in "spread your fingers like a rake and drag them down": the hand that was shaped is at work."""
    free = clause.tool is None and clause.act in ("move", "put", "stay", "go")
    return free and shaped.lemma in _SHAPING and clause.has("them", "it")


_SHAPING = (
    "spread",
    "curl",
    "bend",
    "flex",
    "make",
    "form",
    "close",
    "clench",
    "crook",
    "reinforce",
    "stack",
)
"""What is done to a hand or an arm before it works in that shape."""


def goes_along(clause: Clause, before: list[Clause]) -> bool:
    """As in "chop across the shoulders and travel down to the hips": it is the work that goes along."""
    working = [c for c in before if c.act in ("move", "none") and c.sub is None and c.neg is None]
    joined = clause.link == "weak" or (clause.participle and clause.link == "comma")
    onward = joined and any(c.act == "move" for c in working)
    return clause.subject in ("imp", "you", "hands") and (
        onward or (clause.back and any(c.places for c in working))
    )


def switches(clause: Clause) -> bool:
    """As in "knead the shoulder, then switch to the thumb for the sore spots": the same with another tool."""
    told = clause.lemma in ("switch", "change", "swap") and clause.tool is not None and clause.sub is None
    spots = [p for p in clause.places if p.role in ("at", "path", "object")]
    return told and clause.neg is None and clause.subject in ("imp", "you") and bool(spots)


def picks_up(clause: Clause, found: list) -> bool:
    """As in "reach down to scoop up the flesh around the waist": hands go there, and then do it."""
    main, technique = found[-1] if found else (None, None)
    if main is None or technique != "effleurage" or main.act != "go" or main.places:
        return False
    picks = clause.flesh and clause.technique == "petrissage" and bool(clause.places)
    if picks:
        main.places = [dataclasses.replace(p, role="path") for p in clause.places]
    return picks
