"""What is looked for only where one of its words stands is found wherever it stands."""

import pytest

from effleurage.reading._split.page_headings import hinted, is_junk
from effleurage.reading._words.frames import phrases, says
from effleurage.reading._words.lexicon import lexicon
from effleurage.reading._words.mark import as_spoken
from effleurage.reading._words.tag import tag
from effleurage.reading._words.tokens import tokens


@pytest.mark.parametrize("frame", ["whole", "first", "manner", "this_time", "mirrored", "rare", "turned"])
def test_every_phrase_of_a_frame_is_found(frame: str) -> None:
    """A phrase is found among other words, and also where an article stands inside it."""
    for phrase in phrases(frame):
        text = f"so {phrase} then"
        said = as_spoken(tag(tokens(text, (0, len(text)), lexicon()), lexicon()))
        assert says(said, frame), phrase


@pytest.mark.parametrize("before", ["", "İ" * 60 + ". "])
def test_a_page_s_leavings_are_found_behind_letters_that_grow_in_lower_case(before: str) -> None:
    """Hints are looked for in the text's own places: a capital İ is two characters in lower case."""
    text = f"{before}Glide up the back.\n\nShare this on Facebook"
    hints = hinted(text)
    assert is_junk(text, (text.index("Share"), len(text)), hints)
    assert not is_junk(text, (0, text.index("Share")), hints)
