"use client";

import type { BubblePosition } from "@oto/ui";
import { Avatar, ChatBubble, FileTile, MessageWords, SystemLine } from "@oto/ui";
import { CarFront, Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { CaseMessage } from "./support-views";

/** What a message of a case holds: words, files, cards. */
export function MessageContent({ message }: { message: CaseMessage }) {
  const t = useTranslations("support");
  const { attachments, deletedAt, offer, text, vehicle } = message;
  if (deletedAt !== null) return <p className="text-ink-muted text-sm italic">{t("deleted")}</p>;
  return (
    <div className="flex flex-col gap-2">
      {attachments.map(({ attachmentId, fileName, kind, status, url, variants }) => (
        <FileTile
          key={attachmentId}
          name={fileName}
          description={t(`files.${status}`)}
          state={status === "FAILED" ? "failed" : "ready"}
          href={url ?? variants.at(-1)?.url}
          picture={
            kind === "IMAGE" && variants[0] ? (
              // biome-ignore lint/performance/noImgElement: a private file behind a signed address
              <img src={variants[0].url} alt="" />
            ) : undefined
          }
        />
      ))}
      {vehicle === null ? null : (
        <FileTile
          name={vehicle.title}
          description={t("vehicle")}
          picture={<CarFront aria-hidden="true" className="size-5" />}
        />
      )}
      {offer === null ? null : (
        <FileTile
          name={offer.vehicleTitle}
          description={t("offer")}
          picture={<Handshake aria-hidden="true" className="size-5" />}
        />
      )}
      {text === null ? null : <MessageWords text={text} />}
    </div>
  );
}

interface CaseMessageRowProps {
  message: CaseMessage;
  position: BubblePosition;
}

/** One message of a case: staff at the right, the customer at the left. */
export function CaseMessageRow({ message, position }: CaseMessageRowProps) {
  const t = useTranslations("support");
  const { instant } = useFormats();
  const { createdAt, editedAt, sender, system } = message;
  if (sender === null) {
    const event = system?.event ?? "";
    return (
      <SystemLine meta={instant(createdAt)}>
        {t.has(`system.${event}`) ? t(`system.${event}`) : t("system.other")}
      </SystemLine>
    );
  }
  const name = sender.name ?? t("team");
  const staff = sender.galleryId === null;
  return (
    <ChatBubble
      side={staff ? "mine" : "theirs"}
      position={position}
      author={name}
      avatar={<Avatar name={name} size="sm" />}
      meta={
        position === "single" || position === "last" ? (
          <>
            {editedAt === null ? null : <span>{t("edited")}</span>}
            <time dateTime={createdAt}>{instant(createdAt)}</time>
          </>
        ) : undefined
      }
    >
      <MessageContent message={message} />
    </ChatBubble>
  );
}
