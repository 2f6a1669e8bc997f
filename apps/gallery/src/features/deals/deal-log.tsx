"use client";

import { Button, Card } from "@oto/ui";
import { FileJson, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDealMoves } from "./use-deal-moves";

/** The signed log of everything that happened, to take along. */
export function DealLog({ dealId }: { dealId: string }) {
  const t = useTranslations("deals");
  const { saveLog } = useDealMoves();
  const saving = (format: "json" | "pdf") =>
    saveLog.isPending && saveLog.variables.format === format;
  return (
    <Card title={t("log")} description={t("logText")}>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          size="lg"
          className="max-sm:w-full"
          icon={<FileText aria-hidden="true" />}
          loading={saving("pdf")}
          onClick={() => saveLog.mutate({ dealId, format: "pdf" })}
        >
          {t("savePdf")}
        </Button>
        <Button
          variant="ghost"
          size="lg"
          className="max-sm:w-full"
          icon={<FileJson aria-hidden="true" />}
          loading={saving("json")}
          onClick={() => saveLog.mutate({ dealId, format: "json" })}
        >
          {t("saveJson")}
        </Button>
      </div>
    </Card>
  );
}
