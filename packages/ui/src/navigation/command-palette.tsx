"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import * as RadixDialog from "radix-ui/dialog";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { Spinner } from "../button/spinner";
import { Kbd } from "../display/kbd";
import { matchScore } from "../foundation/search-fold";

export interface CommandGroup {
  id: string;
  label: string;
  items: readonly {
    id: string;
    label: string;
    hint?: string | undefined;
    icon?: ReactNode;
    /** Other words it is found by. */
    keywords?: readonly string[] | undefined;
    shortcut?: readonly string[] | undefined;
    onSelect: () => void;
  }[];
}

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  labels: { title: string; search: string; empty: string; loading: string };
  /** With it, what is typed is also searched by the caller, who adds a group. */
  onSearchChange?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
}

/** Everything by typing; opens with Ctrl/⌘ K wherever it is mounted. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
  labels,
  onSearchChange,
  loading = false,
}: CommandPaletteProps) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        onOpenChange(!open);
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [open, onOpenChange]);
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
        <RadixDialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-3 z-50 mx-auto max-w-xl overflow-hidden rounded-card bg-raised shadow-overlay outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in sm:top-[14vh]"
        >
          <RadixDialog.Title className="sr-only">{labels.title}</RadixDialog.Title>
          <Command
            label={labels.title}
            filter={(value, query, keywords) => {
              const text = `${value} ${keywords?.join(" ") ?? ""}`;
              return matchScore(text, query);
            }}
          >
            <div className="flex items-center gap-3 border-b px-4">
              {loading ? (
                <Spinner className="size-5 text-ink-subtle" />
              ) : (
                <Search aria-hidden="true" className="size-5 text-ink-subtle" />
              )}
              <Command.Input
                placeholder={labels.search}
                {...(onSearchChange === undefined ? {} : { onValueChange: onSearchChange })}
                className="h-14 w-full bg-transparent text-base text-ink outline-none placeholder:text-ink-subtle"
              />
            </div>
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto overscroll-contain p-2">
              <Command.Empty className="px-3 py-8 text-center text-ink-muted text-sm">
                {loading ? labels.loading : labels.empty}
              </Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.id}
                  heading={group.label}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-subtle [&_[cmdk-group-heading]]:text-xs"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={`${item.label} ${item.id}`}
                      keywords={[item.hint ?? "", ...(item.keywords ?? [])]}
                      onSelect={() => {
                        onOpenChange(false);
                        item.onSelect();
                      }}
                      className="flex min-h-11 items-center gap-3 rounded-control px-3 py-1.5 text-[0.9375rem] text-ink data-[selected=true]:bg-sunken [&_svg]:size-4.75 [&_svg]:shrink-0 [&_svg]:text-ink-muted"
                    >
                      {item.icon}
                      <span className="min-w-0 flex-1">
                        <span className="block truncate">{item.label}</span>
                        {item.hint === undefined ? null : (
                          <span className="block truncate text-ink-subtle text-xs">
                            {item.hint}
                          </span>
                        )}
                      </span>
                      {item.shortcut?.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
