"use client";

import { Field, Input } from "@oto/ui";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useSettled } from "../shell/use-settled";

interface SearchFieldProps {
  label: string;
  hint: string;
  value: string;
  onSearch: (q: string) => void;
}

/** Searches when the person pauses typing. */
export function SearchField({ label, hint, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // The address changed under us: a link, the back button, a cleared search.
  if (seen !== value) {
    setSeen(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const settled = useSettled(typed.trim());
  useEffect(() => {
    if (settled === typed.trim() && settled !== value) onSearch(settled);
  }, [settled, typed, value, onSearch]);
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
