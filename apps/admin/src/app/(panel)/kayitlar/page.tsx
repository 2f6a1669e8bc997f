import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Registrations } from "../../../features/review/registrations";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("title") };
}

export default function RegistrationsPage() {
  return (
    <Guarded permission="gallery:list">
      <Registrations />
    </Guarded>
  );
}
