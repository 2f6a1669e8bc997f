import { AuthShell, Wordmark } from "@oto/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreferencesToggles } from "../../features/shell/preferences-toggles";
import { SignIn } from "../../features/sign-in/sign-in";

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
  return (
    <AuthShell
      brand={<Wordmark name={common("appName")} tagline={common("tagline")} />}
      title={t("title")}
      description={t("description")}
      topEnd={<PreferencesToggles />}
      skipLabel={shell("skip")}
      aside={
        <div className="max-w-md">
          <p className="text-display">{t("asideTitle")}</p>
          <p className="mt-4 text-lg opacity-85">{t("asideText")}</p>
        </div>
      }
    >
      <SignIn next={wayBack(next)} />
    </AuthShell>
  );
}
