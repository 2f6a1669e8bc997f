import { createDecipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import type { FaultySandbox, HttpExchange, HttpReply } from "./faulty-server";
import { startFaultyHttp } from "./faulty-server";

/** A browser's subscription, with the half of its keys that stays there. */
export interface SandboxSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export interface SandboxPush {
  readonly endpoint: string;
  /** What the browser reads after it opened the envelope. */
  readonly payload: string;
  readonly headers: HttpExchange["headers"];
}

export interface PushSandbox extends FaultySandbox {
  /** What browsers got, oldest first; a topic has one. */
  readonly sent: readonly SandboxPush[];
  /** A browser that subscribes. */
  subscribe(): SandboxSubscription;
  /** The browser is gone: its address answers 410. */
  unsubscribe(endpoint: string): void;
}

interface Browser {
  readonly privateKey: Buffer;
  readonly auth: Buffer;
}

/** Opens an `aes128gcm` envelope as browsers do (RFC 8188, 8291). */
function openEnvelope(body: Buffer, { auth, privateKey }: Browser): string {
  const salt = body.subarray(0, 16);
  const idLength = body[20] ?? 0;
  const sender = body.subarray(21, 21 + idLength);
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(privateKey);
  const shared = ecdh.computeSecret(sender);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync("sha256", shared, auth, info, 32));
  const key = hkdfSync("sha256", secret, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = hkdfSync("sha256", secret, salt, "Content-Encoding: nonce\0", 12);
  const sealed = body.subarray(21 + idLength);
  const decipher = createDecipheriv("aes-128-gcm", Buffer.from(key), Buffer.from(nonce));
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends with 0x02 and zeros.
  return plain.subarray(0, plain.lastIndexOf(2)).toString("utf8");
}

/**
 * A push service that opens the envelopes, as the browsers behind it would; on a free port unless
 * one is given.
 */
export async function startPushSandbox({ port }: { port?: number } = {}): Promise<PushSandbox> {
  const browsers = new Map<string, Browser>();
  const sent: (SandboxPush & { topic: string })[] = [];
  const handle = ({ body, headers, method, path }: HttpExchange): HttpReply => {
    const browser = browsers.get(path);
    if (!browser) return { status: 410, body: "" };
    if (method !== "POST" || headers.ttl === undefined) return { status: 400, body: "" };
    if (!headers.authorization?.startsWith("vapid t=")) return { status: 401, body: "" };
    const topic = String(headers.topic ?? randomUUID());
    const payload = openEnvelope(body, browser);
    const before = sent.findIndex((push) => push.topic === topic && push.endpoint.endsWith(path));
    if (before >= 0) sent.splice(before, 1);
    sent.push({ endpoint: server.url + path, payload, headers, topic });
    return { status: 201, body: "", headers: { location: `/message/${topic}` } };
  };
  const replyWith = (code: string): HttpReply => ({ status: Number(code), body: "" });
  const server: FaultySandbox = await startFaultyHttp({ port, handle, replyWith });
  return Object.assign(server, {
    sent,
    subscribe(): SandboxSubscription {
      const ecdh = createECDH("prime256v1");
      const publicKey = ecdh.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomUUID()}`;
      browsers.set(path, { privateKey: ecdh.getPrivateKey(), auth });
      const keys = { p256dh: publicKey.toString("base64url"), auth: auth.toString("base64url") };
      return { endpoint: server.url + path, keys };
    },
    unsubscribe(endpoint: string): void {
      browsers.delete(new URL(endpoint).pathname);
    },
  });
}
