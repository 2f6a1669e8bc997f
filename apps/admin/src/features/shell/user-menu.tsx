"use client";

import { Avatar, DropdownMenu } from "@oto/ui";
import { Languages, LogOut, ShieldCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LOCALE_NAMES } from "../../i18n/locale";
import { setLocale } from "../../i18n/set-locale";
import { signOutNow } from "../session/leave";
import { useMe } from "../session/session-provider";

/** Who is signed in and as what: sessions, language, the way out. */
export function UserMenu() {
  const t = useTranslations("shell");
  const domain = useTranslations("domain");
  const { user } = useMe();
  const locale = useLocale();
  const name = `${user.firstName} ${user.lastName}`;
  const other = LOCALE_NAMES.find(({ code }) => code !== locale);
  return (
    <DropdownMenu
      heading={
        <>
          <span className="block font-medium text-ink">{name}</span>
          {user.platformRole === null ? null : domain(`platformRole.${user.platformRole}`)}
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
          id: "account",
          label: t("account"),
          icon: <ShieldCheck aria-hidden="true" />,
          href: "/hesap",
        },
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
