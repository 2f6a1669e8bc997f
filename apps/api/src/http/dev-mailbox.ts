import type { Platform } from "@oto/services";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

const query = z.object({
  to: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What SMS, e-mail and push "sent", newest first. Only outside production. */
export const devMailboxRoutes: FastifyPluginAsync<{ platform: Platform }> = async (
  server,
  { platform },
) => {
  const list = (input: unknown) => platform.adapters.mailbox.list(query.parse(input));

  server.get("/dev/mailbox.json", async (request) => list(request.query));
  server.get("/dev/mailbox", async (request, reply) => {
    const messages = await list(request.query);
    const rows = messages
      .map(
        (
          m,
        ) => `<tr><td><time>${escapeHtml(m.sentAt)}</time><td>${escapeHtml(m.channel)}<td>${escapeHtml(m.to)}
          <td>${m.subject ? `<b>${escapeHtml(m.subject)}</b><br>` : ""}${escapeHtml(m.text)}`,
      )
      .join("\n");
    return reply
      .header("content-type", "text/html; charset=utf-8")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
      .send(`<!doctype html><html lang="tr"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Posta kutusu</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{padding:.6rem;border-bottom:1px solid #8884;text-align:left;vertical-align:top}
time{white-space:nowrap;font-variant-numeric:tabular-nums}</style>
<h1>Posta kutusu</h1><p>SMS ve e-postalar · SMS and e-mail of this installation</p>
<table><thead><tr><th>Zaman<th>Kanal<th>Kime<th>Mesaj<tbody>${rows || "<tr><td colspan=4>Henüz mesaj yok · Nothing sent yet"}</table></html>`);
  });
};
