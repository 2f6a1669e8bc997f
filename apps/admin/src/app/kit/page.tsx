import { readFrontEndEnv } from "@oto/trpc/next";
import { SkipLink } from "@oto/ui";
import { KitPage } from "@oto/ui/kit";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { PreferencesToggles } from "../../features/shell/preferences-toggles";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("kit") };
}

/** Every component in every state, for people who build and for screenshots; never in production. */
export default async function UiKitPage() {
  await connection();
  if (readFrontEndEnv().OTO_ENV === "production") notFound();
  const t = await getTranslations("shell");
  return (
    <>
      <SkipLink label={t("skip")} target="main" />
      <header className="flex h-16 items-center justify-between px-4 sm:px-6">
        <h1 className="text-title">{t("kit")}</h1>
        <div className="flex items-center gap-1">
          <PreferencesToggles />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="px-4 pb-16 outline-none sm:px-6">
        <KitPage />
      </main>
    </>
  );
}
