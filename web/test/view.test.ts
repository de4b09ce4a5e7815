import { describe, expect, it } from "vitest";
import { daylight, reach } from "../src/view/dusk";
import { glowing } from "../src/view/glow";
import { heights } from "../src/view/heights";
import { relief } from "../src/view/relief";
import { coarser, neighbours, openness, smoothed } from "../src/view/shape";
import { unbrokenUntil, initial, step } from "../src/session";
import { chain, twentyMinutes } from "./blocks";

/** A level square of so many vertices a side, so far apart [m]. */
function square(side: number, apart: number): { places: Float32Array; faces: Uint32Array } {
  const places: number[] = [];
  const faces: number[] = [];
  for (let r = 0; r < side; r++) {
    for (let c = 0; c < side; c++) {
      places.push(r * apart, c * apart, 0.1);
      const a = r * side + c;
      if (r + 1 < side && c + 1 < side) faces.push(a, a + side, a + side + 1, a, a + side + 1, a + 1);
    }
  }
  return { places: Float32Array.from(places), faces: Uint32Array.from(faces) };
}

describe("a mesh", () => {
  it("knows each neighbour once, and is drawn to their mean", () => {
    const { places, faces } = square(3, 0.1);
    const near = neighbours(faces, 9);
    expect([...near.ends.subarray(near.starts[4], near.starts[5])].sort()).toEqual([0, 1, 3, 5, 7, 8]);
    const middle = Float32Array.from({ length: 9 }, (_, v) => Number(v === 4));
    expect(smoothed(middle, 1, near, 1)[4]).toBeCloseTo(0.4, 6);
    expect(smoothed(places, 3, near, 1)[3 * 4]).toBeCloseTo(0.1, 6);
  });

  it("is lit evenly where it is flat, and darker in a hollow", () => {
    const { places, faces } = square(9, 0.02);
    const normals = places.map((_, i) => Number(i % 3 === 2));
    const near = neighbours(faces, 81);
    const flat = openness(places, normals, near, [[3, 90]]);
    expect(Math.min(...flat)).toBeCloseTo(Math.max(...flat), 5);
    const dented = places.slice();
    dented[3 * 40 + 2] -= 0.02;
    expect(openness(dented, normals, near, [[3, 90]])[40]).toBeLessThan(0.95 * flat[40]);
  });

  it("loses the triangles of fine parts, and none of coarse ones", () => {
    const [fine, wide] = [square(9, 0.004), square(9, 0.03)];
    expect(coarser(wide.faces, wide.places, 0.016)).toEqual(wide.faces);
    const kept = coarser(fine.faces, fine.places, 0.016);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(0.2 * fine.faces.length);
    expect(Math.max(...kept)).toBeLessThan(81);
  });
});

describe("a relief", () => {
  const { places, faces } = square(20, 0.02);
  const field = heights(places, faces, 0.01);
  const image = relief(field, (x) => x < 0.1);
  const file = Uint8Array.from(atob(image.image.split(",")[1]), (letter) => letter.charCodeAt(0));
  const facts = new DataView(file.buffer);

  it("is a bitmap of the field's size", () => {
    expect(image.image).toMatch(/^data:image\/bmp;base64,Qk/);
    expect(facts.getInt32(18, true)).toBe(field.columns);
    expect(facts.getInt32(22, true)).toBe(-field.rows);
    expect(facts.getUint32(2, true)).toBe(file.length);
    expect(image.width).toBeCloseTo(100 * field.columns * field.cell, 6);
  });

  it("shows warm skin, a cooler towel, and the dark around them", () => {
    const line = Math.ceil((3 * field.columns) / 4) * 4;
    const at = (x: number, y: number) => {
      const [row, column] = [Math.round((x - field.x0) / field.cell), Math.round((y - field.y0) / field.cell)];
      const from = 54 + line * (field.rows - 1 - row) + 3 * (field.columns - 1 - column);
      return { blue: file[from], red: file[from + 2] };
    };
    const [skin, towel, outside] = [at(0.25, 0.2), at(0.05, 0.2), at(-0.3, -0.7)];
    expect(skin.red).toBeGreaterThan(1.5 * skin.blue);
    expect(towel.red).toBeLessThan(1.5 * towel.blue);
    expect(outside.red).toBeLessThan(0.3 * skin.red);
  });
});

describe("the way ahead", () => {
  it("goes on as far as nothing jumps", () => {
    const blocks = chain([[5, {}], [5, {}], [5, {}], [5, {}]]);
    const begun = step(blocks, initial(blocks), 1, ["begin"]).state;
    expect(unbrokenUntil(blocks, begun)).toBe(20);
    expect(unbrokenUntil(blocks, { ...begun, order: [0, 1, 3, 2] })).toBe(10);
  });

  it("ends with the pass that is stayed with", () => {
    const blocks = twentyMinutes();
    const { state } = step(blocks, step(blocks, initial(blocks), 20, ["begin"]).state, 0, ["stay"]);
    expect(unbrokenUntil(blocks, state)).toBe(blocks[3].stop);
  });
});

describe("lying down anew", () => {
  it("darkens where limbs go far, and only on the way", () => {
    const far = reach(new Float32Array([0, 0, 0, 1, 1, 1]), new Float32Array([0, 0, 0, 1, 1.6, 1.8]));
    expect(far).toBeCloseTo(1);
    expect([0, 1].map((share) => daylight(share, far))).toEqual([1, 1]);
    expect(daylight(0.5, far)).toBeLessThan(0.1);
    expect(daylight(0.5, 0.3)).toBe(1);
  });
});

describe("a glowing part", () => {
  it("comes at once where motion is reduced", () => {
    expect(glowing({ part: "", lamp: 0 }, "leg", 0.03, true)).toEqual({ part: "leg", lamp: 1 });
  });

  it("goes out before another one comes up", () => {
    let glow = { part: "leg", lamp: 1 };
    const seen: string[] = [];
    for (let frame = 0; frame < 300; frame++) {
      const next = glowing(glow, "arm", 1 / 30, false);
      if (next.part !== glow.part) seen.push(`${next.part} at ${glow.lamp < 0.02}`);
      glow = next;
    }
    expect(seen).toEqual(["arm at true"]);
    expect(glow.lamp).toBeGreaterThan(0.98);
  });

  it("is none where nothing is to glow", () => {
    expect(glowing({ part: "leg", lamp: 1 }, "", 0.03, true)).toEqual({ part: "leg", lamp: 0 });
  });
});
