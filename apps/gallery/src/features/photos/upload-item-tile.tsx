"use client";

import type { UploadState } from "@oto/ui";
import { IconButton, UploadTile } from "@oto/ui";
import { RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { UploadItem, UploadPhase } from "./upload-queue";
import { useObjectUrl } from "./use-object-url";

interface UploadItemTileProps {
  item: UploadItem;
  onRetry: () => void;
  onRemove: () => void;
}

const STATE: Record<UploadPhase, UploadState> = {
  waiting: "waiting",
  uploading: "uploading",
  finishing: "processing",
  failed: "failed",
  done: "processing",
};

/** A file that is on its way: how far, and the way to stop or repeat it. */
export function UploadItemTile({ item, onRetry, onRemove }: UploadItemTileProps) {
  const t = useTranslations("photos");
  const url = useObjectUrl(item.file);
  const { name } = item.file;
  const failed = item.phase === "failed";
  return (
    <UploadTile
      name={name}
      state={STATE[item.phase]}
      stateLabel={t(item.phase === "done" ? "processing" : item.phase, {
        progress: Math.round(item.progress),
      })}
      progress={item.progress}
      problem={item.problem}
      picture={
        url === null ? null : (
          // biome-ignore lint/performance/noImgElement: a file of this browser, nothing to optimise
          <img
            src={url}
            alt=""
            // A file that is no picture has no preview; its name stands below.
            onError={(event) => {
              event.currentTarget.hidden = true;
            }}
          />
        )
      }
      actions={
        <>
          {failed ? (
            <IconButton
              size="sm"
              label={t("retry", { name })}
              icon={<RotateCw aria-hidden="true" className="size-4.5" />}
              onClick={onRetry}
            />
          ) : null}
          {item.phase === "finishing" || item.phase === "done" ? null : (
            <IconButton
              size="sm"
              label={t(failed ? "dismiss" : "cancel", { name })}
              icon={<X aria-hidden="true" className="size-4.5" />}
              onClick={onRemove}
            />
          )}
        </>
      }
    />
  );
}
