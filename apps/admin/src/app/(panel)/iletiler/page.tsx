import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessagesPage } from "../../../features/messages/messages-page";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("messages");
  return { title: t("title") };
}

export default function MessagesRoute() {
  return (
    <Guarded permission="message:read">
      <MessagesPage />
    </Guarded>
  );
}
