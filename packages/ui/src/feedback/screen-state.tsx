import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

export interface ScreenStateProps {
  title: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
  /** The one thing to do now, and perhaps another. */
  actions?: ReactNode;
  /** `page` takes the height of a screen, `inline` sits in a card. */
  size?: "page" | "inline" | undefined;
  className?: string | undefined;
}

interface ScreenStateShellProps extends ScreenStateProps {
  iconClassName: string;
  role?: "alert" | "status" | undefined;
  children?: ReactNode;
}

/** The frame that the empty, error and no-permission states share. */
export function ScreenState({
  title,
  description,
  icon,
  actions,
  size = "inline",
  className,
  iconClassName,
  role,
  children,
}: ScreenStateShellProps) {
  return (
    <div
      {...(role === undefined ? {} : { role })}
      className={cn(
        "mx-auto flex max-w-md flex-col items-center justify-center px-6 text-center",
        size === "page" ? "min-h-[60dvh] py-16" : "py-12",
        className,
      )}
    >
      {icon === undefined ? null : (
        <span
          className={cn(
            "mb-4 grid size-14 place-items-center rounded-[1.125rem] [&_svg]:size-6.5",
            iconClassName,
          )}
        >
          {icon}
        </span>
      )}
      <h2 className="text-heading">{title}</h2>
      {description === undefined ? null : <p className="mt-1.5 text-ink-muted">{description}</p>}
      {children}
      {actions === undefined ? null : (
        <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
