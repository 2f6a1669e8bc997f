"use client";

import { LinkProvider } from "@oto/ui/foundation";
import Link from "next/link";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

interface RootProvidersProps {
  nonce: string | undefined;
  children: ReactNode;
}

/** What every page needs, and no more: the theme and the router's links. */
export function RootProviders({ nonce, children }: RootProvidersProps) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce === undefined ? {} : { nonce })}
    >
      <LinkProvider component={Link}>{children}</LinkProvider>
    </ThemeProvider>
  );
}
