import { Button } from "@oto/ui/button";
import { Badge, Timeline } from "@oto/ui/display";
import { ClipboardCheck, Clock3, MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { RegisterAside } from "../../../../../features/register/register-aside";
import { AccountFrame } from "../../../../../features/shell/account-frame";
import { galleryAddress } from "../../../../../features/shell/gallery-address";
import { localePath } from "../../../../../i18n/locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return { title: t("waitingTitle"), robots: { index: false } };
}

export default async function WaitingPage() {
  const [t, locale] = await Promise.all([getTranslations("register"), getLocale()]);
  return (
    <AccountFrame
      title={t("waitingTitle")}
      description={t("waitingText")}
      aside={<RegisterAside />}
      width="wide"
    >
      <section className="rounded-card border bg-surface p-5 shadow-card">
        <div className="mb-5 flex items-center justify-between gap-3">
          <h2 className="text-heading">{t("waitingSteps")}</h2>
          <Badge tone="warn" icon={<Clock3 aria-hidden="true" />}>
            {t("waitingTitle")}
          </Badge>
        </div>
        <Timeline
          items={[
            {
              id: "a",
              title: t("waiting.a.title"),
              time: null,
              description: t("waiting.a.text"),
              tone: "success",
              icon: <ClipboardCheck aria-hidden="true" />,
            },
            {
              id: "b",
              title: t("waiting.b.title"),
              time: null,
              description: t("waiting.b.text"),
              tone: "warn",
              icon: <Clock3 aria-hidden="true" />,
            },
            {
              id: "c",
              title: t("waiting.c.title"),
              time: null,
              description: t("waiting.c.text"),
              tone: "neutral",
              icon: <MessageSquareText aria-hidden="true" />,
            },
          ]}
        />
      </section>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button asChild size="lg">
          <a href={galleryAddress("/giris")}>{t("waitingSignIn")}</a>
        </Button>
        <Button asChild size="lg" variant="secondary">
          <Link href={localePath(locale, "/araclar")}>{t("waitingBrowse")}</Link>
        </Button>
      </div>
    </AccountFrame>
  );
}
