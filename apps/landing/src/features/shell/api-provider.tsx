"use client";

import { TrpcRoot } from "@oto/trpc/react";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { TRPCProvider } from "../../trpc";

/** The API for pages that talk to it; the others do not load it. */
export function ApiProvider({ children }: { children: ReactNode }) {
  return (
    <TrpcRoot provider={TRPCProvider} locale={useLocale()}>
      {children}
    </TrpcRoot>
  );
}
