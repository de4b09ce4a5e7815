"""A sentence's meaning: its kind, its strokes, what it forbids."""

from typing import Any

from effleurage.reading._clauses.oiling import cover_with_oil
from effleurage.reading._clauses.onward import join_arrivals
from effleurage.reading._clauses.verbless import announces, introduces, names_what_comes, turns_to
from effleurage.reading._kinds.bounds import only_bounds
from effleurage.reading._kinds.done_again import by_turns, rehearses, sums_up, told_enough
from effleurage.reading._kinds.hand_named import hands_named
from effleurage.reading._kinds.homeward import head_home
from effleurage.reading._kinds.judging import Motions, by_grammar, judged
from effleurage.reading._kinds.leaning import MOTIONS, Leaning
from effleurage.reading._kinds.motions import by_frame, motions_of
from effleurage.reading._kinds.naming import likens, names_stroke, tells_tool
from effleurage.reading._kinds.next_lane import next_lane
from effleurage.reading._kinds.poised import follows_later, hand_waits, points_only, shapes_hand
from effleurage.reading._kinds.ready import topic_of, washes_off
from effleurage.reading._kinds.row import pulls_on, shifts_up
from effleurage.reading._kinds.scene import set_scene
from effleurage.reading._kinds.sending import repeats, returns, sends, take_return
from effleurage.reading._kinds.sending_lines import (
    carries_on,
    changes_sides,
    count_led,
    is_bare_time,
    is_outcome,
    may_repeat,
    opens_again,
    performs,
    row_goes_on,
    row_taken_on,
    says_again,
    time_led,
)
from effleurage.reading._slots.gathering import gather
from effleurage.reading._slots.limits import contraindicates, is_rule, limits_of, stops
from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import WORKED_ON
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.afterword import (
    afterword,
    astride,
    covered,
    glides_until,
    goes_far,
    moved,
    reached,
    row_ended,
    shape_told,
    way_told,
    where_laid,
)
from effleurage.reading._strokes.anew import anew
from effleurage.reading._strokes.arrangement import arrangement_of, takes_place
from effleurage.reading._strokes.crossing import crossing_told, passed_before
from effleurage.reading._strokes.details import details, hand_shape
from effleurage.reading._strokes.follow import strokes_of
from effleurage.reading._strokes.meaning import Meaning
from effleurage.reading._words.mark import Words, points
from effleurage.routine import Arrangement, Kind, Limit, Side


