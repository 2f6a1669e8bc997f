"use client";

import { Button, ErrorState } from "@oto/ui";
import { useTranslations } from "next-intl";

interface PanelErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function PanelError({ error, reset }: PanelErrorProps) {
  const t = useTranslations("common");
  return (
    <ErrorState
      size="page"
      title={t("errorTitle")}
      description={t("errorText")}
      reference={error.digest}
      actions={<Button onClick={reset}>{t("retry")}</Button>}
    />
  );
}
