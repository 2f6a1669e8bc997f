import { AuthShell, Wordmark } from "@oto/ui";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveProvider } from "../../features/live/live-provider";
import { ReviewStatus } from "../../features/review/review-status";
import { loadMe } from "../../features/session/load-me";
import { PreferencesToggles } from "../../features/shell/preferences-toggles";
import { SignOutButton } from "../../features/shell/sign-out-button";
import { serverClient } from "../../server-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("pageTitle") };
}

const TEXTS = {
  PENDING: { title: "pendingTitle", text: "pendingText" },
  REJECTED: { title: "rejectedTitle", text: "rejectedText" },
  SUSPENDED: { title: "suspendedTitle", text: "suspendedText" },
} as const;

export default async function ReviewPage() {
  const [me, t, common, shell] = await Promise.all([
    loadMe(),
    getTranslations("review"),
    getTranslations("common"),
    getTranslations("shell"),
  ]);
  const status = me.gallery?.status;
  if (status === "APPROVED") redirect("/");
  const gallery = me.gallery && (await (await serverClient()).gallery.me.query());
  const words = status === undefined ? null : TEXTS[status];
  return (
    <AuthShell
      brand={<Wordmark name={common("appName")} tagline={me.gallery?.name} />}
      title={t(words?.title ?? "noGalleryTitle")}
      description={t(words?.text ?? "noGalleryText", { gallery: me.gallery?.name ?? "" })}
      topEnd={<PreferencesToggles />}
      skipLabel={shell("skip")}
      width={status === "REJECTED" ? "wide" : "normal"}
      footer={<SignOutButton />}
      aside={
        <div className="max-w-md">
          <p className="text-display">{t("asideTitle")}</p>
          <p className="mt-4 text-lg opacity-85">{t("asideText")}</p>
        </div>
      }
    >
      {gallery ? (
        <LiveProvider>
          <ReviewStatus gallery={gallery} />
        </LiveProvider>
      ) : null}
    </AuthShell>
  );
}
