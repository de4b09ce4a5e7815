"""Leads: what stands before a sentence's own words, what it is for or what it puts first."""

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

_FAR, _NEAR = 7, 4


def announced(marks: list[Mark]) -> None:
    """As in "For the fans, lay one hand on the sacrum": the name of what comes, and no stroke yet."""
    begun = any(m.cat == "origin" for m in marks[1:3])
    if len(marks) < 4 or not (marks[0].low in ("for", "for this") or (marks[0].low == "at" and begun)):
        return
    commas = [n for n, m in enumerate(marks[:_FAR]) if m.cat == "comma"]
    # As in "For this wide, sweeping movement, lay both hands there": behind the last of its adjectives.
    comma = next((n for n in commas if marks[n - 1].cat == "motion"), next(iter(commas), None))
    closed = comma is not None
    if comma is None:
        # As in "For the forearm sweep I kneel at the side".
        comma = next((n for n, m in enumerate(marks[:_FAR]) if m.cat == "subj"), None)
    if comma is None:
        return
    last = marks[comma - 1]
    if comma < _NEAR and marks[0].low == "for this" and "verb" in last.cats and last.cats["verb"].get("noun"):
        # As in "For this stroke, …".
        last.cat = "motion"
    named = any(m.cat in ("motion", "origin") for m in marks[1:comma])
    placed = any(m.cat == "place" for m in marks[1:comma])
    # As in "For the shoulder, lay one hand on the blade": where the work is, and then where the hand lies.
    narrowed = closed and placed and not named and any(m.cat == "place" for m in marks[comma:])
    if not (narrowed or (named and not placed)):
        return
    # As in "For this movement to begin, …".
    end = comma - 2 * (last.base in BEGINNING and marks[comma - 2].low == "to")
    counted = any(m.cat in ("num", "unit", "moment", "times", "verb") for m in marks[1:end])
    if counted or not any(m.cat == "verb" for m in marks[comma:]):
        return
    for mark in marks[:comma]:
        mark.mute()


def after_a_pull(marks: list[Mark]) -> None:
    """As in "After a firm pull up on the flesh, release it": what is done first, by its noun."""
    after, *rest = marks
    pull = next((n for n, m in enumerate(rest) if m.cat not in _LIKE_THAT), 0)
    comma = next((n for n, m in enumerate(rest) if m.cat == "comma" and n > pull), 0)
    said = rest[:comma]
    led = after.low == "after" and bool(said) and said[0].cat in _ONE and pull > 0
    if not led or not any(m.cat == "tissue" for m in said):
        return
    verb = said[pull]
    if verb.base not in _TAKEN_UP or verb.cat != "motion" or "verb" not in verb.cats:
        return
    verb.take("verb")
    verb.form = "ing"
    on = next((m for m in said[pull + 1 :] if m.cat != "dir"), None)
    for mark in (said[0], on):
        if mark is not None and mark.cat in (*_ONE, "prep"):
            mark.mute()


_TAKEN_UP = frozenset({"pull", "lift", "draw", "tug", "squeeze"})
_ONE = ("det", "num")
_LIKE_THAT = (*_ONE, "press", "tempo", "adv", "dir", "filler", "word", "comma")


BEGINNING = frozenset({"begin", "start", "commence", "open"})
_NAMING = frozenset({"det", "word", "comma", "motion", "adv", "tempo", "filler", "pron"})


def begun(marks: list[Mark]) -> None:
    """As in "start this stroke by laying both hands there", "the fan begins with a hand on the sacrum".

    What begins is named, and no stroke yet; what is told is where the hands are laid.
    """
    for n, verb in enumerate(marks):
        if verb.base not in BEGINNING or "verb" not in verb.cats:
            continue
        first = next((k for k in range(n, 0, -1) if marks[k - 1].cat not in _NAMING), 0)
        end = next((k for k in range(n + 1, len(marks)) if marks[k].cat not in _NAMING), len(marks))
        before, behind = marks[first:n], marks[n + 1 : end]
        if end + 2 >= len(marks):
            continue
        how = marks[end]
        lays = how.low == "by" and marks[end + 1].cat == "verb" and marks[end + 1].form == "ing"
        has = how.low == "with" and "tool" in [m.cat for m in marks[end + 1 : end + 5]]
        laid = has and "at" in [m.value for m in marks[end + 1 :] if m.cat == "prep"]
        if any(m.cat == "motion" for m in behind) and (lays or (laid and _glides(behind))):
            named = behind
        elif not behind and (lays or laid) and any(m.cat == "motion" for m in before):
            named = before
        elif not behind and laid and _told_of(before, marks[:first]):
            named = marks[:n]
        else:
            continue
        for mark in named:
            mark.mute()


