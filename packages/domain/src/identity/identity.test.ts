import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emailField,
  formatPhone,
  formatPlate,
  maskPhone,
  normalizePlate,
  otpCodeField,
  parsePhone,
  passwordField,
  passwordProblem,
  passwordStrength,
  personNameField,
  phoneField,
  tcknField,
  validateIban,
  validateMersis,
  validatePlate,
  validateTaxNumber,
  validateTckn,
  validateVin,
  validateVkn,
  vinSuffix,
  vknField,
} from ".";
import { COMMON_STEMS } from "./common-stems";

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

describe("phone", () => {
  it.each([
    "5321234567",
    "05321234567",
    "905321234567",
    "+905321234567",
    "+90 532 123 45 67",
    "0 (532) 123-45-67",
    "0090 532 123 45 67",
    " 0532.123.45.67 ",
    "0532\u00a0123\u00a045\u00a067",
  ])("reads %s", (text) => {
    expect(parsePhone(text)).toBe("+905321234567");
    expect(phoneField.parse(text)).toBe("+905321234567");
  });

  it.each(["", "4321234567", "02121234567", "532123456", "53212345678", "+49 532 1234567", "abc"])(
    "refuses %s",
    (text) => {
      expect(parsePhone(text)).toBeNull();
      expect(phoneField.safeParse(text).error?.issues[0]?.message).toBe("validation.phone");
    },
  );

  it("is stable under its own formatting", () => {
    fc.assert(
      fc.property(digits(9), (rest) => {
        const phone = `+905${rest.join("")}`;
        expect(parsePhone(phone)).toBe(phone);
        expect(parsePhone(formatPhone(phone))).toBe(phone);
        expect(maskPhone(phone)).not.toContain(rest.slice(2, 7).join(""));
      }),
    );
    expect(formatPhone("+905321234567")).toBe("0532 123 45 67");
  });
});

describe("tax numbers", () => {
  it.each(["4540536920", "9029589240", "1234567890"])("takes VKN %s", (number) => {
    expect(validateVkn(number)).toBe(true);
  });

  it("takes TCKN 10000000146", () => {
    expect(validateTckn("10000000146")).toBe(true);
    expect(validateTckn("00000000000")).toBe(false);
    expect(validateTckn("10000000147")).toBe(false);
  });

  it("has exactly one check digit per VKN", () => {
    fc.assert(
      fc.property(digits(9), (first) => {
        const valid = Array.from({ length: 10 }, (_, last) => `${first.join("")}${last}`).filter(
          validateVkn,
        );
        expect(valid).toHaveLength(1);
      }),
    );
  });

  it("has exactly one pair of check digits per TCKN", () => {
    fc.assert(
      fc.property(digits(8), fc.integer({ min: 1, max: 9 }), (rest, first) => {
        const stem = `${first}${rest.join("")}`;
        const valid = Array.from(
          { length: 100 },
          (_, end) => stem + String(end).padStart(2, "0"),
        ).filter(validateTckn);
        expect(valid).toHaveLength(1);
      }),
    );
  });

  it("checks by type and ignores spaces between digits", () => {
    expect(validateTaxNumber("VKN", "1234567890")).toBe(true);
    expect(validateTaxNumber("TCKN", "1234567890")).toBe(false);
    expect(vknField.parse("123 456 78 90")).toBe("1234567890");
    expect(tcknField.safeParse("123").success).toBe(false);
  });
});

describe("plate", () => {
  it.each([
    ["34 abc 123", "ok"],
    ["06 A 1234", "ok"],
    ["81 ZZ 999", "ok"],
    ["34 AB 1234", "ok"],
    ["35 ıyz 12", "ok"],
    ["82 AB 123", "unusual"],
    ["00 AB 123", "unusual"],
    ["34 QW 123", "unusual"],
    ["CD 1234", "unusual"],
    ["B-MW 1234", "unusual"],
    ["", "invalid"],
    ["34", "invalid"],
    ["ABCDEF", "invalid"],
    ["34 ABC 123 456 789", "invalid"],
  ])("judges %s as %s", (text, expected) => {
    expect(validatePlate(text)).toBe(expected);
  });

  it("normalises once and for all", () => {
    expect(normalizePlate("34 şıö 123")).toBe("34SIO123");
    expect(formatPlate("34abc123")).toBe("34 ABC 123");
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plate = normalizePlate(text);
        expect(normalizePlate(plate)).toBe(plate);
      }),
    );
  });
});

