import type { ReactNode } from "react";
import { cn } from "../foundation/cn";
import { UiLink } from "../foundation/link-provider";

interface ListRowProps {
  title: ReactNode;
  description?: ReactNode;
  /** Avatar, icon or picture before the text. */
  leading?: ReactNode;
  /** Badge, price or time after it. */
  trailing?: ReactNode;
  href?: string | undefined;
  onPress?: (() => void) | undefined;
  selected?: boolean | undefined;
  /** A mark for what has not been seen yet; `unreadLabel` says it. */
  unreadLabel?: string | undefined;
  className?: string | undefined;
}

/** One line of a list: picture, two lines of text, something at the end. */
export function ListRow({
  title,
  description,
  leading,
  trailing,
  href,
  onPress,
  selected = false,
  unreadLabel,
  className,
}: ListRowProps) {
  const shell = cn(
    "flex min-h-14 w-full min-w-0 items-center gap-3 rounded-control px-3 py-2.5 text-left transition-colors",
    (href !== undefined || onPress !== undefined) && "hover:bg-sunken",
    selected && "bg-brand-soft hover:bg-brand-soft",
    className,
  );
  const content = (
    <>
      {leading}
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          {unreadLabel === undefined ? null : (
            <span className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">{unreadLabel}</span>
            </span>
          )}
          <span className="truncate font-medium text-ink">{title}</span>
        </span>
        {description === undefined ? null : (
          <span className="block truncate text-ink-muted text-sm">{description}</span>
        )}
      </span>
      {trailing === undefined ? null : <span className="shrink-0 text-right">{trailing}</span>}
    </>
  );
  if (href !== undefined) {
    return (
      <UiLink href={href} className={shell} {...(selected ? { "aria-current": "true" } : {})}>
        {content}
      </UiLink>
    );
  }
  if (onPress !== undefined) {
    return (
      <button type="button" onClick={onPress} aria-pressed={selected} className={shell}>
        {content}
      </button>
    );
  }
  return <div className={shell}>{content}</div>;
}
