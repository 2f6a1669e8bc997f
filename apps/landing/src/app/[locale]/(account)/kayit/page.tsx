import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegisterAside } from "../../../../features/register/register-aside";
import { RegisterWizard } from "../../../../features/register/register-wizard";
import { alternates } from "../../../../features/seo/alternates";
import { AccountFrame } from "../../../../features/shell/account-frame";
import { galleryAddress } from "../../../../features/shell/gallery-address";
import { mailboxAddress } from "../../../../features/verify/mailbox-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return {
    title: t("title"),
    description: t("metaDescription"),
    alternates: await alternates("/kayit"),
  };
}

export default async function RegisterPage() {
  const [t, legal] = await Promise.all([getTranslations("register"), getTranslations("legal")]);
  return (
    <AccountFrame
      title={t("title")}
      description={t("description")}
      aside={<RegisterAside />}
      width="wide"
      footer={
        <>
          {t("haveAccount")}{" "}
          <a
            href={galleryAddress("/giris")}
            className="font-medium text-brand-strong underline underline-offset-4"
          >
            {t("signIn")}
          </a>
        </>
      }
    >
      <RegisterWizard notice={legal("kvkkShort")} mailbox={mailboxAddress()} />
    </AccountFrame>
  );
}
