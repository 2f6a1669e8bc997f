"use client";

import { Dialog, Kbd } from "@oto/ui";
import { useTranslations } from "next-intl";

const SHORTCUTS = [
  { id: "send", keys: ["Enter"] },
  { id: "break", keys: ["Shift", "Enter"] },
  { id: "editLast", keys: ["↑"] },
  { id: "cancel", keys: ["Esc"] },
  { id: "search", keys: ["Alt", "F"] },
  { id: "nextRoom", keys: ["Alt", "↓"] },
  { id: "previousRoom", keys: ["Alt", "↑"] },
  { id: "firstUnread", keys: ["Alt", "U"] },
  { id: "toEnd", keys: ["Alt", "End"] },
] as const;

interface ShortcutsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What conversations understand by keyboard. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("shortcuts")}
      description={t("shortcutsText")}
      closeLabel={common("close")}
      size="sm"
    >
      <dl className="flex flex-col gap-2.5">
        {SHORTCUTS.map(({ id, keys }) => (
          <div key={id} className="flex items-center justify-between gap-4">
            <dt>{t(`shortcut.${id}`)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
