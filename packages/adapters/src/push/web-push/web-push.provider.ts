import { createHash } from "node:crypto";
import webPush from "web-push";
import { isHttpAnswer, postOnce } from "../../sending/http-call";
import type { Provider, ProviderAnswer } from "../../sending/provider";
import { answerOf } from "../../sending/provider";
import type { PushMessage } from "../push.port";
import { isPushEndpoint } from "../push-hosts";
import { WEB_PUSH_CODES, WEB_PUSH_GONE } from "./web-push-codes";

/** The platform's key pair towards push services (VAPID), base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface WebPushOptions {
  /** `mailto:` or https address that push services may write to. */
  readonly subject: string;
  readonly keys: () => Promise<VapidKeys>;
  readonly hosts: readonly string[];
  readonly timeoutMs: number;
}

const DAY_S = 86_400;
/** What every push service takes, encrypted. */
const MAX_TEXT = 1_000;

/** A service keeps one undelivered message a topic: a try that is repeated replaces itself. */
const topicOf = (key: string) => createHash("sha256").update(key).digest("base64url").slice(0, 32);

const payloadOf = ({ tag, text, title, url }: PushMessage) =>
  JSON.stringify({ title: title.slice(0, 200), body: text.slice(0, MAX_TEXT), url, tag });

const GONE: ProviderAnswer = {
  outcome: "give_up",
  code: "gone",
  detail: "the subscription is over",
};

/** Web Push (RFC 8030), encrypted for the browser and signed by the platform. */
export function webPushProvider(options: WebPushOptions): Provider<PushMessage> {
  const { hosts, keys, subject, timeoutMs } = options;
  return {
    name: "web-push",
    settlesRepeats: true,
    async deliver(message) {
      const { idempotencyKey, subscription, urgent } = message;
      if (!subscription.keys || !isPushEndpoint(subscription.endpoint, hosts)) return GONE;
      let details: ReturnType<typeof webPush.generateRequestDetails>;
      try {
        details = webPush.generateRequestDetails(
          { endpoint: subscription.endpoint, keys: { ...subscription.keys } },
          payloadOf(message),
          {
            vapidDetails: { subject, ...(await keys()) },
            TTL: DAY_S,
            urgency: urgent ? "high" : "normal",
            topic: topicOf(idempotencyKey),
            contentEncoding: "aes128gcm",
          },
        );
      } catch (error) {
        // Keys that are no keys: nothing can ever be encrypted for this browser.
        return { ...GONE, detail: error instanceof Error ? error.message : "bad keys" };
      }
      const headers = Object.fromEntries(
        Object.entries(details.headers)
          .filter(([name]) => name.toLowerCase() !== "content-length")
          .map(([name, value]) => [name, String(value)]),
      );
      const body = details.body ?? Buffer.alloc(0);
      const result = await postOnce({ url: details.endpoint, headers, body, timeoutMs });
      if (!isHttpAnswer(result)) return result;
      if (WEB_PUSH_GONE.has(result.status)) return GONE;
      const code = String(result.status);
      if (Object.hasOwn(WEB_PUSH_CODES, code)) {
        return answerOf(WEB_PUSH_CODES, code, {
          id: result.headers.get("location") ?? idempotencyKey,
          detail: result.text.slice(0, 200) || undefined,
        });
      }
      return { outcome: result.status >= 500 ? "retry" : "give_up", code };
    },
  };
}
