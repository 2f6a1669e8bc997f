import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { ApiProvider } from "../../../../features/shell/api-provider";
import { marketMessages, messagesOf } from "../../../../i18n/messages";

/** One layout for search, vehicles and galleries: what was found stays while one looks around. */
export default async function MarketLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <NextIntlClientProvider messages={marketMessages(messagesOf(locale))}>
      <NuqsAdapter>
        <ApiProvider>{children}</ApiProvider>
      </NuqsAdapter>
    </NextIntlClientProvider>
  );
}
