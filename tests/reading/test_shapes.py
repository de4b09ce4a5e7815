"""One routine on the page in many shapes, as people set headings and lists: the motion is the same."""

import re
from itertools import count

import pytest

from effleurage.reading import library, read
from effleurage.routine import Kind

MOVING = library.built_in().split("## Spreading the oil")[1].split("## To finish")[0]
PARTS = re.split(r"(?m)^## (.*)\n+", "## Spreading the oil" + MOVING)[1:]
TITLES, TEXTS = PARTS[::2], [text.strip() for text in PARTS[1::2]]


def _page(head: str, *, number: str = "{n}. ", flow: bool = False) -> str:
    """The routine with its headings and the numbers of its steps set otherwise."""
    bodies = [re.sub(r"(?m)^(\d+)\. ", lambda m: number.format(n=m[1]), text) for text in TEXTS]
    bodies = [" ".join(text.split()) if flow else text for text in bodies]
    return "\n\n".join(head.format(title=title) + text for title, text in zip(TITLES, bodies, strict=True))


def _through(page: str) -> str:
    numbers = count(1)
    return re.sub(r"(?m)^\d+\. ", lambda _: f"{next(numbers)}. ", page)


HEADED = {
    "marked": _page("## {title}\n\n"),
    "marked, prose": _page("## {title}\n\n", number="", flow=True),
    "bold": _page("**{title}**\n\n"),
    "run in, bold": _page("**{title}.** "),
    "run in, italics": _page("*{title}*. "),
    "run in, plain": _page("{title}. ", number="", flow=True),
    "items with names": _through(_page("1. {title}. ", number="", flow=True)),
    "items with bold names": _through(_page("1. **{title}.** ", number="", flow=True)),
    "a colon": _page("{title}:\n"),
    "Step 1:": _page("## {title}\n\n", number="Step {n}: "),
    "bullets": _page("## {title}\n\n", number="- "),
    "numbered through": _through(_page("## {title}\n\n")),
}
BARE = {
    "lists": _page(""),
    "lists, numbered through": _through(_page("")),
    "bullets": _page("", number="- "),
    "paragraphs": _page("", number="", flow=True),
    "a line a step": _page("", number=""),
    "one paragraph": _page("", number="", flow=True).replace("\n\n", " "),
}


def _motion(text: str) -> list[list[str]]:
    routine, _ = read(text)
    told = [
        [stroke.technique for step in movement.steps for stroke in step.strokes]
        for movement in routine.movements
    ]
    return [techniques for techniques in told if techniques]


@pytest.mark.parametrize("shape", HEADED)
def test_headings_in_any_shape_head_the_same_movements(shape):
    """Seven movements, and the strokes of each are the same."""
    assert len(_motion(HEADED[shape])) == 7
    assert _motion(HEADED[shape]) == _motion(HEADED["marked"])


@pytest.mark.parametrize("shape", BARE)
def test_without_headings_the_same_movements_are_found(shape):
    """Where the page says nothing, hands that are put down anew say where a movement begins."""
    assert _motion(BARE[shape]) == _motion(HEADED["marked"])


def test_one_bold_sentence_is_emphasis_and_heads_nothing():
    """Several that name different things are headings; one alone, or the same again, is not."""
    routine, _ = read(
        "A rub.\n\n**Gently.** Glide up the back.\n\n**Gently.** Glide down the back.\n\n**Gently.** Press."
    )
    assert [movement.title for movement in routine.movements] == [None] * len(routine.movements)


def _stepped(sub: str, every: int = 2) -> str:
    """The routine with a lesser heading before every second step of a movement, or more of them."""
    pages = []
    for title, text in zip(TITLES, TEXTS, strict=True):
        steps = re.sub(r"(?m)^\d+\. ", "", text).split("\n")
        steps = [
            sub.format(n=n, title=title) + step if n % every == 0 else step
            for n, step in enumerate(filter(None, steps))
        ]
        pages.append(f"## {title}\n\n" + "\n\n".join(steps))
    return "\n\n".join(pages)


@pytest.mark.parametrize("every", [1, 2])
@pytest.mark.parametrize("sub", ["### Part {n}\n\n", "**Part {n}**\n\n", "**Part {n} of {title}.** "])
def test_headings_below_headings_name_steps(sub, every):
    """Where movement after movement is told under lesser headings, those head no movements."""
    page = _stepped(sub, every)
    assert _motion("# A rub\n\n" + page) == _motion(HEADED["marked, prose"])
    routine, _ = read("# A rub\n\n" + page)
    told = [routine.words(step.span) for movement in routine.movements for step in movement.steps]
    assert not [words for words in told if words.startswith("Part")]


@pytest.mark.parametrize("sub", ["### {title}\n\n", "**{title}.** "])
def test_movements_stand_under_one_heading_of_the_page(sub):
    """Lesser headings head the movements where one greater heading holds them all."""
    page = "# A rub\n\n## Before\n\nWarm the oil.\n\n## The massage\n\n" + _page(sub)
    assert _motion(page) == _motion(HEADED["marked"])


def test_long_items_of_a_list_are_movements():
    """Under "Method", "Step 2: Draw the eight." with a paragraph behind it tells a movement of its own."""
    items = [
        f"**Step {n}: {title}.** " + " ".join(re.sub(r"(?m)^\d+\. ", "", text).split())
        for n, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True), 1)
    ]
    page = "# A rub\n\n## You need\n\n- Oil\n- Towels\n\n## Method\n\n" + "\n\n".join(items)
    routine, _ = read(page)
    assert len(_motion(page)) == 7
    assert set(TITLES) <= {movement.title for movement in routine.movements}


def test_a_letter_s_signature_heads_nothing():
    """A name below "Your loving" leaves the letter's paragraphs as they are."""
    page = "\n\n".join(
        ["My dear Tom,", *(" ".join(text.split()) for text in TEXTS), "Your loving\nGrandma Ruth"]
    )
    page = re.sub(r"\b\d+\. ", "", page)
    assert _motion(page) == _motion(BARE["paragraphs"])


FANS = "**1. Fans** (calm the nerves)\n- One hand on the sacrum. Fan it up and out.\n\n"
PULLS = "**2. Pulls** (for the flanks)\n- Fingertips beside the spine. Pull toward you.\n\n"
NECK = "**3. Neck** (gentle)\n- Knead the neck with one hand.\n"


def test_a_heading_in_bold_may_be_glossed():
    """What stands in brackets behind it is said below it; a sentence in bold heads nothing."""
    movements = read(f"# Card\n\n{FANS}{PULLS}{NECK}**Never press on the spine.** (It hurts.)\n")[0].movements
    assert [m.title for m in movements] == ["1. Fans", "2. Pulls", "3. Neck"]
    assert movements[0].steps[0].kind is Kind.NOTE
    assert movements[-1].limits


def test_what_comes_before_headings_in_bold_has_its_own_in_its_line():
    """Behind them, what is in bold is emphasis."""
    oil = "**Oil.** Spread it over the back.\n\n"
    movements = read(f"# Card\n\n{oil}{FANS}{PULLS}{NECK}\n**Spine.** Do not press it.\n")[0].movements
    assert [m.title for m in movements] == ["Oil", "1. Fans", "2. Pulls", "3. Neck"]
    assert movements[-1].limits
