import { describe, expect, it } from "vitest";
import type { RegistrationDraft } from "./registration-draft";
import {
  EMPTY_DRAFT,
  furthestStep,
  readDraft,
  STEPS,
  stepOfFields,
  stepToShow,
} from "./registration-draft";

const sent = { phone: "+905321234567", expiresAt: "x", resendAt: "y" };
const full: RegistrationDraft = {
  ...EMPTY_DRAFT,
  sent,
  token: "t",
  ownerDone: true,
  galleryDone: true,
};

describe("the wizard's steps", () => {
  it("open one after the other", () => {
    expect(furthestStep(EMPTY_DRAFT)).toBe("telefon");
    expect(furthestStep({ ...EMPTY_DRAFT, sent })).toBe("kod");
    expect(furthestStep({ ...EMPTY_DRAFT, sent, token: "t" })).toBe("yetkili");
    expect(furthestStep({ ...full, galleryDone: false })).toBe("isletme");
    expect(furthestStep(full)).toBe("onay");
  });

  it("go back to anything done, never forward past what is missing", () => {
    for (const step of STEPS) {
      expect(stepToShow(full, step)).toBe(step === "kod" ? "onay" : step);
      expect(stepToShow(EMPTY_DRAFT, step)).toBe("telefon");
    }
    expect(stepToShow(full, null)).toBe("onay");
    expect(stepToShow(full, "baska")).toBe("onay");
  });

  it("find the step of what the API refused, the earliest first", () => {
    expect(stepOfFields(["gallery.taxNumber", "owner.email"])).toBe("yetkili");
    expect(stepOfFields(["gallery.taxNumber"])).toBe("isletme");
    expect(stepOfFields(["phone"])).toBe("telefon");
    expect(stepOfFields([])).toBeNull();
  });
});

describe("a stored draft", () => {
  it("comes back as it was", () => {
    expect(readDraft(JSON.stringify(full))).toEqual(full);
  });

  it("is none when it cannot be read", () => {
    for (const stored of [null, "", "{", "[]", '{"owner":3}']) {
      expect(readDraft(stored)).toEqual(EMPTY_DRAFT);
    }
  });

  it("never carries a password", () => {
    const stored = JSON.stringify({ ...full, owner: { ...full.owner, password: "gizli" } });
    expect(JSON.stringify(readDraft(stored))).not.toContain("gizli");
  });
});
