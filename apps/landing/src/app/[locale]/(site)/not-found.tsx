import { Button } from "@oto/ui/button";
import { EmptyState } from "@oto/ui/feedback";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { localePath } from "../../../i18n/locale";

export default function NotFound() {
  const t = useTranslations("common");
  const locale = useLocale();
  return (
    <>
      <h1 className="sr-only">404</h1>
      <EmptyState
        size="page"
        icon={<SearchX aria-hidden="true" />}
        title={t("notFoundTitle")}
        description={t("notFoundText")}
        actions={
          <>
            <Button asChild>
              <Link href={localePath(locale, "/araclar")}>{t("browse")}</Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href={localePath(locale, "/")}>{t("home")}</Link>
            </Button>
          </>
        }
      />
    </>
  );
}
