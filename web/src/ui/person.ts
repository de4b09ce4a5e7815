/** For whom: those who are remembered, and a size; the body changes as it is chosen. */
import { chips, line } from "./inputs";
import { receivers, type Receivers } from "./receivers";
import { type Screen, sheet } from "./sheet";
import type { Size } from "./wanted";
import { t } from "./words";

export interface Person extends Receivers {
  change(size: Size): void;
  leave(): void;
  back(): void;
}

export function person(wish: Person): Screen {
  const size = wish.size;
  const set = (change: Partial<Size>) => wish.change(Object.assign(size, change));
  return {
    element: sheet({
      name: "person", title: t("person_question"), done: t("done"), leave: wish.leave, back: wish.back, open: true,
      content: [
        receivers(wish),
        chips("sex", t("sex"), [["female", t("female")], ["male", t("male")]], size.sex, (sex) => set({ sex })),
        line({ name: "height", label: t("height"), range: [1.4, 2.05, 0.01], now: size.height, told: (n) => `${n.toFixed(2)} m`, pick: (height) => set({ height }) }),
        line({ name: "weight", label: t("weight"), range: [40, 140, 1], now: size.weight, told: (n) => `${Math.round(n)} kg`, pick: (weight) => set({ weight }) }),
        line({ name: "age", label: t("age"), range: [18, 90, 1], now: size.age, told: (n) => t("years", { n }), pick: (age) => set({ age }) }),
      ],
    }),
  };
}
