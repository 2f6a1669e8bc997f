"use client";

import { Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { cn } from "../foundation/cn";
import type { InputProps } from "./input";
import { Input } from "./input";

interface PasswordInputProps extends Omit<InputProps, "type" | "trailing"> {
  showLabel: string;
  hideLabel: string;
  /** Strength 0..4 with its word ("weak"); without it no meter. The caller computes it. */
  strength?: { score: 0 | 1 | 2 | 3 | 4; label: string } | undefined;
}

const FILL = ["bg-danger", "bg-danger", "bg-warn", "bg-success", "bg-success"] as const;

/** A password that can be looked at, with a meter of its strength. */
export function PasswordInput({ showLabel, hideLabel, strength, ...rest }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const meterId = useId();
  return (
    <div>
      <Input
        spellCheck={false}
        autoCapitalize="none"
        {...rest}
        type={shown ? "text" : "password"}
        trailing={
          <button
            type="button"
            aria-label={shown ? hideLabel : showLabel}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="grid size-9 place-items-center rounded-md hover:bg-sunken hover:text-ink"
          >
            {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          </button>
        }
      />
      {strength === undefined ? null : (
        <div className="mt-2 flex items-center gap-3">
          <div aria-hidden="true" className="flex flex-1 gap-1">
            {[1, 2, 3, 4].map((step) => (
              <span
                key={step}
                className={cn(
                  "h-1 flex-1 rounded-full transition-colors",
                  strength.score >= step ? FILL[strength.score] : "bg-line",
                )}
              />
            ))}
          </div>
          <span
            id={meterId}
            aria-live="polite"
            className="min-w-14 text-right text-ink-muted text-xs"
          >
            {strength.label}
          </span>
        </div>
      )}
    </div>
  );
}
