"use client";

import { Badge, Card } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { GalleryDetail } from "./gallery-detail";

/** What the owner agreed to, in which version and when. */
export function ConsentsCard({ consents }: { consents: GalleryDetail["consents"] }) {
  const t = useTranslations("review");
  const { instant } = useFormats();
  const nameOf = (kind: string) => {
    const key: string = `consentKinds.${kind}`;
    return t.has(key) ? t(key) : kind;
  };
  return (
    <Card title={t("consentsTitle")}>
      {consents.length === 0 ? <p className="text-ink-muted">{t("noConsents")}</p> : null}
      <ul className="flex flex-col gap-3">
        {consents.map((consent) => (
          <li
            key={`${consent.kind}${consent.createdAt}`}
            className="flex items-start justify-between gap-3"
          >
            <div className="min-w-0">
              <p className="text-[0.9375rem] text-ink">{nameOf(consent.kind)}</p>
              <p className="text-ink-subtle text-sm">
                {t("consentVersion", {
                  version: consent.version,
                  date: instant(consent.createdAt),
                })}
              </p>
            </div>
            <Badge tone={consent.granted ? "success" : "neutral"}>
              {t(consent.granted ? "consentGiven" : "consentRefused")}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
