"""Who acts in a clause, and what is only thought or seen."""

from effleurage.reading._slots.written import Clause
from effleurage.reading._words.mark import Mark

SHY = (
    "afraid",
    "scared",
    "shy",
    "worried",
    "surprised",
    "embarrassed",
    "discouraged",
    "nervous",
    "frightened",
)


_THOUGHT = (
    "need",
    "require",
    "want",
    "know",
    "think",
    "care",
    "mind",
    "be",
    "have",
    "matter",
    "take",
    "worry",
)


THINKING = frozenset(
    {
        "think",
        "believe",
        "say",
        "know",
        "guess",
        "suppose",
        "hope",
        "reckon",
        "assume",
        "imagine",
        "swear",
    }
)


_SEEING = ("see", "watch", "hear", "feel", "notice", "observe", "spot", "imagine", "picture")


def is_thought(clause: Clause) -> bool:
    """As in "You don't need a diploma to give a back massage": what is not needed forbids nothing."""
    if clause.head is None:
        return False
    shy = clause.has(*SHY)
    return shy or (clause.head.cats["verb"].lemma in _THOUGHT and clause.subject != "imp")


def is_seen(before: Mark | None, head: Mark, marks: list[Mark]) -> bool:
    """As in "I saw a fellow do that once": it is somebody else who does it."""
    if before is None:
        return False
    between = [m for m in marks if before.i < m.i < head.i]
    asked = between and between[0].low in ("how", "what", "where", "that", "if", "whether", "way")
    if before.cats["verb"].lemma in _SEEING and head.form in ("s", "ed") and asked:
        return not any(m.cat in ("conj", "comma") for m in between)
    return (
        before.cats["verb"].lemma in _SEEING
        and head.form in ("base", "ing")
        and bool(between)
        and not any(m.cat in ("conj", "comma", "modal") for m in between)
    )


def is_believed(thinking: Mark | None, before: list[Mark], first: Mark) -> bool:
    """As in "I used to think a back rub was a squeeze": what somebody thinks has a subject of its own."""
    if thinking is None or thinking.cats["verb"].lemma not in THINKING:
        return False
    nouns = ("subj", "person", "pron", "place", "motion", "word", "tissue", "tool")
    return any(m.cat in nouns for m in before) or first.low in ("is", "are", "was", "were")


def own_subject_of(before: list[Mark]) -> bool:
    """Whether a later verb of a chunk has somebody of its own to do it."""
    return any(m.cat in ("subj", "person", "tool") for m in before)


def negation(marks: list[Mark]) -> Mark | None:
    return next((m for m in marks if m.cat == "neg"), None)


SUBJECTS = {
    "subj": "you", "tool": "hands", "person": "receiver", "pron": "pron", "place": "thing", "motion": "thing",
    "tissue": "thing", "topic": "thing", "word": "thing", "theirs": "receiver",
}  # fmt: skip


_SOME = frozenset({"one", "half", "most", "some", "many", "none"})


def subject_in(before: list[Mark]) -> str:
    """Who acts: the last noun before the verb that stands in no prepositional phrase."""
    found, inside, noun = "imp", False, False
    if len(before) > 1 and before[0].cat == "dir" and before[1].cat == "motion":
        # As in "Upward strokes follow the lymph": of what kind they are.
        before = before[1:]
    for n, mark in enumerate(before):
        if mark.low == "of" and n and before[n - 1].low in _SOME:
            # As in "one of your hands goes there" and "half of them will swap": a hand, and some people.
            continue
        if mark.low in ("has", "have"):
            # As in "when the first has brushed up": what has been done is done by who stands before it.
            continue
        if inside and noun and mark.cat in ("num", "det", "side", "mine", "theirs"):
            inside = noun = False
        noun = noun or mark.cat in {"word", "tissue", "motion", "topic", "place"}
        if mark.cat == "sub":
            found, inside = "imp", False
        elif mark.cat in ("prep", "dir"):
            inside, noun = True, False
        elif mark.cat == "subj":
            found, inside = "you", False
        elif mark.cat in {"tool", "person", "pron", "place", "motion", "tissue", "topic", "word"}:
            if not inside or (mark.cat == "pron" and mark.low in ("it", "they", "this", "that", "he", "she")):
                found = SUBJECTS[mark.cat]
            inside = inside and mark.cat not in ("tool", "place", "person")
    return found


