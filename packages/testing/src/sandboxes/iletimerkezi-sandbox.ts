import type { HttpExchange, HttpReply } from "./faulty-server";
import { startFaultyHttp } from "./faulty-server";
import type { SandboxSms, SmsSandbox } from "./netgsm-sandbox";

export const ILETIMERKEZI_LOGIN = { key: "sandbox-key", hash: "sandbox-hash" } as const;

const reply = (code: string, order?: { id: string }): HttpReply => ({
  status: Number(code),
  body: JSON.stringify({
    response: { status: { code, message: code === "200" ? "İşlem başarılı" : "Hata" }, order },
  }),
});

interface Request {
  request?: {
    authentication?: { key?: unknown; hash?: unknown };
    order?: {
      sender?: unknown;
      sendDateTime?: unknown;
      iys?: unknown;
      message?: { text?: unknown; receipents?: { number?: unknown } };
    };
  };
}

/** A server in İleti Merkezi's shape (JSON v1): it refuses a text that a number has already. */
export async function startIletimerkeziSandbox(): Promise<SmsSandbox> {
  const sent: SandboxSms[] = [];
  let orders = 0;
  const handle = ({ body, path }: HttpExchange): HttpReply => {
    if (path !== "/v1/send-sms/json") return { status: 404, body: "{}" };
    const { request }: Request = JSON.parse(body.toString("utf8"));
    const { hash, key } = request?.authentication ?? {};
    if (key !== ILETIMERKEZI_LOGIN.key || hash !== ILETIMERKEZI_LOGIN.hash) return reply("401");
    const order = request?.order;
    if (order?.sender !== "KONTAK") return reply("450");
    const numbers = order.message?.receipents?.number;
    if (!Array.isArray(numbers) || numbers.length === 0) return reply("452");
    const text = order.message?.text;
    if (typeof text !== "string" || text === "") return reply("400");
    for (const number of numbers) {
      if (typeof number !== "string" || !/^5\d{9}$/.test(number)) return reply("466");
      const to = `+90${number}`;
      if (sent.some((sms) => sms.to === to && sms.text === text)) return reply("451");
      sent.push({ to, text, way: "bulk" });
    }
    orders += 1;
    return reply("200", { id: String(orders) });
  };
  const server = await startFaultyHttp({ handle, replyWith: (code) => reply(code) });
  return Object.assign(server, { sent });
}
