"""Clauses: a tagged sentence cut at its verbs, conjunctions and subordinators."""

from dataclasses import dataclass, field
from typing import final

from effleurage.reading._tag import Mark
from effleurage.reading._written import Clause

_SEPARATORS = frozenset({"comma", "semi", "colon", "dash", "open", "close", "conj", "sub"})
_CHAINED = ("begin", "on", "make", "end", "manner", "work", "mind", "go")
_MOVING = ("move", "go", "put", "stay", "free", "work", "make", "again", "on", "pose")


@final
@dataclass(slots=True)
class _Chunk:
    marks: list[Mark] = field(default_factory=list)
    link: str = ""
    sub: str | None = None
    aside: bool = False
    lead: int = 0
    comma: Mark | None = None


def clauses(marks: list[Mark]) -> list[Clause]:
    """The clauses of a sentence, in the order of its words."""
    found: list[Clause] = []
    for chunk in _merged(_chunks(marks)):
        found.extend(_cut(chunk))
    for n, clause in enumerate(found):
        clause.leading = (
            clause.participle
            and n + 1 < len(found)
            and not any(c.head is not None and not c.participle and c.sub is None for c in found[:n])
        )
    return found


def _chunks(marks: list[Mark]) -> list[_Chunk]:
    """Cut at every separator; a subordinator colours the chunk that it opens."""
    chunks = [_Chunk()]
    link, depth = "", 0
    comma: Mark | None = None
    for n, mark in enumerate(marks):
        if mark.cat == "back" and mark.low.startswith(("and back", "there and")) and chunks[-1].marks:
            chunks.append(_Chunk(link="weak", aside=depth > 0))
        if mark.cat in _SEPARATORS and not _inside(marks, n):
            if mark.cat == "open":
                depth += 1
            elif mark.cat == "close":
                depth = max(0, depth - 1)
            kind = {"comma": "comma", "semi": "strong", "colon": "strong", "dash": "comma"}.get(
                mark.cat, "comma"
            )
            if mark.cat == "conj":
                kind = mark.value
            if mark.cat == "comma":
                comma = mark
            link = kind if not link or kind == "strong" or (link == "comma" and kind == "weak") else link
            if chunks[-1].marks or chunks[-1].sub:
                chunks.append(_Chunk(aside=depth > 0))
            chunks[-1].link = link
            if mark.cat == "sub":
                chunks[-1].sub = mark.value
                chunks[-1].marks.append(mark)
                link = ""
            continue
        if mark.cat == "neg" and not _is_not(marks, n) and any(m.cat == "verb" for m in chunks[-1].marks):
            chunks.append(_Chunk(link=link or "comma", aside=depth > 0))
        chunks[-1].marks.append(mark)
        chunks[-1].comma = chunks[-1].comma or comma
        link, comma = "", None
    return [c for c in chunks if c.marks]


def _is_not(marks: list[Mark], n: int) -> bool:
    """ "It is not": the verb before only says what is, and the rest forbids nothing."""
    return (
        n > 0
        and marks[n].low in ("not", "no")
        and marks[n - 1].cat == "verb"
        and marks[n - 1].cats["verb"].lemma == "be"
    )


def _inside(marks: list[Mark], n: int) -> bool:
    """ "and" between two colours of one thing ("slow and gentle", "up and out") parts nothing."""
    mark = marks[n]
    if mark.cat == "dash":
        return 0 < n < len(marks) - 1 and marks[n - 1].cat == "num" and marks[n + 1].cat == "num"
    if mark.cat == "sub":
        return (
            mark.low == "as" and n + 1 < len(marks) and marks[n + 1].cat in ("num", "press", "tempo", "adv")
        )
    if mark.cat != "conj" or mark.value != "weak" or n == 0 or n + 1 >= len(marks):
        return False
    near = ("press", "tempo", "dir", "side", "num", "adv", "fingers")
    return marks[n - 1].cat in near and marks[n + 1].cat in near and marks[n + 1].cat != "sub"


