import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** A breadcrumb or back link over the title. */
  above?: ReactNode;
  /** A badge beside the title. */
  badge?: ReactNode;
  /** The one thing to do here comes last. */
  actions?: ReactNode;
  /** Tabs or filters under it. */
  below?: ReactNode;
  className?: string | undefined;
}

/** The head of a page: where one is, and what can be done. Holds the page's `h1`. */
export function PageHeader({
  title,
  description,
  above,
  badge,
  actions,
  below,
  className,
}: PageHeaderProps) {
  return (
    <header className={cn("mb-5 sm:mb-6", className)}>
      {above === undefined ? null : <div className="mb-2">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-headline">{title}</h1>
            {badge}
          </div>
          {description === undefined ? null : (
            <p className="mt-1 max-w-2xl text-ink-muted">{description}</p>
          )}
        </div>
        {actions === undefined ? null : (
          <div className="flex flex-wrap items-center gap-2">{actions}</div>
        )}
      </div>
      {below === undefined ? null : <div className="mt-4">{below}</div>}
    </header>
  );
}
