"use client";

import { Button, Callout, toast } from "@oto/ui";
import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Codes for the day the phone is lost: shown once, to be kept elsewhere. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const t = useTranslations("security");
  const text = codes.join("\n");
  const save = () => {
    const url = URL.createObjectURL(new Blob([`Kontak\n\n${text}\n`], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "kontak-kurtarma-kodlari.txt";
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn" title={t("codesTitle")}>
        {t("codesText")}
      </Callout>
      <ul
        aria-label={t("codes")}
        className="grid grid-cols-1 gap-2 rounded-card bg-sunken p-4 font-mono min-[24rem]:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={save}>
          <Download aria-hidden="true" />
          {t("saveCodes")}
        </Button>
        <Button
          variant="secondary"
          onClick={() =>
            void navigator.clipboard.writeText(text).then(() => toast.success(t("copied")))
          }
        >
          <Copy aria-hidden="true" />
          {t("copyCodes")}
        </Button>
        <Button onClick={onDone}>{t("keptCodes")}</Button>
      </div>
    </div>
  );
}
