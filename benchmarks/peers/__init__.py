"""Other tools, run in a Python that has them: anny and potpourri3d (``uv sync --group bake``)."""
