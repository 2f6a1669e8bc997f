"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown, Search, X } from "lucide-react";
import * as Popover from "radix-ui/popover";
import { useId, useState } from "react";
import { Spinner } from "../button/spinner";
import { cn } from "../foundation/cn";
import { matchScore } from "../foundation/search-fold";
import { CONTROL } from "./control-classes";
import { useFieldControl } from "./field-context";
import type { Option } from "./select";

export interface ComboboxLabels {
  placeholder: string;
  search: string;
  empty: string;
  loading: string;
  /** Names the cross that empties it. */
  clear: string;
}

interface ComboboxProps<V extends string> {
  options: readonly Option<V>[];
  value: V | null | undefined;
  onValueChange: (value: V | null) => void;
  labels: ComboboxLabels;
  /** With it, the caller searches (on the server); without it, the list filters itself. */
  onSearchChange?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  disabled?: boolean | undefined;
  clearable?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
}

/** One of a long list, found by typing. Turkish letters match with and without their dots. */
export function Combobox<V extends string>({
  options,
  value,
  onValueChange,
  labels,
  onSearchChange,
  loading = false,
  disabled = false,
  clearable = false,
  id,
  className,
}: ComboboxProps<V>) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  const wired = useFieldControl({ id });
  const picked = options.find((option) => option.value === value);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) {
      onSearchChange?.("");
    }
  };
  return (
    <Popover.Root open={open} onOpenChange={change} modal>
      <div className={cn("relative", className)}>
        <Popover.Trigger
          {...wired}
          role="combobox"
          aria-expanded={open}
          aria-haspopup="listbox"
          aria-controls={open ? listId : undefined}
          disabled={disabled}
          className={cn(
            CONTROL,
            "flex items-center justify-between gap-2 pr-9 text-left",
            picked === undefined && "text-ink-subtle",
          )}
        >
          <span className="truncate">{picked?.label ?? labels.placeholder}</span>
        </Popover.Trigger>
        {clearable && picked !== undefined && !disabled ? (
          <button
            type="button"
            aria-label={labels.clear}
            onClick={() => onValueChange(null)}
            className="absolute inset-y-0 right-0 grid w-11 place-items-center text-ink-subtle hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        ) : (
          <span className="pointer-events-none absolute inset-y-0 right-0 grid w-10 place-items-center text-ink-subtle">
            {loading ? (
              <Spinner className="size-4" />
            ) : (
              <ChevronsUpDown aria-hidden="true" className="size-4" />
            )}
          </span>
        )}
      </div>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-60 w-(--radix-popover-trigger-width) min-w-56 origin-(--radix-popover-content-transform-origin) overflow-hidden rounded-card border bg-raised shadow-raised data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in"
        >
          <Command
            label={labels.search}
            shouldFilter={onSearchChange === undefined}
            filter={(_, query, keywords) => matchScore(keywords?.join(" ") ?? "", query)}
          >
            <div className="flex items-center gap-2 border-b px-3">
              <Search aria-hidden="true" className="size-4 shrink-0 text-ink-subtle" />
              <Command.Input
                placeholder={labels.search}
                {...(onSearchChange === undefined ? {} : { onValueChange: onSearchChange })}
                className="h-11 w-full bg-transparent text-base text-ink outline-none placeholder:text-ink-subtle sm:text-[0.9375rem]"
              />
            </div>
            <Command.List
              id={listId}
              className="max-h-[min(18rem,calc(var(--radix-popover-content-available-height)-3rem))] overflow-y-auto overscroll-contain p-1.5"
            >
              {loading ? (
                <Command.Loading>
                  <p className="flex items-center gap-2 px-3 py-4 text-ink-muted text-sm">
                    <Spinner className="size-4" /> {labels.loading}
                  </p>
                </Command.Loading>
              ) : (
                <Command.Empty className="px-3 py-4 text-ink-muted text-sm">
                  {labels.empty}
                </Command.Empty>
              )}
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={[option.label, option.hint ?? ""]}
                  disabled={option.disabled === true}
                  onSelect={() => {
                    onValueChange(option.value);
                    change(false);
                  }}
                  className="flex min-h-10 items-center justify-between gap-3 rounded-control px-3 py-1.5 text-[0.9375rem] text-ink data-[disabled=true]:opacity-45 data-[selected=true]:bg-sunken pointer-coarse:min-h-11"
                >
                  <span className="min-w-0">
                    <span className="block truncate">{option.label}</span>
                    {option.hint === undefined ? null : (
                      <span className="block truncate text-ink-subtle text-xs">{option.hint}</span>
                    )}
                  </span>
                  {option.value === value ? (
                    <Check aria-hidden="true" className="size-4 shrink-0 text-brand-strong" />
                  ) : null}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
