"use client";

import { TrpcRoot } from "@oto/trpc/react";
import { LinkProvider, ThemeProvider, Toaster } from "@oto/ui";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { TRPCProvider } from "../../trpc";
import { leaveForSignIn } from "../session/leave";

interface ProvidersProps {
  nonce: string | undefined;
  socketUrl: string;
  children: ReactNode;
}

/** What every page of the app stands on: the API, links, theme, address state, toasts. */
export function Providers({ nonce, socketUrl, children }: ProvidersProps) {
  const locale = useLocale();
  const t = useTranslations("common");
  return (
    <ThemeProvider nonce={nonce}>
      <LinkProvider component={Link}>
        <NuqsAdapter>
          <TrpcRoot
            provider={TRPCProvider}
            socketUrl={socketUrl}
            locale={locale}
            onSignedOut={leaveForSignIn}
          >
            {children}
            <Toaster label={t("toasts")} closeLabel={t("close")} />
          </TrpcRoot>
        </NuqsAdapter>
      </LinkProvider>
    </ThemeProvider>
  );
}
