"""Restraint: what bounds the hands without a plain word of forbidding.

"Let the bony bits be", "gently does it", "elbows are only for thick muscle", "press harder only if she
asks": idioms and frames of which no single word forbids.
"""

import re

from effleurage.reading._slots.written import Clause

_SOFTER = "lighter|gentler|softer|lightest|gentlest|softest"
_MORE = "more|heavier|harder|firmer|deeper|stronger|rougher|fiercer|further"
_RESTRAINT = re.compile(
    r"^ (?:easy|steady|gently|softly) (?:now|there|on|softly) "
    "| (?:"
    # what is passed over
    r"(?:leave|leaves|leaving|let) (?:\S+ ){1,5}?(?:alone|be|in peace|untouched|to itself|to themselves) $"
    r"|(?:give|gives|giving) (?:\S+ ){1,6}?(?:miss|wide berth) "
    r"|(?:gets?|wants?|needs?) (?:nothing|no pressure|no weight|no force|no work|no thumbs|no elbows) "
    # how it is to be gone about
    r"|(?:gently|easy|softly|lightly|carefully|slowly) does it "
    r"|less is more "
    r"|(?:resist|fight|ignore) (?:urge|temptation|impulse|desire) "
    # how much at most
    rf"|nothing (?:{_MORE}) "
    rf"|(?:no|never) (?:harder|deeper|heavier|firmer|stronger|rougher) than "
    r"|(?:is|are) (?:most|limit|maximum|ceiling|as far as|as deep as|as hard as|as much as) "
    rf"|(?:wants?|needs?|likes?|(?:asks?|calls?) for|deserves?) (?:\S+ )?(?:{_SOFTER}) (?:hand|touch) "
    # for what alone a tool is meant, or where alone it works
    r"|(?:is|are|'s|'re) (?:only|just|strictly|solely|reserved|reserved only|meant only) (?:meant )?for "
    r"|(?:is|are) (?:meant )?for (?:\S+ ){1,4}only "
    r"|(?:stay|stays|remain|keep|keeps) on (?:muscles?|meat|meaty|flesh|fleshy|soft) "
    ")"
)
_OPENERS = frozenset(
    [
        *("leave", "leaves", "leaving", "let", "give", "gives", "giving", "get", "gets", "want", "wants"),
        *(
            "need",
            "needs",
            "does",
            "does it",
            "easy",
            "steady",
            "gently",
            "softly",
            "less",
            "resist",
            "fight",
        ),
        *(
            "ignore",
            "nothing",
            "no",
            "never",
            "is",
            "are",
            "'s",
            "'re",
            "like",
            "likes",
            "ask",
            "asks",
            "call",
        ),
        *("calls", "deserve", "deserves", "prefer", "prefers", "stay", "stays", "remain", "keep", "keeps"),
        *("lightly", "carefully", "slowly", "softly softly"),
    ]
)
"""Words of which one stands in every such clause; the others are passed over."""
_TELLING = frozenset(
    [
        *("easy", "steady", "gently", "softly", "alone", "be", "peace", "untouched", "itself", "themselves"),
        *("miss", "berth", "nothing", "no", "never", "does", "less", "resist", "fight", "ignore", "most"),
        *("limit", "maximum", "ceiling", "as", "only", "just", "strictly", "solely", "reserved", "meant"),
        *(_SOFTER.split("|")),
        *("muscle", "muscles", "meat", "meaty", "flesh", "fleshy", "soft"),
    ]
)
"""Another such set: with every opener stands one of these."""
_GROWING = ("increase", "deepen", "intensify", "add", "build", "press", "push", "go", "lean", "use", "work")


def restrains(clause: Clause) -> bool:
    """Whether a clause bounds the hands by an idiom or a frame."""
    if clause.sub in {"if", "why", "as_if", "than", "when"} or clause.counted:
        return False
    words = clause.spoken.words
    if _OPENERS.isdisjoint(words) or _TELLING.isdisjoint(words):
        return False
    if clause.tool and clause.tool_role == "object" and not clause.places:
        return False
    return _RESTRAINT.search(clause.spoken.text) is not None


def conditioned(parts: list[Clause]) -> bool:
    """As in "Press harder only if she asks" and "Only go deeper once it softens": more is for a case."""
    for n, clause in enumerate(parts[:-1]):
        if not clause.has("only") or parts[n + 1].sub not in ("if", "when", "while"):
            continue
        pressed = clause.pressure or clause.growing or clause.has("pressure", "weight", "the pressure")
        if pressed and clause.lemma in _GROWING and not (clause.places or clause.tool):
            return True
    return False
