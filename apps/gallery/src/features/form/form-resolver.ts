import { toNestErrors } from "@hookform/resolvers";
import { issueText } from "@oto/domain";
import type { FieldError, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { toAppLocale } from "../../i18n/locale";

type Check<Values, Output> = (values: Values) => z.ZodSafeParseResult<Output>;

/**
 * Checks a form with a schema of the domain; texts come from the domain's catalogue in the reader's
 * language.
 *
 * @param check turns what the form holds into the schema's input and parses it
 */
export function formResolver<Values extends FieldValues, Output>(
  check: Check<Values, Output>,
  locale: string,
): Resolver<Values, unknown, Output> {
  return (values, _context, options) => {
    const result = check(values);
    if (result.success) return { values: result.data, errors: {} };
    const errors: Record<string, FieldError> = {};
    for (const issue of result.error.issues) {
      const path = issue.path.map(String).join(".");
      errors[path] ??= { type: issue.code, message: issueText(issue, toAppLocale(locale)) };
    }
    return { values: {}, errors: toNestErrors<Values>(errors as never, options) };
  };
}
