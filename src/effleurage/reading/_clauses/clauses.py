"""Clauses: one for each verb of a chunk that is not merely the helper of the next."""

import bisect
import itertools

from effleurage.reading._clauses.chunks import Chunk, cut_at_separators, merged, over_asides
from effleurage.reading._clauses.naming import lay_named, share_purpose
from effleurage.reading._clauses.subordinate import begins_at_once, begins_main, goes_on, is_last_one
from effleurage.reading._slots.clause_subject import (
    SUBJECTS,
    is_believed,
    is_seen,
    is_thought,
    negation,
    own_subject_of,
    share_subjects,
    subject_in,
)
from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark
from effleurage.reading._words.verb_guess import SAME

_CHAINED = ("begin", "on", "make", "end", "manner", "work", "mind", "go")


def clauses(marks: list[Mark]) -> list[Clause]:
    """The clauses of a sentence, in the order of its words."""
    found: list[Clause] = []
    for chunk in merged(over_asides(cut_at_separators(marks))):
        cut = _cut(chunk)
        if cut[0].sub in ("if", "when") and _goes_on(cut[0], found):
            for clause in cut:
                clause.sub = None if clause.sub == cut[0].sub else clause.sub
            cut[0].subject = "hands" if cut[0].subject == "pron" else cut[0].subject
        if cut[0].sub == "why" and found and _ends_row(cut[0]):
            cut[0].sub = None
        found.extend(cut)
    return _joined(found) if len(found) > 1 else found


def _joined(found: list[Clause]) -> list[Clause]:
    """The clauses with what each has from the others."""
    _pass_link(found)
    lay_named(found)
    share_purpose(found)
    share_subjects(found)
    _compare(found)
    _forbid_all(found)
    _forbid_list(found)
    for n, clause in enumerate(found):
        clause.leading = (
            clause.participle
            and n + 1 < len(found)
            and not any(c.head is not None and not c.participle and c.sub is None for c in found[:n])
        )
    return found


def _goes_on(clause: Clause, found: list[Clause]) -> bool:
    """As in "up to the shoulders, where they turn outward": the next thing that the hands do."""
    if not found or clause.head is None or clause.neg is not None or found[-1].neg is not None:
        return False
    opening, at = clause.marks[0], clause.marks.index(clause.head)
    return opening.cat == "sub" and goes_on(found[-1].marks, opening, clause.marks[1:at], clause.head)


def _ends_row(clause: Clause) -> bool:
    """As in "end at the neck, so that the last pull goes across the shoulder": it is done, and no aim."""
    if clause.head is None or clause.neg is not None:
        return False
    goes = clause.head.cats["verb"].get("act") in ("move", "go", "make")
    return goes and is_last_one(clause.sub, clause.marks[: clause.marks.index(clause.head)])


def _pass_link(found: list[Clause]) -> None:
    """As in "; then, without a stop, reach down": what stands between says how, and "then" is the verb's."""
    for aside, clause in itertools.pairwise(found):
        if aside.head is None and aside.neg is not None and (aside.link, clause.link) == ("strong", "comma"):
            clause.link = "strong"


def _forbid_all(found: list[Clause]) -> None:
    """As in "Do not: crack joints, press on the elbow": one word forbids the whole list."""
    first = found[0] if found else None
    if first is None or len(found) < 2 or found[1].link != "strong":
        return
    neg = next((m for m in first.marks if m.cat == "neg"), None)
    if neg is not None and len(first.marks) <= 2 and not (first.places or first.tool):
        for clause in found[1:]:
            clause.neg = clause.neg or neg


def _forbid_list(found: list[Clause]) -> None:
    """As in "no need to knead, rub or press": what forbids the first verb forbids those behind "or"."""
    for n in range(len(found) - 1, 0, -1):
        if found[n].neg is not None or found[n].head is None or not found[n].alternative:
            continue
        first = n
        while (
            first > 0
            and found[first].neg is None
            and (found[first].alternative or found[first].link == "comma")
        ):
            first -= 1
        lead = found[first].neg
        bare = all(c.form in ("base", "ing") and not _has_subject(c) for c in found[first + 1 : n + 1])
        if lead is not None and found[first].head is not None and bare and not is_thought(found[first]):
            for clause in found[first + 1 : n + 1]:
                clause.neg = lead


