import type { ReactNode } from "react";
import { cn } from "../foundation/cn";
import type { Tone } from "../foundation/tone";
import { TONE_SOFT } from "../foundation/tone";

export interface TimelineItem {
  id: string;
  title: ReactNode;
  /** When, already written for people. */
  time: ReactNode;
  description?: ReactNode;
  icon: ReactNode;
  tone?: Tone | undefined;
}

interface TimelineProps {
  items: readonly TimelineItem[];
  className?: string | undefined;
}

/** What happened, in order. */
export function Timeline({ items, className }: TimelineProps) {
  return (
    <ol className={cn("flex flex-col", className)}>
      {items.map((item, index) => (
        <li key={item.id} className="relative flex gap-3.5 pb-5 last:pb-0">
          {index < items.length - 1 ? (
            <span
              aria-hidden="true"
              className="absolute top-9 bottom-0 left-[1.0625rem] w-px bg-line"
            />
          ) : null}
          <span
            className={cn(
              "grid size-9 shrink-0 place-items-center rounded-full [&_svg]:size-4.5",
              TONE_SOFT[item.tone ?? "neutral"],
            )}
          >
            {item.icon}
          </span>
          <div className="min-w-0 flex-1 pt-1.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium text-ink">{item.title}</span>
              <span className="text-ink-subtle text-sm">{item.time}</span>
            </div>
            {item.description === undefined ? null : (
              <div className="mt-0.5 text-[0.9375rem] text-ink-muted">{item.description}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
