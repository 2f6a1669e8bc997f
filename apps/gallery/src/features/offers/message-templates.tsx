"use client";

import { Chip } from "@oto/ui";
import { useTranslations } from "next-intl";

/** Ready sentences for each occasion; the catalogue has their words. */
const TEMPLATES = {
  offer: ["cash", "today", "partner"],
  counter: ["clean", "stretch", "today"],
  reject: ["price", "other", "later"],
  withdraw: ["found", "later"],
} as const;

interface MessageTemplatesProps {
  occasion: keyof typeof TEMPLATES;
  /** What stands in the field now. */
  value: string;
  onPick: (message: string) => void;
}

/** Ready sentences that fill the message with one tap. */
export function MessageTemplates({ occasion, value, onPick }: MessageTemplatesProps) {
  const t = useTranslations("offers.templates");
  return (
    <fieldset aria-label={t("label")} className="flex flex-wrap gap-2">
      {TEMPLATES[occasion].map((name) => {
        const key: string = `${occasion}.${name}`;
        const text = t(key);
        const chosen = value === text;
        return (
          <Chip key={name} selected={chosen} onPress={() => onPick(chosen ? "" : text)}>
            {text}
          </Chip>
        );
      })}
    </fieldset>
  );
}
