import type { FaultySandbox, HttpExchange, HttpReply } from "./faulty-server";
import { startFaultyHttp } from "./faulty-server";

export interface SandboxSms {
  readonly to: string;
  readonly text: string;
  readonly way: "otp" | "bulk";
}

export interface SmsSandbox extends FaultySandbox {
  /** What reached phones, oldest first. */
  readonly sent: readonly SandboxSms[];
}

export const NETGSM_LOGIN = { usercode: "8500000000", password: "sandbox-password" } as const;
const HEADER = "KONTAK";
/** Messages to one number within a minute. */
const MOST_A_MINUTE = 20;

const reply = (code: string, more: object = {}): HttpReply => ({
  status: code === "30" ? 401 : 200,
  body: JSON.stringify({ code, description: code === "00" ? "queued" : "error", ...more }),
});

interface Order {
  msgheader?: unknown;
  msg?: unknown;
  no?: unknown;
  encoding?: unknown;
  iysfilter?: unknown;
  messages?: unknown;
}

function authorized({ headers }: HttpExchange): boolean {
  const { password, usercode } = NETGSM_LOGIN;
  const expected = Buffer.from(`${usercode}:${password}`).toString("base64");
  return headers.authorization === `Basic ${expected}`;
}

/** A server in Netgsm's shape (REST v2), with its checks. */
export async function startNetgsmSandbox(): Promise<SmsSandbox> {
  const sent: SandboxSms[] = [];
  const times: { to: string; at: number }[] = [];
  let job = 0;
  const take = (way: SandboxSms["way"], { msg, no }: { msg?: unknown; no?: unknown }): string => {
    if (typeof msg !== "string" || msg === "" || (way === "otp" && msg.length > 160)) return "20";
    if (typeof no !== "string" || !/^5\d{9}$/.test(no)) return "52";
    const minute = Date.now() - 60_000;
    if (times.filter(({ at, to }) => to === no && at > minute).length >= MOST_A_MINUTE) return "85";
    times.push({ to: no, at: Date.now() });
    sent.push({ to: `+90${no}`, text: msg, way });
    return "00";
  };
  const handle = (exchange: HttpExchange): HttpReply => {
    if (!authorized(exchange)) return reply("30");
    const order: Order = JSON.parse(exchange.body.toString("utf8"));
    if (order.msgheader !== HEADER) return reply("40");
    job += 1;
    if (exchange.path === "/sms/rest/v2/otp") {
      const code = take("otp", order);
      return reply(code, code === "00" ? { jobid: String(job) } : {});
    }
    if (exchange.path !== "/sms/rest/v2/send") return { status: 404, body: "{}" };
    const known = order.encoding === "TR" && ["0", "11", "12"].includes(String(order.iysfilter));
    if (!known || !Array.isArray(order.messages)) return reply("70");
    const codes = order.messages.map((each: object) => take("bulk", each));
    const failed = codes.find((code) => code !== "00");
    return failed ? reply(failed) : reply("00", { jobId: String(job) });
  };
  const server = await startFaultyHttp({ handle, replyWith: (code) => reply(code) });
  return Object.assign(server, { sent });
}
