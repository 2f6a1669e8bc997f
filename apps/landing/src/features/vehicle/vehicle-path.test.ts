import { describe, expect, it } from "vitest";
import { vehicleIdOf, vehiclePath } from "./vehicle-path";

const vehicleId = "01995f3a-7c1e-7abc-9def-0123456789ab";

describe("the address of a vehicle", () => {
  it("says what it is, in plain letters", () => {
    const path = vehiclePath({ vehicleId, title: "2019 Citroën C-Elysée 1.6 Işık" });
    expect(path).toBe(`/arac/2019-citroen-c-elysee-1-6-isik-${vehicleId}`);
  });

  it("gives the id back, whatever stands before it", () => {
    expect(vehicleIdOf(`baska-baslik-${vehicleId}`)).toBe(vehicleId);
    expect(vehicleIdOf(vehicleId)).toBe(vehicleId);
    expect(vehicleIdOf("2019-passat")).toBeNull();
    expect(vehicleIdOf(`${vehicleId}-2`)).toBeNull();
  });
});
