"use client";

import { Skeleton, StatTile } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { BellDot, Hourglass, MessageCircleReply } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "../../trpc";

const TILES = [
  { id: "myTurn", narrowed: "view=list&mine=true", tone: "accent" },
  { id: "endingSoon", narrowed: "lane=SOON", tone: "danger" },
  { id: "unread", narrowed: "view=list&stage=all&unread=true", tone: "info" },
] as const;

const ICONS: Record<(typeof TILES)[number]["id"], ReactNode> = {
  myTurn: <MessageCircleReply aria-hidden="true" />,
  endingSoon: <Hourglass aria-hidden="true" />,
  unread: <BellDot aria-hidden="true" />,
};

/** What of the negotiations cannot wait; each tile leads to the side that has more of it. */
export function DealTiles() {
  const t = useTranslations("dashboard");
  const { offer } = useTRPC();
  const counts = useQuery(offer.counts.queryOptions()).data;
  return (
    <ul aria-label={t("dealsLabel")} className="grid grid-cols-3 gap-3 max-sm:gap-2">
      {TILES.map(({ id, narrowed, tone }) => {
        const [incoming, outgoing] = [counts?.incoming[id] ?? 0, counts?.outgoing[id] ?? 0];
        const side = outgoing > incoming ? "outgoing" : "incoming";
        const quiet = incoming + outgoing === 0;
        return (
          <li key={id}>
            <StatTile
              className="h-full max-sm:p-3 max-sm:[&_.size-9]:hidden"
              label={t(id)}
              icon={ICONS[id]}
              tone={quiet ? "neutral" : tone}
              href={`/teklifler?side=${side}&${narrowed}`}
              value={counts === undefined ? <Skeleton className="h-9 w-12" /> : incoming + outgoing}
              visual={
                <span className="text-ink-subtle text-sm">
                  {t("dealsBySide", { incoming, outgoing })}
                </span>
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
