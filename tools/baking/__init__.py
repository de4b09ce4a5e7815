"""Parts of `tools/bake_body.py`: what needs anny, and what is solved once."""
