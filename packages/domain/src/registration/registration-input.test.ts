import { describe, expect, it } from "vitest";
import { otpRequestInput, registrationInput } from ".";

const valid = {
  token: "t",
  owner: {
    firstName: "Ayşe",
    lastName: "Yılmaz",
    email: "Ayse@Example.com",
    password: "uzun bir parola 47",
  },
  gallery: {
    name: "Yılmaz Oto",
    taxType: "VKN",
    taxNumber: "4540536920",
    licenceNo: "34-0123",
    provinceCode: 34,
    district: "KADIKOY",
  },
  consents: { terms: true, kvkk: true },
};

describe("registration", () => {
  it("takes the contract's input and brings it to its official spelling", () => {
    const parsed = registrationInput.parse(valid);
    expect(parsed.owner.email).toBe("ayse@example.com");
    expect(parsed.gallery.district).toBe("Kadıköy");
  });

  it.each([
    ["gallery.taxNumber", { gallery: { ...valid.gallery, taxNumber: "4540536921" } }],
    ["gallery.taxNumber", { gallery: { ...valid.gallery, taxType: "TCKN" } }],
    ["gallery.district", { gallery: { ...valid.gallery, district: "Bornova" } }],
    ["gallery.provinceCode", { gallery: { ...valid.gallery, provinceCode: 82 } }],
    ["gallery.licenceNo", { gallery: { ...valid.gallery, licenceNo: " " } }],
    ["consents.kvkk", { consents: { terms: true, kvkk: false } }],
    ["owner.password", { owner: { ...valid.owner, password: "kisa" } }],
  ])("refuses a bad %s", (path, change) => {
    const result = registrationInput.safeParse({ ...valid, ...change });
    expect(result.error?.issues[0]?.path.join(".")).toBe(path);
  });

  it("reads the phone of an OTP request in any spelling", () => {
    expect(otpRequestInput.parse({ phone: "0532 123 45 67", purpose: "register" }).phone).toBe(
      "+905321234567",
    );
  });
});
