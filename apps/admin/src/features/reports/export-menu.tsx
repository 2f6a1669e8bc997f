"use client";

import { Button, DropdownMenu, saveFile, toast } from "@oto/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Download, FileSpreadsheet, FileText, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import type { ReportDays } from "./use-report-period";

const TABLES = ["periods", "galleries", "lost"] as const;
const FORMATS = ["xlsx", "csv"] as const;

type Choice = { table: (typeof TABLES)[number]; format: (typeof FORMATS)[number] };

/** Takes the tables away as files, or the page on paper. */
export function ExportMenu({ input }: { input: ReportDays["input"] }) {
  const t = useTranslations("reports");
  const domain = useTranslations("domain");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const save = async (choice: Choice) => {
    setBusy(true);
    try {
      const file = trpc.admin.reports.export.queryOptions({ ...input, ...choice }, { gcTime: 0 });
      saveFile(await queries.fetchQuery({ ...file, staleTime: 0 }));
    } catch (error) {
      toast.error(t("exportFailed"), { description: errorText(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <DropdownMenu
      trigger={
        <Button variant="secondary" disabled={busy} aria-busy={busy} className="print:hidden">
          <Download aria-hidden="true" />
          {t("export")}
        </Button>
      }
      items={[
        ...FORMATS.flatMap((format, index) =>
          TABLES.map((table, nr) => ({
            id: `${table}-${format}`,
            label: t(format === "csv" ? "exportCsv" : "exportXlsx", {
              table: domain(`reportTable.${table}`),
            }),
            icon:
              format === "csv" ? (
                <FileText aria-hidden="true" />
              ) : (
                <FileSpreadsheet aria-hidden="true" />
              ),
            separated: index > 0 && nr === 0,
            onSelect: () => void save({ table, format }),
          })),
        ),
        {
          id: "print",
          label: t("print"),
          icon: <Printer aria-hidden="true" />,
          separated: true,
          // The menu must be gone from the page before it goes to paper.
          onSelect: () => setTimeout(() => window.print(), 200),
        },
      ]}
    />
  );
}
