import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "../button/spinner";
import { Progress } from "../feedback/progress";
import { cn } from "../foundation/cn";

export type UploadState = "waiting" | "uploading" | "processing" | "ready" | "failed";

interface UploadTileProps {
  /** File name or caption. */
  name: string;
  state: UploadState;
  /** The state in words ("Uploading 42%", "Being prepared"). */
  stateLabel: string;
  /** 0..100 while uploading. */
  progress?: number | undefined;
  /** Why it failed and what to do. */
  problem?: ReactNode;
  /** The picture: an object URL before it is uploaded, the real one after. */
  picture?: ReactNode;
  /** Top left: "cover", a number. */
  badge?: ReactNode;
  /** Top right: retry, remove, menu. */
  actions?: ReactNode;
  className?: string | undefined;
}

/** One file on its way: its picture, how far it is, what can be done with it. */
export function UploadTile({
  name,
  state,
  stateLabel,
  progress,
  problem,
  picture,
  badge,
  actions,
  className,
}: UploadTileProps) {
  const moving = state === "uploading" || state === "processing" || state === "waiting";
  return (
    <figure
      className={cn(
        "relative overflow-hidden rounded-card border bg-surface",
        state === "failed" && "border-danger",
        className,
      )}
    >
      <div className="relative aspect-4/3 bg-sunken [&_img]:size-full [&_img]:object-cover">
        {picture}
        {moving ? (
          <div className="absolute inset-0 grid place-items-center bg-black/35 text-white">
            {state === "uploading" && progress !== undefined ? (
              <span className="font-semibold text-lg">{Math.round(progress)}%</span>
            ) : (
              <Spinner className="size-7" />
            )}
          </div>
        ) : null}
        {state === "failed" ? (
          <div className="absolute inset-0 grid place-items-center bg-danger-soft/85 text-danger-strong">
            <CircleAlert aria-hidden="true" className="size-8" />
          </div>
        ) : null}
        {badge === undefined ? null : <div className="absolute top-2 left-2">{badge}</div>}
        {actions === undefined ? null : (
          <div className="absolute top-1.5 right-1.5 flex gap-1 rounded-control bg-surface/85 backdrop-blur">
            {actions}
          </div>
        )}
        {state === "uploading" ? (
          <Progress
            value={progress ?? null}
            label={`${name}: ${stateLabel}`}
            tone="accent"
            className="absolute inset-x-0 bottom-0 rounded-none"
          />
        ) : null}
      </div>
      <figcaption className="px-3 py-2">
        <p className="truncate font-medium text-ink text-sm">{name}</p>
        <p
          aria-live="polite"
          className={cn("text-xs", state === "failed" ? "text-danger-strong" : "text-ink-subtle")}
        >
          {state === "failed" && problem !== undefined ? problem : stateLabel}
        </p>
      </figcaption>
    </figure>
  );
}
