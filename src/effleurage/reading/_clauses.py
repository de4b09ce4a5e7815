"""Clauses: one for each verb of a chunk that is not merely the helper of the next."""

import itertools

from effleurage.reading._chunks import Chunk, cut_at_separators, merged
from effleurage.reading._mark import Mark
from effleurage.reading._written import Clause

_CHAINED = ("begin", "on", "make", "end", "manner", "work", "mind", "go")


def clauses(marks: list[Mark]) -> list[Clause]:
    """The clauses of a sentence, in the order of its words."""
    found: list[Clause] = []
    for chunk in merged(cut_at_separators(marks)):
        found.extend(_cut(chunk))
    for n, clause in enumerate(found):
        clause.leading = (
            clause.participle
            and n + 1 < len(found)
            and not any(c.head is not None and not c.participle and c.sub is None for c in found[:n])
        )
    return found


def _cut(chunk: Chunk) -> list[Clause]:
    """One clause for each verb that is not merely the helper of the next."""
    heads = [n for n, m in enumerate(chunk.marks) if m.cat == "verb"]
    if not heads:
        clause = Clause(marks=chunk.marks, sub=chunk.sub, link=chunk.link, neg=_neg(chunk.marks))
        clause.subject = _subject(chunk.marks)
        return [clause]
    cuts = [0]
    keep: list[int] = [heads[0]]
    for previous, n in itertools.pairwise(heads):
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
        mains = [j for j, m in enumerate(before) if m.cat == "subj"]
        if k == 0 and mains and mains[-1] > 2 and clause.sub in ("when", "if", "while"):
            clause.sub = None
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
        if (
            clause.subject == "imp"
            and head.form == "s"
            and any(m.cat in ("det", "word", *_SUBJECTS) for m in before)
        ):
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
            and any(
                m.cat in ("tool", "motion") or "motion" in m.cats or m.low in ("it", "them")
                for m in marks[first + 1 : second]
            )
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
    told = marks[first].cats["verb"].lemma in ("be", "feel", "seem", "get")
    low = first + (told and marks[first + 1].cat == "press")
    while n - 1 > low and marks[n - 1].cat in (
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
