"use client";

import { MAX_CHAT_ATTACHMENTS } from "@oto/domain";
import { toast } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTRPCClient } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { PutFileError, putFile } from "../photos/put-file";
import type { UploadItem, UploadSteps } from "../photos/upload-queue";
import { UploadQueue } from "../photos/upload-queue";
import { fileProblem, MAX_FILE_MB } from "./model/file-limits";

function useSteps(roomId: string): UploadSteps {
  const client = useTRPCClient();
  const errorText = useErrorText();
  const t = useTranslations("chat");
  return {
    reserve: async (file, signal) => {
      const { attachmentId, upload } = await client.chat.createUpload.mutate(
        { roomId, fileName: file.name, contentType: file.type, size: file.size },
        { signal },
      );
      return { mediaId: attachmentId, upload };
    },
    send: putFile,
    complete: async (attachmentId) => {
      await client.chat.completeUpload.mutate({ attachmentId });
    },
    // What no message carries is cleaned up by the platform.
    discard: () => undefined,
    explain: (error) =>
      error instanceof PutFileError
        ? t(error.refused ? "file.refused" : "file.network")
        : errorText(error),
  };
}

export interface Attaching {
  items: readonly UploadItem[];
  add: (files: readonly File[]) => void;
  retry: (id: string) => void;
  remove: (id: string) => void;
  /** Takes all of them off the line: they went with a message. */
  clear: () => void;
}

/** Files that will go with the next message of a room. */
export function useAttaching(roomId: string): Attaching {
  const t = useTranslations("chat");
  const steps = useSteps(roomId);
  const [queue] = useState(() => new UploadQueue(steps));
  useEffect(() => {
    queue.replaceSteps(steps);
  });
  useEffect(() => () => queue.stop(), [queue]);
  const items = useSyncExternalStore(queue.subscribe, queue.read, queue.read);
  return {
    items,
    add: (files) => {
      const room = MAX_CHAT_ATTACHMENTS - items.length;
      if (files.length > room) toast.error(t("file.tooMany", { max: MAX_CHAT_ATTACHMENTS }));
      queue.add(
        files.slice(0, Math.max(0, room)).map((file) => {
          const problem = fileProblem(file);
          return {
            file,
            problem: problem === null ? null : t(`file.${problem}`, { max: MAX_FILE_MB }),
          };
        }),
      );
    },
    retry: (id) => queue.retry(id),
    remove: (id) => queue.remove(id),
    clear: () => {
      for (const { id } of items) queue.remove(id);
    },
  };
}
