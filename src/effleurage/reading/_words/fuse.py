"""Phrases about the hands themselves: a grip told by its two jaws, a hand that turns as it goes.

They stand among the words that say where a stroke goes ("thumb on one side, fingers on the other"), and
would be taken for sides and ends of the stroke.
"""

import itertools

from effleurage.reading._words.arms_crossed import CROSSING, LIKE_THAT, crossed, held_so
from effleurage.reading._words.astride import astride
from effleurage.reading._words.curves import RISING, curve_rises
from effleurage.reading._words.fuse_hands import (
    BORDERS,
    NEARING,
    OTHERS,
    TOWARD,
    WITH_EACH,
    elliptic,
    handed_on,
    in_contact,
    nearing,
    one_of,
    part,
    side_names,
    stack,
    swaps,
    toward_other,
    turns,
    with_each,
)
from effleurage.reading._words.fuse_poise import (
    AIMED,
    FINGERS_POINT,
    INDEXES,
    JOINTS,
    aimed,
    fingers_point,
    indexed,
    look,
    shaped,
    tips,
    tips_meant,
)
from effleurage.reading._words.fuse_ways import (
    BETWEEN,
    HEADING,
    INWARD,
    MIDLINE,
    TENDING,
    WAY_ROUND,
    bit_by_bit,
    both_of,
    both_ways,
    centred,
    heads_for,
    higher_than,
    left_behind,
    middle_of,
    not_there_but,
    tends,
)
from effleurage.reading._words.gloss import RELATIVE, without_gloss, without_remark
from effleurage.reading._words.held_ready import WAITING, held_ready
from effleurage.reading._words.in_turn import (
    CHANGING,
    hands_change,
    kept_in_turn,
    one_then_other,
    sides_in_turn,
)
from effleurage.reading._words.its_parts import WHOSE, its_parts
from effleurage.reading._words.knees import KNEES, on_knees
from effleurage.reading._words.laid import laid
from effleurage.reading._words.last_one import LAST, USING, ends_with_one, last_one
from effleurage.reading._words.lead import (
    BEGINNING,
    after_a_pull,
    announced,
    attends,
    begun,
    carried_on,
    does_only,
    poses_again,
    put_first,
    readied,
    singled_out,
    starts_so,
)
from effleurage.reading._words.lexicon import Lexicon
from effleurage.reading._words.lifted import LIFTING, lifted
from effleurage.reading._words.likewise import TURNING, likewise, numbered
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.passive import BY, manner_between, passive
from effleurage.reading._words.relay import (
    FELLOWS,
    IDLE,
    WAITED,
    hedged,
    idle,
    kept_going,
    met,
    relayed,
    waited,
)
from effleurage.reading._words.short_of import NEARLY, WELL_AWAY, ends_away, short_of
from effleurage.reading._words.speech import (
    ASIDES,
    POINTING,
    SHOWING,
    being,
    goes_on,
    laid_down,
    pointed_at,
    set_aside,
    shown,
)

_JAWS = frozenset({"thumb", "fingertips"})


_AROUND = frozenset(
    {"prep", "dir", "side", "part", "det", "mine", "num", "filler", "adv", "pron", "press", "hands", "back"}
)


_OPPOSED = frozenset(
    [
        *("behind", "underneath", "under", "beneath", "below", "above", "front", "top", "back"),
        *("opposite", "against", "facing", "side", "other"),
    ]
)


