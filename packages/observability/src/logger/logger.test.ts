import { describe, expect, it } from "vitest";
import { createLogger } from "./logger";

const PERSONAL = {
  phone: "+905321234567",
  phoneSpelt: "0532 123 45 67",
  email: "ayse.yilmaz@ornek-galeri.com.tr",
  password: "Kontak-demo-2026",
  jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.s5Zk-abc_DEF",
  otp: "481516",
  tckn: "10000000146",
  iban: "TR330006100519786457841326",
  vin: "WVWZZZ3CZKE012345",
  plate: "34 ABC 123",
};

function capture() {
  const lines: string[] = [];
  const logger = createLogger({
    service: "test",
    level: "trace",
    destination: { write: (line: string) => void lines.push(line) },
  });
  return { logger, lines, text: () => lines.join("") };
}

function expectNothingPersonal(text: string) {
  for (const [name, value] of Object.entries(PERSONAL)) {
    expect(text, `${name} leaked`).not.toContain(value);
  }
}

describe("createLogger", () => {
  it("hides known personal data under telling keys at any depth", () => {
    const { logger, text } = capture();
    logger.info(
      {
        user: {
          phone: PERSONAL.phone,
          profile: { e_mail: PERSONAL.email, tax: [{ taxNumber: PERSONAL.tckn }] },
        },
        headers: { authorization: `Bearer ${PERSONAL.jwt}`, cookie: "sid=1" },
        code: PERSONAL.otp,
        vehicle: {
          vin: PERSONAL.vin,
          plate: PERSONAL.plate,
          deeper: { a: { b: { c: PERSONAL } } },
        },
        newPassword: PERSONAL.password,
        iban: PERSONAL.iban,
        input: { anything: "at all" },
      },
      "registered",
    );
    expectNothingPersonal(text());
    expect(text()).not.toContain("at all");
    expect(text()).toContain("registered");
  });

  it("hides personal data inside messages, interpolated values and plain texts", () => {
    const { logger, text } = capture();
    const { password: _password, ...visible } = PERSONAL;
    for (const value of Object.values(visible)) {
      const sentence =
        value === PERSONAL.otp ? `doğrulama kodunuz: ${value}` : `value ${value} seen`;
      logger.warn(sentence);
      logger.warn("value %s", sentence);
      logger.warn({ note: sentence, list: [sentence] }, "list");
      logger.child({ note: sentence }).info("child");
    }
    expectNothingPersonal(text());
  });

  it("hides personal data inside errors, their causes and the rows PostgreSQL quotes", () => {
    const { logger, text } = capture();
    const cause = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: `Key (phone)=(${PERSONAL.phone}) already exists.`,
    });
    logger.error(new Error(`sending to ${PERSONAL.phone} failed`, { cause }));
    logger.error({ err: new Error(PERSONAL.email, { cause }) }, "failed for %s", PERSONAL.email);
    expectNothingPersonal(text());
    expect(text()).toContain("23505");
    expect(text()).toContain("duplicate key");
  });

  it("leaves out the live objects that drivers hang on their errors", () => {
    class Connection {
      readonly host = "db.internal";
      readonly session = "a-session-of-the-driver";
    }
    const { logger, lines } = capture();
    const error = Object.assign(new Error("terminated"), {
      code: "57P01",
      client: new Connection(),
    });
    logger.warn({ err: error }, "connection lost");
    expect(lines[0]).not.toContain("a-session-of-the-driver");
    expect(JSON.parse(lines[0] ?? "").err).toMatchObject({ code: "57P01", message: "terminated" });
  });

  it("keeps what operators need: ids, amounts, codes and names", () => {
    const { logger, lines } = capture();
    const ids = {
      requestId: "019ab3c4-5d6e-7f80-9123-905321234567",
      galleryId: "019ab3c4-5d6e-7f80-9123-0123456789ab",
      amount: 1_245_000_000,
      procedure: "offer.accept",
      code: "NOT_FOUND",
      at: "2026-07-01T10:11:12.345Z",
    };
    logger.info(ids, "procedure %s took %d ms", "offer.accept", 12);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      ...ids,
      level: "info",
      service: "test",
      msg: "procedure offer.accept took 12 ms",
    });
  });

  it("survives cycles, buffers, bigints and null prototypes", () => {
    const { logger, lines } = capture();
    const cycle: Record<string, unknown> = { size: 10n, file: Buffer.from("secret bytes") };
    cycle.self = cycle;
    logger.info(cycle, "odd");
    logger.info(Object.assign(Object.create(null), { a: 1 }), "bare");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("12 bytes");
  });
});
