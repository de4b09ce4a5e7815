import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { leftOut, reason, unmet } from "../src/ui/leftout";
import { speakIn } from "../src/ui/words";

describe("what a plan lacks", () => {
  beforeAll(() => vi.stubGlobal("document", { documentElement: {} }));
  afterEach(() => speakIn("en"));

  it("is said as the planner says it in English", () => {
    for (const name of ["Neck", "“Slide down …”", "Neck: from “Knead it …”", "from “Knead …”", "Blades: “Circle …” (left side)"]) {
      expect(leftOut(name, false)).toBe(name);
    }
  });

  it("is said in German, and the article's words stay", () => {
    speakIn("de");
    expect(leftOut("Neck: from “Slide from the left side …”", false)).toBe("Neck: ab “Slide from the left side …”");
    expect(leftOut("from “Knead …”", false)).toBe("ab “Knead …”");
    expect(leftOut("Blades: “Circle …” (left side)", false)).toBe("Blades: “Circle …” (linke Seite)");
    expect(leftOut("Blades: “Circle …” (left side)", true)).toBe("Blades: “Circle …” (rechte Seite)");
    expect(leftOut("Away from “it all”", false)).toBe("Away from “it all”");
  });

  it("names places in the page's language, on the receiver's own side", () => {
    expect(unmet("Nothing in this routine works on the buttock or the left arm.", false)).toBe("Nothing in this routine works on: buttock, left arm.");
    speakIn("de");
    expect(unmet("Nothing in this routine works on the buttock or the left arm.", true)).toBe("In diesem Ablauf kommt nicht vor: Gesäß, Arm rechts.");
    expect(unmet("Something else.", false)).toBe("Something else.");
  });

  it("says why there is no plan", () => {
    speakIn("de");
    expect(reason("nothing is left without the back and the neck: choose another routine")).toBe("Ohne diese Stellen bleibt nichts übrig; wähle einen anderen Ablauf.");
    expect(reason("too heavy")).toBe("too heavy");
  });
});
