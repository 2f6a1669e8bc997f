"use client";

import { cn } from "@oto/ui";
import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoomsPane } from "./rooms-pane";

/** Conversations and the open one: side by side on a desk, one over the other on a phone. */
export function ChatFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("chat");
  const roomId = useSelectedLayoutSegment();
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[22rem_minmax(0,1fr)]">
      <div className={cn("min-h-0 lg:border-r", roomId !== null && "max-lg:hidden")}>
        <RoomsPane currentId={roomId} />
      </div>
      <div className={cn("min-h-0 min-w-0", roomId === null && "max-lg:hidden")}>
        {/* On a phone the list is not there to say what page this is. */}
        {roomId === null ? null : <h1 className="sr-only lg:hidden">{t("title")}</h1>}
        {children}
      </div>
    </div>
  );
}
