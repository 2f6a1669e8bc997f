"use client";

import { Button, Card, FileTile } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import type { DisputeView } from "./dispute-views";

/** The deal's documents; a look at one is written down. */
export function DisputeDocuments({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations("disputes");
  const domain = useTranslations("domain");
  const { instant } = useFormats();
  const { admin } = useTRPC();
  const look = useMutation(
    admin.disputes.documentUrl.mutationOptions({
      onSuccess: ({ url }) => void window.open(url, "_blank", "noopener"),
      onError: useErrorToast(),
    }),
  );
  const { disputeId, documents } = dispute;
  return (
    <Card title={t("documents")} description={t("documentsText")}>
      {documents.length === 0 ? <p className="text-ink-muted">{t("noDocuments")}</p> : null}
      <ul className="flex flex-col gap-2">
        {documents.map(({ createdAt, documentId, fileName, removed, side, step }) => (
          <li key={documentId}>
            <FileTile
              className="w-full"
              name={fileName}
              description={[
                t(`side.${side}`),
                step === null ? "" : domain(`dealStep.${step}`),
                removed ? t("removed") : instant(createdAt),
              ]
                .filter(Boolean)
                .join(" · ")}
              actions={
                removed ? undefined : (
                  <Button
                    variant="ghost"
                    size="sm"
                    className="min-h-11"
                    loading={look.isPending && look.variables.documentId === documentId}
                    onClick={() => look.mutate({ disputeId, documentId })}
                  >
                    {t("open")}
                    <span className="sr-only">: {fileName}</span>
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
