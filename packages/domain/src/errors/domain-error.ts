import type { Reason, ReasonDefinition } from "./reasons";
import { isReason, REASONS } from "./reasons";

/** Values for the placeholders of the reason's text. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** What a caller needs beyond the text; plain JSON. */
export interface ErrorDetails {
  /** Message keys or texts per input field, dotted path → messages. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly [key: string]: unknown;
}

/**
 * A refusal that the rules foresee. Its reason is stable and machine-readable; the text for people
 * comes from the message catalogue (`errors.<reason>`) with `params`.
 */
export class DomainError extends Error {
  readonly reason: Reason;
  readonly params: ErrorParams;
  readonly details: ErrorDetails | undefined;

  constructor(reason: Reason, params: ErrorParams = {}, details?: ErrorDetails) {
    super(reason);
    this.name = "DomainError";
    this.reason = reason;
    this.params = params;
    this.details = details;
  }

  /** tRPC code, log severity and whether the refusal is expected. */
  get definition(): ReasonDefinition {
    return REASONS[this.reason];
  }
}

/**
 * Whether a caught value is a domain error; true across bundles that hold their own copy of the
 * class too, which `instanceof` is not.
 */
export function isDomainError(error: unknown): error is DomainError {
  return (
    error instanceof Error &&
    error.name === "DomainError" &&
    "reason" in error &&
    typeof error.reason === "string" &&
    isReason(error.reason)
  );
}
