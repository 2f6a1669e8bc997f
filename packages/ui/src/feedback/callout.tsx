import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

interface CalloutProps {
  tone?: "info" | "success" | "warn" | "danger" | "brand" | undefined;
  title?: ReactNode;
  icon?: ReactNode;
  /** Buttons or links under the text. */
  actions?: ReactNode;
  /** `alert` is read out at once, `status` when there is time; none for text that was always there. */
  role?: "alert" | "status" | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

const LOOK = {
  info: { box: "bg-info-soft text-info-strong", Icon: Info },
  success: { box: "bg-success-soft text-success-strong", Icon: CircleCheck },
  warn: { box: "bg-warn-soft text-warn-strong", Icon: TriangleAlert },
  danger: { box: "bg-danger-soft text-danger-strong", Icon: CircleAlert },
  brand: { box: "bg-brand-soft text-brand-strong", Icon: Info },
};

/** A message in the flow of the page. */
export function Callout({
  tone = "info",
  title,
  icon,
  actions,
  role,
  className,
  children,
}: CalloutProps) {
  const { box, Icon } = LOOK[tone];
  return (
    <div
      {...(role === undefined ? {} : { role })}
      className={cn("flex gap-3 rounded-card px-4 py-3.5 text-[0.9375rem]", box, className)}
    >
      <span className="mt-0.5 shrink-0 [&_svg]:size-5">{icon ?? <Icon aria-hidden="true" />}</span>
      <div className="min-w-0 flex-1">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children === undefined ? null : <div className="[&_a]:underline">{children}</div>}
        {actions === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
