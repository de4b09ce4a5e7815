"""Bodies drawn from the population, and the four at its corners."""

import functools

import numpy as np

from effleurage.anatomy import Body

BMI = {"male": (18.0, 35.0), "female": (18.0, 31.0)}
HEIGHT = (1.50, 1.95)
AGE = (18.0, 90.0)


@functools.cache
def extremes() -> tuple[Body, ...]:
    """Short and tall, lean and heavy, of both sexes."""
    return tuple(
        Body(height=height, weight=bmi * height**2, sex=sex, age=40.0)
        for sex in BMI
        for height in HEIGHT
        for bmi in BMI[sex]
    )


@functools.cache
def population(count: int, seed: int = 0) -> tuple[Body, ...]:
    """Bodies drawn evenly over height, body mass index and age, both sexes in turn."""
    rng = np.random.default_rng(seed)
    bodies = []
    for number in range(count):
        sex = ("female", "male")[number % 2]
        height, bmi = rng.uniform(*HEIGHT), rng.uniform(*BMI[sex])
        bodies.append(Body(height=height, weight=bmi * height**2, sex=sex, age=rng.uniform(*AGE)))
    return tuple(bodies)
