import { Inbox } from "lucide-react";
import type { ScreenStateProps } from "./screen-state";
import { ScreenState } from "./screen-state";

/** Nothing here yet: says why, and offers the first step. */
export function EmptyState({ icon, ...rest }: ScreenStateProps) {
  return (
    <ScreenState
      icon={icon ?? <Inbox aria-hidden="true" />}
      iconClassName="bg-brand-soft text-brand-strong"
      {...rest}
    />
  );
}
