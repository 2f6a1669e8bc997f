"use client";

import { useLocale } from "next-intl";
import { useForm } from "react-hook-form";
import { formResolver } from "../form/form-resolver";
import type { OfferFormOutput, OfferFormValues } from "./offer-form";
import { EMPTY_OFFER, offerFormSchema } from "./offer-form";

/** The form of a proposal, empty but for what it starts with. */
export function useOfferForm(start: Partial<OfferFormValues> = {}) {
  const locale = useLocale();
  return useForm<OfferFormValues, unknown, OfferFormOutput>({
    resolver: formResolver((values) => offerFormSchema.safeParse(values), locale),
    defaultValues: { ...EMPTY_OFFER, ...start },
  });
}
