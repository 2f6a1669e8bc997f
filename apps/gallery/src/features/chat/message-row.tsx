"use client";

import type { BubblePosition, DeliveryState } from "@oto/ui";
import { Avatar, ChatBubble, DeliveryMark, MessageWords, SystemLine } from "@oto/ui";
import { CalendarCheck2, Handshake, Info, TrendingDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMe } from "../session/session-provider";
import { Attachments } from "./attachments";
import type { MessageView, RoomView } from "./chat-views";
import { MessageActions } from "./message-actions";
import { OfferCard } from "./offer-card";
import { useChatTimes } from "./use-chat-times";
import { useSystemText } from "./use-system-text";
import { VehicleCard } from "./vehicle-card";

interface MessageRowProps {
  message: MessageView;
  position: BubblePosition;
  room: RoomView;
  /** Shows the negotiation itself; older mentions of it are only told. */
  withOffer: boolean;
  highlighted: boolean;
  onEdit: (message: MessageView) => void;
}

const SYSTEM_ICON: Record<string, ReactNode> = {
  offer: <Handshake aria-hidden="true" />,
  reservation: <CalendarCheck2 aria-hidden="true" />,
  vehicle: <TrendingDown aria-hidden="true" />,
};

interface SystemMessageProps {
  message: MessageView;
  side: RoomView["side"];
  withOffer: boolean;
}

function SystemMessage({ message, side, withOffer }: SystemMessageProps) {
  const times = useChatTimes();
  const systemText = useSystemText();
  const { createdAt, offer, system } = message;
  if (system === null) return null;
  return (
    <>
      <SystemLine
        icon={SYSTEM_ICON[system.event.split(".")[0] ?? ""] ?? <Info aria-hidden="true" />}
        meta={times.time(createdAt)}
      >
        {systemText(system, side)}
      </SystemLine>
      {offer !== null && withOffer ? (
        <div className="flex justify-center px-4 pt-2">
          <OfferCard offer={offer} />
        </div>
      ) : null}
    </>
  );
}

function deliveryOf(seq: number, { deliveredSeq, readSeq }: RoomView["theirs"]): DeliveryState {
  if (seq <= readSeq) return "read";
  return seq <= deliveredSeq ? "delivered" : "sent";
}

function Content({ message, withOffer }: { message: MessageView; withOffer: boolean }) {
  const t = useTranslations("chat");
  const { attachments, deletedAt, offer, text, vehicle } = message;
  if (deletedAt !== null) return <p className="text-ink-muted text-sm italic">{t("deleted")}</p>;
  return (
    <div className="flex flex-col gap-2">
      {attachments.length === 0 ? null : <Attachments items={attachments} />}
      {vehicle === null ? null : <VehicleCard vehicle={vehicle} />}
      {offer === null || !withOffer ? null : <OfferCard offer={offer} />}
      {text === null ? null : <MessageWords text={text} />}
    </div>
  );
}

/** One message that has arrived. */
export function MessageRow({
  message,
  position,
  room,
  withOffer,
  highlighted,
  onEdit,
}: MessageRowProps) {
  const t = useTranslations("chat");
  const times = useChatTimes();
  const { gallery, user } = useMe();
  const { createdAt, deletedAt, editedAt, sender, seq, text } = message;
  if (sender === null) {
    return <SystemMessage message={message} side={room.side} withOffer={withOffer} />;
  }
  const ours = sender.galleryId === gallery?.id;
  const name = sender.name ?? t("platform");
  const closes = position === "single" || position === "last";
  const state = deliveryOf(seq, room.theirs);
  return (
    <ChatBubble
      side={ours ? "mine" : "theirs"}
      position={position}
      author={sender.userId === user.id ? undefined : name}
      avatar={<Avatar name={name} size="sm" />}
      bare={text === null && deletedAt === null}
      highlighted={highlighted}
      meta={
        closes || editedAt !== null ? (
          <>
            {editedAt !== null && deletedAt === null ? <span>{t("edited")}</span> : null}
            <time dateTime={createdAt}>{times.time(createdAt)}</time>
            {ours && deletedAt === null ? (
              <DeliveryMark state={state} label={t(`mark.${state}`)} />
            ) : null}
          </>
        ) : undefined
      }
      actions={
        deletedAt === null ? (
          <MessageActions message={message} ours={ours} onEdit={onEdit} />
        ) : undefined
      }
    >
      <Content message={message} withOffer={withOffer} />
    </ChatBubble>
  );
}
