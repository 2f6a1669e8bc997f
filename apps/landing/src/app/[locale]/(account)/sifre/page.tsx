import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetWizard } from "../../../../features/reset/reset-wizard";
import { alternates } from "../../../../features/seo/alternates";
import { AccountFrame } from "../../../../features/shell/account-frame";
import { adminAddress, galleryAddress } from "../../../../features/shell/gallery-address";
import { mailboxAddress } from "../../../../features/verify/mailbox-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reset");
  return {
    title: t("title"),
    description: t("description"),
    alternates: await alternates("/sifre"),
  };
}

interface ResetPageProps {
  searchParams: Promise<{ panel?: string | string[] }>;
}

export default async function ResetPage({ searchParams }: ResetPageProps) {
  const [t, { panel }] = await Promise.all([getTranslations("reset"), searchParams]);
  // The platform's own staff come here by the link of their first password.
  const signInHref = panel === "yonetim" ? adminAddress("/giris") : galleryAddress("/giris");
  return (
    <AccountFrame
      title={t("title")}
      description={t("description")}
      aside={
        <div className="max-w-md">
          <p className="text-headline">{t("asideTitle")}</p>
          <p className="mt-3 text-lg opacity-85">{t("asideText")}</p>
        </div>
      }
      footer={
        <>
          {t("remembered")}{" "}
          <a
            href={signInHref}
            className="font-medium text-brand-strong underline underline-offset-4"
          >
            {t("signIn")}
          </a>
        </>
      }
    >
      <ResetWizard signInHref={signInHref} mailbox={mailboxAddress()} />
    </AccountFrame>
  );
}
