"""Receivers: four extremes, and as many as wanted from the population."""

import numpy as np

from effleurage.anatomy import Body

EXTREMES = (
    Body(height=1.50, weight=18.2 * 1.50**2, sex="female", age=30),
    Body(height=1.95, weight=34.8 * 1.95**2, sex="male", age=45),
    Body(height=1.55, weight=30.5 * 1.55**2, sex="female", age=70),
    Body(height=1.92, weight=18.5 * 1.92**2, sex="male", age=22),
)
"""Small and lean, large and heavy, small and heavy, tall and lean."""

_HEIGHT = {"female": (1.65, 0.065), "male": (1.78, 0.070)}
_MOST = {"female": 31.0, "male": 35.0}


def drawn(count: int, *, seed: int) -> list[Body]:
    """Adults drawn at random: heights and body mass indices about as in European surveys.

    Args:
        count: How many.
        seed: Of the generator.
    """
    rng = np.random.default_rng(seed)
    people = []
    for _ in range(count):
        sex = str(rng.choice(["female", "male"]))
        height = float(np.clip(rng.normal(*_HEIGHT[sex]), 1.50, 1.95))
        bmi = float(np.clip(np.exp(rng.normal(np.log(24.5), 0.16)), 18.2, _MOST[sex] - 0.2))
        age = float(rng.uniform(18, 80))
        people.append(Body(height=height, weight=bmi * height**2, sex=sex, age=age))
    return people
