import { CircleAlert, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "../button/spinner";
import { Progress } from "../feedback/progress";
import { cn } from "../foundation/cn";

export type FileTileState = "waiting" | "uploading" | "processing" | "ready" | "failed";

interface FileTileProps {
  name: string;
  /** Size, kind, or how far it is; while failed, why. */
  description: string;
  state?: FileTileState | undefined;
  /** 0..100 while uploading. */
  progress?: number | undefined;
  /** A small picture in place of the sheet of paper. */
  picture?: ReactNode;
  /** Where the file opens. */
  href?: string | undefined;
  /** Retry, remove. */
  actions?: ReactNode;
  className?: string | undefined;
}

/** A file of a message, or one on its way: its name, how far it is, what can be done with it. */
export function FileTile({
  name,
  description,
  state = "ready",
  progress,
  picture,
  href,
  actions,
  className,
}: FileTileProps) {
  const failed = state === "failed";
  const busy = state === "waiting" || state === "processing";
  const text = (
    <>
      <span className="grid size-11 shrink-0 place-items-center overflow-hidden rounded-control bg-sunken text-ink-muted [&_img]:size-full [&_img]:object-cover">
        {failed ? (
          <CircleAlert aria-hidden="true" className="size-5 text-danger-strong" />
        ) : (
          (picture ?? <FileText aria-hidden="true" className="size-5" />)
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-ink text-sm">{name}</span>
        <span
          className={cn("block truncate text-xs", failed ? "text-danger-strong" : "text-ink-muted")}
        >
          {description}
        </span>
      </span>
      {busy ? <Spinner className="size-4" /> : null}
    </>
  );
  return (
    <div
      className={cn(
        "relative flex w-64 max-w-full items-center gap-2 overflow-hidden rounded-control border bg-surface p-1.5",
        failed && "border-danger",
        className,
      )}
    >
      {href === undefined ? (
        <div className="flex min-w-0 flex-1 items-center gap-2.5">{text}</div>
      ) : (
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          className="flex min-w-0 flex-1 items-center gap-2.5 rounded-control"
        >
          {text}
        </a>
      )}
      {actions}
      {state === "uploading" ? (
        <Progress
          value={progress ?? null}
          label={`${name}: ${description}`}
          tone="accent"
          className="absolute inset-x-0 bottom-0 h-1 rounded-none"
        />
      ) : null}
    </div>
  );
}
