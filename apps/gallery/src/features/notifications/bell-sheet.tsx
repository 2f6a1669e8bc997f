"use client";

import { Sheet } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

interface BellSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: ReactNode;
  children: ReactNode;
}

/** The list under the bell on a phone. */
export function BellSheet({ children, onOpenChange, open, trigger }: BellSheetProps) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
      title={t("notifications")}
      closeLabel={common("close")}
    >
      {children}
    </Sheet>
  );
}
