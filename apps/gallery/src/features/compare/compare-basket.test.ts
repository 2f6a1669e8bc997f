import { describe, expect, it } from "vitest";
import { parse, toggled } from "./compare-basket";

const id = (n: number) => `0198b8a4-0000-7000-8000-00000000000${n}`;
const car = (n: number) => ({ vehicleId: id(n), title: `Araç ${n}` });

describe("the basket of what is compared", () => {
  it("takes a vehicle in, and out again", () => {
    expect(toggled([], car(1))).toEqual([car(1)]);
    expect(toggled([car(1), car(2)], car(1))).toEqual([car(2)]);
  });

  it("takes four at most", () => {
    const full = [car(1), car(2), car(3), car(4)];
    expect(toggled(full, car(5))).toBe(full);
    expect(toggled(full, car(4))).toHaveLength(3);
  });

  it.each([null, "", "{", "[1]", JSON.stringify([{ vehicleId: "x", title: "y" }])])(
    "reads %s as empty",
    (text) => {
      expect(parse(text)).toEqual([]);
    },
  );

  it("reads what it wrote", () => {
    expect(parse(JSON.stringify([car(1)]))).toEqual([car(1)]);
  });
});
