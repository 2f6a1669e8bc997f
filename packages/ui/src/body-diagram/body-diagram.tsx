"use client";

import { cn } from "../foundation/cn";
import type { BodyPart } from "./body-parts";
import { BODY_PARTS } from "./body-parts";
import { CarDrawing } from "./car-drawing";
import type { PartState, PartValues } from "./part-state";
import { StateSwatch } from "./state-swatch";

interface BodyDiagramProps<S extends string> {
  value: PartValues<S>;
  states: readonly PartState<S>[];
  partLabels: Record<BodyPart, string>;
  unstatedLabel: string;
  label: string;
  /** States that need no naming part by part, e.g. the untouched one. */
  quietStates?: readonly S[] | undefined;
  className?: string | undefined;
}

/** The car's body, to be read: the drawing, and beside it which part is what. */
export function BodyDiagram<S extends string>({
  value,
  states,
  partLabels,
  unstatedLabel,
  label,
  quietStates = [],
  className,
}: BodyDiagramProps<S>) {
  const groups = states
    .map((state) => ({ state, parts: BODY_PARTS.filter((part) => value[part] === state.value) }))
    .filter((group) => group.parts.length > 0);
  const unstated = BODY_PARTS.filter((part) => value[part] === undefined);
  return (
    <div className={cn("grid items-center gap-6 sm:grid-cols-[minmax(0,14rem)_1fr]", className)}>
      <CarDrawing
        value={value}
        states={states}
        partLabels={partLabels}
        unstatedLabel={unstatedLabel}
        label={label}
        className="mx-auto max-w-56"
      />
      <ul className="flex flex-col gap-4">
        {groups.map(({ state, parts }) => (
          <li key={state.value} className="flex items-start gap-3">
            <StateSwatch state={state} />
            <div className="min-w-0">
              <p className="font-medium text-ink leading-7">
                {state.label}
                <span className="ml-2 font-normal text-ink-subtle text-sm">{parts.length}</span>
              </p>
              <p
                className={cn(
                  "text-ink-muted text-sm",
                  quietStates.includes(state.value) && "sr-only",
                )}
              >
                {parts.map((part) => partLabels[part]).join(", ")}
              </p>
            </div>
          </li>
        ))}
        {unstated.length === 0 ? null : (
          <li className="flex items-start gap-3">
            <span
              aria-hidden="true"
              className="size-7 shrink-0 rounded-[7px] border border-control border-dashed bg-surface"
            />
            <div className="min-w-0">
              <p className="font-medium text-ink leading-7">
                {unstatedLabel}
                <span className="ml-2 font-normal text-ink-subtle text-sm">{unstated.length}</span>
              </p>
              <p className="text-ink-muted text-sm">
                {unstated.map((part) => partLabels[part]).join(", ")}
              </p>
            </div>
          </li>
        )}
      </ul>
    </div>
  );
}
