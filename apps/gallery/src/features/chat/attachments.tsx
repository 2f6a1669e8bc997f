"use client";

import { cn, FileTile, ResponsiveImage } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useFileSize } from "../labels/use-file-size";
import type { AttachmentView } from "./chat-views";

/** Addresses of private files run out after an hour; they are asked for anew before. */
const FRESH_MS = 50 * 60_000;
const firstSeen = new WeakMap<AttachmentView, number>();

/** A file with addresses that still work. */
function useFresh(attachment: AttachmentView): AttachmentView {
  const { chat } = useTRPC();
  let seenAt = firstSeen.get(attachment);
  if (seenAt === undefined) {
    seenAt = Date.now();
    firstSeen.set(attachment, seenAt);
  }
  const { data } = useQuery(
    chat.attachment.queryOptions(
      { attachmentId: attachment.attachmentId },
      {
        enabled: attachment.status === "READY",
        initialData: attachment,
        initialDataUpdatedAt: seenAt,
        staleTime: FRESH_MS,
      },
    ),
  );
  return data.status === attachment.status ? data : attachment;
}

function Picture({ attachment, alone }: { attachment: AttachmentView; alone: boolean }) {
  const t = useTranslations("chat");
  const { fileName, height, placeholder, variants, width } = useFresh(attachment);
  const largest = variants.toSorted((a, b) => b.width - a.width)[0];
  const ratio = alone && width && height ? Math.min(2, Math.max(0.6, width / height)) : 1;
  const picture = (
    <ResponsiveImage
      sources={variants}
      alt={t("file.photoOf", { name: fileName })}
      blurDataUrl={placeholder ?? undefined}
      ratio={ratio}
      sizes="18rem"
    />
  );
  return largest === undefined ? (
    picture
  ) : (
    <a href={largest.url} target="_blank" rel="noreferrer" className="block">
      {picture}
    </a>
  );
}

const TILE = {
  PENDING: "processing",
  PROCESSING: "processing",
  READY: "ready",
  FAILED: "failed",
} as const;

function Document({ attachment }: { attachment: AttachmentView }) {
  const t = useTranslations("chat");
  const size = useFileSize();
  const file = useFresh(attachment);
  const state = TILE[file.status];
  const description = {
    ready: `${t("file.pdf")} · ${size(file.size)}`,
    processing: t("file.processing"),
    failed: t("file.refused"),
  };
  return (
    <FileTile
      name={file.fileName}
      description={description[state]}
      state={state}
      href={file.url ?? undefined}
    />
  );
}

/** The files of a message: pictures in a grid, documents one under the other. */
export function Attachments({ items }: { items: readonly AttachmentView[] }) {
  const isShown = ({ kind, status }: AttachmentView) => kind === "IMAGE" && status === "READY";
  const pictures = items.filter(isShown);
  const others = items.filter((item) => !isShown(item));
  const alone = pictures.length === 1;
  return (
    <div className="flex flex-col gap-1.5">
      {pictures.length === 0 ? null : (
        <ul
          className={cn(
            "grid w-72 max-w-full gap-1 overflow-hidden rounded-card",
            alone ? "grid-cols-1" : "grid-cols-2",
          )}
        >
          {pictures.map((attachment) => (
            <li key={attachment.attachmentId}>
              <Picture attachment={attachment} alone={alone} />
            </li>
          ))}
        </ul>
      )}
      {others.map((attachment) => (
        <Document key={attachment.attachmentId} attachment={attachment} />
      ))}
    </div>
  );
}