def understand(parts: list[Clause], state: State, marks: Words, lean: Leaning) -> Meaning:
    """Read a sentence in its context, and move the context on.

    Args:
        parts: Its clauses.
        state: The context.
        marks: All its words.
        lean: What kind of sentence its words make likely.
    """
    gather(parts, state)
    cover_with_oil(parts, state)
    limits: list[Limit] = []
    for clause in parts:
        if clause.together:
            state.together, state.lone = True, False
        limits += limits_of(clause)
    if limits and contraindicates(parts):
        limits = []
    meaning = Meaning(Kind.NOTE, limits=limits)
    if len(parts) > 1:
        join_arrivals(parts)
    set_scene(parts, state)
    head_home(parts, state)
    if stops(parts):
        meaning.kind = Kind.LIMIT
        meaning.limits = limits or [Limit(span=parts[0].span, avoid=None)]
        return meaning
    if where_laid(parts, state):
        meaning.kind, meaning.after = Kind.SETUP, afterword(parts[:1], state.records[-1].strokes[-1])
        meaning.shape, meaning.arrangement = hand_shape(parts), _clasped(parts, marks)
        _keep_shape(meaning.shape, state)
        moved(state, meaning.after)
        meaning.arrangement = arrangement_of(parts, marks) if any(c.clasps for c in parts) else None
        return meaning
    if len(parts) == 1 and points_only(parts[0]) and _hand_laid(state):
        meaning.kind, meaning.shape = Kind.SETUP, hand_shape(parts)
        _keep_shape(meaning.shape, state)
        return meaning
    if len(parts) == 1 and follows_later(parts[0], state):
        meaning.kind = Kind.SETUP
        meaning.after = {"side": Side.ONE} if parts[0].has("same side", "that side") else {}
        moved(state, meaning.after)
        return meaning
    if state.at_work and state.records[-1].strokes:
        last = state.records[-1].strokes[-1]
        meaning.after = astride(parts, last) or shape_told(parts, last)
        meaning.after = meaning.after or reached(parts, last) or glides_until(parts, last)
        meaning.after = meaning.after or goes_far(parts, last)
        if meaning.after:
            moved(state, meaning.after)
            return meaning
        meaning.after = row_ended(parts, last)
        if meaning.after:
            moved(state, meaning.after)
            parts = parts[1:]
    if state.at_work and len(parts) == 1:
        meaning.crossing = crossing_told(parts, marks) if _only_pass(parts[0]) else {}
        if meaning.crossing:
            meaning.topic = topic_of(parts, meaning.kind)
            return meaning
    if told_enough(parts, state) or sums_up(parts, state) or rehearses(parts, marks.spoken):
        meaning.topic = topic_of(parts, meaning.kind)
        return meaning
    if state.technique == "effleurage":
        meaning.kind, meaning.strokes = hands_named(marks, state)
        if meaning.strokes:
            return meaning
    first_side = _first_side(parts, state)
    if first_side is not None:
        state.side, state.side_place, meaning.sets_side = first_side, None, True
        return meaning
    counted, again = _sent_back(parts, marks, state, limits)
    if again is None and shifts_up(parts, state):
        meaning.topic = topic_of(parts, meaning.kind)
        return meaning
    if again is not None and counted is None and again in parts:
        take_return(parts, again)
    if tells_tool(parts, state):
        state.tool, state.hands = parts[0].tool, parts[0].hands or state.hands
        meaning.topic = topic_of(parts, meaning.kind)
        return meaning
    if introduces(parts) or turns_to(parts) or (state.heads and names_what_comes(parts)):
        meaning.topic = "reason" if len(parts) > 1 else topic_of(parts, meaning.kind)
        return meaning
    if announces(parts):
        state.technique = parts[-1].technique or state.technique
        return meaning
    said = bool(parts) and (parts[0].subject == "pron" or parts[0].has("it") or parts[0].motion_noun)
    if said and again is None and state.at_work:
        told = way_told(parts, state.records[-1].strokes[-1]) if state.records[-1].strokes else {}
        if told:
            meaning.after = told
            moved(state, told)
            return meaning
    motions: Motions = _moving(parts, state, counted, again)
    if again is not None and counted is None and _climbs_in_turn(again, motions):
        again = None
    if again is None and not motions and state.technique == "effleurage" and not _pass_already(state):
        motions = _passing(parts, marks)
    if again is None and motions:
        again = changes_sides(parts)
    if again is None and not motions and not limits:
        again = says_again(parts, marks)
    grammar = by_grammar(parts, state, limits, motions, again)
    kind = judged(parts, marks, state, grammar, motions, again, lean)
    if kind is Kind.REPEAT and again is None and crossing_told(parts, marks):
        kind = Kind.NOTE
    if kind not in MOTIONS:
        again, motions = None, []
    if not motions and again is None and kind is Kind.STROKE:
        motions = by_frame(parts, state)
    if motions and kind is Kind.SETUP:
        motions = [(c, t) for c, t in motions if t == "hold"]
    if kind is Kind.REPEAT and (
        again is not None
        or (not (motions or crossing_told(parts, marks)) and may_repeat(parts, likely=lean.of(kind)))
    ):
        _send(meaning, parts, motions, again)
    elif motions:
        _perform(meaning, kind, parts, motions, again, state)
    elif again is not None:
        meaning.kind, meaning.repeat = Kind.REPEAT, again
    else:
        meaning.kind = grammar if kind in (Kind.STROKE, Kind.REPEAT) else kind
    if meaning.kind is Kind.NOTE and state.at_work and points(marks) and hand_shape(parts).get("index"):
        # As in "The index finger lies along the side of the spine.": how the hand lies that was laid.
        meaning.kind = Kind.SETUP
    if (
        meaning.kind is Kind.NOTE
        and _hand_laid(state)
        and (hand_waits(marks) or all(map(shapes_hand, parts)) or _shape_alone(parts))
    ):
        meaning.kind = Kind.SETUP
    if not meaning.strokes and meaning.kind is Kind.SETUP:
        if grammar is Kind.SETUP:
            _lay_ready(parts, state)
        meaning.shape = hand_shape(parts)
        _keep_shape(meaning.shape, state)
    if not limits and meaning.kind is Kind.LIMIT:
        clause = next((c for c in parts if c.caution), parts[0])
        meaning.limits = [Limit(span=clause.span, avoid=None)]
    if not meaning.strokes and meaning.repeat is None:
        before = state.latest(3)
        meaning.crossing = crossing_told(parts, marks, passing=bool(before) and before[-1].passes)
        meaning.after = afterword(parts, before[-1]) if before else {}
        if meaning.after:
            meaning.kind = Kind.NOTE if meaning.kind is Kind.UNREAD else meaning.kind
            moved(state, meaning.after)
    strokes = meaning.strokes
    if meaning.repeat is None and not meaning.after and (not strokes or all(s.returning for s in strokes)):
        going = (s for r in reversed(state.records[-3:]) for s in reversed(r.strokes) if not s.returning)
        last = next(going, None)
        meaning.after = covered(parts, last) if last is not None else {}
    meaning.arrangement = arrangement_of(parts, marks)
    if meaning.kind is Kind.NOTE and grammar is Kind.SETUP and takes_place(meaning.arrangement):
        meaning.kind = Kind.SETUP
    washed = meaning.kind in (Kind.NOTE, Kind.PREPARATION) and washes_off(marks)
    meaning.kind = Kind.PREPARATION if washed else meaning.kind
    worked = [c for c, _ in motions] or ([again] if again is not None else [])
    meaning.names, meaning.likens = names_stroke(parts, worked), likens(parts, worked)
    if meaning.kind in (Kind.NOTE, Kind.PREPARATION, Kind.LIMIT):
        topic = topic_of(parts, meaning.kind)
        meaning.topic = "washing" if washed and topic != "oil" else topic
    return meaning


