import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

interface ChatDividerProps {
  /** `day` begins a day, `unread` what the reader has not seen. */
  kind: "day" | "unread";
  children: ReactNode;
}

/** A line across a conversation: a new day, or where the unread begins. */
export function ChatDivider({ kind, children }: ChatDividerProps) {
  const unread = kind === "unread";
  return (
    <div className="flex items-center gap-3 px-5 pt-4 pb-1">
      <span className={cn("h-px flex-1", unread ? "bg-accent" : "bg-line")} />
      <span
        className={cn(
          "rounded-full px-2.5 py-0.5 font-medium text-xs",
          unread ? "bg-accent-soft text-accent-strong" : "text-ink-subtle",
        )}
      >
        {children}
      </span>
      <span className={cn("h-px flex-1", unread ? "bg-accent" : "bg-line")} />
    </div>
  );
}
