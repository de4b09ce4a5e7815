"""What is found out about words is kept."""

from effleurage.reading._words.kept import Kept


def test_a_word_is_asked_about_once():
    """The second look at a word does not ask again."""
    asked = []
    kept = Kept(lambda word: asked.append(word) or word.upper())
    assert [kept["knead"], kept["knead"], kept["tap"]] == ["KNEAD", "KNEAD", "TAP"]
    assert asked == ["knead", "tap"]


def test_a_full_table_is_emptied(monkeypatch):
    """However many words a text has, no more than the limit are kept."""
    monkeypatch.setattr("effleurage.reading._words.kept._MANY", 3)
    kept = Kept(str.upper)
    for word in ("a", "b", "c", "d"):
        assert kept[word] == word.upper()
        assert len(kept) <= 3
