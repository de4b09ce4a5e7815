"""Wishes as the command line takes them: places in anybody's words."""

from effleurage.errors import UnknownNameError
from effleurage.routine import Wishes


def wished(*, more: tuple[str, ...], avoid: tuple[str, ...]) -> Wishes:
    """The wishes of ``--more`` and ``--avoid``.

    Raises:
        UnknownNameError: If a word names no place.
    """
    from effleurage.reading import wishes
    from effleurage.routine import Place

    zones = {}
    for name, said in (("more", more), ("avoid", avoid)):
        found = [wishes(words, first=name) for words in said]
        unknown = [word for one in found for word in one.unknown]
        empty = [words for one, words in zip(found, said, strict=True) if not one.wishes]
        if unknown or empty:
            known = [place.value.replace("_", " ") for place in Place]
            raise UnknownNameError("place", " ".join(unknown or empty), known)
        zones[name] = found
    both = [one.wishes for found in zones.values() for one in found]
    off = tuple(dict.fromkeys(zone for one in both for zone in one.avoid))
    return Wishes(
        more=tuple(dict.fromkeys(zone for one in both for zone in one.more if zone not in off)), avoid=off
    )
