"use client";

import { BarMini, Button, Card, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { useQueueName } from "../queues/use-queue-name";
import { usePermission } from "../session/session-provider";
import type { Figures } from "./figures";

/** How much work waits in each queue, and in the outbox before them. */
export function QueueSummary({ figures }: { figures: Figures }) {
  const t = useTranslations("overview");
  const { number } = useFormats();
  const nameOf = useQueueName();
  const mayOpen = usePermission("queue:read");
  return (
    <Card
      title={t("queues")}
      description={t("queuesText")}
      actions={
        mayOpen ? (
          <Button asChild size="sm" variant="secondary">
            <UiLink href="/kuyruk">{t("lookAt")}</UiLink>
          </Button>
        ) : undefined
      }
    >
      <BarMini
        className="gap-x-8 sm:grid sm:grid-cols-2"
        items={[
          ...figures.queues.map(({ queue, ready, delayed, inFlight }) => {
            const waiting = ready + delayed + inFlight;
            return { id: queue, label: nameOf(queue), value: waiting, text: number(waiting) };
          }),
          {
            id: "outbox",
            label: t("outbox"),
            value: figures.outboxUnpublished,
            text: number(figures.outboxUnpublished),
            tone: "accent" as const,
          },
        ]}
      />
    </Card>
  );
}
