"use client";

import { Callout } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { FieldErrors } from "react-hook-form";

/** How many fields are wrong, nested ones counted one by one. */
export function countErrors(errors: FieldErrors | undefined): number {
  return Object.values(errors ?? {}).reduce<number>((sum, entry) => {
    if (entry === undefined || entry === null) return sum;
    const isField = "message" in entry || "type" in entry;
    return sum + (isField ? 1 : countErrors(entry as FieldErrors));
  }, 0);
}

/** Says above the buttons how much is still wrong. */
export function FormErrors({ errors }: { errors: FieldErrors }) {
  const t = useTranslations("vehicleForm");
  const count = countErrors(errors);
  return count === 0 ? null : (
    <Callout tone="danger" role="alert" title={t("fixErrors", { count })}>
      {t("fixErrorsText")}
    </Callout>
  );
}