def _has_subject(clause: Clause) -> bool:
    return any(m.cat in ("subj", "person") for m in clause.marks if clause.head and m.i < clause.head.i)


def _has_it(own: list[Mark], ahead: Mark) -> bool:
    """As in "As the stroke is concluded it is taken up by the other hand": where the main clause begins."""
    return own[0].cat == "pron" and own[0].low in ("it", "they") and ahead.cat not in ("conj", "sub", "comma")


def _compare(found: list[Clause]) -> None:
    """As in "pick up as much as your hands will hold": how much, and no motion beside it."""
    for before, clause in itertools.pairwise(found):
        if before.head is not None or not (before.has("as") and clause.has("as")):
            continue
        if before.marks[0].low == clause.marks[0].low == "as":
            before.sub = clause.sub = "as_if"


def _cut(chunk: Chunk) -> list[Clause]:
    """One clause for each verb that is not merely the helper of the next."""
    heads = [n for n, m in enumerate(chunk.marks) if m.cat == "verb"]
    if not heads:
        own = _without_rest(chunk.marks)
        clause = Clause(marks=own, sub=chunk.sub, link=chunk.link, neg=negation(own))
        clause.subject = subject_in(chunk.marks)
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
        clause.alternative, clause.colon = k == 0 and chunk.alternative, k == 0 and chunk.colon
        clause.neg = negation([m for m in own if m.i < head.i]) if clause.holds("neg") else None
        lead = heads[bisect.bisect_left(heads, low)] - low
        first = own[lead]
        before = own[chunk.lead if k == 0 else 0 : lead]
        clause.subject = subject_in(before)
        clause.participle = (
            head.form == "ing" and (first is head or first.form == "ing") and clause.subject != "you"
        )
        used = n > low and own[n - low - 1].low == "used to"
        same = (used or head.low.split()[0] in SAME) and first.cats["verb"].lemma == "be"
        if (
            (head.form == "ed" or same or (head.form == "ing" and own[n - low - 1].low == "for"))
            and first is not head
            and (first.cats["verb"].lemma == "be" or _has_been(own[lead + 1 :]) or _let_be(first, own))
        ) or (head.form == "ed" and k > 0 and out[-1].passive and clause.subject == "imp"):
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
        if clause.subject == "thing" and head.form == "ing" and first is not head and _is_done_by(own, head):
            clause.subject, clause.passive = "imp", False
        if k > 0 and clause.neg is None and out[-1].neg is not None and not own_subject_of(before):
            clause.neg = None if is_thought(out[-1]) else out[-1].neg
        if k > 0 and is_believed(out[-1].head, before, first):
            clause.sub = clause.sub or "why"
        if (
            k > 0
            and head.form == "ing"
            and (
                _is_kept_from(out[-1], own[0], chunk.marks[low - 1])
                or _is_stopped(out[-1], chunk.marks[keep[k - 1] + 1 : n])
                or _is_good_for(out[-1], chunk.marks[low - 1])
            )
        ):
            clause.sub = clause.sub or "why"
        if k > 0 and is_seen(out[-1].head, head, chunk.marks):
            clause.sub = clause.sub or "why"
        if k > 0 and begins_main(
            out[-1].sub, chunk.marks[keep[k - 1]], chunk.marks[keep[k - 1] + 1 : n], head
        ):
            clause.sub = None
        if k == 0 and clause.sub == "when" and begins_at_once(own[0], own[1:lead], head):
            clause.sub = None
        mains = [j for j, m in enumerate(before) if m.cat == "subj"] if clause.holds("subj") else []
        if k == 0 and mains and mains[-1] > 2 and clause.sub in ("when", "if", "while"):
            clause.sub = None
        own_subject = bool(mains) or _has_own_hand(clause.sub, before) or is_last_one(clause.sub, before)
        own_subject = own_subject or (clause.passive and k > 0 and _has_it(own, chunk.marks[low - 1]))
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
            and (head.form == "s" or (first.low == "is" and _is_first_one(clause.sub, before)))
            and any(m.cat in ("det", "word", *SUBJECTS) for m in before)
        ):
            handed = before[-1].cat == "hands"
            elliptic = handed or (
                before[-1].cat == "side" and before[-1].value in ("other", "left", "right", "one", "both")
            )
            act = head.cats["verb"].get("act")
            acts = act in _HANDWORK or (handed and act == "work")
            clause.subject = "hands" if (elliptic and acts) or _is_first_one(clause.sub, before) else "thing"
        if clause.subject == "imp" and head.form == "s" and k == 0 and chunk.lead:
            clause.subject = _does_good(own[: chunk.lead]) or clause.subject
        if clause.subject == "imp" and k > 0 and out and head.form in ("base",) and out[-1].subject != "imp":
            clause.subject = out[-1].subject
        if k == 1 and head.form == "s" and out[0].participle and out[0].head is chunk.marks[0]:
            # As in "Kneading the neck releases tension.": what the kneading does.
            out[0].participle, out[0].subject, clause.subject = False, "thing", "thing"
        out.append(clause)
    return out


