import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  /** At the end of the title's line: buttons, a badge. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** `flush` leaves the padding to the children (tables, pictures). */
  padding?: "normal" | "flush" | undefined;
  /** Heading level of the title. */
  level?: 2 | 3 | 4 | undefined;
  id?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

/** A surface that holds things which belong together. */
export function Card({
  title,
  description,
  actions,
  footer,
  padding = "normal",
  level = 2,
  id,
  className,
  children,
}: CardProps) {
  const Heading = `h${level}` as const;
  const hasHeader = title !== undefined || actions !== undefined;
  return (
    <section
      {...(id === undefined ? {} : { id })}
      className={cn("min-w-0 rounded-card border bg-surface shadow-card", className)}
    >
      {hasHeader ? (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-5 pb-4">
          <div className="min-w-0 flex-1">
            {title === undefined ? null : <Heading className="text-heading">{title}</Heading>}
            {description === undefined ? null : (
              <p className="mt-0.5 text-ink-muted text-sm">{description}</p>
            )}
          </div>
          {actions === undefined ? null : (
            <div className="flex flex-wrap items-center gap-2">{actions}</div>
          )}
        </header>
      ) : null}
      <div
        className={cn(
          padding === "normal" && "px-5 pb-5",
          padding === "normal" && !hasHeader && "pt-5",
        )}
      >
        {children}
      </div>
      {footer === undefined ? null : (
        <footer className="rounded-b-card border-t px-5 py-3.5">{footer}</footer>
      )}
    </section>
  );
}
