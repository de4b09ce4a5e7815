"""Safety: what is wrong with a performance, or with what a text asks, told as a linter would.

One function per rule, each with a stable code. `limits` lowers forces while planning; this package
measures what came out, whoever made it: a planned, a recorded or a hand-written performance.
"""

from effleurage.safety._check import check as check
from effleurage.safety._check import check_routine as check_routine
from effleurage.safety._check import rules as rules
from effleurage.safety._rule import Offence as Offence
from effleurage.safety._rule import Rule as Rule
