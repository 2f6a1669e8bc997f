import { AuthShell, Wordmark } from "@oto/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { landingUrl } from "../../features/shell/landing-url";
import { PreferencesToggles } from "../../features/shell/preferences-toggles";
import { SignInForm } from "../../features/sign-in/sign-in-form";

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("pageTitle") };
}

/** Only a path of this app is a way back; anything else would lead people to strangers. */
function wayBack(next: string | string[] | undefined): string {
  const path = typeof next === "string" ? next : "/";
  return /^\/(?![/\\])/.test(path) ? path : "/";
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [{ next }, t, common, shell] = await Promise.all([
    searchParams,
    getTranslations("signIn"),
    getTranslations("common"),
    getTranslations("shell"),
  ]);
  const landing = landingUrl(await getLocale());
  return (
    <AuthShell
      brand={<Wordmark name={common("appName")} tagline={common("tagline")} />}
      title={t("title")}
      description={t("description")}
      topEnd={<PreferencesToggles />}
      skipLabel={shell("skip")}
      footer={
        <>
          {t("noAccount")}{" "}
          <a href={`${landing}/kayit`} className="font-medium text-brand-strong underline">
            {t("register")}
          </a>
        </>
      }
      aside={
        <div className="max-w-md">
          <p className="text-display">{t("asideTitle")}</p>
          <p className="mt-4 text-lg opacity-85">{t("asideText")}</p>
        </div>
      }
    >
      <SignInForm next={wayBack(next)} resetHref={`${landing}/sifre`} />
    </AuthShell>
  );
}
