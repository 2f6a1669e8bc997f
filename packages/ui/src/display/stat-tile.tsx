import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../foundation/cn";
import { UiLink } from "../foundation/link-provider";
import type { Tone } from "../foundation/tone";
import { TONE_SOFT, TONE_TEXT } from "../foundation/tone";

interface StatTileProps {
  label: string;
  value: ReactNode;
  icon?: ReactNode;
  /** Change against before: an arrow with its words ("+12 this week"). */
  trend?: { direction: "up" | "down" | "flat"; text: string; tone?: Tone | undefined } | undefined;
  /** A sparkline or small bar under the figure. */
  visual?: ReactNode;
  href?: string | undefined;
  tone?: Tone | undefined;
  className?: string | undefined;
}

const ARROW = { up: ArrowUpRight, down: ArrowDownRight, flat: ArrowRight };

/** One figure with its name; leads somewhere when it has an `href`. */
export function StatTile({
  label,
  value,
  icon,
  trend,
  visual,
  href,
  tone = "brand",
  className,
}: StatTileProps) {
  const Arrow = ARROW[trend?.direction ?? "flat"];
  const content = (
    <>
      <div className="flex items-start justify-between gap-3">
        <span className="text-ink-muted text-sm">{label}</span>
        {icon === undefined ? null : (
          <span
            className={cn(
              "grid size-9 shrink-0 place-items-center rounded-control [&_svg]:size-4.5",
              TONE_SOFT[tone],
            )}
          >
            {icon}
          </span>
        )}
      </div>
      <div className="mt-1 font-[620] text-[1.75rem] text-ink leading-9 tracking-[-0.025em]">
        {value}
      </div>
      {trend === undefined ? null : (
        <div
          className={cn("mt-1 flex items-center gap-1 text-sm", TONE_TEXT[trend.tone ?? "neutral"])}
        >
          <Arrow aria-hidden="true" className="size-4" />
          {trend.text}
        </div>
      )}
      {visual === undefined ? null : <div className="mt-3">{visual}</div>}
    </>
  );
  const classes = cn("block min-w-0 rounded-card border bg-surface p-4.5 shadow-card", className);
  return href === undefined ? (
    <div className={classes}>{content}</div>
  ) : (
    <UiLink
      href={href}
      className={cn(
        classes,
        "transition-[border-color,box-shadow] hover:border-control hover:shadow-raised",
      )}
    >
      {content}
    </UiLink>
  );
}
