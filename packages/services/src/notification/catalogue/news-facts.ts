import { moneyField } from "@oto/domain";
import { z } from "zod";
import type { NewsFacts } from "./message-values";

const text = z.string().optional();

const facts = z.object({
  vehicleTitle: text,
  counterpart: text,
  galleryName: text,
  name: text,
  reason: text,
  excerpt: text,
  step: text,
  amount: moneyField.optional(),
  previousAmount: moneyField.optional(),
  until: text,
  count: z.number().optional(),
});

/** The facts as they were stored beside a notification; empty when there are none to be read. */
export function readFacts(params: unknown): NewsFacts {
  const parsed = facts.safeParse(params);
  return parsed.success ? parsed.data : {};
}
