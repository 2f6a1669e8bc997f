"use client";

import { cn } from "@oto/ui";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useState } from "react";

const LockedContext = createContext(false);

/** Locks what is inside the sections below; they can still be folded and read. */
export function LockedSections({ locked, children }: { locked: boolean; children: ReactNode }) {
  return <LockedContext value={locked}>{children}</LockedContext>;
}

interface FormSectionProps {
  /** Links of the publish gate lead here. */
  id: string;
  title: string;
  description?: string | undefined;
  /** At the end of the title: how much is filled in. */
  summary?: ReactNode;
  defaultOpen?: boolean | undefined;
  /** Something in it is wrong: it opens by itself. */
  invalid?: boolean | undefined;
  children: ReactNode;
}

function useOpenByAddress(id: string, open: () => void): void {
  useEffect(() => {
    const check = () => {
      if (window.location.hash === `#${id}`) open();
    };
    check();
    window.addEventListener("hashchange", check);
    return () => window.removeEventListener("hashchange", check);
  }, [id, open]);
}

/** A part of the form that can be folded away; a link to it opens it. */
export function FormSection({
  id,
  title,
  description,
  summary,
  defaultOpen = true,
  invalid = false,
  children,
}: FormSectionProps) {
  const [chosen, setOpen] = useState(defaultOpen);
  const [show] = useState(() => () => setOpen(true));
  useOpenByAddress(id, show);
  const open = chosen || invalid;
  const locked = useContext(LockedContext);
  return (
    <section
      id={id}
      className="scroll-mt-24 rounded-card border bg-surface shadow-card target:border-brand"
    >
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-content`}
          onClick={() => setOpen(!open)}
          className="flex min-h-14 w-full items-center gap-3 rounded-card px-5 py-3 text-left"
        >
          <span className="min-w-0 flex-1">
            <span className="block text-heading">{title}</span>
            {description === undefined ? null : (
              <span className="block font-normal text-ink-muted text-sm">{description}</span>
            )}
          </span>
          {summary === undefined ? null : (
            <span className="shrink-0 text-ink-subtle text-sm">{summary}</span>
          )}
          <ChevronDown
            aria-hidden="true"
            className={cn(
              "size-5 shrink-0 text-ink-subtle transition-transform",
              open && "rotate-180",
            )}
          />
        </button>
      </h2>
      <div id={`${id}-content`} hidden={!open} className="px-5 pt-1 pb-5">
        <fieldset disabled={locked} className="contents">
          {children}
        </fieldset>
      </div>
    </section>
  );
}
