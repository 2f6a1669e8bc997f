import { Check, CheckCheck, CircleAlert, Clock3 } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../foundation/cn";

export type DeliveryState = "sending" | "sent" | "delivered" | "read" | "failed";

interface DeliveryMarkProps {
  state: DeliveryState;
  /** The state in words. */
  label: string;
}

const ICON: Record<DeliveryState, ReactNode> = {
  sending: <Clock3 aria-hidden="true" />,
  sent: <Check aria-hidden="true" />,
  delivered: <CheckCheck aria-hidden="true" />,
  read: <CheckCheck aria-hidden="true" />,
  failed: <CircleAlert aria-hidden="true" />,
};

/** How far a message of one's own has come. Read differs from delivered in weight, not in hue alone. */
export function DeliveryMark({ state, label }: DeliveryMarkProps) {
  return (
    <span
      data-delivery={state}
      title={label}
      className={cn(
        "inline-flex [&_svg]:size-3.5",
        state === "read" && "text-brand-strong [&_svg]:stroke-[3]",
        state === "failed" && "text-danger-strong",
      )}
    >
      {ICON[state]}
      <span className="sr-only">{label}</span>
    </span>
  );
}
