"use client";

import { FileTile, IconButton } from "@oto/ui";
import { RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { UploadItem } from "../photos/upload-queue";
import { useObjectUrl } from "../photos/use-object-url";
import type { Attaching } from "./use-attaching";

const STATE = {
  waiting: "waiting",
  uploading: "uploading",
  finishing: "processing",
  failed: "failed",
  done: "ready",
} as const;

interface FileOnItsWayProps {
  item: UploadItem;
  onRetry: () => void;
  onRemove: () => void;
}

function FileOnItsWay({ item, onRetry, onRemove }: FileOnItsWayProps) {
  const t = useTranslations("chat");
  const url = useObjectUrl(item.file);
  const { name, type } = item.file;
  const { phase, problem, progress } = item;
  return (
    <FileTile
      name={name}
      state={STATE[phase]}
      progress={progress}
      description={
        problem ??
        t(`file.${phase === "done" ? "ready" : phase}`, { progress: Math.round(progress) })
      }
      picture={
        url !== null && type.startsWith("image/") ? (
          // biome-ignore lint/performance/noImgElement: a file of this browser, nothing to optimise
          <img src={url} alt="" />
        ) : undefined
      }
      actions={
        <span className="flex">
          {phase === "failed" ? (
            <IconButton
              size="sm"
              label={t("file.retry", { name })}
              icon={<RotateCw aria-hidden="true" className="size-4.5" />}
              onClick={onRetry}
            />
          ) : null}
          <IconButton
            size="sm"
            label={t("file.remove", { name })}
            icon={<X aria-hidden="true" className="size-4.5" />}
            onClick={onRemove}
          />
        </span>
      }
    />
  );
}

/** The files that will go with the next message, each with how far it is. */
export function AttachingFiles({ attaching }: { attaching: Attaching }) {
  const t = useTranslations("chat");
  if (attaching.items.length === 0) return null;
  return (
    <ul aria-label={t("files")} className="flex flex-wrap gap-2 px-3 pt-3">
      {attaching.items.map((item) => (
        <li key={item.id} className="max-w-full">
          <FileOnItsWay
            item={item}
            onRetry={() => attaching.retry(item.id)}
            onRemove={() => attaching.remove(item.id)}
          />
        </li>
      ))}
    </ul>
  );
}
