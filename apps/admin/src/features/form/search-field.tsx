"use client";

import { Field, Input, useSettledText } from "@oto/ui";
import { Search } from "lucide-react";

interface SearchFieldProps {
  label: string;
  hint: string;
  value: string;
  onSearch: (q: string) => void;
}

/** Searches when the person pauses typing. */
export function SearchField({ label, hint, value, onSearch }: SearchFieldProps) {
  const { typed, setTyped } = useSettledText(value, onSearch);
  return (
    <Field label={label} hideLabel className="w-full sm:max-w-sm">
      <Input
        type="search"
        placeholder={hint}
        leading={<Search aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}
