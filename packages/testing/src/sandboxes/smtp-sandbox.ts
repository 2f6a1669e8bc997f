import type { Socket } from "node:net";
import { createServer } from "node:net";
import type { Fault, FaultySandbox } from "./faulty-server";
import { FaultPlan, ReopeningServer } from "./faulty-server";

export interface SandboxMail {
  readonly to: string;
  /** Headers by lower-case name, unfolded. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded from quoted-printable. */
  readonly text: string;
  readonly subject: string;
}

export interface SmtpSandbox extends FaultySandbox {
  /** What reached mailboxes, oldest first. */
  readonly sent: readonly SandboxMail[];
}

function decodeQuoted(text: string): string {
  const plain = text.replace(/=\r?\n/g, "");
  const bytes: number[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const hex = plain[at] === "=" ? plain.slice(at + 1, at + 3) : "";
    if (/^[0-9A-F]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(plain[at] ?? ""));
  }
  return Buffer.from(bytes).toString("utf8");
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      how.toLowerCase() === "b"
        ? Buffer.from(coded, "base64").toString("utf8")
        : decodeQuoted(coded.replace(/_/g, " ")),
    );
}

function readMail(to: string, raw: string): SandboxMail {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const headers = Object.fromEntries(
    head.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = raw.slice(end + 4).replace(/^\.\./gm, ".");
  const quoted = headers["content-transfer-encoding"] === "quoted-printable";
  const text = (quoted ? decodeQuoted(body) : body).replace(/\r\n/g, "\n").trim();
  return { to, headers, text, subject: decodeWords(headers.subject ?? "") };
}

const END = "\r\n.\r\n";

/** One conversation. Faults strike when the message has arrived, `code` ones at the recipient. */
class Conversation {
  readonly #socket: Socket;
  readonly #sent: SandboxMail[];
  readonly #plan: FaultPlan;
  #to = "";
  #buffer = "";
  #inData = false;
  #fault: Fault | null = null;

  constructor(socket: Socket, { plan, sent }: { plan: FaultPlan; sent: SandboxMail[] }) {
    this.#socket = socket;
    this.#plan = plan;
    this.#sent = sent;
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => this.#read(String(chunk)));
    this.#say("220 sandbox ESMTP");
  }

  #say(line: string): void {
    if (this.#socket.writable) this.#socket.write(`${line}\r\n`);
  }

  #read(chunk: string): void {
    this.#buffer += chunk;
    for (;;) {
      const mark = this.#inData ? END : "\r\n";
      const at = this.#buffer.indexOf(mark);
      if (at < 0) return;
      const part = this.#buffer.slice(0, at);
      this.#buffer = this.#buffer.slice(at + mark.length);
      if (this.#inData) this.#receive(part);
      else this.#obey(part);
    }
  }

  #obey(line: string): void {
    const [verb = ""] = line.toUpperCase().split(" ");
    if (verb === "EHLO" || verb === "HELO") this.#say("250-sandbox\r\n250 8BITMIME");
    else if (verb === "MAIL") {
      this.#fault = this.#plan.take();
      this.#say("250 ok");
    } else if (verb === "RCPT") this.#recipient(line);
    else if (verb === "DATA") {
      this.#inData = true;
      this.#say("354 go on");
    } else if (verb === "QUIT") {
      this.#say("221 bye");
      this.#socket.end();
    } else this.#say("250 ok");
  }

  #recipient(line: string): void {
    this.#to = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (this.#fault?.kind === "code") this.#say(`${this.#fault.code} as told`);
    else this.#say("250 ok");
  }

  #receive(raw: string): void {
    this.#inData = false;
    const fault = this.#fault;
    const effect = !fault || ("effect" in fault && fault.effect === "after");
    if (effect) this.#sent.push(readMail(this.#to, raw));
    if (!fault) this.#say("250 2.0.0 ok: queued");
    else if (fault.kind === "http") this.#say("451 as told");
    else if (fault.kind === "garbage") this.#say("what?");
    else if (fault.kind === "cut") this.#socket.destroy();
  }
}

/** A mail server that keeps what it gets, and fails as it is told to. */
export async function startSmtpSandbox(): Promise<SmtpSandbox> {
  const sent: SandboxMail[] = [];
  const plan = new FaultPlan();
  const server = createServer((socket) => new Conversation(socket, { plan, sent }));
  const listening = new ReopeningServer(server);
  await listening.up();
  return {
    url: `smtp://127.0.0.1:${listening.port}`,
    sent,
    failNext: (...faults) => plan.failNext(...faults),
    failAlways: (fault) => plan.failAlways(fault),
    down: () => listening.down(),
    up: () => listening.up(),
    close: () => listening.down(),
  };
}
