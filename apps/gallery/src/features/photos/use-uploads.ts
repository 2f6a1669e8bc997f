"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTRPC, useTRPCClient } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { PHOTO_MAX_MB, photoProblem } from "./photo-limits";
import { PutFileError, putFile } from "./put-file";
import type { UploadItem, UploadSteps } from "./upload-queue";
import { UploadQueue } from "./upload-queue";

function useUploadSteps(vehicleId: string): UploadSteps {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const t = useTranslations("photos");
  return {
    reserve: (file, signal) =>
      client.media.createUpload.mutate(
        { vehicleId, fileName: file.name, contentType: file.type, size: file.size },
        { signal },
      ),
    send: putFile,
    complete: async (mediaId) => {
      await client.media.completeUpload.mutate({ mediaId });
      await queries.invalidateQueries(trpc.inventory.get.queryFilter({ vehicleId }));
    },
    discard: (mediaId) => {
      // What stays behind is cleaned up by the platform.
      client.media.remove.mutate({ mediaId }).catch(() => undefined);
    },
    explain: (error) => {
      if (error instanceof PutFileError) return t(error.refused ? "refused" : "network");
      return errorText(error);
    },
  };
}

/** The files of a vehicle that are on their way, and what can be done with them. */
export function useUploads(vehicleId: string): {
  items: readonly UploadItem[];
  add: (files: readonly File[]) => void;
  retry: (id: string) => void;
  remove: (id: string) => void;
} {
  const t = useTranslations("photos");
  const steps = useUploadSteps(vehicleId);
  const [queue] = useState(() => new UploadQueue(steps));
  useEffect(() => {
    queue.replaceSteps(steps);
  });
  useEffect(() => () => queue.stop(), [queue]);
  const items = useSyncExternalStore(queue.subscribe, queue.read, queue.read);
  return {
    items,
    add: (files) =>
      queue.add(
        files.map((file) => {
          const problem = photoProblem(file);
          return { file, problem: problem === null ? null : t(problem, { max: PHOTO_MAX_MB }) };
        }),
      ),
    retry: (id) => queue.retry(id),
    remove: (id) => queue.remove(id),
  };
}
