"use client";

import { cn } from "@oto/ui";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";

const STARS = [1, 2, 3, 4, 5] as const;

interface StarsInputProps {
  label: string;
  value: number | null;
  onChange: (stars: number) => void;
}

/** One to five stars: radio buttons underneath, so that keys and screen readers know them. */
export function StarsInput({ label, value, onChange }: StarsInputProps) {
  const t = useTranslations("deals");
  const name = useId();
  return (
    <fieldset>
      <legend className="font-medium text-sm">{label}</legend>
      <div className="mt-1 flex">
        {STARS.map((stars) => (
          <label
            key={stars}
            className="relative grid size-11 cursor-pointer place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-brand"
          >
            <input
              type="radio"
              name={name}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
              checked={value === stars}
              aria-label={t("stars", { count: stars })}
              onChange={() => onChange(stars)}
            />
            <Star
              aria-hidden="true"
              className={cn(
                "size-7",
                value !== null && stars <= value
                  ? "fill-current text-warn-strong"
                  : "text-ink-subtle",
              )}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Stars that were given. */
export function StarsShown({ stars }: { stars: number }) {
  const t = useTranslations("deals");
  return (
    <span role="img" aria-label={t("stars", { count: stars })} className="inline-flex">
      {STARS.map((each) => (
        <Star
          key={each}
          aria-hidden="true"
          className={cn(
            "size-4.5",
            each <= stars ? "fill-current text-warn-strong" : "text-ink-subtle",
          )}
        />
      ))}
    </span>
  );
}
