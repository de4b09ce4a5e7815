"""anny's forward pass: prints bodies per second of processor time, for every size of a batch, as JSON.

Run by the other Python as ``python forward.py ROUNDS BATCH...``, on one thread.
"""

import json
import sys
import time

import anny
import torch


def main() -> None:
    """Time the forward pass of batches of random adults in the rest pose."""
    rounds, *batches = (int(word) for word in sys.argv[1:])
    torch.set_num_threads(1)
    model = anny.Anny()
    print(json.dumps({str(batch): rate(model, batch, rounds) for batch in batches}))


def rate(model: anny.Anny, batch: int, rounds: int) -> float:
    """Bodies per second of processor time, the best round after a first one."""
    labels = {name: torch.rand(batch) for name in model.phenotype_labels}
    times = []
    with torch.no_grad():
        for _ in range(rounds + 1):
            start = time.process_time()
            model(phenotype_kwargs=labels)
            times.append(time.process_time() - start)
    return batch / min(times[1:])


if __name__ == "__main__":
    main()
