"use client";

import type { DealStepKind } from "@oto/domain";
import { isDealDocumentType, MAX_DEAL_DOCUMENT_BYTES } from "@oto/domain";
import { toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";
import { PutFileError, putFile } from "../photos/put-file";

/** Puts a PDF or a photo to a deal: reserves its place, sends it to the storage, states its arrival. */
export function useDealUpload(dealId: string) {
  const t = useTranslations("deals");
  const client = useTRPCClient();
  const errorText = useErrorText();
  const invalidate = useInvalidate();
  const [percent, setPercent] = useState<number | null>(null);
  const upload = useMutation({
    mutationFn: async ({ file, step }: { file: File; step: DealStepKind | null }) => {
      setPercent(0);
      const reserved = await client.deal.createDocument.mutate({
        ...{ dealId, step, fileName: file.name, contentType: file.type, size: file.size },
      });
      const { signal } = new AbortController();
      await putFile(file, reserved.upload, { signal, onProgress: setPercent });
      await client.deal.completeDocument.mutate({ documentId: reserved.documentId });
    },
    onSuccess: () => void toast.success(t("documentAdded")),
    onError: (error) =>
      void toast.error(error instanceof PutFileError ? t("uploadFailed") : errorText(error)),
    onSettled: () => {
      setPercent(null);
      invalidate(["deal"]);
    },
  });
  const add = (file: File, step: DealStepKind | null) => {
    if (!isDealDocumentType(file.type)) toast.error(t("documentType"));
    else if (file.size > MAX_DEAL_DOCUMENT_BYTES) {
      toast.error(t("documentSize", { mb: MAX_DEAL_DOCUMENT_BYTES / 1024 / 1024 }));
    } else upload.mutate({ file, step });
  };
  return { add, percent };
}
