"""Geodesic paths by potpourri3d: reads meshes and end points, writes seconds per path.

Run by the other Python as ``python geodesics.py IN.npz``; prints JSON.
"""

import json
import sys
import time

import numpy as np
import potpourri3d


def main() -> None:
    """Trace every pair of vertices with edge flips, the solver built once."""
    with np.load(sys.argv[1]) as file:
        vertices, faces, ends = file["vertices"], file["faces"], file["ends"]
    start = time.process_time()
    solver = potpourri3d.EdgeFlipGeodesicSolver(vertices, faces)
    built = time.process_time() - start
    start = time.process_time()
    lengths = []
    for first, last in ends:
        path = solver.find_geodesic_path(v_start=int(first), v_end=int(last))
        lengths.append(float(np.sum(np.linalg.norm(np.diff(path, axis=0), axis=1))))
    spent = time.process_time() - start
    print(json.dumps({"build_s": built, "path_s": spent / len(ends), "lengths_m": lengths}))


if __name__ == "__main__":
    main()
