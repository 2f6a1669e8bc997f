"use client";

import { formatPhone } from "@oto/domain";
import { Badge, Card, UiLink } from "@oto/ui";
import { CircleCheck, CircleHelp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { GalleryDetail, ReviewCheck } from "./gallery-detail";

const MARKS = {
  passed: { Icon: CircleCheck, tone: "success" },
  failed: { Icon: TriangleAlert, tone: "danger" },
  unknown: { Icon: CircleHelp, tone: "neutral" },
} as const;

/** What the gallery declared that a check is about. */
function useDeclared({ gallery, consents }: GalleryDetail) {
  const t = useTranslations("review");
  const { day } = useFormats();
  return (check: ReviewCheck["check"]): string | null => {
    switch (check) {
      case "tax_number_valid":
      case "tax_number_unique":
        return `${gallery.taxType} ${gallery.taxNumber}`;
      case "licence_unique":
        return gallery.licenceNo;
      case "licence_in_force":
        return gallery.licenceExpiresOn === null ? null : day(gallery.licenceExpiresOn);
      case "contact_phone_unique":
        return gallery.phone === null ? null : formatPhone(gallery.phone);
      case "name_unique":
        return gallery.name;
      case "district_valid":
        return `${gallery.provinceName} / ${gallery.district}`;
      case "consents_given": {
        const given = new Set(consents.flatMap(({ kind, granted }) => (granted ? [kind] : [])));
        const kinds = (["terms", "kvkk"] as const).filter((kind) => given.has(kind));
        return kinds.map((kind) => t(`consentKinds.${kind}`)).join(", ") || null;
      }
    }
  };
}

/** Says what a check that did not pass means, and whom else it points at. */
function CheckFinding({ check, outcome, galleries }: ReviewCheck) {
  const t = useTranslations("review");
  const unknownKey: string = t.has(`checkUnknown.${check}`) ? check : "other";
  return (
    <>
      {outcome === "failed" ? <p>{t(`checkFailed.${check}`)}</p> : null}
      {outcome === "unknown" ? <p>{t(`checkUnknown.${unknownKey}`)}</p> : null}
      {galleries.length === 0 ? null : (
        <p>
          {t("alsoIn")}{" "}
          {galleries.map((other, index) => (
            <span key={other.galleryId}>
              {index > 0 ? ", " : ""}
              <UiLink
                href={`/kayitlar/${other.galleryId}`}
                className="font-medium text-brand-strong underline"
              >
                {other.name}
              </UiLink>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** Every automatic check: what was declared, beside what the check found. */
export function CheckTable({ detail }: { detail: GalleryDetail }) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  const declared = useDeclared(detail);
  const count = (outcome: ReviewCheck["outcome"]) =>
    detail.checks.filter((entry) => entry.outcome === outcome).length;
  return (
    <Card
      title={t("checks")}
      description={t("checksSummary", {
        passed: count("passed"),
        failed: count("failed"),
        unknown: count("unknown"),
      })}
      padding="flush"
    >
      <ul className="border-t">
        {detail.checks.map((entry) => {
          const { Icon, tone } = MARKS[entry.outcome];
          return (
            <li
              key={entry.check}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-5 gap-y-1 border-b px-5 py-3 last:border-b-0 sm:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_7rem] sm:items-center"
            >
              <div className="min-w-0 text-[0.9375rem]">
                <p className="font-medium text-ink">{t(`checkNames.${entry.check}`)}</p>
                <div className="text-ink-muted text-sm">
                  <CheckFinding {...entry} />
                </div>
              </div>
              <p className="min-w-0 break-words text-[0.9375rem] text-ink-muted tabular-nums max-sm:col-span-2 max-sm:row-start-2">
                <span className="sr-only">{t("declared")}: </span>
                {declared(entry.check) ?? common("unknown")}
              </p>
              <Badge
                tone={tone}
                icon={<Icon aria-hidden="true" />}
                className="max-sm:col-start-2 max-sm:row-start-1 sm:justify-self-end"
              >
                {t(entry.outcome)}
              </Badge>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
