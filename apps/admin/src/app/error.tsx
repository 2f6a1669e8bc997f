"use client";

import { Button, ErrorState } from "@oto/ui";
import { useTranslations } from "next-intl";

interface PageErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function PageError({ error, reset }: PageErrorProps) {
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
