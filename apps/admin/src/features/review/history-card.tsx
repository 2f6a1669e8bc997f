"use client";

import type { Tone } from "@oto/ui";
import { Button, Card, Timeline, UiLink } from "@oto/ui";
import { Ban, CircleCheck, CircleX, Play, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import type { GalleryDetail } from "./gallery-detail";

const LOOKS: Record<string, { icon: ReactNode; tone: Tone }> = {
  approve: { icon: <CircleCheck aria-hidden="true" />, tone: "success" },
  reject: { icon: <CircleX aria-hidden="true" />, tone: "danger" },
  suspend: { icon: <Ban aria-hidden="true" />, tone: "warn" },
  reactivate: { icon: <Play aria-hidden="true" />, tone: "success" },
};
const OTHER = { icon: <Send aria-hidden="true" />, tone: "neutral" as const };

/** What was decided before, by whom and why. */
export function HistoryCard({ detail }: { detail: GalleryDetail }) {
  const t = useTranslations("review");
  const { instant } = useFormats();
  const mayAudit = usePermission("audit:read");
  const nameOf = (action: string) => {
    const key: string = `actions.${action}`;
    return t.has(key) ? t(key) : action;
  };
  return (
    <Card
      title={t("historyTitle")}
      actions={
        mayAudit ? (
          <Button asChild size="sm" variant="ghost">
            <UiLink href={`/denetim?galeri=${detail.gallery.id}`}>{t("auditLink")}</UiLink>
          </Button>
        ) : undefined
      }
    >
      {detail.reviews.length === 0 ? (
        <p className="text-ink-muted">{t("noHistory")}</p>
      ) : (
        <Timeline
          items={detail.reviews.map((review) => ({
            id: review.id,
            title: nameOf(review.action),
            time: instant(review.createdAt),
            description: (
              <>
                <span className="block text-sm">{review.actorName ?? t("system")}</span>
                {review.reason === null ? null : (
                  <span className="block whitespace-pre-line">{review.reason}</span>
                )}
              </>
            ),
            ...(LOOKS[review.action] ?? OTHER),
          }))}
        />
      )}
    </Card>
  );
}
