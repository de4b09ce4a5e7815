"""Split: a page or a text becomes headings and sentences, each with its span."""
