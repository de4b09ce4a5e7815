"""Judging: what kind of sentence it is, by its grammar and by its words together."""

import itertools

from effleurage.reading._clauses.merging import advances
from effleurage.reading._clauses.oiling import COVERING, OILING, oil_told
from effleurage.reading._clauses.verbless import EASING, onward_by_turns, unread
from effleurage.reading._kinds.acting import says_which
from effleurage.reading._kinds.arranging import changes_place, poses, stands_ready
from effleurage.reading._kinds.bounds import only_bounds, plainly_bounds, takes_fear
from effleurage.reading._kinds.leaning import Leaning
from effleurage.reading._kinds.moves import works_unseen
from effleurage.reading._kinds.ready import plainly_prepares, prepares, washes_before
from effleurage.reading._kinds.sending import is_over, mainly_repeats
from effleurage.reading._kinds.staying import is_meant
from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import WORKED_ON
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Words
from effleurage.reading._words.settle import LIQUIDS
from effleurage.routine import Kind, Limit

Motions = list[tuple[Clause, str | None]]
"""Clauses in which hands move, each with its technique."""


def judged(
    parts: list[Clause],
    marks: Words,
    state: State,
    grammar: Kind,
    motions: Motions,
    again: Clause | None,
    lean: Leaning,
) -> Kind:
    """The kind that a sentence has by its grammar and its words together.

    Args:
        parts: Its clauses.
        marks: All its words.
        state: The context.
        grammar: Its kind by the grammar alone.
        motions: What moves in it.
        again: Its clause that sends back to earlier steps, or None.
        lean: What kind its words make likely.
    """
    firm = _is_firm(grammar, parts, motions, again)
    plain = _is_plain(parts, marks, state, grammar, motions) or (again is not None and again.lane)
    kind = grammar if plain else lean.settled(grammar, firm=firm)
    if kind is grammar:
        return kind
    lasting = state.at_work and all(c.duration is not None and t == "hold" for c, t in motions)
    still = firm and bool(motions) and (state.resting or lasting)
    if kind is Kind.NOTE and grammar is Kind.SETUP and motions and all(_lays_hand(c) for c, _ in motions):
        return grammar
    if kind is Kind.NOTE and grammar in (Kind.SETUP, Kind.STROKE) and still:
        return grammar if all(_is_calm(c, t) for c, t in motions) else kind
    if kind is Kind.NOTE and state.voice.shows and any(_is_shown(c, t) for c, t in motions):
        return grammar
    if kind is Kind.PREPARATION and grammar is Kind.STROKE and state.at_work:
        # As in "Get a firm grip and draw the flesh up.", "Turn your hand up and out", of hands at work.
        told = [(c, t) for c, t in motions if c.subject == "imp"]
        return grammar if any(c.flesh or _fans(c, t) for c, t in told) else kind
    if kind is Kind.SETUP and grammar is Kind.STROKE and motions:
        glides = all(_glides(c, t) for c, t in motions) or _works_flesh(motions)
        glides = glides or (state.at_work and _glides_past(parts, motions))
        worked = any(r.strokes for r in state.records[-3:])
        shown = state.voice.shows and any(_is_shown(c, t) and _goes_on(c, t) for c, t in motions)
        if glides or (shown and any(r.strokes for r in state.records)):
            return grammar
        return grammar if worked and any(_travels(c, t) for c, t in motions) else kind
    return kind


def _is_plain(parts: list[Clause], marks: Words, state: State, grammar: Kind, motions: Motions) -> bool:
    """Its words cannot change what the grammar says."""
    listed = grammar is Kind.PREPARATION and state.supplies
    measured = grammar is Kind.LIMIT and only_bounds(parts)
    washed = grammar is Kind.PREPARATION and washes_before(parts)
    if (
        listed
        or measured
        or washed
        or not parts
        or _NOTHING.issuperset(marks.cats)
        or (grammar is Kind.SETUP and (_tells_fingers(parts) or _tells_posture(parts)))
        or (grammar is Kind.SETUP and stands_ready(parts[0]))
        or (grammar is Kind.NOTE and (all(map(is_over, parts)) or _tells_good(parts[0])))
        or (not motions and any(says_which(c, state) for c in parts))
    ):
        return True
    if _readies_hands(parts[0]) and all(_readies_hands(c) for c in parts[1:]):
        return True
    for clause in parts:
        if clause.clasps or (grammar is Kind.PREPARATION and _tidies(clause)):
            return True
    if not motions:
        return False
    if (
        len(marks) == 1
        or (state.at_work and all(advances(c) or onward_by_turns(c) for c in parts))
        or _is_remarked(parts, motions)
    ):
        return True
    if (
        _is_reasoned(parts, motions)
        or _strokes_oil(motions, state)
        or (state.resting and state.at_work and _sets_it_out(motions))
    ):
        return True
    if state.at_work and any(t == "release" and _eases_grip(c) for c, t in motions):
        return True
    if any(c.act == "on" and t == "effleurage" and c is not parts[0] for c, t in motions):
        # As in "let your right arm cross over your left and keep going".
        return True
    worked = any(c.homeward or (t == "effleurage" and _oils_receiver(c, state, parts)) for c, t in motions)
    # As in "Your other hand does the same": what a hand does when its turn comes is told by the one before.
    return worked or all(c.in_turn for c, _ in motions) or _is_labelled(parts, motions)


