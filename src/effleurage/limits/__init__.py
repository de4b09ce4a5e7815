"""Limits: what a tool may do at a place, whatever the routine asks.

A limit sees a contact and lowers it; it never adds anything. Composition is therefore
order-free: the tightest limit wins. Every number is a row of `data/*.toml` with its source.
"""

from effleurage.limits._armpit import ArmpitLimit as ArmpitLimit
from effleurage.limits._ceiling import ceiling as ceiling
from effleurage.limits._ceiling import every_limit as every_limit
from effleurage.limits._ceiling import lowest as lowest
from effleurage.limits._contacts import Contacts as Contacts
from effleurage.limits._contacts import Limit as Limit
from effleurage.limits._forces import resting_force as resting_force
from effleurage.limits._forces import resting_force_most as resting_force_most
from effleurage.limits._forces import upward_force_most as upward_force_most
from effleurage.limits._forces import working_force as working_force
from effleurage.limits._motion import MotionLimits as MotionLimits
from effleurage.limits._motion import motion_limits as motion_limits
from effleurage.limits._motion import posture_time_most as posture_time_most
from effleurage.limits._tempo import Tempo as Tempo
from effleurage.limits._tempo import open_count as open_count
from effleurage.limits._tempo import progress_step as progress_step
from effleurage.limits._tempo import seconds as seconds
from effleurage.limits._tempo import tempo as tempo
from effleurage.limits._tool import ToolLimit as ToolLimit
from effleurage.limits._zone import ZoneLimit as ZoneLimit
from effleurage.limits._zone import zones as zones
