"use client";

import { Button, toast } from "@oto/ui";
import { useTranslations } from "next-intl";
import { usePermission } from "../session/session-provider";
import type { RoomView } from "./chat-views";
import { useRoomMoves } from "./use-room-moves";

const REASON = { US: "blockedByUs", THEM: "blockedByThem", NOBODY: "readOnly" } as const;

/** Stands where one would write, when one may not: says why, and what to do about it. */
export function ComposerNote({ room }: { room: RoomView }) {
  const t = useTranslations("chat");
  const mayBlock = usePermission("chat:block");
  const { block } = useRoomMoves(room.roomId);
  return (
    <div className="safe-bottom flex flex-wrap items-center justify-center gap-3 border-t bg-surface px-4 py-3 text-ink-muted text-sm">
      <p>{t(REASON[room.blocked ?? "NOBODY"])}</p>
      {room.blocked === "US" && mayBlock ? (
        <Button
          size="sm"
          variant="secondary"
          loading={block.isPending}
          onClick={() =>
            block.mutate(
              { roomId: room.roomId, blocked: false },
              { onSuccess: () => void toast.success(t("unblockedDone")) },
            )
          }
        >
          {t("unblock")}
        </Button>
      ) : null}
    </div>
  );
}