def _headed(chunk: _Chunk) -> bool:
    return any(m.cat == "verb" for m in chunk.marks)


def _merged(chunks: list[_Chunk]) -> list[_Chunk]:
    """A chunk without a verb belongs to the one before it, or to the one that it introduces."""
    out: list[_Chunk] = []
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
                and _introduces(chunk.marks)
                and following.link in ("weak", "comma")
                and any(_headed(c) for c in chunks[n + 1 : n + 3] if c.sub is None)
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
            )
            if (opens and leads) or (ahead and leads) or (turned and leads):
                ahead += [chunk.comma, *chunk.marks] if chunk.comma and ahead else chunk.marks
                ahead_link = ahead_link or chunk.link
                continue
            back = chunk.marks[0].low.startswith(("back", "and back", "there and back"))
            alone = chunk.link == "strong" and all(
                m.cat in ("side", "det", "prep", "filler") for m in chunk.marks
            )
            listed = _names_another(chunk, out[-1]) if out else False
            if out and (
                listed
                or (back and (chunk.link in ("weak", "strong") or chunk.marks[0].low.startswith("there and")))
                or alone
                or _gapped(chunk, out[-1])
            ):
                out.append(_Chunk(chunk.marks, chunk.link))
                continue
            if _negated(chunk.marks) or not out or (chunk.link == "strong" and _stands(chunk.marks)):
                out.append(_Chunk(ahead + chunk.marks, ahead_link or chunk.link, None, chunk.aside))
                ahead, ahead_link = [], ""
                continue
            if ahead:
                out.append(_Chunk(ahead + chunk.marks, ahead_link or chunk.link))
                ahead, ahead_link = [], ""
                continue
            out[-1].marks += [chunk.comma, *chunk.marks] if chunk.comma else chunk.marks
            continue
        if ahead and chunk.sub is None and _complete(ahead):
            out.append(_Chunk(ahead, ahead_link))
            ahead, ahead_link = [], ""
        if ahead and chunk.sub is None:
            out.append(_Chunk(ahead + chunk.marks, ahead_link or chunk.link, None, chunk.aside, len(ahead)))
        else:
            if ahead:
                out.append(_Chunk(ahead, ahead_link))
            out.append(_Chunk(list(chunk.marks), chunk.link, chunk.sub, chunk.aside))
        ahead, ahead_link = [], ""
    if ahead:
        out.append(_Chunk(ahead, ahead_link))
    return out


_BARRED = ("avoided", "off limits", "out of bounds", "must be avoided")


def _complete(marks: list[Mark]) -> bool:
    """A verbless line that is whole by itself: "both palms, sacrum to shoulders"."""
    cats = [m.cat for m in marks]
    return (
        cats.count("place") > 1
        and any(m.cat == "prep" and m.value == "to" for m in marks)
        and ("tool" in cats or "motion" in cats)
    )


def _gapped(chunk: _Chunk, last: _Chunk) -> bool:
    """ "One hand on the sacrum, the other on the neck": the second has the first one's verb."""
    lows = [m.low for m in chunk.marks if m.cat not in ("det", "filler", "mine")]
    if (
        not lows
        or lows[0] not in ("one", "other", "the other", "other one")
        or not any(m.cat == "place" for m in chunk.marks)
    ):
        return False
    if any(
        m.low.startswith(("on each", "each side", "on either", "either side", "on both")) for m in chunk.marks
    ):
        return False
    before = [m.low for m in last.marks]
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


def _names_another(chunk: _Chunk, last: _Chunk) -> bool:
    """A verbless line may name two things one after the other: "elbow compression, slow release"."""
    if chunk.link not in ("comma", "strong") or (
        _headed(last) and any(m.cat == "verb" and m.form != "ing" for m in last.marks)
    ):
        return False
    mine = [m.entry.get("technique") for m in chunk.marks if m.cat == "motion" and m.entry is not None]
    theirs = [m.entry.get("technique") for m in last.marks if m.cat == "motion" and m.entry is not None]
    return any(mine) and any(theirs) and mine[0] != theirs[0]


