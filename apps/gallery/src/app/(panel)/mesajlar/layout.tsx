import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChatFrame } from "../../../features/chat/chat-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("chat");
  return { title: t("title") };
}

export default function Layout({ children }: { children: ReactNode }) {
  return <ChatFrame>{children}</ChatFrame>;
}
