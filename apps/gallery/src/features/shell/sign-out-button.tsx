"use client";

import { Button } from "@oto/ui";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { signOutNow } from "../session/leave";

/** The way out, where there is no menu. */
export function SignOutButton() {
  const t = useTranslations("shell");
  return (
    <Button variant="ghost" icon={<LogOut aria-hidden="true" />} onClick={() => void signOutNow()}>
      {t("signOut")}
    </Button>
  );
}
