"use client";

import { Checkbox, cn, ResponsiveImage, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pictureOf } from "../market/picture-of";
import type { OfferCardView } from "./offer-views";

interface DealRowProps {
  href: string;
  vehicle: Pick<OfferCardView["vehicle"], "title" | "cover">;
  /** With whom, and where they are. */
  counterpart: OfferCardView["counterpart"];
  unreadLabel?: string | undefined;
  /** With it, the row can be chosen together with others. */
  choice?: { label: string; chosen: boolean; onToggle: () => void } | undefined;
  /** The amount with what belongs to it. */
  amount: ReactNode;
  /** Badges and the clock. */
  state: ReactNode;
}

/** One negotiation or reservation of a list; all of it leads to its page. */
export function DealRow({
  href,
  vehicle,
  counterpart,
  unreadLabel,
  choice,
  amount,
  state,
}: DealRowProps) {
  const common = useTranslations("common");
  const { title, cover } = vehicle;
  return (
    <article
      className={cn(
        "group relative flex gap-3 overflow-hidden rounded-card border bg-surface p-3 shadow-card transition-shadow hover:shadow-raised sm:gap-5",
        unreadLabel !== undefined && "border-accent",
        choice?.chosen === true && "border-brand bg-brand-soft/50",
      )}
    >
      {choice === undefined ? null : (
        <Checkbox
          label={choice.label}
          hideLabel
          checked={choice.chosen}
          onCheckedChange={choice.onToggle}
          className="relative z-10 -mr-1 w-fit self-center sm:-mr-2"
        />
      )}
      <ResponsiveImage
        {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
        sizes="10rem"
        className="w-24 shrink-0 self-start rounded-control sm:w-40"
      />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <h2 className="flex items-center gap-2 font-medium leading-snug">
            {unreadLabel === undefined ? null : (
              <span className="size-2.5 shrink-0 rounded-full bg-accent">
                <span className="sr-only">{unreadLabel}</span>
              </span>
            )}
            <UiLink
              href={href}
              className="line-clamp-2 after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
            >
              {title}
            </UiLink>
          </h2>
          <p className="mt-0.5 truncate text-ink-muted text-sm">
            {counterpart.name} · {counterpart.province.name}
          </p>
        </div>
        <div className="sm:text-right">{amount}</div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 sm:col-span-2">{state}</div>
      </div>
    </article>
  );
}
