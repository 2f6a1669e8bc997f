import { getRequestConfig } from "next-intl/server";
import { toAppLocale } from "./locale";
import { messagesOf } from "./messages";

export default getRequestConfig(async ({ requestLocale }) => {
  const locale = toAppLocale(await requestLocale);
  return { locale, timeZone: "Europe/Istanbul", messages: messagesOf(locale) };
});
