import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Guarded } from "../../../features/session/guarded";
import { SupportInbox } from "../../../features/support/support-inbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("support");
  return { title: t("title") };
}

export default function SupportPage() {
  return (
    <Guarded permission="support:read">
      <SupportInbox />
    </Guarded>
  );
}
