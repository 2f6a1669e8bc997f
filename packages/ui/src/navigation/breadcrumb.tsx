import { ChevronRight } from "lucide-react";
import { UiLink } from "../foundation/link-provider";

interface BreadcrumbProps {
  /** From the top down; the last is the page itself and needs no `href`. */
  items: readonly { label: string; href?: string | undefined }[];
  label: string;
}

/** Where the page stands. */
export function Breadcrumb({ items, label }: BreadcrumbProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-1 text-ink-muted text-sm">
        {items.map((item, index) => (
          <li key={`${item.href ?? ""}${item.label}`} className="flex items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden="true" className="size-3.5 opacity-60" /> : null}
            {item.href === undefined ? (
              <span aria-current="page" className="font-medium text-ink">
                {item.label}
              </span>
            ) : (
              <UiLink
                href={item.href}
                className="inline-flex min-h-6 items-center rounded-sm hover:text-ink hover:underline"
              >
                {item.label}
              </UiLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
