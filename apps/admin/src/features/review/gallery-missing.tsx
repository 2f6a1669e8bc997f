"use client";

import { Button, EmptyState, UiLink } from "@oto/ui";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";

/** There is no such gallery (any more). */
export function GalleryMissing() {
  const t = useTranslations("review");
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        size="page"
        icon={<SearchX aria-hidden="true" />}
        title={t("notFoundTitle")}
        description={t("notFoundText")}
        actions={
          <Button asChild>
            <UiLink href="/kayitlar">{t("backToList")}</UiLink>
          </Button>
        }
      />
    </>
  );
}
