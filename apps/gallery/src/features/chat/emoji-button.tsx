"use client";

import type { EmojiGroup } from "@oto/ui";
import { EmojiGrid, IconButton, LoadingState, Popover } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Smile } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

type Catalogue = Record<string, { label: string; signs: Record<string, string> }>;

/** The signs with their names in a language; a file of its own that comes when it is wanted. */
async function loadGroups(locale: string): Promise<EmojiGroup[]> {
  const { default: catalogue }: { default: Catalogue } = await (locale === "en"
    ? import("../../../messages/en/emoji.json")
    : import("../../../messages/tr/emoji.json"));
  return Object.entries(catalogue).map(([id, group]) => ({ id, ...group }));
}

interface EmojiButtonProps {
  onPick: (sign: string) => void;
}

/** Opens the signs; they stay open, since one is rarely enough. */
export function EmojiButton({ onPick }: EmojiButtonProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ["emoji", locale],
    queryFn: () => loadGroups(locale),
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("emoji")}
      className="p-3"
      trigger={
        <IconButton label={t("emoji")} icon={<Smile aria-hidden="true" className="size-5" />} />
      }
    >
      {data === undefined ? (
        <LoadingState label={common("loading")} />
      ) : (
        <EmojiGrid
          groups={data}
          onPick={onPick}
          labels={{ search: t("emojiSearch"), none: t("emojiNone") }}
        />
      )}
    </Popover>
  );
}
