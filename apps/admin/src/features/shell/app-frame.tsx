"use client";

import { AppShell, Wordmark } from "@oto/ui";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppearanceToggle } from "./appearance-toggle";
import { QuickSearch } from "./quick-search";
import { PHONE_NAV, useNavigation } from "./use-navigation";
import { UserMenu } from "./user-menu";

interface AppFrameProps {
  /** Whether the page of the UI kit is offered. */
  showKit: boolean;
  children: ReactNode;
}

/** The panel around every page: navigation, what waits, who is signed in. */
export function AppFrame({ showKit, children }: AppFrameProps) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const nav = useNavigation(showKit);
  return (
    <AppShell
      brand={<Wordmark name={common("appName")} tagline={common("tagline")} />}
      homeHref="/"
      nav={nav}
      phoneNav={PHONE_NAV}
      currentPath={usePathname()}
      labels={{
        skip: t("skip"),
        navigation: t("navigation"),
        more: common("more"),
        close: common("close"),
      }}
      topEnd={
        <>
          <QuickSearch nav={nav} />
          <AppearanceToggle />
          <UserMenu />
        </>
      }
    >
      {children}
    </AppShell>
  );
}
