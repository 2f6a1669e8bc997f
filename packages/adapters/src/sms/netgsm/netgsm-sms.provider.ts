import { smsParts } from "@oto/domain";
import { z } from "zod";
import { answerByStatus, isHttpAnswer, parseJson, postOnce } from "../../sending/http-call";
import type { Provider } from "../../sending/provider";
import { answerOf } from "../../sending/provider";
import type { SmsMessage } from "../sms.port";
import { nationalNumber } from "../turkish-mobile";
import { NETGSM_CODES } from "./netgsm-codes";

export interface NetgsmOptions {
  /** `https://api.netgsm.com.tr` */
  readonly url: string;
  readonly usercode: string;
  readonly password: string;
  /** Registered sender name. */
  readonly header: string;
  readonly timeoutMs: number;
}

/** Codes that are longer go the ordinary way. */
const MAX_OTP = 160;
/** Filter of the consent register: 0 for information, 12 for advertising to businesses. */
const IYS_FILTER = { info: "0", commercial: "12" } as const;

const answer = z.object({
  code: z.coerce.string(),
  description: z.string().optional(),
  jobid: z.coerce.string().optional(),
  jobId: z.coerce.string().optional(),
});

/**
 * Netgsm: codes by the OTP way, everything else as bulk. It knows no idempotency keys: a try without
 * an answer stays unknown.
 */
export function netgsmSms(options: NetgsmOptions): Provider<SmsMessage> {
  const { header, password, timeoutMs, url, usercode } = options;
  const authorization = `Basic ${Buffer.from(`${usercode}:${password}`).toString("base64")}`;
  const requestOf = ({ kind = "info", text }: SmsMessage, no: string) => {
    if (kind === "otp" && text.length <= MAX_OTP) {
      return { path: "/sms/rest/v2/otp", body: { msgheader: header, msg: text, no } };
    }
    const iysfilter = kind === "commercial" ? IYS_FILTER.commercial : IYS_FILTER.info;
    const body = { msgheader: header, encoding: "TR", iysfilter, messages: [{ msg: text, no }] };
    return { path: "/sms/rest/v2/send", body };
  };
  return {
    name: "netgsm",
    settlesRepeats: false,
    async deliver(message) {
      const no = nationalNumber(message.to);
      if (!no) return { outcome: "give_up", code: "number", detail: "not a Turkish mobile" };
      const { body, path } = requestOf(message, no);
      const result = await postOnce({
        url: new URL(path, url).href,
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify(body),
        timeoutMs,
      });
      if (!isHttpAnswer(result)) return result;
      const said = answer.safeParse(parseJson(result.text));
      if (!said.success) return answerByStatus(result);
      const { code, description, jobId, jobid } = said.data;
      return answerOf(NETGSM_CODES, code, {
        id: jobid ?? jobId,
        detail: description,
        costUnits: smsParts(message.text),
      });
    },
  };
}
