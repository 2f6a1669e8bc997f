import { useId } from "react";
import type { PartState } from "./part-state";
import { TONE_INK } from "./part-state";
import { StatePattern } from "./state-pattern";

interface StateSwatchProps {
  state: PartState;
}

/** The look of a state in small, for legends and brushes. */
export function StateSwatch({ state }: StateSwatchProps) {
  const id = useId();
  const ink = TONE_INK[state.tone];
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className="size-7 shrink-0">
      <defs>
        <StatePattern id={id} pattern={state.pattern} color={ink.line} />
      </defs>
      <rect x="1" y="1" width="26" height="26" rx="7" fill={ink.ground} stroke={ink.line} />
      {state.pattern === "plain" ? null : (
        <rect x="1" y="1" width="26" height="26" rx="7" fill={`url(#${id})`} />
      )}
      <circle cx="14" cy="14" r="8.5" fill={ink.ground} />
      <text
        x="14"
        y="14"
        dy="0.36em"
        textAnchor="middle"
        fontSize="11"
        fontWeight="700"
        fill={ink.line}
      >
        {state.sign}
      </text>
    </svg>
  );
}
