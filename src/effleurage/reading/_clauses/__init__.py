"""Clauses: marks are cut into clauses, and what belongs to several is shared among them."""
