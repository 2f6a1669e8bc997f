import type { Tone } from "../foundation/tone";
import { Badge } from "./badge";

export interface StatusLook {
  label: string;
  tone: Tone;
}

interface StatusBadgeProps<S extends string> {
  status: S;
  /** Label and tone of every status there is. */
  looks: Record<S, StatusLook>;
  className?: string | undefined;
}

/** The state of a thing, from a table of looks that the app keeps in one place. */
export function StatusBadge<S extends string>({ status, looks, className }: StatusBadgeProps<S>) {
  const look = looks[status];
  return (
    <Badge tone={look.tone} dot className={className}>
      {look.label}
    </Badge>
  );
}
