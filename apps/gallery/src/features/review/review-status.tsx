"use client";

import type { AppRouter } from "@oto/api";
import { Button, Callout, Stepper } from "@oto/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { Clock3, RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { useFormats } from "../labels/use-formats";
import { ResubmitForm } from "./resubmit-form";

type GalleryView = inferRouterOutputs<AppRouter>["gallery"]["me"];

/** How far a registration is, and what its owner can do about it. */
export function ReviewStatus({ gallery }: { gallery: GalleryView }) {
  if (gallery.status === "REJECTED") return <Rejected gallery={gallery} />;
  if (gallery.status === "SUSPENDED") return <Reason gallery={gallery} tone="danger" />;
  return <Pending gallery={gallery} />;
}

function Reason({ gallery, tone }: { gallery: GalleryView; tone: "warn" | "danger" }) {
  const t = useTranslations("review");
  return gallery.statusReason === null ? null : (
    <Callout tone={tone} title={t("reason")}>
      {gallery.statusReason}
    </Callout>
  );
}

function Rejected({ gallery }: { gallery: GalleryView }) {
  return (
    <div className="flex flex-col gap-6">
      <Reason gallery={gallery} tone="warn" />
      <ResubmitForm gallery={gallery} />
    </div>
  );
}

function Pending({ gallery }: { gallery: GalleryView }) {
  const t = useTranslations("review");
  const router = useRouter();
  const formats = useFormats();
  const [checking, check] = useTransition();
  const steps = [
    { id: "sent", label: t("stepSent") },
    { id: "review", label: t("stepReview") },
    { id: "open", label: t("stepOpen") },
  ];
  return (
    <div className="flex flex-col gap-6">
      <Stepper
        steps={steps}
        current={1}
        label={t("steps")}
        progressText={t("stepProgress", { current: 2, total: 3, name: t("stepReview") })}
        doneLabel={t("stepDone")}
      />
      <Callout tone="brand" icon={<Clock3 aria-hidden="true" />} role="status">
        <p>{t("submittedAt", { date: formats.instant(gallery.submittedAt) })}</p>
        <p>{t("pendingLive")}</p>
      </Callout>
      <Button
        variant="secondary"
        loading={checking}
        icon={<RefreshCw aria-hidden="true" />}
        onClick={() => check(() => router.refresh())}
      >
        {t("checkAgain")}
      </Button>
    </div>
  );
}
