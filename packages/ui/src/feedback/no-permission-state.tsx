import { Lock } from "lucide-react";
import type { ScreenStateProps } from "./screen-state";
import { ScreenState } from "./screen-state";

/** A place one may not enter: says who can open it. */
export function NoPermissionState({ icon, ...rest }: ScreenStateProps) {
  return (
    <ScreenState
      icon={icon ?? <Lock aria-hidden="true" />}
      iconClassName="bg-warn-soft text-warn-strong"
      {...rest}
    />
  );
}
