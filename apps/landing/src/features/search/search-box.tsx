"use client";

import { Button, IconButton } from "@oto/ui/button";
import { Input } from "@oto/ui/form";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface SearchBoxProps {
  query: string;
  onSearch: (query: string) => void;
}

/** The words of a search; sent with Enter or the button. */
export function SearchBox({ query, onSearch }: SearchBoxProps) {
  const t = useTranslations("search");
  const [typed, setTyped] = useState(query);
  const [seen, setSeen] = useState(query);
  if (seen !== query) {
    setSeen(query);
    setTyped(query);
  }
  return (
    <search className="block">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
        className="flex gap-2"
      >
        <div className="min-w-0 flex-1">
          <Input
            type="search"
            name="q"
            aria-label={t("box")}
            placeholder={t("placeholder")}
            value={typed}
            maxLength={200}
            enterKeyHint="search"
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            leading={<Search aria-hidden="true" />}
            trailing={
              typed === "" ? undefined : (
                <IconButton
                  size="sm"
                  label={t("clear")}
                  icon={<X aria-hidden="true" />}
                  onClick={() => {
                    setTyped("");
                    onSearch("");
                  }}
                />
              )
            }
          />
        </div>
        <Button type="submit">{t("submit")}</Button>
      </form>
    </search>
  );
}
