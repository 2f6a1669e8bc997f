"use client";

import type { Side } from "@oto/domain";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { MessageView, RoomView } from "./chat-views";
import { useSystemText } from "./use-system-text";

type Preview = NonNullable<RoomView["lastMessage"]>;

interface Told {
  text: string | null;
  system: MessageView["system"];
  deleted: boolean;
  files: number;
  vehicle: boolean;
  offer: boolean;
}

function useTold(): (told: Told, side: Side | null) => string {
  const t = useTranslations("chat");
  const systemText = useSystemText();
  return useCallback(
    ({ deleted, files, offer, system, text, vehicle }, side) => {
      if (system !== null) return systemText(system, side);
      if (deleted) return t("preview.deleted");
      if (text !== null) return text;
      if (vehicle) return t("preview.vehicle");
      if (offer) return t("preview.offer");
      return t("preview.file", { count: files });
    },
    [systemText, t],
  );
}

/** A message in a line of words, for lists and for screen readers. */
export function useMessageText(): (message: MessageView, side?: Side | null) => string {
  const told = useTold();
  return useCallback(
    (message, side = null) =>
      told(
        {
          text: message.text,
          system: message.system,
          deleted: message.deletedAt !== null,
          files: message.attachments.length,
          vehicle: message.vehicle !== null,
          offer: message.offer !== null,
        },
        side,
      ),
    [told],
  );
}

/** The latest message of a room in a line of words. */
export function usePreviewText(): (preview: Preview, side: Side | null) => string {
  const told = useTold();
  return useCallback(
    (preview, side) =>
      told(
        {
          text: preview.text,
          system: preview.system,
          deleted: preview.deleted,
          files: preview.attachments,
          vehicle: preview.hasVehicle,
          offer: preview.hasOffer,
        },
        side,
      ),
    [told],
  );
}
