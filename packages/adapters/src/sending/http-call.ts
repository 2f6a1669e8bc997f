import type { ProviderAnswer } from "./provider";

export interface HttpCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Errors before anything of the request was on its way. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);
const MAX_ANSWER = 64 * 1_024;

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause === "object" && cause !== null && "code" in cause) return String(cause.code);
  return error instanceof Error ? error.name : "unknown";
}

async function readText(response: Response): Promise<string> {
  const text = await response.text();
  return text.slice(0, MAX_ANSWER);
}

/**
 * Posts once, follows nothing. A call that failed is either known not to have reached the other side
 * (`retry`) or may have (`unknown`): a connection that broke or an answer that never came tell nothing.
 */
export async function postOnce({
  body,
  headers,
  timeoutMs,
  url,
}: HttpCall): Promise<HttpAnswer | ProviderAnswer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: typeof body === "string" ? body : Buffer.from(body),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await readText(response), headers: response.headers };
  } catch (error) {
    const code = codeOf(error);
    if (NOT_SENT.has(code)) return { outcome: "retry", code, detail: "not reached" };
    const late = error instanceof Error && error.name === "TimeoutError";
    return { outcome: "unknown", code: late ? "timeout" : code, detail: "no answer" };
  }
}

/** Whether there was an answer at all. */
export const isHttpAnswer = (result: HttpAnswer | ProviderAnswer): result is HttpAnswer =>
  "status" in result;

/** JSON of an answer, or undefined for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer without a code of the provider's own: of whatever stands before it, or nonsense. */
export function answerByStatus({ status, text }: HttpAnswer): ProviderAnswer {
  const code = `http ${status}`;
  const detail = text.replace(/\s+/g, " ").slice(0, 200);
  if (status === 504) return { outcome: "unknown", code, detail };
  if (status === 429 || status >= 500) return { outcome: "retry", code, detail };
  if (status >= 300) return { outcome: "alert", code, detail };
  return { outcome: "unknown", code: "garbage", detail };
}
