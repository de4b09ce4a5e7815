"""Files: the one way in for articles and the one way out for everything that is written.

An output appears whole or not at all, and whatever the system refuses becomes one clear line.
"""

from effleurage.files._input import LARGEST_TEXT as LARGEST_TEXT
from effleurage.files._input import read_text as read_text
from effleurage.files._output import atomic_write as atomic_write
from effleurage.files._output import write_bytes as write_bytes
from effleurage.files._output import write_text as write_text