def _glides(named: list[Mark]) -> bool:
    """As in "begin this long sweep with both palms on the hips": work in place is done where it begins."""
    known = named[0].low in ("this", "the", "that", "your")
    return known and all(m.value in (None, "effleurage") for m in named if m.cat == "motion")


def _told_of(named: list[Mark], before: list[Mark]) -> bool:
    """As in "this is a wide stroke, and it starts with a hand there": what it is, is told before."""
    pointed = [m.low for m in named if m.cat != "filler"] in (["it"], ["this"], ["which"])
    what = [m.low for m in before[:2]] in (["this", "is"], ["it", "is"], ["here", "is"])
    return pointed and what and any(m.cat == "motion" for m in before) and before[-1].cat in ("conj", "comma")


_START = frozenset({"starting position", "start", "starting point", "starting place", "initial position"})


def starts_so(marks: list[Mark]) -> None:
    """As in "The starting position for this stroke is both hands on the lower back.": there they are laid."""
    origin = next((n for n, m in enumerate(marks[:3]) if m.low in _START), None)
    if origin is None or any(m.cat not in _LEADS for m in marks[:origin]):
        return
    being = origin + 1
    if being < len(marks) and marks[being].low in ("of", "for", "for this", "to"):
        # What is begun is named.
        being = next((n for n in range(being + 1, len(marks)) if marks[n].cat not in _NAMING), being)
    if being + 1 >= len(marks) or marks[being].base != "be":
        return
    first = being + 1 + (marks[being + 1].low == "with")
    hands = marks[first : first + 4]
    if any(m.cat == "tool" for m in hands) and hands[0].cat in ("side", "num", "tool"):
        for mark in marks[:first]:
            mark.mute()


_POSING = frozenset(
    [
        *(
            "return",
            "go back",
            "come back",
            "revert",
            "change",
            "go",
            "back",
            "move",
            "switch",
            "shift",
            "get",
        ),
        *("come", "take", "take up", "assume", "adopt", "change over", "get up", "transfer", "swap"),
    ]
)
_INTO = frozenset({"to", "into", "in", "on to", "onto", "back to", "back into"})
_POSITION = frozenset({"position", "posture", "stance", "pose"})
_BEFORE_POSE = ("back", "dir", "filler", "adv", "det", "mine")


def poses_again(marks: list[Mark]) -> None:
    """As in "Return to sitting at the side", "change to a kneeling position": nothing is moved."""
    for n, pose in enumerate(marks[1:], 1):
        if pose.form != "ing" or "verb" not in pose.cats or pose.cats["verb"].get("act") != "pose":
            continue
        to = n - 2 if marks[n - 1].cat == "det" else n - 1
        behind = marks[n + 1] if n + 1 < len(marks) else None
        held = behind if behind is not None and behind.low in _POSITION else None
        led = marks[to].low in _INTO
        k = to - led
        while k > 0 and (marks[k].cat in _BEFORE_POSE or marks[k].low in _POSITION):
            k -= 1
        verb = marks[max(k, 0)]
        if verb.cat != "verb" or verb.base not in _POSING or not (led or held):
            continue
        pose.take("verb")
        pose.form = "base"
        for mark in (*marks[k:n], *((held,) if held else ())):
            mark.mute()


_BUT = frozenset({"but", "except", "other than", "else than", "more than", "besides", "apart from", "save"})


def does_only(marks: list[Mark]) -> None:
    """As in "one hand does nothing but rest there": it rests there."""
    for n, (do, nothing, but, verb) in enumerate(zip(marks, marks[1:], marks[2:], marks[3:], strict=False)):
        only = do.base == "do" and nothing.low == "nothing" and but.low in _BUT
        if only and "verb" in verb.cats and verb.form == "base":
            verb.take("verb")
            verb.form = do.form if do.form != "base" else "base"
            del marks[n : n + 3]
            return


_TURNING = frozenset({"turn", "bring", "move", "direct", "shift", "take", "draw", "focus", "transfer"})


def attends(marks: list[Mark]) -> None:
    """As in "bring your attention to the neck": what comes next, and no hand that goes there."""
    for n, mark in enumerate(marks):
        lead = n - 1 if n and marks[n - 1].cat in ("mine", "det") else n
        verb = marks[lead - 1] if lead else None
        if mark.low == "attention" and verb is not None and verb.cat == "verb" and verb.base in _TURNING:
            verb.base = "turn attention"
            verb.become(_TURNS)


