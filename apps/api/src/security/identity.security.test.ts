import {
  createDealerContext,
  createPublicContext,
  createUser,
  deliverCode,
  newPhone,
  signTestToken,
  TEST_PASSWORD,
} from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, AttackedApi } from "./attacked-api";
import { openAttackedApi } from "./attacked-api";

/** Attacks on sign-in, over HTTP as an attacker has it, with all limits on. */
let api: AttackedApi;
beforeAll(async () => {
  api = await openAttackedApi({ limits: "on" });
});
afterAll(() => api.close());

const mutate = (path: string, input: unknown, headers: Record<string, string> = {}) =>
  api.call({ path, type: "mutation" }, input, { headers });
const reasonOf = ({ body }: Answer) => body.error?.data?.reason ?? "granted";
/** Spreads calls over addresses, as a botnet would; only tests of limits by address do not. */
let address = 0;
const fromElsewhere = () => {
  address += 1;
  return { "x-forwarded-for": `198.51.100.${address % 250}` };
};

async function requestCode(phone: string): Promise<string> {
  await mutate("auth.requestOtp", { phone, purpose: "register" });
  const code = await deliverCode(createPublicContext(api.platform), phone);
  if (!code) throw new Error("no code was sent");
  return code;
}

const guess = (phone: string, code: string) =>
  mutate("auth.verifyOtp", { phone, purpose: "register", code }, fromElsewhere());

const wrongCodes = (right: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    String((Number(right) + 1 + index) % 1_000_000).padStart(6, "0"),
  );

describe("brute force of a code", () => {
  it("has five tries in all, then even the right code is worthless", async () => {
    const phone = newPhone();
    const code = await requestCode(phone);
    const answers: string[] = [];
    for (const wrong of wrongCodes(code, 7)) answers.push(reasonOf(await guess(phone, wrong)));
    expect(answers.slice(0, 4)).toEqual(Array(4).fill("auth.otp_invalid"));
    expect(answers.slice(4)).toEqual(Array(3).fill("auth.otp_too_many"));
    expect(reasonOf(await guess(phone, code))).toBe("auth.otp_too_many");
  });

  it("gains nothing by guessing in parallel", async () => {
    const phone = newPhone();
    const code = await requestCode(phone);
    const answers = await Promise.all(
      wrongCodes(code, 40).map(async (wrong) => reasonOf(await guess(phone, wrong))),
    );
    expect(answers.filter((reason) => reason === "auth.otp_invalid").length).toBeLessThan(5);
    expect(answers).not.toContain("granted");
    expect(reasonOf(await guess(phone, code))).toBe("auth.otp_too_many");
  });
});

describe("brute force of a password", () => {
  const tryPassword = async (identifier: string, password: string) =>
    reasonOf(await mutate("auth.login", { identifier, password }, fromElsewhere()));

  it("locks the account after five, for the right password too, and unknown names alike", async () => {
    const { galleryId } = await memberOfNewGallery();
    const user = await createUser(api.platform, { member: { galleryId, role: "SALES" } });
    const known: string[] = [];
    const unknown: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      known.push(await tryPassword(user.email, `yanlis-${index}`));
      unknown.push(await tryPassword("kimse@yok.example", `yanlis-${index}`));
    }
    expect(known).toEqual(unknown);
    expect(known.at(-1)).toBe("auth.locked");
    expect(await tryPassword(user.email, TEST_PASSWORD)).toBe("auth.locked");
  });

  it("judges few of many parallel guesses", async () => {
    const { galleryId } = await memberOfNewGallery();
    const user = await createUser(api.platform, { member: { galleryId, role: "SALES" } });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => tryPassword(user.email, `yanlis-${index}`)),
    );
    const judged = answers.filter((reason) => reason === "auth.credentials_invalid");
    expect(judged.length).toBeLessThanOrEqual(5);
  });
});

async function memberOfNewGallery(): Promise<{ galleryId: string }> {
  const { gallery } = await createDealerContext(api.platform);
  return { galleryId: gallery.id };
}