def fused(marks: list[Mark], lexicon: Lexicon) -> list[Mark]:
    """The marks with such phrases made one mark, or taken out of the way.

    Args:
        marks: A tagged sentence; its marks may be changed.
        lexicon: The words, for what a grip is.
    """
    announced(marks)
    if marks:
        carried_on(marks)
        readied(marks)
        starts_so(marks)
        after_a_pull(marks)
        poses_again(marks)
    lows = {m.low for m in marks}
    if not BEGINNING.isdisjoint([m.base for m in marks]):
        begun(marks)
    if not NEARLY.isdisjoint(lows):
        short_of(marks, lexicon)
    if not WELL_AWAY.isdisjoint(lows):
        ends_away(marks, lexicon)
    if "nothing" in lows:
        does_only(marks)
    if "attention" in lows:
        attends(marks)
    if "'s" in lows:
        being(marks)
    if "down" in lows or "up" in lows:
        laid_down(marks)
    if not POINTING.isdisjoint(lows):
        pointed_at(marks)
    if "with" in lows and ("press" in lows or "push" in lows):
        goes_on(marks)
    if not SHOWING.isdisjoint(lows):
        shown(marks)
    if not ASIDES.isdisjoint(lows):
        set_aside(marks)
    if not LIFTING.isdisjoint([m.base for m in marks]):
        lifted(marks, lexicon)
    tools = len([m for m in marks if "tool" in m.cats])
    if not BY.isdisjoint(lows):
        passive(marks, lexicon)
    if "," in lows:
        manner_between(marks)
    sided = "left" in lows or "right" in lows
    if sided or ("one" in lows and not lows.isdisjoint(OTHERS)):
        marks = swaps(marks)
    hands = [m.low for m in marks if m.cat == "hands"]
    if hands and any("left" in low and "right" in low for low in hands):
        marks = sides_in_turn(marks)
    if not WAY_ROUND.isdisjoint(lows):
        both_ways(marks)
    if "of" in lows and not lows.isdisjoint(INWARD):
        centred(marks)
    if "of" in lows and not lows.isdisjoint(MIDLINE):
        middle_of(marks, lexicon)
    if tools:
        laid(marks, lows, lexicon)
    if tools and not lows.isdisjoint(NEARING):
        nearing(marks, lexicon)
    if tools and "contact" in lows:
        in_contact(marks, lexicon)
    if "leaving" in lows:
        left_behind(marks)
    if "coat" in lows:
        # As in "Coat the back with it": what is done with the oil, and nothing to wear.
        for coat, of in itertools.zip_longest(marks, marks[1:]):
            if coat.low == "coat" and coat.cat == "verb":
                coat.cats = {"verb": coat.cats["verb"]}
            elif coat.low == "coat" and of is not None and of.low == "of":
                # As in "an even coat of oil".
                coat.cat, coat.value, coat.entry, coat.cats = "word", None, None, {}
    if not lows.isdisjoint(TENDING):
        tends(marks)
    if not lows.isdisjoint(HEADING):
        heads_for(marks)
    if "both" in lows:
        both_of(marks)
    if "than" in lows:
        higher_than(marks)
    if not lows.isdisjoint(BETWEEN):
        bit_by_bit(marks)
    if tools and not lows.isdisjoint(RISING):
        curve_rises(marks)
    if not (lows.isdisjoint(_MEANWHILE) and lows.isdisjoint(_WHILE)):
        _turned_while(marks)
    if tools and sided:
        side_names(marks)
        elliptic(marks)
    if tools and "one" in lows:
        marks = one_of(marks)
    if tools and not lows.isdisjoint(WAITED):
        waited(marks)
        lows |= {m.low for m in marks}
    if tools and not lows.isdisjoint(IDLE):
        idle(marks)
    if tools and not lows.isdisjoint(CHANGING):
        hands_change(marks)
    if "keep" in lows:
        kept_in_turn(marks)
    if tools and "(" in lows:
        marks = without_gloss(marks)
    if "," in lows and not lows.isdisjoint(RELATIVE):
        marks = without_remark(marks)
    if tools and "other" in lows:
        one_then_other(marks)
        handed_on(marks)
    if not lows.isdisjoint(USING):
        ends_with_one(marks)
    if not lows.isdisjoint(LAST):
        last_one(marks)
    if not lows.isdisjoint(KNEES):
        on_knees(marks, lexicon)
    if "number" in lows and tools:
        numbered(marks)
        lows = {m.low for m in marks}
    if not lows.isdisjoint(TURNING):
        if "then" in lows and tools:
            marks = _without_then(marks)
        likewise(marks, lexicon)
        if not lows.isdisjoint(WAITING):
            held_ready(marks, lexicon)
    if not lows.isdisjoint(_RELAY) or "hands" in [m.cat for m in marks]:
        relayed(marks)
    if tools and not lows.isdisjoint(_STACKED):
        stack(marks)
    if tools or not lows.isdisjoint(JOINTS):
        look(marks)
    if (tools > 1 or (tools and "they" in lows)) and not FINGERS_POINT.isdisjoint(lows):
        fingers_point(marks)
    if not AIMED.isdisjoint(lows):
        aimed(marks)
    if not INDEXES.isdisjoint(lows):
        indexed(marks)
    if tools and not WITH_EACH.isdisjoint(lows):
        with_each(marks, lexicon)
    if tools and "other" in lows and not TOWARD.isdisjoint(lows):
        toward_other(marks, lexicon)
    if tools > 1:
        shaped(marks)
    if not lows.isdisjoint(LIKE_THAT):
        held_so(marks)
    if not lows.isdisjoint(CROSSING):
        crossed(marks)
    if "it" in lows and "that" in lows:
        put_first(marks)
    if "one" in lows or "ones" in lows:
        singled_out(marks)
    if "tip" in lows or "tips" in lows:
        tips(marks)
    if "tips" in lows:
        tips_meant(marks)
    if not lows.isdisjoint(WHOSE):
        its_parts(marks, lexicon)
    if "not" in lows and "but" in lows:
        not_there_but(marks)
    if not lows.isdisjoint(_MEETING):
        met(marks)
    if not lows.isdisjoint(_CEASING):
        kept_going(marks, lexicon)
        hedged(marks)
    if "between" in lows and "spine" in lows:
        astride(marks, lexicon)
    if tools < 2:
        return marks
    jaws = {part(m) for m in marks}.issuperset(_JAWS)
    return turns(_grips(marks, lexicon) if jaws else marks, lexicon)


_MEETING = frozenset({"approach", "near", "meet", "join", "touch"})
_CEASING = frozenset({"does not", "doesn't", "do not", "don't", "never", "not"})


_RELAY = FELLOWS | {"other", "other one", "second", "second one", "twin", "opposite", "alternated"}
"""Without these no hand takes over from another."""


