import { toNestErrors } from "@hookform/resolvers";
import { fieldErrors } from "@oto/domain";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import type { AppLocale } from "../../i18n/locale";

/**
 * Checks a form by a schema of the domain and speaks the reader's language, as the API does when
 * it refuses the same input.
 */
export function formResolver<Typed extends FieldValues, Checked extends FieldValues>(
  schema: z.ZodType<Checked, Typed>,
  locale: AppLocale,
): Resolver<Typed, unknown, Checked> {
  return async (values, _context, options) => {
    const parsed = await schema.safeParseAsync(values);
    if (parsed.success) return { values: parsed.data, errors: {} };
    const flat = Object.entries(fieldErrors(parsed.error, locale)).map(([path, texts]) => [
      path,
      { type: "validation", message: texts[0] ?? "" },
    ]);
    const errors: FieldErrors<Typed> = toNestErrors(Object.fromEntries(flat), options);
    return { values: {}, errors };
  };
}
