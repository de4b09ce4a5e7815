"""Numbers in words and figures: counts, ranges, lengths of time."""

from effleurage.reading._words.mark import Mark

NUMBERS = {
    "one": 1,
    "a": 1,
    "an": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
    "few": 3,
    "several": 3,
    "couple": 2,
    "couple of": 2,
    "dozen": 12,
    "a dozen": 12,
    "half dozen": 6,
    "half a dozen": 6,
    "half": 0.5,
    "½": 0.5,
    "handful of": 5,
    "pair of": 2,
    "another few": 3,
}


def number(low: str) -> float | None:
    """The number that a word or figure says, or None."""
    if low in NUMBERS:
        return NUMBERS[low]
    plain = low.replace(",", ".")
    if plain.replace(".", "", 1).isdigit() and plain.isascii():
        return min(float(plain), 1e6)
    return None


def value(marks: list[Mark], at: int) -> tuple[float, float, int] | None:
    """The number or range that begins at a mark: lower end, upper end, index behind it."""
    low = number(marks[at].low) if marks[at].cat in {"num", "det", "side"} else None
    if low is None:
        return None
    k = at + 1
    high = low
    if _listed(marks, at, low):
        k += 1
    while k < len(marks) and marks[k].cat in {"conj", "dash", "prep", "num", "modal"}:
        upper = number(marks[k].low) if marks[k].cat == "num" else None
        if upper is not None:
            figures = marks[at].low.isdigit() and marks[k].low.isdigit()
            if k == at + 1 and low < upper and (figures or (upper <= low + _NEXT and upper < 20)):
                high = upper
            elif k == at + 1 or marks[k - 1].cat == "num":
                if not (low >= 20 and upper < 10):
                    break
                low = high = low + upper
            else:
                high = max(upper, low)
            k += 1
            break
        if (
            marks[k].low not in ("or", "to", "-", "–", "—")
            or k + 1 >= len(marks)
            or marks[k + 1].cat != "num"
        ):
            break
        k += 1
    return low, high, k


_NEXT = 2
"""By so much at most the second of two numbers is higher that are said for a range: "six seven times"."""


def _listed(marks: list[Mark], at: int, low: float) -> bool:
    """As in "four, five times": a comma in a range."""
    if at + 3 >= len(marks) or marks[at + 1].cat != "comma" or marks[at + 2].cat != "num":
        return False
    upper = number(marks[at + 2].low)
    return upper is not None and low < upper <= low + _NEXT and marks[at + 3].cat in ("times", "unit", "num")
