import { Button, EmptyState } from "@oto/ui";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <main id="main">
      <EmptyState
        size="page"
        icon={<SearchX aria-hidden="true" />}
        title={t("notFoundTitle")}
        description={t("notFoundText")}
        actions={
          <Button asChild>
            <Link href="/">{t("goHome")}</Link>
          </Button>
        }
      />
    </main>
  );
}
