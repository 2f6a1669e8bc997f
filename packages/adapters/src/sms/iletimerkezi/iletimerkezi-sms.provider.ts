import { smsParts } from "@oto/domain";
import { z } from "zod";
import { answerByStatus, isHttpAnswer, parseJson, postOnce } from "../../sending/http-call";
import type { Provider } from "../../sending/provider";
import { answerOf } from "../../sending/provider";
import type { SmsMessage } from "../sms.port";
import { nationalNumber } from "../turkish-mobile";
import { ILETIMERKEZI_CODES } from "./iletimerkezi-codes";

export interface IletimerkeziOptions {
  /** `https://api.iletimerkezi.com` */
  readonly url: string;
  readonly key: string;
  readonly hash: string;
  /** Registered sender name. */
  readonly sender: string;
  readonly timeoutMs: number;
}

const answer = z.object({
  response: z.object({
    status: z.object({ code: z.coerce.string(), message: z.string().optional() }),
    order: z.object({ id: z.coerce.string() }).optional(),
  }),
});

/**
 * İleti Merkezi. It refuses the same text to the same number within a short time (451), which settles
 * what became of a try without an answer.
 */
export function iletimerkeziSms(options: IletimerkeziOptions): Provider<SmsMessage> {
  const { hash, key, sender, timeoutMs, url } = options;
  const bodyOf = ({ kind, text }: SmsMessage, number: string) => ({
    request: {
      authentication: { key, hash },
      order: {
        sender,
        sendDateTime: [],
        iys: kind === "commercial" ? "1" : "0",
        iysList: "TACIR",
        // Their spelling.
        message: { text, receipents: { number: [number] } },
      },
    },
  });
  return {
    name: "iletimerkezi",
    settlesRepeats: true,
    async deliver(message) {
      const number = nationalNumber(message.to);
      if (!number) return { outcome: "give_up", code: "number", detail: "not a Turkish mobile" };
      const result = await postOnce({
        url: new URL("/v1/send-sms/json", url).href,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(bodyOf(message, number)),
        timeoutMs,
      });
      if (!isHttpAnswer(result)) return result;
      const said = answer.safeParse(parseJson(result.text));
      if (!said.success) return answerByStatus(result);
      const { order, status } = said.data.response;
      const fresh = status.code !== "451";
      return answerOf(ILETIMERKEZI_CODES, status.code, {
        id: order?.id,
        detail: status.message,
        costUnits: fresh ? smsParts(message.text) : 0,
      });
    },
  };
}
