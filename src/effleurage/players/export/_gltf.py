"""A binary glTF file in the making: a JSON document and the buffer that its accessors describe.

Written here, since the libraries for it (pygltflib and its like) only spell the JSON: packing the
buffer, which is the work, would still be ours, and the core would carry their dependencies.
"""

import json
import struct
from typing import Any, final

import numpy as np

_COMPONENTS = {"int8": 5120, "uint8": 5121, "int16": 5122, "uint16": 5123, "uint32": 5125, "float32": 5126}
_SHAPES = {(): "SCALAR", (2,): "VEC2", (3,): "VEC3", (4,): "VEC4", (4, 4): "MAT4"}

VERTICES, INDICES = 34962, 34963
"""What a buffer view is for; animations and skins say nothing."""


@final
class Glb:
    """Collects the parts of a file; `data` gives the whole.

    Attributes:
        document: The JSON part, to which callers add what is not a numbered list.
    """

    def __init__(self, *, generator: str) -> None:
        self.document: dict[str, Any] = {"asset": {"version": "2.0", "generator": generator}}
        self._buffer = bytearray()

    def add(self, kind: str, **fields: Any) -> int:
        """Append an element (``nodes``, ``meshes``…) and return its index; None fields are left out."""
        group = self.document.setdefault(kind, [])
        group.append({name: value for name, value in fields.items() if value is not None})
        return len(group) - 1

    def accessor(
        self,
        array: np.ndarray,
        *,
        target: int | None = None,
        is_normalized: bool = False,
        has_bounds: bool = False,
    ) -> int:
        """Append an array to the buffer.

        Args:
            array: One element per row, of a component type that glTF has.
            target: `VERTICES`, `INDICES` or None.
            is_normalized: Integers stand for −1 to 1.
            has_bounds: State the least and greatest components, as glTF asks for positions and times.

        Returns:
            The accessor's index.
        """
        data = np.ascontiguousarray(array)
        self._buffer.extend(b"\0" * (-len(self._buffer) % 4))
        view = self.add(
            "bufferViews", buffer=0, byteOffset=len(self._buffer), byteLength=data.nbytes, target=target
        )
        # Matrices are stored by columns.
        self._buffer.extend((data.swapaxes(-1, -2) if data.ndim == 3 else data).tobytes())
        return self.add(
            "accessors",
            bufferView=view,
            componentType=_COMPONENTS[data.dtype.name],
            count=len(data),
            type=_SHAPES[data.shape[1:]],
            normalized=True if is_normalized else None,
            min=np.atleast_1d(data.min(axis=0)).tolist() if has_bounds else None,
            max=np.atleast_1d(data.max(axis=0)).tolist() if has_bounds else None,
        )

    def data(self) -> bytes:
        """The file: header, JSON chunk, binary chunk."""
        self._buffer.extend(b"\0" * (-len(self._buffer) % 4))
        document = {**self.document, "buffers": [{"byteLength": len(self._buffer)}]}
        words = json.dumps(document, separators=(",", ":"), allow_nan=False).encode("ascii")
        words += b" " * (-len(words) % 4)
        chunks = [(b"JSON", words), (b"BIN\0", bytes(self._buffer))]
        body = b"".join(struct.pack("<I4s", len(chunk), kind) + chunk for kind, chunk in chunks)
        return struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body


@final
class Animation:
    """One animation in the making: channels that move nodes.

    Args:
        file: The file that holds it.
        name: Its name.
    """

    def __init__(self, file: Glb, *, name: str) -> None:
        self._file = file
        self._name = name
        self._channels: list[dict[str, Any]] = []
        self._samplers: list[dict[str, Any]] = []

    def channel(
        self,
        node: int,
        path: str,
        time: np.ndarray,
        values: np.ndarray,
        *,
        is_normalized: bool = False,
        interpolation: str = "LINEAR",
    ) -> None:
        """Move one property of a node.

        Args:
            node: Index of the node.
            path: ``translation``, ``rotation``, ``scale`` or ``weights``.
            time: Of the keys, in [s].
            values: At the keys.
            is_normalized: Integers stand for −1 to 1.
            interpolation: ``LINEAR`` or ``STEP``.
        """
        keys = self._file.accessor(time.astype(np.float32), has_bounds=True)
        output = self._file.accessor(values, is_normalized=is_normalized)
        self._samplers.append({"input": keys, "output": output, "interpolation": interpolation})
        target = {"node": node, "path": path}
        self._channels.append({"sampler": len(self._samplers) - 1, "target": target})

    def close(self) -> None:
        """Put the animation into the file, if anything moves."""
        if self._channels:
            self._file.add("animations", name=self._name, channels=self._channels, samplers=self._samplers)
