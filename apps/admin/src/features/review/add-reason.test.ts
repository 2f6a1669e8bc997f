import { describe, expect, it } from "vitest";
import { addReason } from "./add-reason";

describe("addReason", () => {
  it("starts a text, or goes under what is written", () => {
    expect(addReason("  ", "Adres eksik.")).toBe("Adres eksik.");
    expect(addReason("Merhaba, ", "Adres eksik.")).toBe("Merhaba,\nAdres eksik.");
  });

  it("adds the same reason once", () => {
    const once = addReason("Merhaba", "Adres eksik.");
    expect(addReason(once, "Adres eksik.")).toBe(once);
  });
});
