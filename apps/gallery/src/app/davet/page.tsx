import { AuthShell, Wordmark } from "@oto/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { JoinTeam } from "../../features/join/join-team";
import { landingUrl } from "../../features/shell/landing-url";
import { PreferencesToggles } from "../../features/shell/preferences-toggles";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function JoinPage() {
  const [t, common, shell] = await Promise.all([
    getTranslations("join"),
    getTranslations("common"),
    getTranslations("shell"),
  ]);
  return (
    <AuthShell
      brand={<Wordmark name={common("appName")} tagline={common("tagline")} />}
      title={t("title")}
      description={t("description")}
      topEnd={<PreferencesToggles />}
      skipLabel={shell("skip")}
      footer={null}
      aside={
        <div className="max-w-md">
          <p className="text-display">{t("asideTitle")}</p>
          <p className="mt-4 text-lg opacity-85">{t("asideText")}</p>
        </div>
      }
    >
      <JoinTeam landing={landingUrl(await getLocale())} />
    </AuthShell>
  );
}