def _does_good(lead: list[Mark]) -> str | None:
    """As in "The fans soothe, and have a calming effect": who does what stands before, as the first good."""
    at = next((n for n, m in enumerate(lead) if m.cat == "topic" and m.value == "reason"), 0)
    subject = subject_in(lead[:at])
    return None if subject == "imp" else subject


def _is_done_by(own: list[Mark], head: Mark) -> bool:
    """As in "The movement is completed by carrying the palms out": who carries them completes it."""
    lead = next((m for m in reversed(own[: own.index(head)]) if m.cat != "filler"), None)
    return lead is not None and lead.low == "by"


def _is_first_one(sub: str | None, before: list[Mark]) -> bool:
    """As in "as the first one is finishing its arc": the hand that was told of before."""
    return sub == "while" and len(before) > 1 and before[-1].low == "one" and before[-2].low == "first"


def _is_good_for(before: Clause, led: Mark) -> bool:
    """As in "it is lovely for softening the tissue": what it is good for, and not done."""
    be = before.head is not None and before.head.cats["verb"].lemma == "be"
    return be and led.low == "for" and before.subject in ("pron", "thing")


def _has_own_hand(sub: str | None, before: list[Mark]) -> bool:
    """As in "as it reaches the knee the other hand starts": a hand of the giver's is the subject."""
    handed = sub in ("when", "while") and bool(before) and before[-1].cat == "tool"
    return handed and not any(m.cat in ("theirs", "poss") for m in before)


def _is_kept_from(before: Clause, first: Mark, led: Mark) -> bool:
    """As in "to keep it from rolling": what is not to happen."""
    barred = before.head is not None and before.head.cats["verb"].lemma in _KEEPING
    return barred and "from" in (first.low, led.low)


def _is_stopped(before: Clause, between: list[Mark]) -> bool:
    """As in "it stops everything wobbling", "that saves you slipping": who is kept from it stands between."""
    barred = before.head is not None and before.head.cats["verb"].lemma in _STOPPING
    return barred and any(m.cat in ("pron", "word", "tool", "mine", "theirs", "person") for m in between)


_STOPPING = ("stop", "prevent", "save")
_KEEPING = ("keep", "stop", "prevent", "save", "refrain", "hinder")


def _let_be(first: Mark, own: list[Mark]) -> bool:
    """As in "Let both hands be carried upward": a command, though its verb is passive."""
    return first.cats["verb"].lemma in ("let", "have", "get", "allow") and any(
        m.cat == "verb" and m.low == "be" for m in own
    )


def _has_been(behind: list[Mark]) -> bool:
    """As in "until the top has been reached", "once they have then been laid down"."""
    return "been" in [m.low for m in behind[:2]]


_DROPS = ("go", "drop", "fall", "sink", "rest", "settle", "hang", "flop", "come", "relax", "slip", "lie")


_HANDWORK = ("move", "go", "put", "stay", "free")


_LET_GO = ("it", "them", "they", "one", "other", "other one", "second", "second one")
"""What is let go on its way, besides a hand that is named."""


