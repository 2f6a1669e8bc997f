"use client";

import { Badge, Button, Callout, Sheet, Skeleton, SpecList, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import { DELIVERY_TONE } from "./delivery-tone";
import type { Delivery } from "./message-views";

interface DeliverySheetProps {
  /** The one to look at; null closes. */
  delivery: Delivery | null;
  onClose: () => void;
}

/** One delivery: what providers said, try by try, and sending it again. */
export function DeliverySheet({ delivery, onClose }: DeliverySheetProps) {
  const t = useTranslations("messages");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { instant, number } = useFormats();
  const mayEdit = usePermission("message:edit");
  const [latest, setLatest] = useState(delivery);
  // What is shown stays while the sheet slides away.
  if (delivery !== null && delivery !== latest) setLatest(delivery);
  const detail = useQuery(
    trpc.admin.messages.delivery.queryOptions(
      { deliveryId: latest?.id ?? "" },
      { enabled: latest !== null },
    ),
  );
  const retry = useMutation(
    trpc.admin.messages.retry.mutationOptions({
      onSuccess: () => {
        toast.success(t("retryDone"));
        onClose();
      },
      onSettled: () => void queries.invalidateQueries(trpc.admin.messages.pathFilter()),
    }),
  );
  const row = detail.data ?? latest;
  return (
    <Sheet
      open={delivery !== null}
      onOpenChange={(open) => {
        if (open) return;
        retry.reset();
        onClose();
      }}
      title={latest?.title ?? t("log")}
      closeLabel={common("close")}
      size="lg"
      footer={
        mayEdit && row?.retryable ? (
          <Button
            icon={<RotateCcw aria-hidden="true" />}
            loading={retry.isPending}
            onClick={() => retry.mutate({ deliveryId: row.id })}
          >
            {t("retry")}
          </Button>
        ) : undefined
      }
    >
      {row === null ? null : (
        <div className="flex flex-col gap-5">
          {retry.error ? (
            <Callout tone="danger" role="alert">
              {errorText(retry.error)}
            </Callout>
          ) : null}
          {row.state === "UNCERTAIN" ? <Callout tone="warn">{t("uncertainText")}</Callout> : null}
          <SpecList
            items={[
              {
                label: t("state"),
                value: <Badge tone={DELIVERY_TONE[row.state]}>{t(`states.${row.state}`)}</Badge>,
              },
              {
                label: t("reason"),
                value:
                  row.reason && t.has(`reasons.${row.reason}`) ? t(`reasons.${row.reason}`) : "–",
              },
              { label: t("channel"), value: t(`channels.${row.channel}`) },
              { label: t("recipient"), value: row.recipient ?? "–" },
              { label: t("units"), value: number(row.costUnits) },
              { label: t("attempts"), value: number(row.attempts) },
              { label: t("when"), value: instant(row.createdAt) },
              { label: t("due"), value: instant(row.dueAt) },
            ]}
          />
          <section aria-label={t("tries")}>
            <h3 className="mb-2 font-semibold">{t("tries")}</h3>
            {detail.isPending ? <Skeleton className="h-20 w-full" /> : null}
            {detail.data?.tries.length === 0 ? (
              <p className="text-ink-muted">{t("noTries")}</p>
            ) : null}
            <ol className="flex flex-col divide-y">
              {detail.data?.tries.map((each) => (
                <li key={`${each.createdAt} ${each.provider} ${each.attempt}`} className="py-2.5">
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    <span className="font-medium">{each.provider}</span>
                    <span className="font-mono text-sm">{each.code}</span>
                    <span className="text-ink-muted text-sm">{t(`outcomes.${each.outcome}`)}</span>
                  </p>
                  <p className="text-ink-muted text-sm">
                    {instant(each.createdAt)} · {number(each.tookMs)} ms
                    {each.detail === null ? "" : ` · ${each.detail}`}
                  </p>
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </Sheet>
  );
}