describe("enumeration of phones and accounts", () => {
  const shape = ({ status, body, text }: Answer) => ({
    status,
    keys: Object.keys((body.result?.data ?? {}) as object).sort(),
    message: body.error?.message,
    length: text.length,
  });
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

  async function timed(send: () => Promise<unknown>): Promise<number> {
    const started = performance.now();
    await send();
    return performance.now() - started;
  }

  it("hears the same of a reset for a known and an unknown phone, in the same time", async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let index = 0; index < 12; index += 1) {
      const { phone } = await createUser(api.platform);
      const ask = (number: string) =>
        mutate("auth.requestOtp", { phone: number, purpose: "reset" });
      let known: Answer | undefined;
      let unknown: Answer | undefined;
      const first = async () => {
        times.known.push(await timed(async () => (known = await ask(phone))));
      };
      const second = async () => {
        times.unknown.push(await timed(async () => (unknown = await ask(newPhone()))));
      };
      for (const step of index % 2 === 0 ? [first, second] : [second, first]) await step();
      if (!known || !unknown) throw new Error("no answers");
      expect(shape(known)).toEqual(shape(unknown));
    }
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it("hears the same of a wrong password and a name that nobody has, after the same hashing", async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let index = 0; index < 8; index += 1) {
      const user = await createUser(api.platform, { platformRole: "SUPPORT" });
      const ask = (identifier: string) =>
        mutate("auth.login", { identifier, password: "yanlis-parola" });
      const known = await ask(user.email);
      const unknown = await ask(`yok-${index}@yok.example`);
      expect(shape(known)).toEqual(shape(unknown));
      times.known.push(await timed(() => ask(user.email)));
      times.unknown.push(await timed(() => ask(`yok-${index}@yok.example`)));
    }
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });
});

function tokensOf({ body, text }: Answer): { accessToken: string; refreshToken: string } {
  if (!body.result) throw new Error(`no tokens: ${text}`);
  return body.result.data as { accessToken: string; refreshToken: string };
}

describe("replay of a refresh token", () => {
  it("ends the whole family: the thief's pair, the owner's pair and the session", async () => {
    const { galleryId } = await memberOfNewGallery();
    const user = await createUser(api.platform, { member: { galleryId, role: "SALES" } });
    const login = await mutate("auth.login", { identifier: user.email, password: TEST_PASSWORD });
    const { refreshToken: stolen } = tokensOf(login);
    const renew = (refreshToken: string) => mutate("auth.refresh", { refreshToken });
    const owners = tokensOf(await renew(stolen));
    const me = { path: "auth.me", type: "query" } as const;
    expect((await api.call(me, undefined, { token: owners.accessToken })).status).toBe(200);

    expect((await renew(stolen)).status).toBe(401);
    expect((await renew(owners.refreshToken)).status).toBe(401);
    expect((await api.call(me, undefined, { token: owners.accessToken })).status).toBe(401);
  });
});

describe("a forged address", () => {
  const forged = (index: number) => ({
    "x-forwarded-for": `198.51.100.${index % 250}`,
    forwarded: `for=198.51.100.${index % 250}`,
    "x-real-ip": `198.51.100.${index % 250}`,
    "x-oto-client-ip": `198.51.100.${index % 250}`,
    "x-oto-front-end": "guessed",
    "true-client-ip": `198.51.100.${index % 250}`,
  });

  it("escapes no limit and enters no record", async () => {
    const { identity } = await createDealerContext(api.platform);
    const token = await signTestToken(api.platform, identity);
    await api.call({ path: "staff.list", type: "query" }, undefined, { token, headers: forged(1) });
    let limited = 0;
    for (let index = 0; index < 300; index += 1) {
      const answer = await mutate("auth.logout", {}, forged(index));
      if (answer.status === 429) limited += 1;
    }
    expect(limited).toBeGreaterThan(0);
    const { rows } = await api.platform.database.pool.query<{ ip: string }>(
      "select distinct ip from session where ip is not null union select distinct ip from audit_entry where ip is not null",
    );
    expect(rows.filter(({ ip }) => ip.startsWith("198.51.100."))).toEqual([]);
  });
});
