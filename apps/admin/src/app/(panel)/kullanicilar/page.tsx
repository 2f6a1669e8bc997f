import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Guarded } from "../../../features/session/guarded";
import { PlatformUsers } from "../../../features/staff/platform-users";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("title") };
}

export default function PlatformUsersPage() {
  return (
    <Guarded permission="user:manage">
      <PlatformUsers />
    </Guarded>
  );
}
