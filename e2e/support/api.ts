import { expect } from "@playwright/test";
import { platformUnderTest } from "./platform";

export interface Refusal {
  status: number;
  code: string;
  reason: string;
}

export type Answer<T> = { ok: true; data: T } | { ok: false; error: Refusal };

interface WireBody<T> {
  result?: { data: T };
  error?: { data: { code: string; reason: string } };
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const body = (await response.json()) as WireBody<T>;
  if (body.error) {
    const { code, reason } = body.error.data;
    return { ok: false, error: { status: response.status, code, reason } };
  }
  return { ok: true, data: body.result?.data as T };
}

/** The API as an outside script sees it: plain HTTP and names from the contract. */
export class Api {
  readonly #token: string | undefined;

  constructor(token?: string) {
    this.#token = token;
  }

  #headers(more: Record<string, string> = {}): Record<string, string> {
    return this.#token ? { authorization: `Bearer ${this.#token}`, ...more } : more;
  }

  async tryQuery<T>(path: string, input: unknown = {}): Promise<Answer<T>> {
    const query = encodeURIComponent(JSON.stringify(input));
    const url = `${platformUnderTest.api}/trpc/${path}?input=${query}`;
    return read<T>(await fetch(url, { headers: this.#headers() }));
  }

  async tryCall<T>(path: string, input: unknown, key?: string): Promise<Answer<T>> {
    const headers = this.#headers({
      "content-type": "application/json",
      ...(key ? { "idempotency-key": key } : {}),
    });
    const body = JSON.stringify(input);
    const url = `${platformUnderTest.api}/trpc/${path}`;
    return read<T>(await fetch(url, { method: "POST", headers, body }));
  }

  /** Like `tryQuery`, for what must work. */
  async query<T>(path: string, input: unknown = {}): Promise<T> {
    return granted(path, await this.tryQuery<T>(path, input));
  }

  /** Like `tryCall`, for what must work. */
  async call<T>(path: string, input: unknown): Promise<T> {
    return granted(path, await this.tryCall<T>(path, input));
  }
}

function granted<T>(path: string, answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${path} was refused: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

/** The reason of a refusal; fails the test when it was granted. */
export async function reasonOf(answer: Promise<Answer<unknown>>): Promise<string> {
  const result = await answer;
  expect(result.ok).toBe(false);
  return result.ok ? "" : result.error.reason;
}

interface MailboxMessage {
  text: string;
  template: string;
  sentAt: string;
}

/** What was sent to a phone or e-mail address, newest first. */
export async function mailbox(to: string): Promise<MailboxMessage[]> {
  const url = `${platformUnderTest.api}/dev/mailbox.json?to=${encodeURIComponent(to)}`;
  return (await (await fetch(url)).json()) as MailboxMessage[];
}

/** Waits for the newest code that was sent to a phone. */
export async function codeFor(phone: string): Promise<string> {
  let code = "";
  await expect
    .poll(async () => {
      const [newest] = await mailbox(phone);
      code = /\b(\d{6})\b/.exec(newest?.text ?? "")?.[1] ?? "";
      return code;
    })
    .not.toBe("");
  return code;
}