def share_subjects(found: list[Clause]) -> None:
    """A later verb has the subject of the one before it: "one thumb sinks in and waits"."""
    for n, clause in enumerate(found):
        if (
            n == 0
            or clause.head is None
            or clause.sub is not None
            or clause.passive
            or clause.subject != "imp"
        ):
            continue
        if (
            clause.form == "base"
            and clause.head.cats["verb"].lemma in (*PARTING, "diverge")
            and _is_theirs(found[n - 1])
        ):
            clause.subject = "hands"
            continue
        if _is_helped(clause, found[n - 1]):
            clause.subject = "thing"
            continue
        if clause.form == "base" and clause.link != "strong" and _is_for(found[:n]):
            clause.subject = "thing"
            continue
        meanwhile = found[n - 1]
        told = clause.link == "weak" and clause.form == meanwhile.form and clause.form in ("s", "ed")
        if told and meanwhile.sub == "while" and meanwhile.subject == "receiver":
            clause.subject, clause.sub = "receiver", "while"
            continue
        if any(m.cat in {"subj", "pron", "person"} and m.i < clause.head.i for m in clause.marks):
            continue
        before = next((c for c in reversed(found[:n]) if c.sub is None and c.neg is None), None)
        if before is None:
            continue
        if before.head is None:
            relative = found[n - 1].sub == "why" and found[n - 1] is not before
            if relative and clause.form in ("s", "ed") and before.subject in ("receiver", "thing", "hands"):
                clause.subject = before.subject
        elif clause.form == "ed" and before.passive:
            clause.passive = True
        elif clause.form in ("s", "ed") and _form(before) == clause.form and before.subject != "imp":
            clause.subject = before.subject


def _is_helped(clause: Clause, before: Clause) -> bool:
    """As in "It helps fluid | move out of the tissue": what is helped to does that, and no hands."""
    caused = before.head is not None and before.head.cats["verb"].lemma in _CAUSING
    if clause.form != "base" or clause.head is None or not caused:
        return False
    last = before.marks[-1]
    named = last is not before.head and last.cat in ("word", "topic")
    return named and last.j == clause.head.i


_CAUSING = frozenset({"help", "make", "allow", "encourage", "assist", "cause"})


def _is_for(before: list[Clause]) -> bool:
    """As in "A stroke to relax the shoulder and chase away tension": what it is for as well."""
    first = before[0]
    if first.subject != "thing" or first.form != "base" or any(c.subject != "thing" for c in before[1:]):
        return False
    at = first.marks.index(first.head) if first.head in first.marks else 0
    return at > 1 and first.marks[at - 1].low == "to" and first.marks[at - 2].cat == "motion"


def _form(clause: Clause) -> str:
    """The form of its first verb: "helps to disperse these" tells of something, as "disperses these"."""
    head = clause.head
    helped = head is not None and any(m.low in _HELPING and m.i < head.i for m in clause.marks)
    return "s" if helped else clause.form


_HELPING = frozenset({"helps to", "helps", "serves to", "tends to", "works to", "aims to"})

PARTING = ("separate", "divide", "part", "split", "open out")
"""Verbs by which hands leave each other, and go on along the skin."""


def _is_theirs(before: Clause) -> bool:
    """As in "They slide up the back, separate over the shoulders": the hands do that as well."""
    told = before.head is not None and before.form == "base"
    return told and (before.subject == "hands" or before.has("they"))


def is_asked(parts: list[Clause], n: int) -> bool:
    """As in "Ask them to bend the knee and put the foot flat": what follows is the receiver's."""
    for k, clause in enumerate(parts[:n]):
        if clause.lemma not in {"ask", "have", "get", "tell", "invite", "encourage", "help", "instruct"}:
            continue
        somebody = clause.person or clause.has("them", "her", "him")
        if somebody and not any(c.link == "strong" for c in parts[k + 1 : n + 1]):
            return True
    return False
