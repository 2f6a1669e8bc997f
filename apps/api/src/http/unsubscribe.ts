import type { Locale } from "@oto/domain";
import type { Platform } from "@oto/services";
import { unsubscribe } from "@oto/services/notification";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { originOf } from "./origin";

interface Params {
  token: string;
}

const TEXTS = {
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

const page = (locale: Locale, inner: string) =>
  `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${TEXTS[locale].title}</title><style>${STYLE}</style><main><h1>${TEXTS[locale].title}</h1>${inner}</main></html>`;

const localeOf = (request: FastifyRequest): Locale =>
  request.headers["accept-language"]?.toLowerCase().startsWith("en") ? "en" : "tr";

/**
 * The way out of commercial messages: a mail program posts once (RFC 8058), a browser is asked first,
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
    const { ask, button } = TEXTS[locale];
    return page(locale, `<p>${ask}</p><form method="post"><button>${button}</button></form>`);
  });
  server.post<{ Params: Params }>("/unsubscribe/:token", async (request, reply) => {
    const locale = localeOf(request);
    const origin = originOf(request.raw, { address: request.ip, secret });
    const done = await unsubscribe({ ...platform, origin, identity: null }, request.params.token);
    if (!done) reply.code(404);
    return page(locale, `<p role="status">${TEXTS[locale][done ? "done" : "bad"]}</p>`);
  });
};
