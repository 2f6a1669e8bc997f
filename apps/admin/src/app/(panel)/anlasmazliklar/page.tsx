import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisputeInbox } from "../../../features/disputes/dispute-inbox";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("disputes");
  return { title: t("title") };
}

export default function DisputesPage() {
  return (
    <Guarded permission="dispute:read">
      <DisputeInbox />
    </Guarded>
  );
}
