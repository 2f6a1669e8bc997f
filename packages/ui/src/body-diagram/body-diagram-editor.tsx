"use client";

import * as RadixRadio from "radix-ui/radio-group";
import { useState } from "react";
import { Button } from "../button/button";
import { cn } from "../foundation/cn";
import type { BodyPart } from "./body-parts";
import { BODY_PARTS } from "./body-parts";
import { CarDrawing } from "./car-drawing";
import type { PartState, PartValues } from "./part-state";
import { StateSwatch } from "./state-swatch";

interface BodyDiagramEditorProps<S extends string> {
  value: PartValues<S>;
  onValueChange: (value: PartValues<S>) => void;
  states: readonly PartState<S>[];
  partLabels: Record<BodyPart, string>;
  labels: {
    diagram: string;
    /** Over the brushes: "Choose a state, then touch the parts". */
    brush: string;
    unstated: string;
    /** Gives every part without a state the chosen one ("The rest: original"). */
    fillRest: (state: string, count: number) => string;
    clear: string;
    /** Said after a part was set: "Hood: painted". */
    changed: (part: string, state: string) => string;
    /** Under the drawing, e.g. that keys 1–5 set a state. */
    keyboardHint: string;
  };
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/**
 * The car's body, to be filled in: pick a state like a brush, then touch parts.
 * On a part: Enter or Space paints it, keys 1…n give it the n-th state, Delete empties it.
 */
export function BodyDiagramEditor<S extends string>({
  value,
  onValueChange,
  states,
  partLabels,
  labels,
  disabled = false,
  className,
}: BodyDiagramEditorProps<S>) {
  const [brush, setBrush] = useState<S | undefined>(states[0]?.value);
  const [said, setSaid] = useState("");
  const current = states.find((state) => state.value === brush);
  const rest = BODY_PARTS.filter((part) => value[part] === undefined);

  const paint = (part: BodyPart, state: S | undefined) => {
    if (disabled) {
      return;
    }
    const next = { ...value };
    if (state === undefined) {
      delete next[part];
    } else {
      next[part] = state;
    }
    onValueChange(next);
    const name = states.find((entry) => entry.value === state)?.label ?? labels.unstated;
    setSaid(labels.changed(partLabels[part], name));
  };
  const fillRest = (state: S) => {
    onValueChange({ ...Object.fromEntries(rest.map((part) => [part, state])), ...value });
  };
  return (
    <div
      className={cn(
        "grid gap-6 sm:grid-cols-[minmax(0,17rem)_1fr] sm:items-center",
        disabled && "opacity-60",
        className,
      )}
    >
      <div className="order-2 sm:order-1">
        <CarDrawing
          value={value}
          states={states}
          partLabels={partLabels}
          unstatedLabel={labels.unstated}
          label={labels.diagram}
          onPartPress={(part) => paint(part, value[part] === brush ? undefined : brush)}
          onPartKey={(part, key) => {
            const picked = states[Number(key) - 1];
            if (picked !== undefined) {
              paint(part, picked.value);
            } else if (key === "Delete" || key === "Backspace") {
              paint(part, undefined);
            }
          }}
          className="mx-auto max-w-68"
        />
      </div>
      <div className="order-1 flex flex-col gap-3 sm:order-2">
        <p className="font-medium text-ink text-sm">{labels.brush}</p>
        <RadixRadio.Root
          value={brush ?? ""}
          onValueChange={(next) => setBrush(states.find((state) => state.value === next)?.value)}
          aria-label={labels.brush}
          disabled={disabled}
          className="grid grid-cols-2 gap-2 sm:grid-cols-1"
        >
          {states.map((state) => (
            <RadixRadio.Item
              key={state.value}
              value={state.value}
              className="flex min-h-11 items-center gap-3 rounded-control border bg-surface px-3 py-2 text-left text-[0.9375rem] text-ink transition-colors hover:border-control data-[state=checked]:border-brand data-[state=checked]:bg-brand-soft/60 data-[state=checked]:font-medium"
            >
              <StateSwatch state={state} />
              <span className="flex-1 leading-tight">{state.label}</span>
              <span className="text-ink-subtle text-sm">
                {BODY_PARTS.filter((part) => value[part] === state.value).length || ""}
              </span>
            </RadixRadio.Item>
          ))}
        </RadixRadio.Root>
        <div className="flex flex-wrap gap-2">
          {current === undefined || rest.length === 0 ? null : (
            <Button
              variant="soft"
              size="sm"
              disabled={disabled}
              onClick={() => fillRest(current.value)}
            >
              {labels.fillRest(current.label, rest.length)}
            </Button>
          )}
          {rest.length === BODY_PARTS.length ? null : (
            <Button variant="ghost" size="sm" disabled={disabled} onClick={() => onValueChange({})}>
              {labels.clear}
            </Button>
          )}
        </div>
        <p className="hidden text-ink-subtle text-sm pointer-fine:block">{labels.keyboardHint}</p>
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
      </div>
    </div>
  );
}
