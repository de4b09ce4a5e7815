"""The version, in one place; the package data and the page read it from here."""

__version__ = "0.1.0"
