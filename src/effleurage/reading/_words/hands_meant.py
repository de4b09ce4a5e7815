"""Hands that are meant: behind a hand at work "the left" and "the other one" are hands, and no sides."""

from effleurage.reading._words.frames import verbs
from effleurage.reading._words.lexicon import Lexicon, lexicon
from effleurage.reading._words.mark import Mark, Words

_ONES = {
    **{"left": "left", "left one": "left", "right": "right", "right one": "right"},
    **{"other": "other", "other one": "other", "second": "second", "second one": "second"},
}
_KEEPING = ("keep", "hold", "have", "leave")
_LETTING = ("let", "allow")
_LAYING = ("rest", "lay", "place", "put", "set")
_USING = ("use", "employ", "take", "need", "leave", "free")
_READY = ("ready", "poised", "waiting", "hovering")
_ALONE = {"left": "left", "right": "right", "one": "one", "first": "one", "leading": "one", "lead": "one"}
"""How the hand is called that another one comes behind."""
_BEHIND = frozenset({"comma", "dash", "semi", "close", "conj", "dir", "sub", "filler"})
_AFTER = ("behind", "after", "close behind", "on", "along")
_SETTING_OUT = frozenset({"starts at", "begins at", "starts from", "begins from", "starts out from"})


def settle_hands(marks: Words, told: str | None) -> Words:
    """Give a bare "the left" or "the other" its hand where the hand before it is at work alone.

    Args:
        marks: A sentence's marks.
        told: The hand that worked last, "left", "right" or "one"; None if hands were not told apart.
    """
    if marks.lows.isdisjoint(_ONES) and marks.lows.isdisjoint(_SETTING_OUT):
        return marks
    out: list[Mark] = []
    words = list(marks)
    here = None
    for n, mark in enumerate(words):
        out.append(mark)
        if n and mark.cat == "tool" and words[n - 1].low in _ALONE and not mark.plural:
            here = _ALONE[words[n - 1].low]
        which = _ONES.get(mark.low) if mark.cat != "filler" else None
        ahead, behind = words[n - 1] if n else None, words[n + 1] if n + 1 < len(words) else None
        meant = which and (_is_owned(ahead) or _opens(ahead, behind)) and _acts(words, n)
        if _is_done_with(words, n):
            meant = which is not None and (_fits(told, which) or here == "one")
        elif meant and which:
            meant = _fits(told, which) or (_fits(here, which) and _is_its_turn(words, n, here))
        if meant:
            mark.low = mark.low.split()[0]
            if mark.cat == "hands":
                mark.cat, mark.value = "side", which
            out.append(_hand(mark, lexicon()))
        handed = out[-1].cat == "tool" and mark.cat != "prep"
        if handed and behind is not None and behind.low in _SETTING_OUT and behind.cat == "prep":
            words[n + 1 : n + 2] = _set_out(behind, lexicon())
    return Words(out)


def _is_its_turn(marks: list[Mark], n: int, here: str | None) -> bool:
    alone = here == "one" and (_is_put(marks, n) or _is_used(marks, n) or _rests(marks, n))
    return _takes_turn(marks[n:]) or alone


def _is_done_with(marks: list[Mark], n: int) -> bool:
    """As in "then do the same with the second": with what, and no side."""
    led = n > 1 and marks[n - 2].low.endswith(("same with", "likewise with")) and _is_owned(marks[n - 1])
    return led and (n + 1 == len(marks) or marks[n + 1].cat in _BEHIND)


def _is_owned(ahead: Mark | None) -> bool:
    return ahead is not None and (ahead.cat == "mine" or ahead.low == "the")


def _opens(ahead: Mark | None, behind: Mark | None) -> bool:
    """As in "Fan up and out; second follows.": said in short, without an article, and it acts at once."""
    opens = ahead is None or ahead.cat in ("comma", "semi", "dash", "conj")
    return opens and behind is not None and behind.form == "s" and "verb" in behind.cats


def _fits(told: str | None, which: str) -> bool:
    """The left and the right are hands behind hands that were told by their sides, the other behind any."""
    return told is not None and (told in ("left", "right") or which in ("other", "second"))


