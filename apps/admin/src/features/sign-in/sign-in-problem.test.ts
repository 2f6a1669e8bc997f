import { describe, expect, it } from "vitest";
import { readSignInProblem } from "./sign-in-problem";

describe("readSignInProblem", () => {
  it("reads the seed that a first sign-in gets", () => {
    const enrol = { secret: "JBSWY3DP", otpauthUrl: "otpauth://totp/x" };
    const text = JSON.stringify({ message: "Kod gerekli", reason: "auth.totp_required", enrol });
    expect(readSignInProblem(text)).toEqual({
      message: "Kod gerekli",
      reason: "auth.totp_required",
      enrol,
    });
  });

  it("makes nothing of other errors of next-auth", () => {
    expect(readSignInProblem("CredentialsSignin")).toBeUndefined();
    expect(readSignInProblem(null)).toBeUndefined();
    expect(readSignInProblem('{"reason":"x"}')).toBeUndefined();
  });
});
