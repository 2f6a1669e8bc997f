"use client";

import type { Side } from "@oto/domain";
import type { Tone } from "@oto/ui";
import { Button, Card, saveFile, Timeline } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { CarFront, FileJson, FileText, Handshake, Landmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import type { DisputeView } from "./dispute-views";

const LOOK: Record<Side | "PLATFORM", { icon: React.ReactNode; tone: Tone }> = {
  BUYER: { icon: <Handshake aria-hidden="true" />, tone: "info" },
  SELLER: { icon: <CarFront aria-hidden="true" />, tone: "brand" },
  PLATFORM: { icon: <Landmark aria-hidden="true" />, tone: "neutral" },
};

/** The signed log of the negotiation from its first offer on, to be read and taken along. */
export function DisputeLog({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations("disputes");
  const { instant } = useFormats();
  const { admin } = useTRPC();
  const save = useMutation(
    admin.disputes.log.mutationOptions({
      onSuccess: ({ base64, ...file }) => saveFile({ ...file, content: base64 }),
      onError: useErrorToast(),
    }),
  );
  const { disputeId } = dispute;
  const saving = (format: "json" | "pdf") => save.isPending && save.variables.format === format;
  return (
    <Card title={t("log")} description={t("logText")}>
      <div className="mb-5 flex flex-wrap gap-2">
        <Button
          variant="secondary"
          className="min-h-11"
          icon={<FileText aria-hidden="true" />}
          loading={saving("pdf")}
          onClick={() => save.mutate({ disputeId, format: "pdf" })}
        >
          {t("savePdf")}
        </Button>
        <Button
          variant="ghost"
          className="min-h-11"
          icon={<FileJson aria-hidden="true" />}
          loading={saving("json")}
          onClick={() => save.mutate({ disputeId, format: "json" })}
        >
          {t("saveJson")}
        </Button>
      </div>
      <Timeline
        items={dispute.log.map(({ at, lines, seq, side, title }) => ({
          id: String(seq),
          ...LOOK[side ?? "PLATFORM"],
          title: (
            <>
              {title}
              <span className="font-normal text-ink-muted">
                {" "}
                · {t(`side.${side ?? "PLATFORM"}`)}
              </span>
            </>
          ),
          time: <time dateTime={at}>{instant(at)}</time>,
          description:
            lines.length === 0 ? undefined : (
              <span className="whitespace-pre-line break-words">{lines.join("\n")}</span>
            ),
        }))}
      />
    </Card>
  );
}