_STACKED = frozenset({"left", "right", "one", "other", "top"})
"""One of these is said where a hand lies on the other."""


def _without_then(marks: list[Mark]) -> list[Mark]:
    """As in "the second hand then does likewise": what a hand does next is what it does."""
    between = [
        n
        for n in range(1, len(marks) - 1)
        if marks[n].low == "then" and "tool" in marks[n - 1].cats and marks[n + 1].cat == "again"
    ]
    return [mark for n, mark in enumerate(marks) if n not in between] if between else marks


def _likened(marks: list[Mark]) -> None:
    """As in "turn the hand as a fan opens": what its motion is like."""
    for n, (like, one, thing, does) in enumerate(zip(marks, marks[1:], marks[2:], marks[3:], strict=False)):
        named = like.low == "as" and one.low in ("a", "an") and thing.cat in ("motion", "word", "topic")
        behind = marks[n + 4] if n + 4 < len(marks) else None
        if (
            named
            and n
            and does.form == "s"
            and "verb" in does.cats
            and (behind is None or behind.cat in BORDERS)
        ):
            for other in (like, one, thing, does):
                other.mute()


def _turned_while(marks: list[Mark]) -> None:
    """As in "turn the hand as it fans up and out": the turning is the manner of what the hand does."""
    _likened(marks)
    for n, sub in enumerate(marks[:-1]):
        it = marks[n + 1].low in _IT and sub.low in _WHILE and n + 2 < len(marks)
        moved = marks[n + 2] if it else marks[n + 1]
        if not (it or sub.low in _MEANWHILE) or "verb" not in moved.cats or moved.base not in _FANNING:
            continue
        lead = n - 1
        while lead >= 0 and (marks[lead].cat in _HAND or marks[lead].low in _BETWEEN_HAND):
            lead -= 1
        if lead < 0 or marks[lead].base not in _TURNING or marks[lead].cat not in ("verb", "motion"):
            continue
        others = [m for m in marks[lead + 1 : n] if m.cat in ("dir", "num", "dash", "prep", "unit")]
        for other in (marks[lead], sub, *others, *([marks[n + 1]] if it else [])):
            other.mute()
        moved.take("verb")


_MEANWHILE = frozenset({"as it", "so that it", "so it", "while it", "as they", "so that they", "as it goes"})
_BETWEEN_HAND = ("it", "degrees", "degree")
_WHILE, _IT = ("while", "as"), ("it", "they")
_FANNING = frozenset(
    {
        "move",
        "travel",
        "go",
        "rise",
        "climb",
        "fan",
        "brush",
        "sweep",
        "glide",
        "slide",
        "stroke",
        "spread",
        "slip",
        "skim",
    }
)
_TURNING = frozenset({"turn", "rotate", "swivel", "pivot", "swing", "twist", "revolve"})
_HAND = frozenset(
    [
        *("det", "mine", "tool", "adv", "filler", "theirs", "hands", "tempo", "press"),
        *("dir", "num", "dash", "prep", "unit", "gradual", "comma"),
    ]
)
"""What may stand between the turning and what it goes with: "turn the hand outward by 60 degrees while"."""


def _grips(marks: list[Mark], lexicon: Lexicon) -> list[Mark]:
    """As in "thumbs behind and your fingers in front": one tool, whose parts are opposed."""
    out: list[Mark] = []
    k = 0
    while k < len(marks):
        end = _grip_end(marks, k) if part(marks[k]) in _JAWS else None
        if end is None:
            out.append(marks[k])
            k += 1
            continue
        first, last = marks[k], marks[end - 1]
        thumb = next(m for m in marks[k:end] if part(m) == "thumb")
        cats = lexicon.tree["thumb"]["and"]["finger"][""]
        low = "thumbs and fingers" if thumb.plural else "thumb and fingers"
        grip = Mark("tool", "grip", None, low, "base", first.i, last.j, first.start, last.end, thumb.plural)
        grip.cats = {"tool": cats["tool"]}
        grip.take("tool")
        out.append(grip)
        k = end
    return out


def _grip_end(marks: list[Mark], k: int) -> int | None:
    """Behind the last word of a phrase that opposes thumb and fingers, or None."""
    other = None
    for n in range(k + 1, min(k + 9, len(marks))):
        mark = marks[n]
        if part(mark) in _JAWS and part(mark) != part(marks[k]):
            other = n
            break
        if mark.cat not in (*_AROUND, "conj", "comma", "word"):
            return None
    if other is None:
        return None
    between = marks[k + 1 : other]
    end = other + 1
    while end < len(marks) and marks[end].cat in (*_AROUND, "word") and marks[end].low not in ("from", "to"):
        end += 1
    if end < len(marks) and marks[end].cat in ("place", "tissue"):
        end = other + 1
    words = [w for m in (*between, *marks[other + 1 : end]) for w in m.low.split()]
    if not any(m.cat in ("conj", "comma") for m in between) or _OPPOSED.isdisjoint(words):
        return None
    if not any(m.cat in ("prep", "dir", "part", "side", "back") for m in between):
        return None
    return end
