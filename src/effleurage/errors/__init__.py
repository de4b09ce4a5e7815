"""The error tree, and findings: what is reported instead of raised.

EffleurageError                 every error that a user can cause
├── UsageError                  a wrong option, an unwritable output, a busy port, a missing extra
├── InputError                  a file that is missing, empty, binary, too large or damaged
├── BodyError                   a body outside what the model reaches
├── UnknownNameError            a place, posture, chart or landmark that does not exist
└── PlanError                   a routine that cannot be performed

An error is given facts, keeps them as attributes and composes its own message: what was
expected, what came, what exists, what to do. Problems in a text are not raised: they are
`Finding`s in the reader's report, so that five mistakes are shown at once.
"""

from effleurage.errors._errors import BodyError as BodyError
from effleurage.errors._errors import EffleurageError as EffleurageError
from effleurage.errors._errors import InputError as InputError
from effleurage.errors._errors import PlanError as PlanError
from effleurage.errors._errors import UnknownNameError as UnknownNameError
from effleurage.errors._errors import UsageError as UsageError
from effleurage.errors._finding import Finding as Finding
from effleurage.errors._finding import Severity as Severity
