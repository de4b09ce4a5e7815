"""Solve a table of bodies once, so that at run time one correction suffices."""

import numpy as np
from jaxtyping import Float

from effleurage.anatomy._model import Model, from_arrays
from effleurage.anatomy._population import SEXES, age_label, age_range, density, height_range
from effleurage.anatomy._solve import coefficients_at, measure, refine

SHARES = np.linspace(0.0, 1.0, 9)
HEIGHTS = np.linspace(*height_range(), 8)
AGES = np.array([age_label(years) for years in (age_range()[0], 60.0, age_range()[1])])
MARGIN = 0.005


def index_at(model: Model, sex: str, age: float, height: float, weight: float) -> float:
    """Body mass index that the label `weight` reaches, muscle following the index, in [kg/m²]."""
    index, tall = 24.0, 0.2
    for _ in range(60):
        shape = coefficients_at(model, sex=sex, age=age, bmi=index, weight=weight, height=tall)
        got, volume = measure(model, shape)
        found = volume * density() / got**2
        if abs(found - index) < 1e-3 and abs(got - height) < 1e-4:
            break
        index += 0.6 * (found - index)
        tall = float(np.clip(tall + (height - got) / 1.1, 0.0, 1.0))
    return index


def bake_solutions(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Ranges of the body mass index, and solved labels, over sex, age, height and index."""
    from effleurage.anatomy import _model

    model = from_arrays(arrays)
    _model.model.cache_clear()
    shape = (len(SEXES), len(AGES), len(HEIGHTS))
    reach: Float[np.ndarray, "2 a h 2"] = np.empty((*shape, 2))
    labels = np.empty((*shape, len(SHARES), 2))
    for s, sex in enumerate(SEXES):
        for a, age in enumerate(AGES):
            for h, height in enumerate(HEIGHTS):
                low, high = (index_at(model, sex, age, height, end) for end in (MARGIN, 1 - MARGIN))
                reach[s, a, h] = low, high
                guess = (MARGIN, (height - 1.3) / 1.1)
                for n, share in enumerate(SHARES):
                    mass = (low + share * (high - low)) * height**2
                    guess = refine(model, guess, sex=sex, age=age, height=height, mass=mass)
                    labels[s, a, h, n] = guess
            low, high = reach[s, a, :, 0].max(), reach[s, a, :, 1].min()
            print(f"{sex}, age label {age:.2f}: body mass index {low:.1f} to {high:.1f}")
    return {
        "solved_ages": AGES,
        "solved_heights": HEIGHTS,
        "solved_shares": SHARES,
        "solved_reach": reach,
        "solved_labels": labels,
    }
