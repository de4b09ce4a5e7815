"""Chunks: a tagged sentence cut at its commas and conjunctions, and what belongs together joined."""

import itertools
from dataclasses import dataclass, field
from typing import final

from effleurage.reading._clauses.subordinate import is_last_one
from effleurage.reading._clauses.twice import is_second_turn
from effleurage.reading._clauses.verbless_chunks import (
    LASTLY,
    changes_tool,
    complete,
    introduces,
    is_off,
    is_poise,
    laid,
    negated,
    qualifies,
    sided_hand,
    stands,
    stands_apart,
    tallies,
    travels,
)
from effleurage.reading._slots.way_back import (
    RETURNS,
    goes_home,
    lighter_back,
    parts_ways,
    past_manner,
    returns,
)
from effleurage.reading._words.mark import Mark

_STRONG = ("semi", "colon")


_SEPARATORS = frozenset({"comma", "semi", "colon", "dash", "open", "close", "conj", "sub"})
_CUTTING = _SEPARATORS | {"back", "neg"}
"""Words of all other parts go on with the chunk that is open."""


@final
@dataclass(slots=True)
class Chunk:
    marks: list[Mark] = field(default_factory=list)
    link: str = ""
    sub: str | None = None
    aside: bool = False
    lead: int = 0
    comma: Mark | None = None
    alternative: bool = False
    colon: bool = False


def cut_at_separators(marks: list[Mark]) -> list[Chunk]:
    """Cut at every separator; a subordinator colours the chunk that it opens."""
    chunk = Chunk()
    chunks = [chunk]
    link, depth = "", 0
    comma: Mark | None = None
    for n, mark in enumerate(marks):
        if mark.cat not in _CUTTING:
            chunk.marks.append(mark)
            link = ""
            if comma is not None:
                chunk.comma, comma = chunk.comma or comma, None
            continue
        if mark.cat == "back" and mark.low.startswith(("and back", "there and", "and home")) and chunk.marks:
            chunk = Chunk(link="weak", aside=depth > 0)
            chunks.append(chunk)
        if mark.cat in _SEPARATORS and not _inside(marks, n):
            if mark.cat == "open":
                depth += 1
            elif mark.cat == "close":
                depth = max(0, depth - 1)
            kind = mark.value if mark.cat == "conj" else "strong" if mark.cat in _STRONG else "comma"
            if mark.cat == "comma":
                comma = mark
            link = kind if not link or kind == "strong" or (link == "comma" and kind == "weak") else link
            if chunk.marks or chunk.sub:
                chunk = Chunk(aside=depth > 0)
                chunks.append(chunk)
            chunk.link = link
            chunk.colon = mark.cat == "colon"
            chunk.alternative = chunk.alternative or (mark.cat == "conj" and mark.low in ("or", "nor"))
            if mark.cat == "sub":
                compared = mark.low == "as" and n > 1 and marks[n - 2].low == "as"
                chunk.sub = "as_if" if compared else mark.value
                chunk.marks.append(mark)
                link = ""
            continue
        if mark.cat == "neg" and not _is_not(marks, n) and any(m.cat == "verb" for m in chunk.marks):
            relative = chunk.sub if chunk.sub == "why" else None
            chunk = Chunk(link=link or "comma", sub=relative, aside=depth > 0)
            chunks.append(chunk)
        chunk.marks.append(mark)
        chunk.comma = chunk.comma or comma
        link, comma = "", None
    return [part for c in chunks if c.marks for part in _without_likeness(c)]


def over_asides(chunks: list[Chunk]) -> list[Chunk]:
    """As in "the other hand, so that the arm is steady, clasps it": the verb goes to who stands before.

    Args:
        chunks: A sentence's chunks; what stands between comes behind the verb.
    """
    for n, who in enumerate(chunks[:-2]):
        if _headed(who) or who.marks[-1].cat != "tool" or chunks[n + 1].sub not in _ASIDES:
            continue
        behind = (k for k in range(n + 2, len(chunks)) if chunks[k].link != "weak")
        verb = next(behind, None)
        if verb is None or chunks[verb].link != "comma" or chunks[verb].sub is not None:
            continue
        acts = chunks[verb].marks[0]
        if acts.cat == "verb" and acts.form == ("base" if who.marks[-1].plural else "s"):
            who.marks += chunks.pop(verb).marks
            return chunks
    return chunks


_ASIDES = ("why", "when", "while", "if")
"""What may stand between a hand and what it does."""


