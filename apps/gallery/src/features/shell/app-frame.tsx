"use client";

import { AppShell, Button, UiLink, Wordmark } from "@oto/ui";
import { Plus } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MessagesLink } from "../chat/messages-link";
import { LiveBanner } from "../live/live-banner";
import { NotificationBell } from "../notifications/notification-bell";
import { useMe, usePermission } from "../session/session-provider";
import { AppearanceToggle } from "./appearance-toggle";
import { PHONE_NAV, useNavigation } from "./use-navigation";
import { UserMenu } from "./user-menu";

/** Pages that offer to add a vehicle themselves. */
const OWN_BUTTON = ["/stok", "/stok/yeni"];

/** Conversations take the screen; an open one on a phone all of it. */
function layoutOf(path: string): "page" | "fill" | "focus" {
  if (path === "/mesajlar") return "fill";
  return path.startsWith("/mesajlar/") ? "focus" : "page";
}

/** The panel around every page: navigation, what is live, who is signed in. */
export function AppFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const path = usePathname();
  const { gallery } = useMe();
  const mayWrite = usePermission("inventory:write");
  return (
    <AppShell
      brand={<Wordmark name={common("appName")} tagline={gallery?.name} />}
      homeHref="/"
      nav={useNavigation()}
      phoneNav={PHONE_NAV}
      currentPath={path}
      layout={layoutOf(path)}
      labels={{
        skip: t("skip"),
        navigation: t("navigation"),
        more: common("more"),
        close: common("close"),
      }}
      topEnd={
        <>
          {mayWrite && !OWN_BUTTON.includes(path) ? (
            <Button asChild size="sm" className="mr-1 max-sm:hidden">
              <UiLink href="/stok/yeni">
                <Plus aria-hidden="true" />
                {t("addVehicle")}
              </UiLink>
            </Button>
          ) : null}
          <MessagesLink />
          <NotificationBell />
          <AppearanceToggle />
          <UserMenu />
        </>
      }
      banner={<LiveBanner />}
    >
      {children}
    </AppShell>
  );
}
