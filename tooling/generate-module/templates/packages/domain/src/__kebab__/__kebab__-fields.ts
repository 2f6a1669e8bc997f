import { z } from "zod";

export const __SNAKE___TITLE_MAX = 120;

/** Title of a __words__, 1..120 characters. */
export const __camel__TitleField = z
  .string({ error: "validation.required" })
  .trim()
  .min(1, { error: "validation.required" })
  .max(__SNAKE___TITLE_MAX);