def _without_likeness(chunk: Chunk) -> list[Chunk]:
    """As in "knead it like bread between fingers and thumbs": what follows the likeness is the motion's."""
    if chunk.sub != "as_if" or chunk.marks[0].low not in ("like", "as with") or _headed(chunk):
        return [chunk]
    for n in range(2, len(chunk.marks)):
        mark = chunk.marks[n]
        if mark.cat not in ("prep", "dir") or mark.value == "of":
            continue
        noun = next((m for m in chunk.marks[n + 1 :] if m.cat not in _LEADING), None)
        # As in "like a fan up and out from the spine": what goes so is the hand.
        goes = noun is None and mark.cat == "dir" and mark.value in ("up", "out", "down")
        if goes or (noun is not None and noun.cat in ("place", "tool")):
            rest = Chunk(chunk.marks[n:], "comma", aside=chunk.aside)
            return [Chunk(chunk.marks[:n], chunk.link, chunk.sub, chunk.aside, comma=chunk.comma), rest]
        return [chunk]
    return [chunk]


_LEADING = ("det", "mine", "theirs", "poss", "side", "filler", "prep", "dir", "adv", "num")


def _is_not(marks: list[Mark], n: int) -> bool:
    """As in "It is not": the verb before only says what is, and the rest forbids nothing."""
    return (
        n > 0
        and marks[n].low in ("not", "no", "never", "left alone", "off limits", "out of bounds", "avoided")
        and marks[n - 1].cat == "verb"
        and marks[n - 1].cats["verb"].lemma in ("be", "have")
    )


def _inside(marks: list[Mark], n: int) -> bool:
    """As in "and" between two colours of one thing ("slow and gentle", "up and out") parts nothing."""
    mark = marks[n]
    if mark.low == "then" and 0 < n < len(marks) - 1 and marks[n + 1].cat == "verb":
        return marks[n - 1].cat in ("tool", "subj", "person", "modal") or marks[n - 1].low in (
            "is",
            "are",
            "was",
            "were",
        )
    if mark.cat == "dash":
        return 0 < n < len(marks) - 1 and marks[n - 1].cat == "num" and marks[n + 1].cat == "num"
    if mark.cat == "comma" and 0 < n < len(marks) - 1:
        return marks[n - 1].cat in ("press", "tempo") and qualifies(marks[n + 1 : n + 3])
    if mark.cat == "sub":
        return (
            mark.low == "as" and n + 1 < len(marks) and marks[n + 1].cat in ("num", "press", "tempo", "adv")
        )
    if mark.low == "so" and n + 2 < len(marks) and marks[n + 2].low == "that":
        return marks[n + 1].cat in ("press", "tempo", "adv")
    if mark.cat != "conj" or mark.value != "weak" or n == 0 or n + 1 >= len(marks):
        return False
    if parts_ways(marks, n):
        return False
    near = ("press", "tempo", "dir", "side", "num", "adv", "fingers")
    return marks[n - 1].cat in near and marks[n + 1].cat in near and marks[n + 1].cat != "sub"


_BOUNDING = ("starting", "beginning", "ending", "finishing", "stopping")


def _host(out: list[Chunk], chunk: Chunk) -> Chunk:
    """What a verbless chunk belongs to: not to a simile that a comma parts from it."""
    counts = out[-1].sub in ("while", "why", "as_if") and any(m.cat in ("times", "freq") for m in chunk.marks)
    if counts and chunk.link == "comma":
        return next((c for c in reversed(out) if c.sub is None), out[-1])
    if is_last_one(out[-1].sub, out[-1].marks):
        # As in "so your last pull goes across the shoulders, toward the armpit": its own way.
        return out[-1]
    bounded = chunk.marks[0].cat == "prep" and chunk.marks[0].low.split()[0] in _BOUNDING
    if out[-1].sub in ("as_if", "why") and bounded:
        return next((c for c in reversed(out) if c.sub is None), out[-1])
    # As in "sweep it round like a fan, up and out": behind the comma the way goes on.
    onward = next((c for c in reversed(out) if c.sub is None), out[-1])
    parted = chunk.link == "comma" or chunk.colon or onward.marks[-1].i > out[-1].marks[-1].i
    if out[-1].sub not in ("as_if", "why") or not parted:
        return out[-1]
    if not any(m.cat in ("place", "hands", "tool", "dir") for m in chunk.marks):
        return out[-1]
    return next((c for c in reversed(out) if c.sub is None), out[-1])


def _goes_back(chunk: Chunk) -> bool:
    """As in "sacrum to nape, return along the ribs": what stands before the verb is the way out."""
    return (
        chunk.marks[0].cat == "verb"
        and chunk.marks[0].base in ("return", "come", "go")
        and (chunk.marks[0].base == "return" or any(m.cat == "back" for m in chunk.marks))
    )


def _reaches(chunk: Chunk) -> bool:
    return any(m.cat == "prep" and m.value == "to" for m in chunk.marks)


