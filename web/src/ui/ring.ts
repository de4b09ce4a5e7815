/** How much of the session is done, as a ring. */
import { drawn } from "./dom";
import { t } from "./words";

const RADIUS = 18;
const LENGTH = 2 * Math.PI * RADIUS;

export interface Ring {
  svg: SVGSVGElement;
  set(share: number): void;
}

export function ring(): Ring {
  const circle = (name: string) => drawn("circle", { cx: 22, cy: 22, r: RADIUS, class: name });
  const done = circle("done");
  done.setAttribute("stroke-dasharray", String(LENGTH));
  const svg = drawn("svg", {
    viewBox: "0 0 44 44", class: "ring", role: "progressbar", "aria-valuemin": 0, "aria-valuemax": 100,
  }, circle("rail"), done);
  return {
    svg,
    set(share) {
      done.setAttribute("stroke-dashoffset", String(LENGTH * (1 - share)));
      const percent = Math.round(100 * share);
      svg.setAttribute("aria-valuenow", String(percent));
      svg.setAttribute("aria-label", t("advance", { share: percent }));
    },
  };
}
