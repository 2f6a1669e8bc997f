"use client";

import { Avatar, DropdownMenu } from "@oto/ui";
import { Languages, LifeBuoy, LogOut, Settings } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LOCALE_NAMES } from "../../i18n/locale";
import { setLocale } from "../../i18n/set-locale";
import { signOutNow } from "../session/leave";
import { useMe, usePermission } from "../session/session-provider";

/** Who is signed in, and what belongs to them: settings, language, the way out. */
export function UserMenu() {
  const t = useTranslations("shell");
  const { user, gallery } = useMe();
  const maySeekHelp = usePermission("support:use");
  const locale = useLocale();
  const name = `${user.firstName} ${user.lastName}`;
  const other = LOCALE_NAMES.find(({ code }) => code !== locale);
  return (
    <DropdownMenu
      heading={
        <>
          <span className="block font-medium text-ink">{name}</span>
          {gallery?.name}
        </>
      }
      trigger={
        <button type="button" className="grid size-11 place-items-center rounded-full">
          <span className="sr-only">{t("userMenu")}: </span>
          <Avatar name={name} size="sm" />
        </button>
      }
      items={[
        {
          id: "settings",
          label: t("settings"),
          icon: <Settings aria-hidden="true" />,
          href: "/ayarlar",
        },
        ...(maySeekHelp
          ? [
              {
                id: "help",
                label: t("help"),
                icon: <LifeBuoy aria-hidden="true" />,
                href: "/destek",
              },
            ]
          : []),
        ...(other === undefined
          ? []
          : [
              {
                id: "language",
                label: other.name,
                icon: <Languages aria-hidden="true" />,
                separated: true,
                onSelect: () => void setLocale(other.code).then(() => window.location.reload()),
              },
            ]),
        {
          id: "out",
          label: t("signOut"),
          icon: <LogOut aria-hidden="true" />,
          separated: true,
          onSelect: () => void signOutNow(),
        },
      ]}
    />
  );
}
