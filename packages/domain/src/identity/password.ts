import { z } from "zod";
import { COMMON_PASSWORDS } from "./common-passwords";
import { COMMON_STEMS } from "./common-stems";

export const PASSWORD_MIN_LENGTH = 10;
/**
 * bcrypt reads no further than this many bytes of UTF-8. A longer password is refused with a text
 * that says so: neither cut off in silence nor hashed beforehand, which would hide a weak rule.
 */
export const PASSWORD_MAX_BYTES = 72;

export type PasswordProblem = "password_short" | "password_long" | "password_common";
export type PasswordStrength = 0 | 1 | 2 | 3 | 4;

/** Lower-case ASCII with the usual letter-for-digit swaps still in. */
function fold(password: string): string {
  return password.replace(/[İIı]/g, "i").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Letters and digits only, with the usual letter-for-digit swaps undone. */
function skeleton(folded: string): string {
  return folded
    .replace(/[@4]/g, "a")
    .replace(/[$5]/g, "s")
    .replace(/0/g, "o")
    .replace(/3/g, "e")
    .replace(/[1!]/g, "i")
    .replace(/[^a-z0-9]/g, "");
}

/** One common word, once or repeated, with nothing but digits and signs before and behind it. */
function isDecoratedStem(folded: string): boolean {
  const core = skeleton(folded.replace(/^[^a-z]+|[^a-z]+$/g, ""));
  if (COMMON_STEMS.has(core)) return true;
  const half = core.slice(0, core.length / 2);
  return half !== "" && half + half === core && COMMON_STEMS.has(half);
}

function isRun(text: string): boolean {
  const steps = Array.from(text.slice(1), (_, index) =>
    Math.abs(text.charCodeAt(index + 1) - text.charCodeAt(index)),
  );
  return text.length > 3 && steps.every((step) => step <= 1 || step === 9);
}

const commonSkeletons = new Set(COMMON_PASSWORDS.map((each) => skeleton(fold(each))));

/**
 * Whether it is on the list of often-used passwords, a common word with an ending (over 30,000 of
 * those are long enough to need refusing), one letter repeated, or a plain run.
 */
export function isCommonPassword(password: string): boolean {
  const folded = fold(password);
  if (new Set(folded).size < 4 || isRun(folded)) return true;
  return commonSkeletons.has(skeleton(folded)) || isDecoratedStem(folded);
}

/** The first rule a new password breaks, or null. */
export function passwordProblem(password: string): PasswordProblem | null {
  if (Array.from(password).length < PASSWORD_MIN_LENGTH) return "password_short";
  if (new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES) return "password_long";
  return isCommonPassword(password) ? "password_common" : null;
}

/** For the meter: 0 refused or empty, 1 weak, 2 fair, 3 good, 4 strong. A hint, not a rule. */
export function passwordStrength(password: string): PasswordStrength {
  if (passwordProblem(password) !== null) return 0;
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password));
  const distinct = new Set(password).size;
  const bits = distinct * 2 + classes.length * 4 + Math.max(0, password.length - 10) * 2;
  if (bits < 24) return 1;
  if (bits < 34) return 2;
  return bits < 44 ? 3 : 4;
}

/** A new password. Sign-in takes any text: old rules must never lock people out. */
export const passwordField = z
  .string({ error: "validation.required" })
  .max(200, { error: "validation.password_long" })
  .superRefine((value, ctx) => {
    const problem = passwordProblem(value);
    if (problem) ctx.addIssue({ code: "custom", message: `validation.${problem}`, input: value });
  });
