import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, toAppLocale } from "./locale";
import { messagesOf } from "./messages";

export default getRequestConfig(async () => {
  const jar = await cookies();
  const locale = toAppLocale(jar.get(LOCALE_COOKIE)?.value);
  return { locale, timeZone: "Europe/Istanbul", messages: messagesOf(locale) };
});