def _headed(chunk: Chunk) -> bool:
    return "verb" in [mark.cat for mark in chunk.marks]


def _other_hand_acts(behind: list[Chunk]) -> bool:
    """As in "Forearm along the spine, other hand clasping the wrist": what lies there is not what clasps."""
    doing = next((chunk.marks for chunk in behind if _headed(chunk)), [])
    who = [m for m in doing if m.cat not in ("det", "mine")][:_ACTING]
    told = [m.low for m in who[:1]] in _OTHERS and len(who) == _ACTING
    return told and who[1].cat == "tool" and who[2].form == "ing" and who[2].cat == "verb"


_ACTING = 3
_OTHERS = (["other"], ["second"], ["free"])


def merged(chunks: list[Chunk]) -> list[Chunk]:
    """A chunk without a verb belongs to the one before it, or to the one that it introduces."""
    if len(chunks) == 1 and _headed(chunks[0]):
        return chunks
    out: list[Chunk] = []
    ahead: list[Mark] = []
    ahead_link = ""
    for n, chunk in enumerate(chunks):
        headed = _headed(chunk)
        following = chunks[n + 1] if n + 1 < len(chunks) else None
        opens = (
            not out
            or (out[-1].sub is not None and out[-1].link == "" and chunk.link in ("comma",))
            or chunk.link == "strong"
        )
        if not headed and chunk.sub is None:
            leads = (
                following is not None
                and following.sub is None
                and introduces(chunk.marks)
                and not (not _headed(following) and _gapped(following, chunk))
                and following.link in ("weak", "comma")
                and any(_headed(c) for c in chunks[n + 1 : n + 3] if c.sub is None)
                and not (tallies(chunk.marks) and stands_apart(following.marks))
                and not (laid(chunk.marks) and is_poise(following.marks))
                and not (laid(chunk.marks) and _other_hand_acts(chunks[n + 1 : n + 3]))
            )
            if (
                following is not None
                and following.link == "weak"
                and following.marks[-1].low in _BARRED
                and not leads
            ):
                ahead += chunk.marks
                ahead_link = ahead_link or chunk.link
                continue
            turned = (
                chunk.marks[0].cat == "prep"
                and chunk.link == "weak"
                and following is not None
                and following.link == "comma"
                and not (out and _is_ending(following))
                # As in "parallel to the spine and beside it, elbow above the buttock, and clasp …".
                and (_headed(following) or chunk.marks[-1].low not in ("it", "them"))
            )
            if out and not ahead and following is not None and _goes_further(out[-1], chunk, following):
                out[-1].marks += chunk.marks
                continue
            if (opens and leads) or (ahead and leads) or (turned and leads):
                ahead += [chunk.comma, *chunk.marks] if chunk.comma and ahead else chunk.marks
                ahead_link = ahead_link or chunk.link
                continue
            plain = past_manner(chunk.marks)
            back = plain[0].low.startswith(RETURNS) or returns(plain)
            alone = chunk.link == "strong" and all(
                m.cat in ("side", "det", "prep", "filler") or m.low in ("one", "ones") for m in chunk.marks
            )
            listed = _names_another(chunk, out[-1]) if out else False
            if out and out[-1].sub is None:
                lighter = lighter_back(chunk.marks, out[-1].marks)
                if lighter is not None or (chunk.link == "comma" and goes_home(chunk.marks, out[-1].marks)):
                    out.append(Chunk(lighter or chunk.marks, "weak"))
                    continue
            if out and (
                listed
                or _next_spot(chunk, out[-1])
                or (
                    back
                    and (
                        chunk.link in ("weak", "strong")
                        or plain[0].low.startswith(("there and", "and back", "and home"))
                        or (returns(plain) and out[-1].sub is None and _reaches(out[-1]))
                    )
                )
                or alone
                or is_second_turn(chunk.marks, out[-1].marks)
                or (is_off(chunk.marks) and following is None and not travels(out[-1].marks))
                or _gapped(chunk, out[-1])
            ):
                out.append(Chunk(chunk.marks, chunk.link))
                continue
            stood = stands(chunk.marks) or (bool(out) and _headed(out[-1]) and changes_tool(chunk.marks))
            if negated(chunk.marks) or not out or (chunk.link == "strong" and stood):
                out.append(Chunk(ahead + chunk.marks, ahead_link or chunk.link, None, chunk.aside))
                ahead, ahead_link = [], ""
                continue
            if ahead:
                out.append(Chunk(ahead + chunk.marks, ahead_link or chunk.link))
                ahead, ahead_link = [], ""
                continue
            host = _host(out, chunk)
            host.marks += [chunk.comma, *chunk.marks] if chunk.comma else chunk.marks
            continue
        if ahead and chunk.sub is None and complete(ahead, back=_goes_back(chunk)):
            out.append(Chunk(ahead, ahead_link))
            ahead, ahead_link = [], ""
        if ahead and chunk.sub is None:
            out.append(Chunk(ahead + chunk.marks, ahead_link or chunk.link, None, chunk.aside, len(ahead)))
        else:
            if ahead:
                out.append(Chunk(ahead, ahead_link))
            out.append(Chunk(list(chunk.marks), chunk.link, chunk.sub, chunk.aside))
            out[-1].alternative, out[-1].colon = chunk.alternative, chunk.colon
        ahead, ahead_link = [], ""
    if ahead:
        out.append(Chunk(ahead, ahead_link))
    return out


