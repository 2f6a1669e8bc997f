import { CloudAlert } from "lucide-react";
import type { ScreenStateProps } from "./screen-state";
import { ScreenState } from "./screen-state";

interface ErrorStateProps extends ScreenStateProps {
  /** What a person can quote to support, e.g. "Request 01J…". */
  reference?: string | undefined;
}

/** Something failed: says what happened, what was kept and what to do. */
export function ErrorState({ icon, reference, ...rest }: ErrorStateProps) {
  return (
    <ScreenState
      role="alert"
      icon={icon ?? <CloudAlert aria-hidden="true" />}
      iconClassName="bg-danger-soft text-danger-strong"
      {...rest}
    >
      {reference === undefined ? null : (
        <p className="mt-3 font-mono text-ink-subtle text-xs">{reference}</p>
      )}
    </ScreenState>
  );
}