def _acts(marks: list[Mark], n: int) -> bool:
    """Whether the words around it make it a hand: it acts, or is led."""
    behind = next((m for m in marks[n + 1 :] if m.cat not in ("adv", "filler", "tempo", "modal")), None)
    verb = "verb" in behind.cats and behind.cats["verb"].lemma if behind is not None else None
    if behind is not None and (verb in verbs("hand_acts") or behind.low in _SETTING_OUT):
        return True
    if _is_put(marks, n) or _is_used(marks, n) or _rests(marks, n):
        return True
    if behind is None and _is_mine(marks, n):
        return True
    led = next((m for m in reversed(marks[: max(0, n - 1)]) if m.cat not in ("adv", "filler")), None)
    ends = behind is None or behind.cat in _BEHIND or behind.low in _AFTER
    return (
        ends
        and led is not None
        and (led.base in verbs("hand_led") or led.low in verbs("hand_led"))
        and _takes_turn(marks)
    )


def _is_put(marks: list[Mark], n: int) -> bool:
    """As in "the other is held ready", "the second is then laid beside it", "keeping the other ready"."""
    said = [
        m for m in marks[n + 1 : n + 6] if m.cat not in ("adv", "filler", "tempo", "modal", "press", "conj")
    ]
    if len(said) > 1 and "verb" in said[0].cats and said[0].cats["verb"].lemma == "be":
        return "verb" in said[1].cats and said[1].cats["verb"].get("act") in ("put", "stay", "move", "go")
    kept = n > 1 and marks[n - 2].base in (*_KEEPING, *_LAYING)
    # As in "keep the other gently on the head", "and lay the other on the head".
    return kept and bool(said) and (said[0].low in _READY or said[0].low in ("on", "at", "upon"))


def _rests(marks: list[Mark], n: int) -> bool:
    """As in "while the other rests on the head", "let the other lie there", "with the other resting"."""
    behind = marks[n + 1 : n + 4]
    lies = next((m for m in behind if m.cat not in ("adv", "filler", "tempo", "press")), None)
    if lies is None or lies.base not in ("rest", "lie", "stay", "remain"):
        return False
    told = n > 1 and (marks[n - 2].base in (*_KEEPING, *_LETTING) or marks[n - 2].low == "with")
    return lies.form == "s" or (told and lies.form in ("base", "ing"))


def _is_used(marks: list[Mark], n: int) -> bool:
    """As in "use the other to knead", "needing the other for the muscles": something is done with it."""
    used = n > 1 and marks[n - 2].base in _USING and n + 1 < len(marks)
    return used and (marks[n + 1].low in ("to", "for") or marks[n + 1].form == "ing")


def _is_mine(marks: list[Mark], n: int) -> bool:
    """As in "Now your right.": whose it is tells that it is a hand."""
    lead = all(m.cat in ("filler", "conj", "adv", "comma") for m in marks[: n - 1])
    return n > 0 and marks[n - 1].cat == "mine" and lead


def _takes_turn(marks: list[Mark]) -> bool:
    """The sentence tells of hands that take turns by its verb."""
    if any(m.low in _SETTING_OUT for m in marks):
        return True
    follows = verbs("hand_follows")
    return any("verb" in m.cats and m.cats["verb"].lemma in follows for m in marks)


def _hand(side: Mark, words: Lexicon) -> Mark:
    """The word that is left out."""
    entry = words.tree["hand"][""]["tool"]
    hand = Mark("tool", entry.value, entry, "hand", "base", side.j, side.j, side.end, side.end)
    hand.cats, hand.base = {"tool": entry}, "hand"
    return hand


def _set_out(mark: Mark, words: Lexicon) -> list[Mark]:
    """As in "the left starts at the hip": a hand does so, and it is more than where a way begins."""
    lemma = "begin" if mark.low.startswith("begin") else "start"
    entry = words.tree[lemma][""]["verb"]
    verb = Mark("verb", entry.value, entry, lemma + "s", "s", mark.i, mark.i, mark.start, mark.start)
    verb.cats, verb.base = {"verb": entry}, lemma
    at = Mark("prep", "from", None, "from", "", mark.i, mark.j, mark.start, mark.end)
    return [verb, at]
