"""A routine of seven movements as a good reader would hand it over, written by hand."""

from effleurage.routine import (
    Arrangement,
    Direction,
    Facing,
    Fingers,
    GiverPlace,
    Hands,
    Kind,
    Movement,
    Place,
    Pointing,
    Posture,
    Pressure,
    Relation,
    Routine,
    Side,
    Spot,
    Stance,
    Step,
    Stroke,
    Technique,
    Tool,
)

T, H, P, D, S = Technique, Hands, Place, Direction, Side
EFF = {"technique": T.EFFLEURAGE}


class Page:
    """Writes a text while a routine is put together, so that spans mean something."""

    def __init__(self):
        self.text = ""

    def step(self, kind, words, *strokes, arrangement=None):
        """A step with its words."""
        start = len(self.text)
        self.text += words + " "
        span = (start, start + len(words))
        made = tuple(Stroke(span=span, **stroke) for stroke in strokes)
        return Step(span=span, kind=kind, strokes=made, arrangement=arrangement)


def founding() -> Routine:
    """Seven movements: oil, eight, fans, butterfly, forearm, pulls, neck."""
    page = Page()
    say, stroke, setup = page.step, Kind.STROKE, Kind.SETUP
    oil = Movement(
        title=None,
        steps=(
            say(
                stroke,
                "Sitting at the side, spread oil upward over the back.",
                {**EFF, "over": (P.BACK,), "direction": (D.UP,)},
                arrangement=Arrangement(giver=GiverPlace.SIDE, stance=Stance.SITTING),
            ),
        ),
    )
    palms = {"hands": H.BOTH, "tool": Tool.PALM}
    eight = Movement(
        title="Figure of eight",
        steps=(
            say(
                setup,
                "Lay both palms on the lower back, fingers to the head.",
                {
                    "technique": T.HOLD,
                    **palms,
                    "start": P.LOWER_BACK,
                    "start_spot": Spot(place=P.SACRUM, relation=Relation.ABOVE),
                    "pointing": Pointing.HEAD,
                },
            ),
            say(
                stroke,
                "Glide up both sides of the spine.",
                {
                    **EFF,
                    **palms,
                    "start": P.LOWER_BACK,
                    "end": P.NECK_BASE,
                    "end_spot": Spot(place=P.NECK_BASE, relation=Relation.BELOW),
                    "over": (P.SPINE_SIDES,),
                    "direction": (D.UP,),
                    "side": S.BOTH,
                },
            ),
            say(
                stroke,
                "Out round the shoulders and in over the upper back.",
                {
                    **EFF,
                    **palms,
                    "start": P.NECK_BASE,
                    "over": (P.SHOULDER, P.UPPER_BACK),
                    "direction": (D.OUT, D.AROUND, D.IN, D.ACROSS),
                    "side": S.BOTH,
                },
            ),
            say(
                stroke,
                "They pass, the right arm over the left.",
                {**EFF, **palms, "over": (P.UPPER_BACK,), "passes": True, "upper_hand": H.RIGHT},
            ),
            say(
                stroke,
                "Crossed, reach down round the waist.",
                {
                    **EFF,
                    **palms,
                    "start": P.UPPER_BACK,
                    "over": (P.WAIST,),
                    "direction": (D.DOWN, D.AROUND),
                    "crossed": True,
                },
            ),
            say(
                stroke,
                "Pull up the waist, let go bit by bit while the palms glide to the lower back and pass.",
                {
                    "technique": T.PETRISSAGE,
                    **palms,
                    "over": (P.WAIST,),
                    "direction": (D.AROUND,),
                    "pressure": Pressure.FIRM,
                    "crossed": True,
                },
                {"technique": T.RELEASE, **palms, "start": P.WAIST, "side": S.BOTH, "gradual": True},
                {
                    **EFF,
                    **palms,
                    "start": P.WAIST,
                    "end": P.LOWER_BACK,
                    "end_spot": Spot(place=P.LOWER_BACK, relation=Relation.MIDDLE),
                    "passes": True,
                    "simultaneous": True,
                },
            ),
            say(
                stroke,
                "Out round the hips and back to the start.",
                {
                    **EFF,
                    **palms,
                    "start": P.LOWER_BACK,
                    "over": (P.HIP,),
                    "direction": (D.OUT, D.AROUND),
                    "side": S.BOTH,
                },
                {
                    **EFF,
                    **palms,
                    "start": P.HIP,
                    "end": P.LOWER_BACK,
                    "direction": (D.IN,),
                    "returning": True,
                },
            ),
        ),
    )
    one = {"hands": H.ONE, "tool": Tool.PALM, "fingers": Fingers.SPLAYED}
    fan = {**EFF, **one, "start": P.SACRUM, "direction": (D.UP, D.OUT)}
    fans = Movement(
        title=None,
        both_sides=True,
        steps=(
            say(
                setup,
                "Lay one hand on the base of the spine, fingers spread.",
                {"technique": T.HOLD, **one, "start": P.SACRUM, "index_along_spine": True},
            ),
            say(stroke, "Fan it up and out.", {**fan, "verb": "fan"}),
            say(stroke, "The other follows.", {**fan, "other_hand": True, "follows": True, "side": S.ONE}),
            say(
                stroke,
                "Go all the way up the side of the spine, hand after hand.",
                {
                    **EFF,
                    **one,
                    "hands": H.ALTERNATE,
                    "start": P.SACRUM,
                    "over": (P.SPINE_SIDES,),
                    "direction": (D.UP,),
                    "side": S.ONE,
                    "repeats": None,
                    "progress": True,
                },
            ),
        ),
    )
    tip = Spot(place=P.SHOULDER_BLADE, relation=Relation.BOTTOM)
    brush = {
        **EFF,
        **one,
        "start": P.SHOULDER_BLADE,
        "start_spot": tip,
        "direction": (D.UP, D.OUT),
        "side": S.ONE,
    }
    butterfly = Movement(
        title="Butterfly",
        both_sides=True,
        steps=(
            say(
                setup,
                "One hand at the bottom of the shoulder blade.",
                {"technique": T.HOLD, **one, "start": P.SHOULDER_BLADE, "start_spot": tip, "side": S.ONE},
            ),
            say(stroke, "Brush it up and out.", {**brush, "verb": "brush"}),
            say(
                stroke,
                "Follow with the second, all round the blade and over the shoulder to the armpit.",
                {**brush, "other_hand": True, "follows": True},
                {
                    **EFF,
                    **one,
                    "start": P.SHOULDER_BLADE,
                    "end": P.ARMPIT,
                    "over": (P.SHOULDER_BLADE, P.SHOULDER),
                    "direction": (D.AROUND, D.OUT),
                    "side": S.ONE,
                    "progress": True,
                },
            ),
        ),
    )
    arm = {"hands": H.ONE, "tool": Tool.FOREARM, "over": (P.SPINE_SIDES,), "side": S.ONE}
    crest = Spot(place=P.BUTTOCK, relation=Relation.ABOVE, line=P.SPINE_SIDES)
    lay = {"technique": T.HOLD, **arm, "start": P.BUTTOCK, "start_spot": crest}
    slide = {**EFF, **arm, "start": P.BUTTOCK, "end": P.SHOULDER_TOP, "direction": (D.UP,)}
    off = {
        "technique": T.RELEASE,
        **arm,
        "over": (),
        "start": P.SHOULDER_TOP,
        "direction": (D.OFF,),
        "pressure": Pressure.LIGHT,
    }
    again = {"repeats": 2, "copied": True}
    forearm = Movement(
        title="Forearm",
        both_sides=True,
        steps=(
            say(
                setup,
                "Kneel at the side, head turned away.",
                arrangement=Arrangement(
                    giver=GiverPlace.SIDE, stance=Stance.KNEELING, posture=Posture.HEAD_AWAY
                ),
            ),
            say(setup, "Lay the forearm beside the spine.", lay),
            say(setup, "Clasp the hand.", arrangement=Arrangement(clasped=True)),
            say(stroke, "Slide up to the top of the shoulder.", slide),
            say(stroke, "Lift off, twice more.", off, {**lay, **again}, {**slide, **again}, {**off, **again}),
        ),
    )
    tips = {"hands": H.BOTH, "tool": Tool.FINGERTIPS, "together": True, "fingers": Fingers.RAISED}
    coccyx = Spot(place=P.SACRUM, relation=Relation.ABOVE, line=P.SPINE_SIDES)
    pulls = Movement(
        title=None,
        both_sides=True,
        steps=(
            say(
                setup,
                "Sit at the side, facing across.",
                arrangement=Arrangement(giver=GiverPlace.SIDE, stance=Stance.SITTING, facing=Facing.ACROSS),
            ),
            say(
                setup,
                "Hands together, fingertips beside the spine.",
                {
                    "technique": T.HOLD,
                    **tips,
                    "start": P.SACRUM,
                    "start_spot": coccyx,
                    "over": (P.SPINE_SIDES,),
                    "side": S.ONE,
                },
            ),
            say(
                stroke,
                "Pull them toward you down the side.",
                {
                    **EFF,
                    **tips,
                    "start": P.SACRUM,
                    "over": (P.FLANK,),
                    "direction": (D.TOWARD_GIVER, D.OUT),
                    "side": S.ONE,
                },
            ),
            say(
                Kind.REPEAT,
                "Again all the way up to the neck, the last one over the shoulder to the armpit.",
                {
                    **EFF,
                    **tips,
                    "start": P.SACRUM,
                    "end": P.NECK_BASE,
                    "over": (P.SPINE,),
                    "direction": (D.TOWARD_GIVER, D.OUT, D.UP),
                    "side": S.ONE,
                    "repeats": None,
                    "progress": True,
                },
                {
                    **EFF,
                    **tips,
                    "start": P.NECK_BASE,
                    "end": P.ARMPIT,
                    "over": (P.SHOULDER,),
                    "direction": (D.ACROSS,),
                    "side": S.BOTH,
                },
            ),
        ),
    )
    neck = Movement(
        title="Neck",
        steps=(
            say(setup, "Forehead on the hands.", arrangement=Arrangement(posture=Posture.FOREHEAD_ON_HANDS)),
            say(
                stroke,
                "Rest one hand on the head and knead the neck's base with the other.",
                {
                    "technique": T.HOLD,
                    "hands": H.ONE,
                    "tool": Tool.PALM,
                    "start": P.HEAD,
                    "pressure": Pressure.LIGHT,
                },
                {
                    "technique": T.PETRISSAGE,
                    "hands": H.ONE,
                    "tool": Tool.GRIP,
                    "over": (P.NECK_BASE,),
                    "other_hand": True,
                    "simultaneous": True,
                },
            ),
        ),
    )
    movements = (oil, eight, fans, butterfly, forearm, pulls, neck)
    return Routine(title="Seven movements", movements=movements, text=page.text)
