"use client";

import { Check, Languages } from "lucide-react";
import { Button } from "../button/button";
import { DropdownMenu } from "../overlay/dropdown-menu";

interface LocaleToggleProps {
  /** Every language by its own name: `{ code: "tr", name: "Türkçe" }`. */
  locales: readonly { code: string; name: string }[];
  current: string;
  onChange: (code: string) => void;
  label: string;
}

/** The language of the page. */
export function LocaleToggle({ locales, current, onChange, label }: LocaleToggleProps) {
  return (
    <DropdownMenu
      trigger={
        <Button
          variant="ghost"
          className="px-3"
          aria-label={`${label}: ${current.toUpperCase()}`}
          icon={<Languages aria-hidden="true" />}
        >
          <span aria-hidden="true" className="uppercase">
            {current}
          </span>
        </Button>
      }
      items={locales.map((locale) => ({
        id: locale.code,
        label: locale.name,
        icon:
          locale.code === current ? (
            <Check aria-hidden="true" />
          ) : (
            <span aria-hidden="true" className="size-4.5" />
          ),
        onSelect: () => onChange(locale.code),
      }))}
    />
  );
}
