"""anny's forward pass: prints bodies per second of processor time for a batch, as JSON, on one thread.

Run by the other Python as ``python forward.py BATCH ROUNDS``.
"""

import json
import sys
import time

import anny
import torch


def main() -> None:
    """Time the forward pass of a batch of random adults in the rest pose."""
    batch, rounds = int(sys.argv[1]), int(sys.argv[2])
    torch.set_num_threads(1)
    model = anny.Anny()
    labels = {name: torch.rand(batch) for name in model.phenotype_labels}
    with torch.no_grad():
        model(phenotype_kwargs=labels)
        times = []
        for _ in range(rounds):
            start = time.process_time()
            out = model(phenotype_kwargs=labels)
            times.append(time.process_time() - start)
    count = int(out["vertices"].shape[1])
    print(json.dumps({"bodies_per_s": batch / min(times), "vertices": count}))


if __name__ == "__main__":
    main()