def _goes_on(clause: Clause, again: Clause) -> bool:
    """As in "go round it in this way, and glide out to the shoulder": its own motion behind it."""
    own = clause.head is not None and clause.link in ("weak", "strong") and clause.sub is None
    return own and clause.span[0] >= again.span[1] and any(p.role in ("path", "to") for p in clause.places)


def _send(meaning: Meaning, parts: list[Clause], motions: Motions, again: Clause | None) -> None:
    """It sends back to earlier steps, and whatever moves besides comes of that."""
    meaning.kind, meaning.repeat = Kind.REPEAT, again or parts[0]
    if again is None and parts[0].sub == "as_if":
        parts[0].places, parts[0].directions = [], []
    if any(by_turns(c) for c in parts if c is not meaning.repeat):
        # As in "Carry on, alternating hands, until you reach the neck".
        meaning.repeat.hands, meaning.repeat.hands_stated = "alternate", True
    meaning.more = [c for c in parts if c is not again and c.again and c.places and repeats(c, parts)]
    meaning.outcome = [(c, t) for c, t in motions if is_outcome(c) or _goes_on(c, meaning.repeat)]


def _perform(
    meaning: Meaning, kind: Kind, parts: list[Clause], motions: Motions, again: Clause | None, state: State
) -> None:
    """Hands move, or are laid down for it."""
    motions = _without_way_there(motions, parts, again)
    meaning.strokes = details(parts, strokes_of(motions, state), state)
    meaning.crossing = passed_before(parts, meaning.strokes, state) if meaning.strokes else {}
    if meaning.crossing:
        meaning.strokes[0] = anew(meaning.strokes[0], passes=False, upper_hand=None, crossed=True)
    placed = kind is Kind.SETUP and all(s.technique == "hold" for s in meaning.strokes)
    meaning.kind = Kind.SETUP if placed else Kind.STROKE
    meaning.repeat = again


