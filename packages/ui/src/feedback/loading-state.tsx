import { Spinner } from "../button/spinner";
import { cn } from "../foundation/cn";

interface LoadingStateProps {
  label: string;
  size?: "page" | "inline" | undefined;
  className?: string | undefined;
}

/** Waiting with words. Where the shape of what comes is known, take `Skeleton` instead. */
export function LoadingState({ label, size = "inline", className }: LoadingStateProps) {
  return (
    <div
      role="status"
      className={cn(
        "flex flex-col items-center justify-center gap-3 text-ink-muted text-sm",
        size === "page" ? "min-h-[60dvh]" : "py-12",
        className,
      )}
    >
      <Spinner className="size-7 text-brand" />
      {label}
    </div>
  );
}
