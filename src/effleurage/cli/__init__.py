"""The command line: verbs only. What a verb needs is imported inside it."""

from effleurage.cli._main import main as main
