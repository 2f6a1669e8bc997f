"use client";

import { IconButton, Input, useSettledText } from "@oto/ui";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";

interface StockSearchProps {
  value: string;
  onChange: (value: string) => void;
}

/** Finds a vehicle by plate, stock number, VIN or name, while it is typed. */
export function StockSearch({ value, onChange }: StockSearchProps) {
  const t = useTranslations("stock");
  const { typed, setTyped } = useSettledText(value, onChange);
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