def _is_ending(chunk: Chunk) -> bool:
    """As in ", finishing at the armpit": where what is told before it ends."""
    first = chunk.marks[0]
    return first.cat == "verb" and first.form == "ing" and first.cats["verb"].get("act") == "end"


def _goes_further(last: Chunk, chunk: Chunk, following: Chunk) -> bool:
    """As in "slide down to the hips, then around them, and drag it all back": the same way still.

    And as in "carry on round the blade, then out over the shoulder, and make for the armpit".
    """
    if chunk.link != "strong" or following.link != "weak" or last.sub is not None or not _headed(following):
        return False
    heads = [m for m in last.marks if m.cat == "verb"]
    act = heads[-1].cats["verb"].get("act") if heads else None
    travels = act == "on" or (act in ("move", "go") and _reaches(last))
    led = chunk.marks[0].cat == "dir" or (act == "on" and chunk.marks[0].value == "path")
    way = led and any(m.cat == "place" for m in chunk.marks)
    return travels and way and not any(m.cat in ("tool", "side", "times", "num", "neg") for m in chunk.marks)


_BARRED = ("avoided", "off limits", "out of bounds", "must be avoided")


def _next_spot(chunk: Chunk, last: Chunk) -> bool:
    """As in "press on the loins, then on the middle back, and finally on the shoulders"."""
    marks = chunk.marks[1:] if chunk.marks[0].low in LASTLY else chunk.marks
    led = marks is not chunk.marks or chunk.link == "strong"
    spot = len(marks) > 1 and marks[0].low in ("on", "at", "over") and marks[-1].cat == "place"
    after = _headed(last) or last.marks[0].low in ("on", "at", "over")
    return led and spot and after and not any(m.cat in ("tool", "dir", "verb") for m in marks)


def _gapped(chunk: Chunk, last: Chunk) -> bool:
    """As in "One hand on the sacrum, the other on the neck": the second has the first one's verb."""
    if not any(m.cat == "place" for m in chunk.marks):
        return False
    told = any(x.low in ("left", "right") and y.cat == "tool" for x, y in itertools.pairwise(last.marks))
    if told and sided_hand(chunk.marks):
        return any(m.cat == "place" for m in last.marks)
    lows = [m.low for m in chunk.marks if m.cat not in ("det", "filler", "mine")]
    if not lows or lows[0] not in ("one", "other", "the other", "other one"):
        return False
    if any(
        m.low.startswith(("on each", "each side", "on either", "either side", "on both")) for m in chunk.marks
    ):
        return False
    before = [m.low for m in last.marks]
    verb = next((n for n, m in enumerate(last.marks) if m.cat == "verb"), None)
    led = last.marks[verb + 1 : verb + 2] if verb is not None else []
    if led and led[0].low.split()[0] == "one" and lows[0] in ("other", "the other"):
        return True
    if lows[0] in ("other", "the other") and not _headed(last) and any(m.cat == "tool" for m in last.marks):
        return True
    plural = any(m.cat == "tool" and m.plural for m in last.marks)
    return (
        "one" in before
        or (plural and lows[0] == "one" and "other" not in before)
        or (
            any(m.cat == "tool" for m in last.marks)
            and lows[0].startswith(("other", "the other"))
            and "one" in before
        )
    )


def _names_another(chunk: Chunk, last: Chunk) -> bool:
    """A verbless line may name two things one after the other: "elbow compression, slow release"."""
    if chunk.link not in ("comma", "strong") or (
        _headed(last) and any(m.cat == "verb" and m.form != "ing" for m in last.marks)
    ):
        return False
    if chunk.marks[0].cat == "num":
        return False
    if chunk.marks[-1].low == "gone" and any(m.cat in ("tool", "place", "motion") for m in last.marks):
        return True
    mine = [m.entry.get("technique") for m in chunk.marks if m.cat == "motion" and m.entry is not None]
    theirs = [m.entry.get("technique") for m in last.marks if m.cat == "motion" and m.entry is not None]
    return any(mine) and any(theirs) and mine[0] != theirs[0]
