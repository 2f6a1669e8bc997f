import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

export type BubbleSide = "mine" | "theirs";
/** Where a bubble stands among those of the same author that belong together. */
export type BubblePosition = "single" | "first" | "middle" | "last";

interface ChatBubbleProps {
  side: BubbleSide;
  position: BubblePosition;
  /** Who wrote it; shown over the first bubble of a group. */
  author?: ReactNode;
  /** A picture of the author, beside the last bubble of a group. */
  avatar?: ReactNode;
  /** Time, marks, "edited": under the text. */
  meta?: ReactNode;
  /** A menu beside the bubble; there on hover, on focus and under a thumb. */
  actions?: ReactNode;
  /** Says that it did not arrive, with what can be done. */
  problem?: ReactNode;
  /** No ground of its own: for a picture or a card that brings one. */
  bare?: boolean | undefined;
  /** On its way: drawn fainter. */
  pending?: boolean | undefined;
  /** Drawn for a moment as the one that was looked for. */
  highlighted?: boolean | undefined;
  children: ReactNode;
}

const CORNERS: Record<BubbleSide, Record<BubblePosition, string>> = {
  mine: {
    single: "rounded-[1.125rem] rounded-br-md",
    first: "rounded-[1.125rem] rounded-br-md",
    middle: "rounded-[1.125rem] rounded-r-md",
    last: "rounded-[1.125rem] rounded-tr-md",
  },
  theirs: {
    single: "rounded-[1.125rem] rounded-bl-md",
    first: "rounded-[1.125rem] rounded-bl-md",
    middle: "rounded-[1.125rem] rounded-l-md",
    last: "rounded-[1.125rem] rounded-tl-md",
  },
};

const GROUND: Record<BubbleSide, string> = {
  mine: "bg-brand-soft text-ink",
  theirs: "border bg-surface text-ink shadow-card",
};

/** One message: a bubble on the writer's side, joined with its neighbours of the same writer. */
export function ChatBubble({
  side,
  position,
  author,
  avatar,
  meta,
  actions,
  problem,
  bare = false,
  pending = false,
  highlighted = false,
  children,
}: ChatBubbleProps) {
  const mine = side === "mine";
  const opens = position === "single" || position === "first";
  const closes = position === "single" || position === "last";
  return (
    <article
      className={cn(
        "group/bubble flex gap-2 px-3 sm:px-5",
        mine && "flex-row-reverse",
        opens ? "pt-3" : "pt-0.5",
      )}
    >
      {mine ? null : <span className="w-8 shrink-0 self-end">{closes ? avatar : null}</span>}
      <div className={cn("flex min-w-0 max-w-[min(36rem,82%)] flex-col", mine && "items-end")}>
        {opens && author !== undefined ? (
          <p className="px-1 pb-1 font-medium text-ink-muted text-xs">{author}</p>
        ) : null}
        <div
          className={cn(
            "min-w-0 max-w-full transition-opacity",
            bare
              ? "rounded-card"
              : cn("overflow-hidden px-3.5 py-2", CORNERS[side][position], GROUND[side]),
            pending && "opacity-65",
            highlighted && "outline-2 outline-accent outline-offset-2",
          )}
        >
          {children}
        </div>
        {meta === undefined ? null : (
          <div className="flex items-center gap-1.5 px-1 pt-0.5 text-[0.6875rem] text-ink-subtle">
            {meta}
          </div>
        )}
        {problem === undefined ? null : (
          <div className="px-1 pt-1 text-danger-strong text-sm">{problem}</div>
        )}
      </div>
      {actions === undefined ? null : (
        <div className="self-center opacity-0 transition-opacity focus-within:opacity-100 group-hover/bubble:opacity-100 has-[[data-state=open]]:opacity-100 pointer-coarse:opacity-70">
          {actions}
        </div>
      )}
    </article>
  );
}
