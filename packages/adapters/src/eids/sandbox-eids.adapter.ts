import type { EidsRequest, EidsVerifier } from "./eids.port";
import { EidsUnavailableError } from "./eids.port";
import { readEidsAnswer } from "./eids-answer";

export interface SandboxEidsOptions {
  /** Milliseconds before an answer is given up. */
  readonly timeoutMs?: number;
  /** Days that a verification is good for. */
  readonly validDays?: number;
  readonly now?: () => Date;
}

type Behaviour = "valid" | "refused" | "slow" | "down" | "malformed" | "mismatch";

/** Last two digits of the plate choose what the sandbox does; all others are valid. */
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  "91": "refused",
  "92": "slow",
  "93": "down",
  "94": "malformed",
  "95": "mismatch",
};

const DAY_MS = 86_400_000;

/** The Ministry's side: raw answers in its own shape. */
function answerOf(behaviour: Behaviour, request: EidsRequest, until: Date): Promise<unknown> {
  const { makeName, modelYear } = request.declared;
  const data = {
    markaAdi: makeName.toUpperCase(),
    ticariAdi: makeName,
    modelYili: behaviour === "mismatch" ? modelYear - 1 : modelYear,
    ilanSuresi: until.toISOString(),
  };
  switch (behaviour) {
    case "slow":
      return new Promise(() => undefined);
    case "down":
      return Promise.reject(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }));
    case "malformed":
      return Promise.resolve("<html>Bakım çalışması</html>");
    case "refused": {
      const error = { code: "ERR-300", message: "Araç için yetkilendirme bulunamadı" };
      return Promise.resolve({ statusCode: 400, data: null, errors: [error] });
    }
    default:
      return Promise.resolve({ statusCode: 200, data, errors: [] });
  }
}

/**
 * EİDS for machines without the Ministry's network. Plates ending in 91 are refused, 92 never
 * answer, 93 are down, 94 answer nonsense, 95 belong to another model year; all others are valid.
 */
export class SandboxEids implements EidsVerifier {
  readonly #timeoutMs: number;
  readonly #validDays: number;
  readonly #now: () => Date;

  constructor({ timeoutMs = 8_000, validDays = 90, now }: SandboxEidsOptions = {}) {
    this.#timeoutMs = timeoutMs;
    this.#validDays = validDays;
    this.#now = now ?? (() => new Date());
  }

  async verify(request: EidsRequest) {
    const behaviour = BEHAVIOURS[request.plate.slice(-2)] ?? "valid";
    const until = new Date(this.#now().getTime() + this.#validDays * DAY_MS);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new EidsUnavailableError(`EİDS gave no answer in ${this.#timeoutMs} ms`);
      timer = setTimeout(() => reject(error), this.#timeoutMs);
    });
    try {
      const answer = await Promise.race([answerOf(behaviour, request, until), late]);
      return readEidsAnswer(answer, request);
    } catch (error) {
      if (error instanceof EidsUnavailableError) throw error;
      throw new EidsUnavailableError("EİDS is away", { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}