def _helps(marks: list[Mark], first: int, second: int) -> bool:
    """Whether the first verb only leads to the second: "continue gliding", "use your thumbs to press"."""
    a, b = marks[first], marks[second]
    if a.cats["verb"].lemma == "let" and b.form == "base" and second - first <= 6:
        return _lets_lie(marks, first, second) or (
            b.cats["verb"].get("act") in ("move", "go")
            and not b.cats["verb"].get("press")
            and any(
                m.cat in ("tool", "motion") or "motion" in m.cats or m.low in _LET_GO
                for m in marks[first + 1 : second]
            )
            and b.cats["verb"].lemma not in _DROPS
        )
    if a.cats["verb"].lemma == "let" and b.low == "be" and second == len(marks) - 1:
        return True
    act = a.cats["verb"].get("act")
    between = marks[first + 1 : second]
    if a.cats["verb"].lemma in ("make", "have") and b.form == "base" and _is_made(between, b):
        return True
    if a.cats["verb"].lemma == "have" and (b.form == "ed" or b.low in SAME):
        return all(m.cat in ("adv", "filler", "neg", "gradual", "press", "tempo") for m in between)
    if a.cats["verb"].lemma == "be" and b.form == "base" and between and between[-1].low == "used to":
        return True
    if act == "state":
        if any(m.cat == "modal" and m.low in ("gonna", "going to") for m in between):
            return a.cats["verb"].lemma == "be"
        return (
            a.cats["verb"].lemma == "be"
            and (b.form in ("ing", "ed") or b.low in SAME)
            and all(
                m.cat in ("adv", "press", "tempo", "gradual", "filler", "conj", "neg")
                or (m.low == "for" and any(n.cat == "neg" for n in between))
                for m in between
            )
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
        if act == "mind" and any(m.cat in ("det", "word", "place", "tool", "person") for m in between):
            return False
        return (
            bool(between) and between[-1].cat == "modal" and act in ("make", "mind", "begin", "on", "manner")
        )
    return False


def _is_made(between: list[Mark], verb: Mark) -> bool:
    """As in "make the final pull go across the shoulder": what the stroke does."""
    last = any(m.low in ("last", "final") for m in between) and between[-1].low.endswith("one")
    stroke = (last or any(m.cat == "motion" for m in between)) and verb.cats["verb"].get("act") in (
        "move",
        "go",
        "end",
    )
    return stroke and not any(m.cat in ("comma", "conj", "prep", "dir") for m in between)


def _lets_lie(marks: list[Mark], first: int, second: int) -> bool:
    """As in "let the other hand settle on the head", "let one of your hands hold on to it"."""
    own = marks[first + 1 : second]
    hand = len(own) > 2 and any("tool" in m.cats for m in own) and all(m.cat in _OF_HAND for m in own)
    verb = marks[second].cats["verb"]
    return hand and verb.get("act") in ("put", "stay") and verb.value == "hold"


_OF_HAND = ("det", "mine", "side", "num", "tool", "prep", "filler", "press", "tempo", "hands")


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
    purpose = any(m.cat == "modal" and m.low in _PURPOSES for m in marks[n:second])
    if (
        n - 1 > first
        and not purpose
        and (marks[second].form != "ing" or shaped)
        and (marks[n - 1].cat in ("tool", "pron") or _told_first(marks, n))
    ):
        n -= 1
        while n - 1 > first and marks[n - 1].cat in ("det", "mine", "num", "side", "theirs"):
            n -= 1
        if n - 1 > first and marks[n - 1].low == "with":
            n -= 1
    return n


_PURPOSES = ("to", "in order to", "so as to")


def _told_first(marks: list[Mark], n: int) -> bool:
    """As in "and with the right squeeze": the words of the hand belong to the verb behind them."""
    return marks[n - 1].cat == "side" and n > 2 and marks[n - 3].low in ("with", "using")


def _without_rest(marks: list[Mark]) -> list[Mark]:
    """As in "fists instead of palms": what is not taken forbids nothing, and is left out."""
    at = next((n for n, m in enumerate(marks) if m.low in ("instead of", "rather than")), None)
    if not at or marks[at - 1].cat not in ("tool", "place"):
        return marks
    behind = next((n for n in range(at, len(marks)) if marks[n].cat == "comma"), len(marks))
    return [*marks[:at], *marks[behind:]]