def _without_way_there(motions: Motions, parts: list[Clause], again: Clause | None) -> Motions:
    """As in "lift it off, go back to the start and do the same": the way there belongs to the repeat."""
    if again is None and len(motions) > 1 and _goes_through_air(*motions[-2:]):
        return motions[:-1]
    if again is None or len(motions) < 2 or motions[-1][0] not in parts:
        return motions
    clause, technique = motions[-1]
    at = parts.index(clause)
    if parts[at + 1 : at + 2] != [again] or again.lane or not returns(clause, technique):
        return motions
    again.marks = [*clause.marks, *again.marks]
    again.look_through()
    return motions[:-1]


def _goes_through_air(before: tuple[Clause, str | None], way: tuple[Clause, str | None]) -> bool:
    """As in "Lift off and go back to the start.": hands that were taken off are laid down there anew."""
    lifted = before[1] == "release" and "off" in before[0].directions
    return lifted and returns(*way) and any(p.place == "origin" for p in way[0].places)


def _sent_back(
    parts: list[Clause], marks: Words, state: State, limits: list[Limit]
) -> tuple[Clause | None, Clause | None]:
    """The clause that only counts or times what was done, and the one that sends back to it."""
    beside = pulls_on(parts, state) or next_lane(parts, marks, state)
    if beside is not None:
        return None, beside
    counted = count_led(marks, parts, state) or time_led(marks, parts)
    timed = counted is None and not state.resting and is_bare_time(marks)
    if timed and any(r.strokes for r in state.records[-2:]):
        counted, parts[0].open_ended = parts[0], True
    again = counted or sends(parts, marks) or opens_again(parts, marks)
    kept = again is not None and (_keeps_gliding(again, parts, marks) or _goes_on_past(again, parts, state))
    if again is not None and counted is None and (again.homeward or kept):
        again = None
    if again is None and state.technique in WORKED_ON:
        again = parts[0] if parts and carries_on(parts[0]) else None
    if again is not None:
        row_taken_on(again, parts, state)
    again = again or row_goes_on(parts, state)
    if again is not None and limits and again.head is None and not (again.counted or again.side_stated):
        again = None
    return counted, again


def _only_pass(only: Clause) -> bool:
    """As in "Let them pass again.", "There they go past each other again.": and nothing is done anew."""
    led = only.subject in ("hands", "pron", "thing") or only.lemma.startswith("let")
    told = only.lemma in ("pass", "cross") or (led and only.act in ("go", "move", "none"))
    return told and not (only.places or only.directions)


def _keeps_gliding(again: Clause, parts: list[Clause], marks: Words) -> bool:
    """As in "bring the right arm over the left and keep going": past each other, and nothing anew."""
    return _is_bare(again) and bool(crossing_told(parts, marks))


def _goes_on_past(again: Clause, parts: list[Clause], state: State) -> bool:
    """As in "They pass. Carry on, and reach down to the waist.": on their way past each other."""
    onward = any(c.act in ("go", "move") and c.sub is None and c.directions for c in parts if c is not again)
    # As in "The right arm lies over the left. Keep going.", which tells no more of what was told to pass.
    told = len(parts) == 1 and bool(state.records) and not state.records[-1].strokes
    return _is_bare(again) and (onward or told) and _pass_already(state)


def _pass_already(state: State) -> bool:
    """As in "The hands pass. As they do, the right arm goes over the left, and the glide goes on.": once."""
    before = state.latest(2)
    return bool(before) and before[-1].passes


def _climbs_in_turn(again: Clause, motions: Motions) -> bool:
    """As in "Go on alternating hands and work up the side.": one row of what hands do by turns."""
    going = motions[0][0] if len(motions) == 1 else None
    if going is None or not by_turns(again) or again.side_stated or again.pronoun or again.counted:
        return False
    onward = going.act in ("work", "go") and not {"up", "down"}.isdisjoint(going.directions)
    bare = not (going.tool or going.hands_stated or going.back or going.counted or going.pronoun)
    if onward and bare and going.link == "weak":
        going.tool, going.tool_wide = again.tool, again.tool_wide
        going.hands, going.hands_stated = "alternate", True
    return onward and bare and going.link == "weak"


def _shape_alone(parts: list[Clause]) -> bool:
    """As in "Fingers splayed.", behind a hand that was laid down."""
    return all(c.head is None and "fingers" in c.cats and not (c.topics or c.places) for c in parts)