_TURNS = Entry("verb", None, "turn attention", {"act": "mind"})


_LEADS = ("det", "mine", "filler", "word")


def readied(marks: list[Mark]) -> None:
    """As in "Make ready for this stroke by setting a hand there": set a hand there."""
    if len(marks) < 4 or marks[0].cat != "verb":
        return
    ready = marks[0].base == "prepare" or (marks[0].base in ("make", "get") and marks[1].low == "ready")
    by = next((n for n, m in enumerate(marks[:_READY]) if m.low == "by"), None)
    if not ready or by is None or not any(m.cat == "motion" for m in marks[1:by]):
        return
    laid = marks[by + 1] if by + 1 < len(marks) else None
    if laid is not None and laid.cat == "verb" and laid.form == "ing":
        laid.form = "base"
        for mark in marks[: by + 1]:
            mark.mute()


_READY = 10

_OWN = frozenset({"det", "mine", "side", "num"})
_HOW = frozenset({"adv", "filler", "tempo", "press", "prep", "det", "word", "neg"})


def carried_on(marks: list[Mark]) -> None:
    """As in "carry on, gliding your hands to the hips": carry on by gliding; nothing is done again.

    And as in "Working in this way, go round the blade": in this way go round it, which is one thing done on.
    """
    on = marks[0]
    so = int(on.form == "ing" and "verb" in on.cats and on.cats["verb"].get("act") in _GOING)
    behind = [m.cat for m in marks[so : so + 3]]
    if behind == ["again", "comma", "verb"] and _goes_so(marks[so], marks[so + 2]):
        for mark in (*marks[:so], marks[so + 1]):
            mark.mute()
        return
    if on.cat != "verb" or on.form != "base" or on.cats["verb"].get("act") != "on":
        return
    comma = next((n for n, m in enumerate(marks) if n and m.cat not in _HOW), len(marks))
    if comma + 2 >= len(marks) or marks[comma].cat != "comma":
        return
    glide = marks[comma + 1]
    tool = next((m for m in marks[comma + 2 :] if m.cat not in _OWN), None)
    glides = glide.cat == "verb" and glide.form == "ing" and glide.value == "effleurage"
    if glides and glide.cats["verb"].get("act") == "move" and tool is not None and tool.cat == "tool":
        for mark in marks[1:comma]:
            mark.mute()
        marks[comma].cat, marks[comma].low, marks[comma].value = "prep", "by", "at"


def _goes_so(way: Mark, verb: Mark) -> bool:
    told = verb.form == "base" and verb.cats["verb"].get("act") in ("go", "work")
    return told and way.low.split()[-1] in ("way", "this", "manner", "that", "fashion")


_GOING = ("work", "go", "on", "move")


def singled_out(marks: list[Mark]) -> None:
    """As in "see that the index finger is the one that points there": the index finger points there."""
    for being, the, one, that in zip(marks, marks[1:], marks[2:], marks[3:], strict=False):
        named = being.base == "be" and the.low == "the" and one.low in ("one", "ones")
        if named and that.low in ("that", "which"):
            for mark in (being, the, one, that):
                mark.mute()


_IS = frozenset({"is", "'s"})
_PUT_FIRST = 9


def put_first(marks: list[Mark]) -> None:
    """As in "It is with crossed arms that you reach down": with crossed arms, you reach down."""
    it = next((n for n, m in enumerate(marks[:-5]) if m.low == "it" and marks[n + 1].low in _IS), None)
    if it is None or (it and marks[it - 1].cat not in ("conj", "comma", "semi")):
        return
    that = next((n for n, m in enumerate(marks) if it < n < it + _PUT_FIRST and m.low == "that"), None)
    if that is None or that < it + 3 or that + 1 == len(marks):
        return
    said, behind = marks[it + 2 : that], marks[that + 1]
    led = said[0].cat in ("prep", "filler", "adv", "pron", "sub") and said[0].cat != "neg"
    acts = behind.cat == "subj" or "tool" in behind.cats or behind.low in ("they", "your", "both")
    if not (led and acts) or any(m.cat in ("verb", "neg") for m in said):
        return
    marks[it].mute()
    marks[it + 1].mute()
    marks[that].cat, marks[that].value, marks[that].entry, marks[that].cats = "comma", None, None, {}
