"use client";

import { Countdown } from "@oto/ui";
import { useTranslations } from "next-intl";

interface TimeLeftProps {
  until: string;
  /** What runs out, for screen readers. */
  label: string;
  className?: string;
}

/** A clock running down, in the reader's language. */
export function TimeLeft({ until, label, className }: TimeLeftProps) {
  const t = useTranslations("offers");
  return (
    <Countdown
      until={until}
      label={label}
      units={{
        day: t("unit.day"),
        hour: t("unit.hour"),
        minute: t("unit.minute"),
        second: t("unit.second"),
      }}
      overLabel={t("over")}
      className={className}
    />
  );
}
