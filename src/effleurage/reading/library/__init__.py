"""The project's own routines: articles in plain English, read like anybody's.

They stand beside this module as Markdown, so that a teacher can open one, change it and give it.
"""

from effleurage.reading.library._library import BUILT_IN as BUILT_IN
from effleurage.reading.library._library import built_in as built_in
from effleurage.reading.library._library import load as load
from effleurage.reading.library._library import names as names
from effleurage.reading.library._library import text as text
from effleurage.reading.library._summary import Summary as Summary
from effleurage.reading.library._summary import minutes as minutes
from effleurage.reading.library._summary import summary as summary
