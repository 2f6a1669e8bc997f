"use client";

import type { AppRouter } from "@oto/api";
import type { SupportStatus } from "@oto/domain";
import type { Tone } from "@oto/ui";
import { Badge, ListRow } from "@oto/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";

type CaseView = inferRouterOutputs<AppRouter>["support"]["list"]["items"][number];

const TONE: Record<SupportStatus, Tone> = {
  OPEN: "info",
  WAITING: "accent",
  RESOLVED: "success",
  CLOSED: "neutral",
};

/** One request: what it is about and where it stands; it leads into its conversation. */
export function CaseRow({ item }: { item: CaseView }) {
  const t = useTranslations("support");
  const formats = useFormats();
  return (
    <ListRow
      href={`/mesajlar/${item.roomId}`}
      title={item.subject}
      description={t("caseLine", { number: item.number, date: formats.instant(item.updatedAt) })}
      trailing={<Badge tone={TONE[item.status]}>{t(`status.${item.status}`)}</Badge>}
    />
  );
}
