"""Slots: what one clause says of places, tools, hands, ways, sides, pressure and counts."""
