"use client";

import { Card, Skeleton } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { StarsShown } from "../deals/stars-input";
import { useFormats } from "../labels/use-formats";
import { useSpan } from "./use-span";

/** How a gallery deals: each figure with what it is made of. */
export function TrustCard({ galleryId }: { galleryId: string }) {
  const t = useTranslations("deals");
  const trpc = useTRPC();
  const formats = useFormats();
  const span = useSpan();
  const { data, isPending } = useQuery(trpc.gallery.trust.queryOptions({ galleryId }));
  if (isPending) return <Skeleton className="h-40" />;
  if (!data) return null;
  const { answer, cancelled, comments, completed, disputes, evidence, rating } = data;
  const rows = [
    {
      id: "rating",
      value: rating.average === null ? t("trust.none") : formats.number(rating.average),
      sample: t("trust.ratings", { count: rating.count }),
    },
    {
      id: "answer",
      value: answer.medianSeconds === null ? t("trust.none") : span(answer.medianSeconds),
      sample: t("trust.answers", { count: answer.samples, unanswered: answer.unanswered }),
    },
    {
      id: "completed",
      value: formats.number(completed),
      sample: t("trust.days", { days: data.windowDays }),
    },
    {
      id: "cancelled",
      value: formats.number(cancelled.count),
      sample: t("trust.of", { count: cancelled.of }),
    },
    {
      id: "disputes",
      value: formats.number(disputes.count),
      sample: t("trust.atFault", { count: disputes.atFault }),
    },
  ] as const;
  return (
    <Card title={t("trust.title")} description={t("trust.text", { days: data.windowDays })}>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2.5 text-[0.9375rem]">
        {rows.map(({ id, sample, value }) => (
          <div key={id} className="contents">
            <dt className="text-ink-muted">
              {t(`trust.${id}`)}
              <span className="block text-ink-subtle text-xs">{sample}</span>
            </dt>
            <dd className="text-right font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {comments.length > 0 ? (
        <ul className="mt-4 flex flex-col gap-3 border-t pt-4">
          {comments.slice(0, 3).map(({ at, by, comment, stars }) => (
            <li key={`${by}-${at}`} className="text-sm">
              <p className="flex flex-wrap items-center gap-2 text-ink-muted">
                <StarsShown stars={stars} /> {by} · {formats.day(at)}
              </p>
              <p className="mt-0.5 italic">“{comment}”</p>
            </li>
          ))}
        </ul>
      ) : null}
      {evidence.length > 0 ? (
        <details className="mt-4 border-t pt-3">
          <summary className="min-h-11 cursor-pointer content-center font-medium text-sm">
            {t("trust.evidence", { count: evidence.length })}
          </summary>
          <ul className="mt-1 flex flex-col gap-1 text-ink-muted text-sm">
            {evidence.map(({ at, kind, value }) => (
              <li key={`${kind}-${at}`} className="flex justify-between gap-3">
                <span>
                  {t(`trust.fact.${kind}`)}
                  {kind === "ANSWERED" && value !== null ? ` (${span(value)})` : ""}
                  {kind === "RATED" && value !== null ? ` (${value}/5)` : ""}
                </span>
                <span className="shrink-0 text-ink-subtle">{formats.day(at)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
