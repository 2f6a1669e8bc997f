import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VerifyEmail } from "../../../../features/email/verify-email";
import { AccountFrame } from "../../../../features/shell/account-frame";
import { galleryAddress } from "../../../../features/shell/gallery-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reset.verifyEmail");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function VerifyEmailPage() {
  const t = await getTranslations("reset.verifyEmail");
  return (
    <AccountFrame title={t("title")} description={t("description")} aside={null}>
      <VerifyEmail signInHref={galleryAddress("/")} />
    </AccountFrame>
  );
}