def _introduces(marks: list[Mark]) -> bool:
    """Whether a verbless chunk may set the scene for the verb behind it."""
    return marks[0].cat in (
        "prep",
        "tool",
        "adv",
        "num",
        "mine",
        "det",
        "press",
        "tempo",
        "filler",
        "side",
        "dir",
        "place",
        "person",
        "fingers",
        "word",
    )


def _negated(marks: list[Mark]) -> bool:
    return any(m.cat == "neg" or m.cat == "caution" for m in marks)


def _stands(marks: list[Mark]) -> bool:
    """A verbless chunk after "then" or a semicolon is a clause of its own when it says a way or a place."""
    cats = {m.cat for m in marks}
    return bool(cats & {"motion", "distance", "further", "again", "times", "freq"}) or (
        bool(cats & {"dir", "side"}) and bool(cats & {"place", "tool", "side", "distance"})
    )


def _cut(chunk: _Chunk) -> list[Clause]:
    """One clause for each verb that is not merely the helper of the next."""
    heads = [n for n, m in enumerate(chunk.marks) if m.cat == "verb"]
    if not heads:
        clause = Clause(marks=chunk.marks, sub=chunk.sub, link=chunk.link, neg=_neg(chunk.marks))
        clause.subject = _subject(chunk.marks)
        return [clause]
    cuts = [0]
    keep: list[int] = [heads[0]]
    for previous, n in zip(heads, heads[1:], strict=False):
        if _helps(chunk.marks, previous, n):
            keep[-1] = n
            continue
        if (
            chunk.marks[keep[-1]].cats["verb"].lemma == "let"
            and n - previous <= 3
            and chunk.marks[n].form == "base"
        ):
            continue
        cuts.append(_border(chunk.marks, previous, n))
        keep.append(n)
    out: list[Clause] = []
    for k, (low, n) in enumerate(zip(cuts, keep, strict=True)):
        high = cuts[k + 1] if k + 1 < len(cuts) else len(chunk.marks)
        own = chunk.marks[low:high]
        head = chunk.marks[n]
        clause = Clause(marks=own, head=head, link=chunk.link if k == 0 else "weak", sub=chunk.sub)
        clause.neg = _neg([m for m in own if m.i < head.i])
        first = next(m for m in own if m.cat == "verb")
        before = own[chunk.lead if k == 0 else 0 : own.index(first)]
        clause.participle = (
            head.form == "ing" and (first is head or first.form == "ing") and _subject(before) != "you"
        )
        clause.subject = _subject(before)
        if (head.form == "ed" and first is not head and first.cats["verb"].lemma == "be") or (
            head.form == "ed" and k > 0 and out[-1].passive and clause.subject == "imp"
        ):
            clause.passive = True
            if clause.subject in ("thing", "hands", "pron"):
                clause.subject = "imp"
        if (
            clause.subject in ("thing", "hands")
            and head.form == "ing"
            and k == 0
            and len(before) <= 2
            and first is head
            and all(m.cat in ("place", "tool") for m in before)
        ):
            clause.subject = "imp"
        if k > 0 and clause.neg is None and out[-1].neg is not None and not own_subject_of(before):
            clause.neg = out[-1].neg
        own_subject = any(m.cat == "subj" for m in before)
        if k > 0 and own_subject and clause.sub in ("when", "if", "why", "purpose", "until", "while"):
            clause.sub = None
        if (
            k > 0
            and clause.subject == "imp"
            and before
            and before[-1].cat == "modal"
            and before[-1].low == "to"
        ):
            clause.subject = out[-1].subject
        if (k > 0 and low < n and chunk.marks[low].cat == "modal" and chunk.marks[low].low == "to") or (
            k == 0
            and head.form == "base"
            and before
            and before[-1].low == "to"
            and before[-1].cat == "modal"
            and len(before) == 1
        ):
            clause.sub = clause.sub or "purpose"
        if clause.subject == "imp" and head.form == "s" and before:
            clause.subject = "thing"
        if clause.subject == "imp" and k > 0 and out and head.form in ("base",) and out[-1].subject != "imp":
            clause.subject = out[-1].subject
        out.append(clause)
    return out


