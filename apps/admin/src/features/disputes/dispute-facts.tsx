"use client";

import { formatMoney } from "@oto/domain";
import { Callout, Card, SpecList, UiLink } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { toAppLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import type { DisputeView } from "./dispute-views";

/** A side, with the way to its record for those who may read it. */
function Party({ party }: { party: DisputeView["buyer"] }) {
  const mayRead = usePermission("gallery:list");
  if (!mayRead) return party.name;
  return (
    <UiLink href={`/kayitlar/${party.galleryId}`} className="text-brand-strong underline">
      {party.name}
    </UiLink>
  );
}

/** What is claimed by whom, and how it ended where it has. */
export function DisputeFacts({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations("disputes");
  const domain = useTranslations("domain");
  const locale = toAppLocale(useLocale());
  const { instant } = useFormats();
  const { buyer, createdAt, endedAt, faultSide, openedBy, outcome, outcomeNote, price, seller } =
    dispute;
  return (
    <Card title={domain(`disputeReason.${dispute.reason}`)}>
      <div className="flex flex-col gap-4">
        <blockquote className="border-line border-s-4 ps-4">
          <p className="whitespace-pre-wrap break-words text-ink">{dispute.text}</p>
          <footer className="mt-1 text-ink-muted text-sm">
            {t("said", {
              name: openedBy === "BUYER" ? buyer.name : seller.name,
              side: t(`side.${openedBy}`),
              date: instant(createdAt),
            })}
          </footer>
        </blockquote>
        {outcome === null ? null : (
          <Callout tone="info" title={domain(`disputeOutcome.${outcome}`)}>
            <p className="whitespace-pre-wrap">{outcomeNote}</p>
            <p className="mt-1 text-sm">
              {faultSide === null ? t("noFault") : t("faultWith", { side: t(`side.${faultSide}`) })}
              {endedAt === null ? null : ` · ${instant(endedAt)}`}
            </p>
          </Callout>
        )}
        <SpecList
          items={[
            { label: t("side.SELLER"), value: <Party party={seller} /> },
            { label: t("side.BUYER"), value: <Party party={buyer} /> },
            { label: t("price"), value: price ? formatMoney(price, locale) : t("unknown") },
            { label: t("deal"), value: domain(`dealStatus.${dispute.dealStatus}`) },
          ]}
        />
      </div>
    </Card>
  );
}
