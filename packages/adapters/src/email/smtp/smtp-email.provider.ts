import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type { Provider, ProviderAnswer } from "../../sending/provider";
import { answerOf } from "../../sending/provider";
import type { EmailMessage } from "../email.port";
import { SMTP_CODES } from "./smtp-codes";

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  readonly url: string;
  /** Sender: `Kontak <bilgi@kontak.example>`. */
  readonly from: string;
  readonly timeoutMs: number;
}

interface SmtpError {
  code: string;
  responseCode: number | undefined;
  message: string;
}

function readError(error: unknown): SmtpError {
  const message = error instanceof Error ? error.message : String(error);
  const field = (name: string): unknown =>
    typeof error === "object" && error !== null && name in error
      ? Object.entries(error).find(([key]) => key === name)?.[1]
      : undefined;
  const [code, responseCode] = [field("code"), field("responseCode")];
  return {
    code: typeof code === "string" ? code : "unknown",
    responseCode: typeof responseCode === "number" ? responseCode : undefined,
    message,
  };
}

/** What an error of the conversation means for the message. */
function answerOfError(error: unknown, handedOver: boolean): ProviderAnswer {
  const { code, message, responseCode } = readError(error);
  if (responseCode !== undefined) {
    const text = String(responseCode);
    if (Object.hasOwn(SMTP_CODES, text)) return answerOf(SMTP_CODES, text, { detail: message });
    const outcome = responseCode >= 500 ? "give_up" : "retry";
    return { outcome, code: text, detail: message };
  }
  if (code === "EAUTH") return { outcome: "alert", code, detail: message };
  if (code === "EENVELOPE") return { outcome: "give_up", code, detail: message };
  return { outcome: handedOver ? "unknown" : "retry", code, detail: message };
}

/** A stable id: mail servers that see it twice may drop the second. */
function messageId(key: string, from: string): string {
  const host = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@${host}>`;
}

/** Headers that let a mail program end commercial messages by one POST (RFC 2369, RFC 8058). */
const unsubscribeHeaders = (url: string) => ({
  "List-Unsubscribe": `<${url}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** Any mail server, by a connection for each message. SMTP has no idempotency keys. */
export function smtpEmail({ from, timeoutMs, url }: SmtpOptions): Provider<EmailMessage> {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: "smtp",
    settlesRepeats: false,
    async deliver({ html, idempotencyKey, subject, text, to, unsubscribeUrl }) {
      // Read once the server has let us in: from then on a broken connection tells nothing.
      let handedOver = false;
      const body = Readable.from(
        (function* () {
          handedOver = true;
          yield Buffer.from(text);
        })(),
      );
      try {
        const { messageId: id, rejected } = await transport.sendMail({
          from,
          // An address, never a list: names and commas in it mean nothing.
          to: { name: "", address: to },
          subject,
          text: body,
          textEncoding: "quoted-printable",
          ...(html === undefined ? {} : { html }),
          messageId: messageId(idempotencyKey, from),
          headers: unsubscribeUrl ? unsubscribeHeaders(unsubscribeUrl) : {},
        });
        if (rejected.length > 0) return { outcome: "give_up", code: "rejected" };
        return answerOf(SMTP_CODES, "250", { id, detail: "taken" });
      } catch (error) {
        return answerOfError(error, handedOver);
      }
    },
  };
}
