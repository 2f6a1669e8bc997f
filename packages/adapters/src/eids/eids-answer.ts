import { fold } from "@oto/domain";
import { z } from "zod";
import type { EidsRequest, EidsResult } from "./eids.port";
import { EidsUnavailableError } from "./eids.port";

/** Answer of the Ministry's verification service, as seen in public code (phase 2). */
const answerSchema = z.object({
  statusCode: z.number().int(),
  data: z
    .object({
      markaAdi: z.string().min(1),
      ticariAdi: z.string(),
      modelYili: z.coerce.number().int().min(1900).max(2200),
      ilanSuresi: z.iso.datetime({ offset: true }),
    })
    .nullish(),
  errors: z.array(z.object({ code: z.string(), message: z.string() })).default([]),
});

/**
 * Reads an answer and compares it with the advert.
 * @throws EidsUnavailableError when the answer has another shape than agreed
 */
export function readEidsAnswer(answer: unknown, { declared }: EidsRequest): EidsResult {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) {
    throw new EidsUnavailableError("EİDS answered in an unknown shape", { cause: parsed.error });
  }
  const { statusCode, data, errors } = parsed.data;
  const [refusal] = errors;
  if (refusal) return { outcome: "REFUSED", code: refusal.code, message: refusal.message };
  if (statusCode !== 200 || !data) {
    throw new EidsUnavailableError(`EİDS answered ${statusCode} without data or error`);
  }
  const fields: ("makeName" | "modelYear")[] = [];
  if (fold(data.markaAdi) !== fold(declared.makeName)) fields.push("makeName");
  if (data.modelYili !== declared.modelYear) fields.push("modelYear");
  if (fields.length > 0) return { outcome: "MISMATCH", fields };
  return {
    outcome: "VERIFIED",
    makeName: data.markaAdi,
    commercialName: data.ticariAdi,
    modelYear: data.modelYili,
    validUntil: new Date(data.ilanSuresi).toISOString(),
  };
}
