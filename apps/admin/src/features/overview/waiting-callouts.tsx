"use client";

import { Button, Callout, UiLink } from "@oto/ui";
import { ClipboardCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePermission } from "../session/session-provider";
import type { Figures } from "./figures";

/** What waits for a person; nothing when nothing does. */
export function WaitingCallouts({ figures }: { figures: Figures }) {
  const t = useTranslations("overview");
  const mayReview = usePermission("gallery:list");
  const maySeeQueues = usePermission("queue:read");
  const pending = figures.galleries.PENDING;
  return (
    <>
      {pending > 0 && mayReview ? (
        <Callout
          tone="brand"
          icon={<ClipboardCheck aria-hidden="true" />}
          title={t("pendingTitle", { count: pending })}
          actions={
            <Button asChild size="sm">
              <UiLink href="/kayitlar">{t("review")}</UiLink>
            </Button>
          }
        >
          {t("pendingText")}
        </Callout>
      ) : null}
      {figures.deadLetters > 0 && maySeeQueues ? (
        <Callout
          tone="danger"
          title={t("deadTitle", { count: figures.deadLetters })}
          actions={
            <Button asChild size="sm" variant="secondary">
              <UiLink href="/kuyruk">{t("lookAt")}</UiLink>
            </Button>
          }
        >
          {t("deadText")}
        </Callout>
      ) : null}
    </>
  );
}