def own_subject_of(before: list[Mark]) -> bool:
    """Whether a later verb of a chunk has somebody of its own to do it."""
    return any(m.cat in ("subj", "person", "tool") for m in before)


def _helps(marks: list[Mark], first: int, second: int) -> bool:
    """Whether the first verb only leads to the second: "continue gliding", "use your thumbs to press"."""
    a, b = marks[first], marks[second]
    if a.cats["verb"].lemma == "let" and b.form == "base" and second - first <= 6:
        return (
            b.cats["verb"].get("act") in ("move", "go")
            and not b.cats["verb"].get("press")
            and any(m.cat == "tool" for m in marks[first + 1 : second])
        )
    act = a.cats["verb"].get("act")
    between = marks[first + 1 : second]
    if act == "state":
        if any(m.cat == "modal" and m.low in ("gonna", "going to") for m in between):
            return a.cats["verb"].lemma == "be"
        return (
            a.cats["verb"].lemma == "be"
            and b.form in ("ing", "ed")
            and all(m.cat in ("adv", "press", "tempo", "gradual", "filler", "conj", "neg") for m in between)
        )
    if act not in _CHAINED:
        return False
    if b.form == "ing":
        direct = all(m.cat in ("adv", "press", "tempo", "filler") or m.low in ("by", "with") for m in between)
        return direct or any(m.low == "by" for m in between[-1:])
    if b.form == "base":
        if (
            a.cats["verb"].lemma in ("ask", "tell", "invite", "encourage", "remind", "want", "get", "help")
            and len(between) > 1
        ):
            return False
        if a.cats["verb"].lemma == "come" and b.cats["verb"].get("act") == "stay":
            return bool(between) and between[-1].low == "to"
        return (
            bool(between) and between[-1].cat == "modal" and act in ("make", "mind", "begin", "on", "manner")
        )
    return False


def _border(marks: list[Mark], first: int, second: int) -> int:
    """Where the second verb's clause begins: at its own "to", subject or adverb."""
    n = second
    while n - 1 > first and marks[n - 1].cat in (
        "modal",
        "adv",
        "press",
        "tempo",
        "subj",
        "gradual",
        "filler",
        "neg",
    ):
        n -= 1
    shaped = marks[second].cats["verb"].get("act") == "manner"
    purpose = any(m.cat == "modal" and m.low == "to" for m in marks[n:second])
    if (
        n - 1 > first
        and not purpose
        and (marks[second].form != "ing" or shaped)
        and marks[n - 1].cat in ("tool", "pron")
    ):
        n -= 1
        while n - 1 > first and marks[n - 1].cat in ("det", "mine", "num", "side", "theirs"):
            n -= 1
        if n - 1 > first and marks[n - 1].low == "with":
            n -= 1
    return n


def _neg(marks: list[Mark]) -> Mark | None:
    return next((m for m in marks if m.cat == "neg"), None)


_SUBJECTS = {
    "subj": "you", "tool": "hands", "person": "receiver", "pron": "pron", "place": "thing", "motion": "thing",
    "tissue": "thing", "topic": "thing", "word": "thing", "theirs": "receiver",
}  # fmt: skip


def _subject(before: list[Mark]) -> str:
    """Who acts: the last noun before the verb that stands in no prepositional phrase."""
    found, inside = "imp", False
    for mark in before:
        if mark.cat == "sub":
            found, inside = "imp", False
        elif mark.cat in ("prep", "dir"):
            inside = True
        elif mark.cat == "subj":
            found, inside = "you", False
        elif mark.cat in ("tool", "person", "pron", "place", "motion", "tissue", "topic", "word"):
            if not inside or (mark.cat == "pron" and mark.low in ("it", "they", "this", "that", "he", "she")):
                found = _SUBJECTS[mark.cat]
            inside = inside and mark.cat not in ("tool", "place", "person")
    return found