def _hand_laid(state: State) -> bool:
    """Whether a hand was laid down just before."""
    laid = state.records[-1].strokes if state.at_work else ()
    return bool(laid) and laid[-1].technique == "hold"


def _is_bare(again: Clause) -> bool:
    return again.act == "on" and not (again.places or again.side_stated or again.pronoun or again.counted)


def _passing(parts: list[Clause], marks: Words) -> Motions:
    """As in "As they meet, let your right arm cross over your left and keep going": a glide of its own."""
    named = any(c.tool for c in parts)
    onward = [c for c in parts if c.sub is None and (_is_bare(c) or (not named and _keeps_glide(c)))]
    if not (onward and crossing_told(parts, marks)):
        return []
    for clause in onward:
        clause.lemma = "glide" if clause.lemma == "cross" else clause.lemma
    return [(c, "effleurage") for c in onward]


def _keeps_glide(clause: Clause) -> bool:
    """As in "cross the right arm over the left without breaking the glide", "keep the glide going"."""
    bare = not (clause.places or clause.directions or clause.counted or clause.tool)
    glide = any(m.cat == "motion" and m.base in _GLIDE for m in clause.marks)
    return bare and glide and clause.lemma in _CROSSING


_CROSSING = frozenset(
    [*("cross", "pass", "take", "bring", "keep", "let", "lift"), *("interrupt", "break", "stop", "lose")]
)
_GLIDE = frozenset({"glide", "slide", "stroke", "sweep", "movement", "flow", "contact"})


def _first_side(parts: list[Clause], state: State) -> str | None:
    """As in "Start with the left shoulder." below a heading: which side comes first."""
    if len(parts) != 1:
        return None
    first = parts[0]
    begun = first.act == "begin" or (first.head is None and first.marks[0].low in ("begin on", "start on"))
    if not begun or first.tool or first.counted or first.back or first.directions:
        return None
    if any(r.strokes for r in state.records if r.section == state.section):
        return None
    sides = {p.side for p in first.places if p.side} | ({first.side} if first.side_stated else set())
    return sides.pop() if len(sides) == 1 and sides <= {"left", "right"} else None


def _moving(parts: list[Clause], state: State, counted: Clause | None, again: Clause | None) -> Motions:
    """What moves in a sentence besides the clauses that send back."""
    bounded = counted is None and again is None and only_bounds(parts)
    bounded = bounded and not any(c.homeward for c in parts)
    others = [c for c in parts if repeats(c, parts)] if again is not None else []
    motions = [] if is_rule(parts) or bounded else motions_of(parts, state, again)
    if counted is not None and not any(performs(c) for c, _ in motions):
        motions = [(c, t) for c, t in motions if c.has("last", "final")]
    return [(c, t) for c, t in motions if c not in others] if others else motions


def _lay_ready(parts: list[Clause], state: State) -> None:
    """A limb laid ready is where the hands will work; an arm that the other hand steadies is the giver's."""
    if any(c.clasps for c in parts):
        return
    for ref in (p for c in parts if c.neg is None for p in c.places):
        if ref.place == "leg" or (ref.place == "arm" and state.limb in ("hand", "arm")):
            state.place, state.side_place, state.reach = ref.place, ref.place, ref.reach
            one = not ref.plural or any(
                m.low in ("one", "one of") for c in parts for m in c.marks if m.end <= ref.mark.start
            )
            if state.side in ("left", "right") and ref.side is None:
                continue
            state.side = (
                ref.side if ref.side in ("left", "right", "one", "other") else "one" if one else "both"
            )


def _clasped(parts: list[Clause], marks: Words) -> Arrangement | None:
    """What a sentence that says where an arm lies tells of the hand that clasps it; nobody sits in it."""
    clasping = [c for c in parts if c.clasps]
    return arrangement_of(clasping, marks) if clasping else None


def _keep_shape(shape: dict[str, Any], state: State) -> None:
    state.fingers = shape.get("fingers", state.fingers)
    state.pointing = shape.get("pointing", state.pointing)
    state.index_along = shape.get("index", state.index_along)
    if shape.get("fingers") == "raised":
        # With the palms off the skin it is the fingertips that touch.
        state.tool, state.hands = "fingertips", "both"