def _works_flesh(motions: Motions) -> bool:
    """As in "Tap the left arm with your right palm.": no hand that is laid ready."""
    clause, technique = motions[0]
    told = clause.subject == "imp" and clause.form == "base" and clause.marks[0] is clause.head
    return len(motions) == 1 and told and technique in WORKED_ON and bool(clause.tool and clause.places)


def _tells_good(clause: Clause) -> bool:
    """As in "Another movement has its effect on the nerves." and "These fans calm the nerves along it."."""
    if works_unseen(clause):
        return True
    if not (clause.subject == "thing" and clause.motion_noun) or clause.tool or clause.directions:
        return False
    if clause.lemma.partition(" ")[0] in EASING and clause.neg is None:
        return True
    effect = clause.act == "state" and clause.form == "s"
    return effect and clause.has("effect", "influence", "benefit", "value")


def _tidies(clause: Clause) -> bool:
    """As in "The hair should be smoothed away from the neck.": it is moved, and nothing is kept away from."""
    moved = clause.act in ("move", "free", "put") and (clause.passive or clause.subject == "imp")
    return moved and "hair" in clause.topics and clause.neg is None and clause.sub is None


_NOTHING = frozenset({"filler", "det", "comma"})
"""All that is left of words which were taken out of the way."""


def _tells_fingers(parts: list[Clause]) -> bool:
    """As in "The fingers are spread wide, and the index finger is aimed at the spine.": how a hand lies."""
    first = parts[0] if parts else None
    if first is None or first.places:
        return False
    if first.head is not None:
        # As in "The fingers are held well apart."
        held = first.lemma in ("hold", "keep") and first.passive and first.tool == "fingertips"
        return held and first.holds("fingers") and not first.directions
    return any(m.cat == "fingers" and not _ARE.isdisjoint(m.low.split()) for m in first.marks[:3])


_ARE = frozenset({"are", "were"})


def _tells_posture(parts: list[Clause]) -> bool:
    """As in "The client is prone.", "Your partner lies face down.": how somebody lies, and no more."""
    only = parts[0] if len(parts) == 1 else None
    lies = only is not None and only.subject == "receiver" and "lie" in only.topics
    return lies and only.neg is None and only.sub is None and only.lemma in _LYING


_LYING = frozenset({"lie", "lie down", "be", "rest", "recline", "position", "place", "lay"})


def _is_remarked(parts: list[Clause], motions: Motions) -> bool:
    """As in "Draw the flesh up firmly; this is the one place for it.": a command, and a word about it."""
    first, *rest = parts
    if not rest or first.subject != "imp" or first.form != "base":
        return False
    said = [clause for clause in rest if clause.sub is None]
    if not said or not all(c.act == "state" and c.subject == "pron" and c.link == "strong" for c in said):
        return False
    return any(clause is first and _plain(clause, technique) for clause, technique in motions)


def _is_reasoned(parts: list[Clause], motions: Motions) -> bool:
    """As in "Stroke upward each time, because that is the way lymph flows": a command, and why.

    And as in "Use long strokes and always work upward, in the direction in which lymph flows".
    """
    told = [c for c in parts if c.sub is None]
    why = parts[len(told)] if len(told) < len(parts) else None
    if why is None or not told or told != parts[: len(told)]:
        return False
    alike = why.sub == "as_if" and "reason" in why.topics and any("up" in c.directions for c in told)
    if not (alike or (why.marks[0].get("reason") and len(told) == 1)):
        return False
    return all(map(_is_told, told)) and bool(motions) and all(c in told for c, _ in motions)


def _is_told(clause: Clause) -> bool:
    """As in "Always stroke upward", "use long strokes": a plain command to move."""
    opening = next((m for m in clause.marks if m.cat != "filler"), None)
    moves = clause.act in ("move", "go", "work") or clause.motion_noun
    return moves and clause.form == "base" and clause.subject == "imp" and opening is clause.head


