"""Kept: what has been found out about words, so that it is found out once a word and not at every use."""

from collections.abc import Callable
from typing import TypeVar, final

Key = TypeVar("Key")
Found = TypeVar("Found")
_MANY = 20_000


@final
class Kept(dict[Key, Found]):
    """What a pure function makes of words; looking up one that is new asks the function.

    Where it is asked many times, `kept.get(key) or kept[key]` is quicker than `kept[key]`, which Python
    looks up as a method of the class.

    A plain table is meant to be looked at many times a sentence: its order of use is not kept, and when
    it is full it is emptied, which no article of sane length brings about.
    """

    def __init__(self, find: Callable[[Key], Found]) -> None:
        """Begin empty.

        Args:
            find: What is asked about a word that is new.
        """
        super().__init__()
        self._find = find

    def __missing__(self, key: Key) -> Found:
        """Find out about a new word, and keep it."""
        if len(self) >= _MANY:
            self.clear()
        found = self[key] = self._find(key)
        return found
