import type { Locale } from "@oto/domain";
import type { Platform } from "@oto/services";
import { unsubscribe, unsubscribeKind } from "@oto/services/notification";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { originOf } from "./origin";

interface Params {
  token: string;
}

const SEARCH_TEXTS = {
  tr: {
    title: "Kayıtlı arama bildirimleri",
    ask: "Bu kayıtlı aramanın bildirimlerini kapatmak istiyor musunuz? Arama kaydınız durur, panelden istediğiniz zaman yeniden açabilirsiniz.",
    button: "Bildirimleri kapat",
    done: "Bu aramanın bildirimleri kapatıldı. Arama kaydınız panelde duruyor.",
    bad: "Bu bağlantı geçerli değil. Bildirimlerinizi panelden değiştirebilirsiniz.",
  },
  en: {
    title: "Saved search alerts",
    ask: "Do you want to turn off the alerts of this saved search? The search itself stays, and you can turn them on again in the panel.",
    button: "Turn off alerts",
    done: "The alerts of this search are off. The search itself stays in your panel.",
    bad: "This link is not valid. You can change your alerts in the panel.",
  },
} as const;

const MARKETING_TEXTS = {
  tr: {
    title: "Ticari ileti aboneliği",
    ask: "Kontak'tan tanıtım ve kampanya iletileri almayı bırakmak istiyor musunuz? Teklif, rezervasyon ve hesap bildirimleri gelmeye devam eder.",
    button: "Abonelikten çık",
    done: "Aboneliğiniz sona erdi. Artık tanıtım iletisi göndermeyeceğiz.",
    bad: "Bu bağlantı geçerli değil. Tercihlerinizi panelden değiştirebilirsiniz.",
  },
  en: {
    title: "Commercial messages",
    ask: "Do you want to stop news and offers from Kontak? Messages about your offers, reservations and account still come.",
    button: "Unsubscribe",
    done: "You are unsubscribed. We will send you no more news and offers.",
    bad: "This link is not valid. You can change your preferences in the panel.",
  },
} as const;

const STYLE =
  ":root{color-scheme:light dark}body{font:17px/1.6 system-ui;margin:15vh auto;max-width:34rem;padding:0 1.25rem}button{font:inherit;min-height:44px;padding:.5rem 1.25rem;border-radius:.6rem;border:0;background:#0f4c5a;color:#fff;cursor:pointer}";

const textsOf = (token: string, locale: Locale) =>
  (unsubscribeKind(token) === "search" ? SEARCH_TEXTS : MARKETING_TEXTS)[locale];

const page = (locale: Locale, title: string, inner: string) =>
  `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style><main><h1>${title}</h1>${inner}</main></html>`;

const localeOf = (request: FastifyRequest): Locale =>
  request.headers["accept-language"]?.toLowerCase().startsWith("en") ? "en" : "tr";

/**
 * The way out of commercial messages and of alerts: a mail program posts once (RFC 8058), a browser is asked first,
 * because whoever fetches links ahead must not unsubscribe anybody.
 */
export const unsubscribeRoutes: FastifyPluginAsync<{ platform: Platform; secret: string }> = async (
  server,
  { platform, secret },
) => {
  server.addContentTypeParser(
    ["application/x-www-form-urlencoded", "multipart/form-data"],
    { parseAs: "string", bodyLimit: 4_096 },
    (_request, _body, done) => done(null, {}),
  );
  server.addHook("onSend", async (_request, reply) => {
    reply
      .header("content-type", "text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("referrer-policy", "no-referrer")
      .header(
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      );
  });
  server.get<{ Params: Params }>("/unsubscribe/:token", async (request) => {
    const locale = localeOf(request);
    const { ask, button, title } = textsOf(request.params.token, locale);
    return page(
      locale,
      title,
      `<p>${ask}</p><form method="post"><button>${button}</button></form>`,
    );
  });
  server.post<{ Params: Params }>("/unsubscribe/:token", async (request, reply) => {
    const locale = localeOf(request);
    const origin = originOf(request.raw, { address: request.ip, secret });
    const done = await unsubscribe({ ...platform, origin, identity: null }, request.params.token);
    if (!done) reply.code(404);
    const texts = textsOf(request.params.token, locale);
    return page(locale, texts.title, `<p role="status">${texts[done ? "done" : "bad"]}</p>`);
  });
};
