import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Galleries } from "../../../features/galleries/galleries";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("galleries");
  return { title: t("title") };
}

export default function GalleriesPage() {
  return (
    <Guarded permission="gallery:list">
      <Galleries />
    </Guarded>
  );
}
