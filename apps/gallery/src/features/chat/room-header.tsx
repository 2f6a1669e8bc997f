"use client";

import type { MenuItem } from "@oto/ui";
import { Avatar, ConfirmDialog, DropdownMenu, IconButton, toast, UiLink } from "@oto/ui";
import {
  ArrowLeft,
  Ban,
  Bell,
  BellOff,
  EllipsisVertical,
  Flag,
  Handshake,
  Keyboard,
  Search,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMe, usePermission } from "../session/session-provider";
import type { RoomView } from "./chat-views";
import { ReportSheet } from "./report-sheet";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { useOnline } from "./use-ephemera";
import { useRoomMoves } from "./use-room-moves";
import { vehicleHref } from "./vehicle-card";

const HOUR_MS = 3_600_000;
const MUTES = [
  { id: "mute-8h", key: "muteHours", ms: 8 * HOUR_MS },
  { id: "mute-7d", key: "muteWeek", ms: 7 * 24 * HOUR_MS },
] as const;

interface RoomHeaderProps {
  room: RoomView;
  onSearch: () => void;
}

type Open = "block" | "report" | "shortcuts" | null;

function useItems(room: RoomView, setOpen: (open: Open) => void): MenuItem[] {
  const t = useTranslations("chat");
  const mayBlock = usePermission("chat:block");
  const { mute, block } = useRoomMoves(room.roomId);
  const { blocked, counterpart, mutedUntil, offerId, roomId } = room;
  const muteUntil = (until: string | null) =>
    mute.mutate(
      { roomId, until },
      { onSuccess: () => void toast.success(t(until === null ? "unmutedDone" : "mutedDone")) },
    );
  const items: MenuItem[] = [];
  if (offerId !== null) {
    items.push({
      id: "offer",
      label: t("offerCard.open"),
      icon: <Handshake aria-hidden="true" />,
      href: `/teklifler/${offerId}`,
    });
  }
  if (mutedUntil === null) {
    for (const { id, key, ms } of MUTES) {
      items.push({
        id,
        label: t(key),
        icon: <BellOff aria-hidden="true" />,
        onSelect: () => muteUntil(new Date(Date.now() + ms).toISOString()),
      });
    }
  } else {
    items.push({
      id: "unmute",
      label: t("unmute"),
      icon: <Bell aria-hidden="true" />,
      onSelect: () => muteUntil(null),
    });
  }
  items.push({
    id: "shortcuts",
    label: t("shortcuts"),
    icon: <Keyboard aria-hidden="true" />,
    onSelect: () => setOpen("shortcuts"),
  });
  if (counterpart.galleryId === null) return items;
  items.push({
    id: "report",
    label: t("report"),
    icon: <Flag aria-hidden="true" />,
    separated: true,
    onSelect: () => setOpen("report"),
  });
  if (mayBlock) {
    items.push({
      id: "block",
      label: t(blocked === "US" ? "unblock" : "block"),
      icon: <Ban aria-hidden="true" />,
      tone: "danger",
      onSelect: () => {
        if (blocked === "US") block.mutate({ roomId, blocked: false });
        else setOpen("block");
      },
    });
  }
  return items;
}

/** With whom and about what one talks here, and what can be done with the conversation. */
export function RoomHeader({ room, onSearch }: RoomHeaderProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const { gallery } = useMe();
  const [open, setOpen] = useState<Open>(null);
  const { block } = useRoomMoves(room.roomId);
  const { counterpart, roomId, title, vehicle } = room;
  const online = useOnline(counterpart);
  const items = useItems(room, setOpen);
  const about = vehicle === null ? null : vehicleHref(vehicle, gallery?.id);
  const set = (what: Open) => (opened: boolean) => setOpen(opened ? what : null);
  return (
    <header className="flex min-h-16 items-center gap-2 border-b bg-surface px-2 py-2 sm:px-4">
      <UiLink
        href="/mesajlar"
        aria-label={t("back")}
        className="grid size-11 place-items-center rounded-control text-ink-muted lg:hidden"
      >
        <ArrowLeft aria-hidden="true" className="size-5" />
      </UiLink>
      <Avatar name={counterpart.name} shape="square" />
      <div className="min-w-0 flex-1 pl-1">
        <h2 className="truncate text-heading">{counterpart.name}</h2>
        <p className="truncate text-ink-muted text-sm">
          <span className={online ? "text-success-strong" : undefined}>
            {t(online ? "online" : "offlineNow")}
          </span>
          {title === null ? null : (
            <>
              {" · "}
              {about === null ? (
                title
              ) : (
                <UiLink href={about} className="underline underline-offset-2">
                  {title}
                </UiLink>
              )}
            </>
          )}
        </p>
      </div>
      <IconButton
        label={t("searchRoom")}
        icon={<Search aria-hidden="true" className="size-5" />}
        onClick={onSearch}
      />
      <DropdownMenu
        trigger={
          <IconButton
            label={t("roomMenu")}
            icon={<EllipsisVertical aria-hidden="true" className="size-5" />}
          />
        }
        items={items}
      />
      <ConfirmDialog
        open={open === "block"}
        onOpenChange={set("block")}
        title={t("blockTitle", { name: counterpart.name })}
        description={t("blockText")}
        confirmLabel={t("block")}
        cancelLabel={common("cancel")}
        tone="danger"
        busy={block.isPending}
        onConfirm={() =>
          block.mutate(
            { roomId, blocked: true },
            {
              onSuccess: () => void toast.success(t("blockedDone")),
              onSettled: () => setOpen(null),
            },
          )
        }
      />
      <ReportSheet roomId={roomId} open={open === "report"} onOpenChange={set("report")} />
      <ShortcutsDialog open={open === "shortcuts"} onOpenChange={set("shortcuts")} />
    </header>
  );
}
