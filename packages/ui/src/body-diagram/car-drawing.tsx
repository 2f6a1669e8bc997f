"use client";

import type { KeyboardEvent } from "react";
import { useId } from "react";
import { cn } from "../foundation/cn";
import type { BodyPart } from "./body-parts";
import { BODY_PARTS, GLASS_PATHS, PART_SHAPES, WHEELS } from "./body-parts";
import type { PartState, PartValues } from "./part-state";
import { TONE_INK } from "./part-state";
import { StatePattern } from "./state-pattern";

interface CarDrawingProps<S extends string> {
  value: PartValues<S>;
  states: readonly PartState<S>[];
  partLabels: Record<BodyPart, string>;
  unstatedLabel: string;
  /** Names the drawing. */
  label: string;
  /** With it, the parts are buttons. */
  onPartPress?: ((part: BodyPart) => void) | undefined;
  onPartKey?: ((part: BodyPart, key: string) => void) | undefined;
  className?: string | undefined;
}

/** The car from above, each part in the colour, pattern and sign of its state. */
export function CarDrawing<S extends string>({
  value,
  states,
  partLabels,
  unstatedLabel,
  label,
  onPartPress,
  onPartKey,
  className,
}: CarDrawingProps<S>) {
  const id = useId();
  const patternId = (state: S) => `${id}-${state}`;
  const describe = (part: BodyPart) => {
    const state = states.find((entry) => entry.value === value[part]);
    return `${partLabels[part]}: ${state?.label ?? unstatedLabel}`;
  };
  const key = (event: KeyboardEvent, part: BodyPart) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onPartPress?.(part);
    } else {
      onPartKey?.(part, event.key);
    }
  };
  return (
    <svg
      viewBox="28 0 264 560"
      className={cn("h-auto w-full select-none", className)}
      role={onPartPress === undefined ? "img" : "group"}
      aria-label={label}
    >
      <defs>
        {states.map((state) => (
          <StatePattern
            key={state.value}
            id={patternId(state.value)}
            pattern={state.pattern}
            color={TONE_INK[state.tone].line}
          />
        ))}
      </defs>
      <g>
        {WHEELS.map(([x, y]) => (
          <rect
            key={`${x}-${y}`}
            x={x}
            y={y}
            width="12"
            height="54"
            rx="5"
            fill="var(--ink)"
            opacity="0.75"
          />
        ))}
        <path d="M46 190l-14 6 2 15 14-3zM274 190l14 6-2 15-14-3z" fill="var(--control)" />
        {GLASS_PATHS.map((path) => (
          <path key={path} d={path} fill="var(--brand)" opacity="0.16" />
        ))}
      </g>
      {BODY_PARTS.map((part) => {
        const state = states.find((entry) => entry.value === value[part]);
        const shape = PART_SHAPES[part];
        const ink = state === undefined ? undefined : TONE_INK[state.tone];
        const button =
          onPartPress === undefined
            ? {}
            : {
                role: "button",
                tabIndex: 0,
                "aria-label": describe(part),
                onClick: () => onPartPress(part),
                onKeyDown: (event: KeyboardEvent) => key(event, part),
              };
        return (
          <g
            key={part}
            {...button}
            data-part={part}
            data-state={value[part]}
            className={cn(
              onPartPress !== undefined &&
                "cursor-pointer outline-none transition-[filter] hover:brightness-95 dark:hover:brightness-125 [&:focus-visible>path:first-of-type]:stroke-[4] [&:focus-visible>path:first-of-type]:stroke-ring",
            )}
          >
            <title>{describe(part)}</title>
            <path
              d={shape.path}
              fill={ink?.ground ?? "var(--surface)"}
              stroke={ink?.line ?? "var(--control)"}
              strokeWidth={state === undefined ? 1.4 : 1.8}
              strokeLinejoin="round"
              {...(state === undefined ? { strokeDasharray: "4 4" } : {})}
            />
            {state === undefined || state.pattern === "plain" ? null : (
              <path d={shape.path} fill={`url(#${patternId(state.value)})`} pointerEvents="none" />
            )}
            {state === undefined ? null : (
              <g pointerEvents="none">
                <circle
                  cx={shape.at[0]}
                  cy={shape.at[1]}
                  r="12"
                  fill={ink?.ground}
                  stroke={ink?.line}
                  strokeWidth="1"
                />
                <text
                  x={shape.at[0]}
                  y={shape.at[1]}
                  dy="0.36em"
                  textAnchor="middle"
                  fontSize="12"
                  fontWeight="700"
                  fill={ink?.line}
                >
                  {state.sign}
                </text>
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}
