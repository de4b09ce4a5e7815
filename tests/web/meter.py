"""What a page holds: bytes, elements, listeners, and what the graphics chip keeps for it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a page holds at a moment.

    Attributes:
        heap: Bytes in use.
        nodes: Elements and texts, those of no document too.
        listeners: Listeners of events.
        pictures: Pictures in the page: one is drawn on.
        drawn: What the graphics chip keeps: geometries, textures, programs.
    """

    heap: float
    nodes: float
    listeners: float
    pictures: int
    drawn: dict


class Meter:
    """Reads a page once nothing is left to collect."""

    def __init__(self, page):
        self.page = page
        self.line = page.context.new_cdp_session(page)
        self.line.send("HeapProfiler.enable")
        self.line.send("Performance.enable")

    def read(self):
        """What it holds."""
        for _ in range(3):
            self.line.send("HeapProfiler.collectGarbage")
        told = {one["name"]: one["value"] for one in self.line.send("Performance.getMetrics")["metrics"]}
        heap = self.line.send("Runtime.getHeapUsage")
        return Reading(
            heap=heap["usedSize"] + heap.get("backingStorageSize", 0),
            nodes=told["Nodes"],
            listeners=told["JSEventListeners"],
            pictures=self.page.locator(".view").count(),
            drawn=self.page.evaluate("() => window.effleurage.view.held()"),
        )

    def settled(self, fine, seconds=60):
        """What it holds once that is fine, or after so long: a browser that is busy collects later."""
        for _ in range(seconds):
            found = self.read()
            if fine(found):
                break
            self.page.wait_for_timeout(1000)
        return found