def _strokes_oil(motions: Motions, state: State) -> bool:
    """As in "Stroke upward, with the lymph flow." behind oil that was spread: how it is spread."""
    clause, technique = motions[0]
    if len(motions) > 1 or technique != "effleurage" or not state.records or not state.at_work:
        return False
    before = state.records[-1]
    told = clause.subject == "imp" and clause.form == "base" and clause.neg is None and clause.sub is None
    ways = bool(clause.directions) and {"up", "down"}.issuperset(clause.directions)
    return told and ways and bool(before.strokes) and oil_told(state)


def _sets_it_out(motions: Motions) -> bool:
    """As in "It is then brushed upward and outward.", of a hand that was laid down."""
    return all(
        c.passive and c.pronoun and c.act == "move" and t == "effleurage" and bool(c.directions)
        for c, t in motions
    )


def _is_shown(clause: Clause, technique: str | None) -> bool:
    """As in "Now I pull that flesh up, you okay, Jess?" and "we're sliding up": done as it is said."""
    if technique is None or clause.subject != "you" or clause.sub is not None or clause.neg is not None:
        return False
    done = clause.form in ("base", "ing") and clause.act in _DONE
    own = any(a.cat == "mine" and b.cat == "place" for a, b in itertools.pairwise(clause.marks))
    return (
        done
        and not own
        and bool(
            clause.tool
            or clause.places
            or clause.directions
            or clause.pronoun
            or clause.flesh
            or clause.in_turn
        )
    )


_DONE = frozenset({"move", "go", "put", "stay", "free", "make", "work"})
"""What a verb does that the one who shows a stroke is said to do."""


def _lays_hand(clause: Clause) -> bool:
    """As in "Find the lower tip of the blade and put one hand there": a hand comes to lie on a place."""
    told = clause.subject == "imp" and clause.form == "base" and clause.neg is None and clause.sub is None
    laid = clause.lemma in ("put", "place", "lay", "rest", "set") and clause.tool_role == "object"
    return told and laid and bool(clause.places) and not clause.topics


def _oils_receiver(clause: Clause, state: State, parts: list[Clause]) -> bool:
    """As in "spread oil evenly over your partner's back": oil that is spread on somebody is a stroke."""
    told = clause.head is not None and clause.subject in ("imp", "you") and clause.neg is None
    if not told or clause.sub is not None:
        return False
    ways = bool({"up", "down", "out"} & set(clause.directions)) and not clause.tool
    if clause.has(*LIQUIDS) or clause.lemma in OILING:
        return (ways and clause.motion_noun) or any(p.role in ("path", "object", "at") for p in clause.places)
    along = any(p.role == "path" for p in clause.places)
    if along and clause.lemma in ("spread", *COVERING) and "oil" in clause.topics:
        # As in "Take some oil. Cover the back evenly with it".
        return True
    if clause.has("it") and along and "oil" in parts[0].topics:
        # As in "Warm the oil in your hands and work it over the back".
        return True
    # As in "Warm the oil. Stroke it on, always upward."
    carried = ways and clause.has("it") and bool(state.records)
    return carried and not LIQUIDS.isdisjoint(state.records[-1].words)


def _is_labelled(parts: list[Clause], motions: Motions) -> bool:
    """As in "Calf: wringing." and "Ears: soft tugs.": a place, and behind the colon what is done to it."""
    if len(parts) != 2 or not motions or not parts[1].colon or parts[1].neg is not None:
        return False
    label, told = parts
    named = bool(label.places) and label.head is None and label.neg is None and len(label.marks) < _LABEL
    worked = told.technique is not None and told.form in ("", "base", "ing")
    return named and worked and told.subject in ("imp", "thing") and not (label.topics or told.topics)


_LABEL = 5
"""A label has fewer words."""


def by_grammar(
    parts: list[Clause],
    state: State,
    limits: list[Limit],
    motions: list[tuple[Clause, str | None]],
    again: Clause | None,
) -> Kind:
    """The kind of sentence that its grammar alone makes it."""
    if again is not None and mainly_repeats(again, motions):
        return Kind.REPEAT
    if motions:
        for _, technique in motions:
            if technique != "hold":
                return Kind.STROKE
        meant = any(is_meant(c) for c, _ in motions) or any("breathing" in c.topics for c in parts)
        return Kind.STROKE if meant else Kind.SETUP
    if poses(parts, state) and not (limits and plainly_bounds(parts)):
        return Kind.SETUP
    if (
        washes_before(parts)
        or prepares(parts, state)
        or (state.supplies and all(c.head is None for c in parts))
    ):
        return Kind.PREPARATION
    careful = any(c.caution and c.lemma not in ("talk", "think", "like", "want", "love") for c in parts)
    if only_bounds(parts) or limits or careful:
        return Kind.LIMIT
    return Kind.UNREAD if any(unread(c, state) for c in parts) else Kind.NOTE


