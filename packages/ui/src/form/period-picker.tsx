"use client";

import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { Button } from "../button/button";
import { Chip } from "../display/chip";
import { cn } from "../foundation/cn";
import { Popover } from "../overlay/popover";
import { Field } from "./field";
import { Input } from "./input";

interface Days {
  /** `YYYY-MM-DD`, both ends included. */
  from: string;
  to: string;
}

interface PeriodPickerProps {
  presets: readonly { id: string; label: string }[];
  /** The chosen preset; null for days of one's own. */
  preset: string | null;
  value: Days;
  onPreset: (id: string) => void;
  onDays: (days: Days) => void;
  /** The last day that can be chosen. */
  max?: string | undefined;
  labels: { group: string; custom: string; from: string; to: string; apply: string; wrong: string };
  className?: string | undefined;
}

/** A period: one of the usual ones at a touch, or days of one's own. */
export function PeriodPicker({
  presets,
  preset,
  value,
  onPreset,
  onDays,
  max,
  labels,
  className,
}: PeriodPickerProps) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(value);
  const complete = draft.from !== "" && draft.to !== "";
  const backwards = complete && draft.from > draft.to;
  return (
    <fieldset
      aria-label={labels.group}
      className={cn(
        "scrollbar-none -mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 py-0.5 sm:mx-0 sm:flex-wrap sm:px-0",
        className,
      )}
    >
      {presets.map((entry) => (
        <Chip key={entry.id} selected={preset === entry.id} onPress={() => onPreset(entry.id)}>
          {entry.label}
        </Chip>
      ))}
      <Popover
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          if (next) setDraft(value);
        }}
        label={labels.custom}
        align="end"
        className="w-80"
        trigger={
          <button
            type="button"
            aria-pressed={preset === null}
            className={cn(
              "inline-flex h-9 shrink-0 items-center gap-1.5 rounded-full border px-3 font-medium text-sm transition-colors pointer-coarse:h-11",
              preset === null
                ? "border-brand bg-brand-soft text-brand-strong"
                : "border-line bg-surface text-ink-muted hover:border-control hover:text-ink",
            )}
          >
            <CalendarRange aria-hidden="true" className="size-4" />
            {labels.custom}
          </button>
        }
      >
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (!complete || backwards) return;
            onDays(draft);
            setOpen(false);
          }}
        >
          <div className="grid grid-cols-2 gap-3">
            <Field label={labels.from}>
              <Input
                type="date"
                value={draft.from}
                max={max}
                onChange={(event) => setDraft({ ...draft, from: event.target.value })}
              />
            </Field>
            <Field label={labels.to}>
              <Input
                type="date"
                value={draft.to}
                max={max}
                onChange={(event) => setDraft({ ...draft, to: event.target.value })}
              />
            </Field>
          </div>
          {backwards ? (
            <p role="alert" className="text-danger-strong text-sm">
              {labels.wrong}
            </p>
          ) : null}
          <Button type="submit" block disabled={!complete || backwards}>
            {labels.apply}
          </Button>
        </form>
      </Popover>
    </fieldset>
  );
}
