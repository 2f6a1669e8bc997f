import { errorData } from "@oto/trpc/client";

/** What a refused call means for a form: a text on top, and texts on fields. */
export interface RequestProblem {
  reason: string | null;
  message: string;
  /** Dotted path → text. */
  fields: Record<string, string>;
}

/** Reads a caught error; `offline` is said where the API was never reached. */
export function requestProblem(error: unknown, offline: string): RequestProblem {
  const data = errorData(error);
  if (!data) return { reason: null, message: offline, fields: {} };
  const fields = Object.entries(data.fields).flatMap(([path, [text]]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  return { reason: data.reason, message: data.message, fields: Object.fromEntries(fields) };
}
