import type { FieldErrors, FieldValues } from "react-hook-form";
import type { RequestProblem } from "../verify/request-problem";

/** The refused fields of one part of the application, as react-hook-form takes them. */
export function errorsBelow<Values extends FieldValues>(
  problem: RequestProblem | null,
  part: "owner" | "gallery",
): FieldErrors<Values> | undefined {
  const start = `${part}.`;
  const own = Object.entries(problem?.fields ?? {})
    .filter(([path]) => path.startsWith(start))
    .map(([path, message]) => [path.slice(start.length), { type: "server", message }]);
  if (own.length === 0) return undefined;
  const errors: FieldErrors<Values> = Object.fromEntries(own);
  return errors;
}
