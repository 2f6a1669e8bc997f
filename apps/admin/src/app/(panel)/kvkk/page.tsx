import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataRequests } from "../../../features/kvkk/data-requests";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("kvkk");
  return { title: t("title") };
}

export default function DataRequestsPage() {
  return (
    <Guarded permission="kvkk:read">
      <DataRequests />
    </Guarded>
  );
}
