import { errorData } from "@oto/trpc/client";
import type { FieldValues, Path, UseFormSetError } from "react-hook-form";

/**
 * Puts what the API said about fields on the fields.
 * @returns whether it said anything about a field
 */
export function applyServerErrors<Values extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<Values>,
): boolean {
  const fields = Object.entries(errorData(error)?.fields ?? {}).filter(([path]) => path !== "");
  for (const [index, [path, messages]] of fields.entries()) {
    setError(
      path as Path<Values>,
      { type: "server", message: messages.join(" ") },
      { shouldFocus: index === 0 },
    );
  }
  return fields.length > 0;
}
