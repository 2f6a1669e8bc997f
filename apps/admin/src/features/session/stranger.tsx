"use client";

import { Button, NoPermissionState } from "@oto/ui";
import { useTranslations } from "next-intl";
import { PreferencesToggles } from "../shell/preferences-toggles";
import { signOutNow } from "./leave";

interface StrangerProps {
  name: string;
  galleryUrl: string;
}

/** Somebody signed in who is not staff: says so, and where they belong. */
export function Stranger({ name, galleryUrl }: StrangerProps) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <>
      <header className="flex h-16 items-center justify-end px-4 sm:px-6">
        <PreferencesToggles />
      </header>
      <main id="main">
        <h1 className="sr-only">{common("tagline")}</h1>
        <NoPermissionState
          size="page"
          title={t("strangerTitle")}
          description={t("strangerText", { name })}
          actions={
            <>
              <Button asChild>
                <a href={galleryUrl}>{t("strangerGallery")}</a>
              </Button>
              <Button variant="secondary" onClick={() => void signOutNow()}>
                {t("signOut")}
              </Button>
            </>
          }
        />
      </main>
    </>
  );
}
