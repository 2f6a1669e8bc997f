"use client";

import { Button, EmptyState, UiLink } from "@oto/ui";
import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BoardTab } from "./board-query";

interface BoardEmptyProps {
  side: BoardTab;
  /** Something may be there that the filters leave out. */
  filtered: boolean;
}

/** Stands where there are no negotiations. */
export function BoardEmpty({ side, filtered }: BoardEmptyProps) {
  const t = useTranslations("offers");
  const [title, text] = filtered
    ? (["emptyFiltered", "emptyFilteredText"] as const)
    : ([`empty.${side}`, `emptyText.${side}`] as const);
  const incoming = side === "incoming";
  return (
    <EmptyState
      icon={<Handshake aria-hidden="true" />}
      title={t(title)}
      description={t(text)}
      actions={
        <Button asChild variant="secondary">
          <UiLink href={incoming ? "/stok" : "/pazar"}>
            {t(incoming ? "toStock" : "toMarket")}
          </UiLink>
        </Button>
      }
    />
  );
}
