import { DomainError } from "@oto/domain";
import { toTrpcError } from "./errors";
import { t } from "./init";

/** Deeper than any schema goes, and far from what a parser's stack can bear. */
const DEEPEST = 16;

/** Texts with a NUL, which no database column can hold and nobody types; nesting without reason. */
function isUnfit(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return value.includes("\0");
  if (typeof value !== "object" || value === null) return false;
  if (depth > DEEPEST) return true;
  return Object.entries(value).some(([key, inner]) => isUnfit(key) || isUnfit(inner, depth + 1));
}

/** Refuses what no schema takes before anything walks through it. */
export const withWellFormedInput = t.middleware(async ({ getRawInput, next }) => {
  if (isUnfit(await getRawInput())) throw toTrpcError(new DomainError("input.invalid"));
  return next();
});
