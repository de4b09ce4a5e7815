"""Time: paths are gone at their pace, one after the other, and sampled."""
