"use client";

import { IconButton, Input } from "@oto/ui";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

interface StockSearchProps {
  value: string;
  onChange: (value: string) => void;
}

const TYPING_MS = 250;

/** Finds a vehicle by plate, stock number, VIN or name, while it is typed. */
export function StockSearch({ value, onChange }: StockSearchProps) {
  const t = useTranslations("stock");
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      type="search"
      aria-label={t("search")}
      placeholder={t("search")}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      leading={<Search aria-hidden="true" />}
      trailing={
        typed === "" ? undefined : (
          <IconButton
            size="sm"
            label={t("clearSearch")}
            icon={<X aria-hidden="true" />}
            onClick={() => {
              setTyped("");
              onChange("");
            }}
          />
        )
      }
    />
  );
}
