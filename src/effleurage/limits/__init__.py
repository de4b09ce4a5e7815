"""Zones, ceilings and working ranges: what a tool may do at a place. A limit only lowers."""
