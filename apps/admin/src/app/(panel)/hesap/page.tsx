import { PageHeader } from "@oto/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordCard } from "../../../features/account/password-card";
import { ProfileCard } from "../../../features/account/profile-card";
import { RecoveryCard } from "../../../features/account/recovery-card";
import { SessionsCard } from "../../../features/account/sessions-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const t = await getTranslations("account");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <SessionsCard />
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <ProfileCard />
          <RecoveryCard />
          <PasswordCard />
        </div>
      </div>
    </>
  );
}
