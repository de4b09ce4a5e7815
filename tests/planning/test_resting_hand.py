"""A hand that rests while the other one kneads, in whichever order that is told."""

import pytest

from effleurage.anatomy import Body
from effleurage.performance import TOOLS
from effleurage.planning import plan
from effleurage.reading import read

LYING = "Your partner lies face down, the forehead on the hands.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "Knead the muscles at the base of the neck with one hand while the other hand rests on the head.",
        "Knead the muscles at the base of the neck with one hand; the other hand rests on the head.",
        "As one hand rests on the back of the head, the other kneads the muscles at the base of the neck.",
        "Rest one hand on the back of the head and let the other knead the muscles at the base of the neck.",
        "Knead the muscles at the base of the neck with one hand while the other stays on the head.",
        "One hand kneads the muscles at the base of the neck; keep the other lightly on the head.",
        "Knead the muscles at the base of the neck with one hand. Your other hand lies on the head.",
        "Knead the muscles at the base of the neck with one hand. The other rests on the head. Roll the "
        "muscle between the thumb and the other fingers.",
        "Using one hand, lift the muscles at the base of the neck. Roll them between thumb and fingers. The "
        "second hand rests on the back of the head.",
    ],
)
def test_one_hand_rests_while_the_other_kneads(told):
    """Whenever one hand kneads, the other one is on the skin."""
    performance = plan(read(LYING + told)[0], Body(), rate=20.0)
    samples = performance.samples
    kneads = samples.contact & (samples.tool == TOOLS.index("grip"))
    assert kneads.any()
    assert samples.contact[kneads.any(axis=1)].all(axis=1).mean() > 0.9
