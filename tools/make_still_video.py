"""Make the small silent film that keeps a screen on where there is no wake lock.

Run it to make it anew: ``uv run --with av python tools/make_still_video.py``. Two seconds of a dark
picture with silent sound, as MP4 and as WebM, go into ``web/src/device/still.json``.
"""

import base64
import io
import json
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

TARGET = Path(__file__).parents[1] / "web" / "src" / "device" / "still.json"
SIDE, RATE, SECONDS, HERTZ = 32, 4, 2, 48000
KINDS = {"video/mp4": ("mp4", "libx264", "aac"), "video/webm": ("webm", "libvpx", "libopus")}


def film(container: str, picture: str, sound: str) -> bytes:
    """A film of nothing, with silence."""
    sheet = io.BytesIO()
    with av.open(sheet, "w", format=container) as out:
        video = out.add_stream(picture, rate=RATE)
        video.width = video.height = SIDE
        video.pix_fmt, video.bit_rate = "yuv420p", 2000
        audio = out.add_stream(sound, rate=HERTZ, layout="mono")
        audio.bit_rate = 8000
        for number in range(RATE * SECONDS):
            shade = np.full((SIDE, SIDE, 3), (13 - number % 2, 8, 6), np.uint8)
            out.mux(video.encode(av.VideoFrame.from_ndarray(shade, format="rgb24")))
        silence = np.zeros((1, HERTZ * SECONDS), np.float32)
        frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = HERTZ, 0, Fraction(1, HERTZ)
        fifo = av.AudioFifo()
        fifo.write(frame)
        while (part := fifo.read(audio.codec_context.frame_size or 960, partial=False)) is not None:
            out.mux(audio.encode(part))
        out.mux(video.encode(None))
        out.mux(audio.encode(None))
    return sheet.getvalue()


def main() -> None:
    """Make both films."""
    films = {kind: film(*parts) for kind, parts in KINDS.items()}
    data = {kind: f"data:{kind};base64,{base64.b64encode(made).decode()}" for kind, made in films.items()}
    TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print({kind: len(made) for kind, made in films.items()})


if __name__ == "__main__":
    main()
