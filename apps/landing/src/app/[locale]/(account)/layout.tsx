import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ApiProvider } from "../../../features/shell/api-provider";
import { accountMessages, messagesOf } from "../../../i18n/messages";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <NextIntlClientProvider messages={accountMessages(messagesOf(locale))}>
      <ApiProvider>{children}</ApiProvider>
    </NextIntlClientProvider>
  );
}
