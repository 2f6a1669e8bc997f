"use client";

import type { DataColumn } from "@oto/ui";
import { Badge, Button } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormats } from "../labels/use-formats";
import type { DeadLetter } from "./dead-letter";

interface DeadLetterColumnsOptions {
  resolved: boolean;
  onLook: (letter: DeadLetter) => void;
}

/** Columns of the dead letters; of resolved ones also how. */
export function useDeadLetterColumns({
  resolved,
  onLook,
}: DeadLetterColumnsOptions): readonly DataColumn<DeadLetter>[] {
  const t = useTranslations("queues");
  const { instant, number } = useFormats();
  return useMemo(() => {
    const outcome: DataColumn<DeadLetter> = {
      id: "resolution",
      header: t("resolution"),
      cell: ({ resolution }) => (
        <Badge tone={resolution === "replayed" ? "success" : "neutral"}>
          {resolution === "replayed" || resolution === "discarded" ? t(resolution) : resolution}
        </Badge>
      ),
    };
    return [
      {
        id: "event",
        header: t("event"),
        cell: (row) => (
          <>
            <span className="block font-medium text-ink">{row.eventName}</span>
            <span className="block text-ink-muted text-sm">{row.consumerId}</span>
          </>
        ),
      },
      {
        id: "cause",
        header: t("cause"),
        from: "md",
        cell: (row) => (
          <span className="line-clamp-2 max-w-md break-words text-ink-muted text-sm">
            {row.cause}
          </span>
        ),
      },
      {
        id: "attempts",
        header: t("attempts"),
        align: "end",
        from: "lg",
        cell: (row) => number(row.attempts),
      },
      {
        id: "when",
        header: t("when"),
        from: "sm",
        cell: (row) => <span className="whitespace-nowrap">{instant(row.createdAt)}</span>,
      },
      ...(resolved ? [outcome] : []),
      {
        id: "act",
        header: t("act"),
        hideHeader: true,
        align: "end",
        cell: (row) => (
          <Button size="sm" variant="secondary" onClick={() => onLook(row)}>
            {t("look")}
            <span className="sr-only">
              : {row.eventName}, {row.consumerId}
            </span>
          </Button>
        ),
      },
    ];
  }, [t, instant, number, resolved, onLook]);
}
