"use client";

import type { AppRouter } from "@oto/api";
import { Card, Progress, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { ChevronRight, Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";

type StockList = inferRouterOutputs<AppRouter>["inventory"]["list"];

/** What a new gallery does first; it goes away once everything is done. */
export function FirstSteps({ list }: { list: StockList | undefined }) {
  const t = useTranslations("dashboard");
  const trpc = useTRPC();
  const gallery = useQuery(trpc.gallery.me.queryOptions()).data;
  if (list === undefined || gallery === undefined) return null;
  const { counts, items } = list;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const everPublished = counts.PUBLISHED + counts.PAUSED + counts.RESERVED + counts.SOLD > 0;
  const steps = [
    { id: "checkVehicle", done: total > 0, href: "/stok/yeni" },
    {
      id: "checkPhotos",
      done: everPublished || items.some((item) => item.photoCount > 0),
      href: items[0] === undefined ? "/stok/yeni" : `/stok/${items[0].vehicleId}#fotograflar`,
    },
    { id: "checkPublish", done: everPublished, href: "/stok?durum=DRAFT" },
    {
      id: "checkProfile",
      done: gallery.about !== null && gallery.phone !== null,
      href: "/ayarlar",
    },
  ];
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <Card
      title={t("checklistTitle")}
      description={t("checklistText", { done, total: steps.length })}
    >
      <Progress value={(done / steps.length) * 100} label={t("checklistTitle")} />
      <ul className="mt-2 -mb-2">
        {steps.map((step) => (
          <li key={step.id}>
            <UiLink
              href={step.href}
              className="flex min-h-11 items-center gap-3 rounded-control text-[0.9375rem] hover:text-brand-strong"
            >
              {step.done ? (
                <CircleCheck aria-hidden="true" className="size-5 text-success-strong" />
              ) : (
                <Circle aria-hidden="true" className="size-5 text-ink-subtle" />
              )}
              <span className={step.done ? "flex-1 text-ink-subtle line-through" : "flex-1"}>
                {t(step.id)}
              </span>
              <span className="sr-only">{t(step.done ? "checkDone" : "checkOpen")}</span>
              <ChevronRight aria-hidden="true" className="size-4 text-ink-subtle" />
            </UiLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