describe("VIN", () => {
  it("accepts 17 legal characters and tells a check digit that does not fit", () => {
    expect(validateVin("1M8GDM9AXKP042788")).toBe("ok");
    expect(validateVin("11111111111111111")).toBe("ok");
    expect(validateVin("WVWZZZ3CZKE123456")).toBe("check_digit");
    expect(validateVin("wvwzzz3cz ke123456")).toBe("check_digit");
    for (const bad of ["", "WVWZZZ3CZKE12345", "WVWZZZ3CZKE12345O", "WVWZZZ3CZKE1234567"]) {
      expect(validateVin(bad)).toBe("invalid");
    }
    expect(vinSuffix("WVWZZZ3CZKE123456")).toBe("123456");
  });

  it("notices any single wrong digit", () => {
    const vin = "1M8GDM9AXKP042788";
    const digitPlaces = Array.from(vin).flatMap((character, at) =>
      /\d/.test(character) ? [at] : [],
    );
    fc.assert(
      fc.property(fc.constantFrom(...digitPlaces), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        const changed = vin.slice(0, at) + String(digit) + vin.slice(at + 1);
        expect(validateVin(changed)).toBe(changed === vin ? "ok" : "check_digit");
      }),
    );
  });
});

describe("business numbers", () => {
  it("checks IBAN and MERSİS", () => {
    expect(validateIban("TR33 0006 1005 1978 6457 8413 26")).toBe(true);
    expect(validateIban("TR330006100519786457841327")).toBe(false);
    expect(validateIban("DE89370400440532013000")).toBe(false);
    expect(validateMersis("0123-4567-8901-2345")).toBe(true);
    expect(validateMersis("123")).toBe(false);
  });
});

describe("people", () => {
  it("normalises e-mail addresses without a locale", () => {
    expect(emailField.parse("  Ali.IŞIK@Example.COM ".replace("IŞIK", "INCE"))).toBe(
      "ali.ince@example.com",
    );
    expect(emailField.safeParse("yok").error?.issues[0]?.message).toBe("validation.email");
  });

  it("takes names of any script and refuses digits", () => {
    for (const name of ["Şükrü", "Ayşe Nur", "O'Neil", "Jean-Luc", "Élodie"]) {
      expect(personNameField.parse(name)).toBe(name);
    }
    for (const name of ["", "   ", "4li", "<b>"]) {
      expect(personNameField.safeParse(name).success).toBe(false);
    }
  });

  it("takes six digits as a code", () => {
    expect(otpCodeField.parse("123 456")).toBe("123456");
    expect(otpCodeField.safeParse("12345").success).toBe(false);
  });
});

describe("password", () => {
  it.each([
    ["kisa1", "password_short"],
    [`${"ş".repeat(20)}${"ü1Ab-".repeat(10)}`, "password_long"],
    ["1234567890", "password_common"],
    ["Password123", "password_common"],
    ["P@ssw0rd123", "password_common"],
    ["galatasaray1905", "password_common"],
    ["İstanbul2024", "password_common"],
    ["aaaaaaaaaaaa", "password_common"],
    ["abcdefghijkl", "password_common"],
  ])("refuses %s as %s", (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
    expect(passwordStrength(password)).toBe(0);
    expect(passwordField.safeParse(password).error?.issues[0]?.message).toBe(
      `validation.${problem}`,
    );
  });

  it("refuses well over ten thousand common ones", () => {
    const endings = ["1234567", "123456789", "19051905", "2024!", "2025..", "0606060", "1453*1453"];
    const refused = new Set(
      [...COMMON_STEMS].flatMap((stem) => [
        ...endings.map((ending) => `${stem}${ending}`),
        ...endings.map((ending) => `${ending}${stem.toUpperCase()}`),
        ...[2023, 2024, 2025, 2026].map((year) => `${stem}.${stem}${year}`),
        ...[1, 12, 123].map((digits) => `**${stem}${stem}${digits}`),
      ]),
    );
    const long = [...refused].filter((password) => password.length >= 10);
    expect(long.length).toBeGreaterThan(10_000);
    expect(long.filter((password) => passwordProblem(password) !== "password_common")).toEqual([]);
  });

  it("takes what is hard to guess and grades it", () => {
    expect(passwordProblem("Kontak-demo-2026")).toBeNull();
    expect(passwordStrength("Kontak-demo-2026")).toBeGreaterThanOrEqual(3);
    expect(passwordStrength("mavi kedi uzun yolda 47 kez durdu")).toBe(4);
    expect(passwordStrength("abababcabc")).toBeLessThanOrEqual(1);
  });
});
