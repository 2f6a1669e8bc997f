import { readFrontEndEnv } from "@oto/trpc/next";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RootProviders } from "../../features/shell/root-providers";
import { LOCALES } from "../../i18n/locale";
import "../globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    metadataBase: new URL(readFrontEndEnv().OTO_LANDING_URL),
    title: { default: t("title"), template: `%s · ${t("brand")}` },
    description: t("description"),
    applicationName: t("brand"),
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f8f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1b20" },
  ],
};

interface RootLayoutProps {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}

export default async function RootLayout({ params, children }: RootLayoutProps) {
  const [{ locale }, current, head] = await Promise.all([params, getLocale(), headers()]);
  if (!LOCALES.some((known) => known === locale)) notFound();
  return (
    <html lang={current} suppressHydrationWarning>
      <body>
        <RootProviders nonce={head.get("x-nonce") ?? undefined}>{children}</RootProviders>
      </body>
    </html>
  );
}
