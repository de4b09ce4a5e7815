"""Exports: a performance as files for other programs.

The ``.npz`` is lossless; CSV, Parquet and glTF are projections of it. The format is chosen by the
file's suffix.
"""

from effleurage.players.export._gltf import INDICES as INDICES
from effleurage.players.export._gltf import VERTICES as VERTICES
from effleurage.players.export._gltf import Glb as Glb
from effleurage.players.export._table import COLUMNS as COLUMNS
from effleurage.players.export._table import Table as Table
from effleurage.players.export._table import table as table
from effleurage.players.export._write import SUFFIXES as SUFFIXES
from effleurage.players.export._write import checked_suffix as checked_suffix
from effleurage.players.export._write import write as write
