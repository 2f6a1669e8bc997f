"use client";

import { Badge, Card, SpecList } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { ListingView } from "./market-views";

const TONE = { NONE: "success", RECORDED: "warn", UNKNOWN: "neutral" } as const;

/** The insurers' record and the expertise, as the seller states them. */
export function ListingCondition({ listing }: { listing: ListingView }) {
  const t = useTranslations("market");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const { damageRecord, damageStatus, expertise } = listing;
  const record: [string, string | null | undefined][] = [
    ["source", damageRecord?.source],
    ["queriedAt", damageRecord?.queriedAt && formats.day(damageRecord.queriedAt)],
    ["total", damageRecord?.totalAmount && formats.money(damageRecord.totalAmount)],
  ];
  const report: [string, string | null | undefined][] = [
    ["firm", expertise?.firm],
    ["date", expertise && formats.day(expertise.date)],
    ["reportNo", expertise?.reportNo],
    ["result", expertise?.result],
  ];
  const listed = (lines: typeof record) =>
    lines.flatMap(([key, value]) => (value ? [{ label: t(`record.${key}`), value }] : []));
  return (
    <Card
      title={t("damage")}
      actions={<Badge tone={TONE[damageStatus]}>{domain(`damageStatus.${damageStatus}`)}</Badge>}
    >
      {listed(record).length > 0 ? <SpecList items={listed(record)} /> : null}
      {damageRecord && damageRecord.events.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-2">
          {damageRecord.events.map(({ date, amount, kind }) => (
            <li
              key={`${date}${kind}${amount?.amount}`}
              className="flex flex-wrap justify-between gap-x-4 rounded-control bg-sunken px-3 py-2 text-sm"
            >
              <span className="font-medium">{domain(`damageKind.${kind}`)}</span>
              <span className="text-ink-muted">
                {[date && formats.day(date), amount && formats.money(amount)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <h3 className="mt-5 mb-1 font-medium">{t("expertise")}</h3>
      {expertise ? (
        <SpecList items={listed(report)} />
      ) : (
        <p className="text-ink-muted text-sm">{t("noExpertise")}</p>
      )}
    </Card>
  );
}