def _is_firm(
    grammar: Kind, parts: list[Clause], motions: list[tuple[Clause, str | None]], again: Clause | None
) -> bool:
    """The grammar is plain: words that are unusual for such a sentence count little against it."""
    if grammar in (Kind.STROKE, Kind.REPEAT):
        return again is not None or any(_plain(c, t) for c, t in motions)
    if grammar is Kind.SETUP:
        return any(_plain(c, t) for c, t in motions) or any(c.own_body or changes_place(c) for c in parts)
    if grammar is Kind.LIMIT:
        return plainly_bounds(parts)
    if grammar is Kind.NOTE:
        return all(c.head is None for c in parts) or takes_fear(parts)
    return grammar is Kind.UNREAD or plainly_prepares(parts[0])


def _plain(clause: Clause, technique: str | None) -> bool:
    """A command or a passive whose verb is one of massage, or a tool and a place with such a motion."""
    if clause.sub is not None or clause.neg is not None or technique is None:
        return False
    told = clause.head is not None and (clause.subject in ("imp", "hands") or clause.passive)
    named = clause.tool or clause.places or clause.pronoun or clause.directions or clause.pressure
    named = named or clause.in_turn
    lasts = technique == "hold" and (
        clause.lemma == "wait" or clause.duration or clause.moment or clause.open_ended
    )
    return bool(told and named) or bool(clause.tool and clause.places) or bool(lasts)


_OWN_GRIP = (" hold", " grip", " grasp")


def _eases_grip(clause: Clause) -> bool:
    """As in "Relax your grip bit by bit." and "Let your hold soften.", of hands that are at work."""
    told = clause.subject == "imp" and clause.neg is None and clause.sub is None
    return told and (clause.lemma.endswith(_OWN_GRIP) or clause.lemma == "let")


def _readies_hands(clause: Clause) -> bool:
    """As in "Join hands." and "Raise the palms.": the giver's hands, and nobody's else."""
    told = clause.lemma in ("join", "raise", "lift") and clause.subject == "imp" and clause.neg is None
    return told and clause.tool == "palm" and clause.tool_role == "object" and not clause.places


def _is_calm(clause: Clause, technique: str | None) -> bool:
    """As in "then let them land", behind hands that were laid: they lie on, press or leave."""
    return technique in ("hold", "release", "compression") and clause.subject in (
        "imp",
        "you",
        "hands",
        "pron",
    )


def _glides(clause: Clause, technique: str | None) -> bool:
    """As in "run the edge of your hand down the groove": a command that takes the tool along a way."""
    if clause.head is None:
        return (
            technique == "effleurage"
            and clause.tool is not None
            and bool({"up", "down"} & set(clause.directions))
        )
    if technique == "effleurage" and {"up", "out"}.issubset(clause.directions) and clause.tool_role == "pre":
        # As in "the hand turns like a fan, upward and outward".
        return True
    if technique == "effleurage" and clause.hands == "alternate" and clause.places:
        # As in "climb the whole side, hand after hand": hands that take turns are at work.
        return clause.subject in ("imp", "hands")
    told = clause.subject == "imp" and clause.tool_role == "object" and clause.act in ("move", "go")
    return told and technique == "effleurage" and any(p.role in ("path", "to") for p in clause.places)


def _fans(clause: Clause, technique: str | None) -> bool:
    """As in "turn your hand up and out, as a fan opens": it goes both ways at once."""
    return technique == "effleurage" and {"up", "out"}.issubset(clause.directions) and clause.tool == "palm"


def _glides_past(parts: list[Clause], motions: Motions) -> bool:
    """As in "Cross your right arm over your left and keep gliding.", of hands that are at work."""
    crosses = any(c.lemma in ("cross", "pass") and c.has("over") for c in parts)
    return crosses and all(t == "effleurage" and c.lemma in ("glide", "slide") for c, t in motions)


def _goes_on(clause: Clause, technique: str | None) -> bool:
    """As in "I'm reaching down round her waist": the hands, and not the giver, who gets up and moves."""
    giver = clause.lemma in ("go", "come", "move", "get", "step", "turn", "climb") and not clause.tool
    return technique == "effleurage" and not giver and bool(clause.directions) and bool(clause.places)


def _travels(clause: Clause, technique: str | None) -> bool:
    """As in "the hands reach down around the waist" and "Down round the waist.", behind hands at work."""
    reaches = clause.lemma in _REACHING and clause.subject == "imp" and clause.form == "base"
    bare = clause.head is None and not (clause.topics or clause.person)
    led = reaches or bare or clause.subject in ("hands", "pron") or bool(clause.tool)
    led = led and clause.sub in (None, "while")
    onward = bool(clause.directions) and (bool(clause.places) or {"up", "out"}.issubset(clause.directions))
    return led and technique == "effleurage" and onward


_REACHING = ("reach", "stretch down", "reach down")
"""Behind hands that are at work these take them on."""
