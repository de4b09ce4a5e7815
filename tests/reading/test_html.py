"""HTML: what a person sees of the page, with its structure, in the order of the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effleurage.reading import article_text, is_html, read

PAGE = """<!DOCTYPE html><html><head><title>A back rub | Some Site</title><script>var x = "Press.";</script>
</head><body><nav><ul><li>Home</li></ul></nav><main>
<h2>Strokes</h2>
<ol><li>Place both hands on the <b>lower</b> back.</li><li>Slide them up to the shoulders.</li></ol>
<p>Knead the shoulders &amp; the neck.</p></main><footer>Press the neck.</footer></body></html>
"""


def test_a_page_becomes_headings_lists_and_paragraphs():
    """Structure is kept as Markdown; scripts, menus and margins are gone."""
    assert article_text(PAGE) == (
        "# A back rub\n\n## Strokes\n\n1. Place both hands on the lower back.\n\n"
        "2. Slide them up to the shoulders.\n\nKnead the shoulders & the neck.\n"
    )


def test_a_page_is_read_as_its_words_are():
    """Reading the page and reading its text give the same routine, and spans index that text."""
    routine, _ = read(PAGE)
    assert routine == read(article_text(PAGE))[0]
    words = [routine.words(step.span) for movement in routine.movements for step in movement.steps]
    assert words == [
        "Place both hands on the lower back.",
        "Slide them up to the shoulders.",
        "Knead the shoulders & the neck.",
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<ol><li>Knead.<li>Press.</ol>", "1. Knead.\n\n2. Press.\n"),
        ("<ol start=4><li>Knead.</ol></div></ul>", "4. Knead.\n"),
        ("<p>Knead the <i>neck.<p>Press.", "Knead the neck.\n\nPress.\n"),
        ("<p>Knead.<br>Press.<br><br>Rest.", "Knead.\nPress.\n\nRest.\n"),
        ("<ul><li>Out<ul><li>In</li></ul>tail</ul>", "- Out\n\n- In\n\ntail\n"),
        ("<li>Knead.", None),
        ("<p>Bare &lt;b&gt; and&nbsp;&amp;amp;", "Bare <b> and &amp;\n"),
        ("<table><tr><td>Rest</td><td>your hands.</td></tr></table>", "Rest your hands.\n"),
        ("<div hidden><p>Secret</p></div><p>Seen", "Seen\n"),
        ("<p>Knead<!-- or press --> it.", "Knead it.\n"),
        ("<h1><h2>Strokes</h2>", "## Strokes\n"),
        ("<!doctype html>", ""),
        ("<div>" * 3000 + "Knead.", "Knead.\n"),
    ],
)
def test_damaged_pages(page, text):
    """Unclosed, wrongly closed and deeply nested elements lose no words and invent none."""
    if text is None:
        assert not is_html(page)
    else:
        assert is_html(page)
        assert article_text(page) == text


@pytest.mark.parametrize(
    "text", ["# A back rub\n\n1. Knead <b>it</b>.", "a < b and c > d", "<3 this massage", ""]
)
def test_other_texts_are_not_touched(text):
    """Markdown and plain text are read as they are."""
    assert not is_html(text)
    assert read(text)[0].text == text


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<ol>", "<li>", "</ol>", "<h2>", "<br", ">", "<!--", "Knead. ", "&"])
    )
)
def test_any_soup_is_read(pieces):
    """Whatever the markup, there is a text, and reading it does not fail."""
    read("<p>" + "".join(pieces))
