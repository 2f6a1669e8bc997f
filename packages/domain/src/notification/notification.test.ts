import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DigestMode, MessageChannel, Reader } from ".";
import {
  afterQuiet,
  checkTemplate,
  DAILY_CAP,
  decideDeliveries,
  isQuiet,
  KEEP_TRYING_MS,
  LANES,
  MESSAGE_CHANNELS,
  minuteOfDay,
  nextDigestAt,
  nextMinuteOfDay,
  nextTryAt,
  renderTemplate,
  smsParts,
  variablesIn,
} from ".";

const DAY = 86_400_000;
const instants = fc.date({
  min: new Date("2000-01-01T00:00:00Z"),
  max: new Date("2035-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const minutes = fc.integer({ min: 0, max: 1_439 });
const quietHours = fc
  .record({ from: minutes, until: minutes })
  .filter(({ from, until }) => from !== until);
const channelSet = fc.subarray([...MESSAGE_CHANNELS]).map((some) => new Set<MessageChannel>(some));
const natures = fc.record({ urgent: fc.boolean(), commercial: fc.boolean() });
const readers: fc.Arbitrary<Reader> = fc.record({
  wanted: channelSet,
  reachable: channelSet,
  quiet: fc.option(quietHours, { nil: null }),
  digest: fc.record({
    mode: fc.constantFrom<DigestMode>("OFF", "HOURLY", "DAILY"),
    hour: fc.integer({ min: 0, max: 23 }),
  }),
  consented: fc.boolean(),
  recent: fc.record({ email: fc.nat(80), sms: fc.nat(30), push: fc.nat(120) }),
});

describe("quiet hours", () => {
  it("end at the minute that was asked for, within a day, and defer to an hour that is not quiet", () => {
    fc.assert(
      fc.property(instants, quietHours, (at, quiet) => {
        const then = afterQuiet(at, quiet);
        expect(then >= at).toBe(true);
        expect(then.getTime() - at.getTime()).toBeLessThanOrEqual(DAY + 2 * 3_600_000);
        expect(isQuiet(then, quiet)).toBe(false);
        if (then > at) expect(minuteOfDay(then)).toBe(quiet.until);
      }),
    );
  });

  it("reach over midnight in Türkiye's time", () => {
    const night = { from: 22 * 60, until: 8 * 60 };
    expect(isQuiet(new Date("2026-03-01T18:59:59Z"), night)).toBe(false);
    expect(isQuiet(new Date("2026-03-01T19:00:00Z"), night)).toBe(true);
    expect(isQuiet(new Date("2026-03-02T04:59:59Z"), night)).toBe(true);
    expect(afterQuiet(new Date("2026-03-01T20:30:30Z"), night)).toEqual(
      new Date("2026-03-02T05:00:00Z"),
    );
  });

  it("know years in which the clocks were changed", () => {
    // Until 2016 Türkiye had summer time: the night of 27 March 2016 was an hour shorter.
    const night = { from: 22 * 60, until: 8 * 60 };
    expect(afterQuiet(new Date("2016-03-26T21:00:00Z"), night)).toEqual(
      new Date("2016-03-27T05:00:00Z"),
    );
    expect(nextMinuteOfDay(new Date("2016-11-06T05:00:00Z"), 9 * 60)).toEqual(
      new Date("2016-11-06T06:00:00Z"),
    );
  });
});

describe("digests", () => {
  it("go out on the hour, after now, and daily ones at the hour that was chosen", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 23 }), (at, hour) => {
        const hourly = nextDigestAt(at, { mode: "HOURLY", hour });
        expect(hourly && hourly > at && hourly.getTime() - at.getTime() <= 2 * 3_600_000).toBe(
          true,
        );
        const daily = nextDigestAt(at, { mode: "DAILY", hour });
        expect(daily && minuteOfDay(daily)).toBe(hour * 60);
        expect(nextDigestAt(at, { mode: "OFF", hour })).toBeNull();
      }),
    );
  });
});

describe("the decision who hears what, where and when", () => {
  it("never uses a channel that was not chosen or has no address", () => {
    fc.assert(
      fc.property(readers, natures, instants, (reader, nature, now) => {
        const decided = decideDeliveries(nature, reader, now);
        for (const { channel, kind } of decided) {
          expect(reader.reachable.has(channel)).toBe(true);
          if (kind !== "hold") expect(reader.wanted.has(channel)).toBe(true);
        }
        expect(new Set(decided.map(({ channel }) => channel)).size).toBe(decided.length);
      }),
    );
  });

  it("sends what is urgent at once, in the critical lane, whatever hour and count", () => {
    fc.assert(
      fc.property(readers, instants, (reader, now) => {
        for (const decision of decideDeliveries({ urgent: true, commercial: false }, reader, now)) {
          expect(decision).toMatchObject({ kind: "send", at: now, lane: "critical" });
        }
      }),
    );
  });

  it("sends nothing commercial without consent", () => {
    fc.assert(
      fc.property(readers, fc.boolean(), instants, (reader, urgent, now) => {
        const decided = decideDeliveries(
          { urgent, commercial: true },
          { ...reader, consented: false },
          now,
        );
        expect(decided.every((each) => each.kind === "suppress")).toBe(true);
      }),
    );
  });

  it("keeps the cap, the quiet hours and one digest for everything that can wait", () => {
    fc.assert(
      fc.property(readers, instants, (reader, now) => {
        const decided = decideDeliveries({ urgent: false, commercial: false }, reader, now);
        const held = decided.filter(({ kind }) => kind === "hold");
        expect(held.length).toBeLessThanOrEqual(1);
        if (held.length > 0) expect(decided).toHaveLength(1);
        for (const each of decided) {
          if (each.kind !== "send") continue;
          expect(reader.recent[each.channel]).toBeLessThan(DAILY_CAP[each.channel]);
          expect(reader.quiet === null || !isQuiet(each.at, reader.quiet)).toBe(true);
          expect(each.lane).toBe("bulk");
        }
      }),
    );
  });
});

describe("tries", () => {
  it("come later and later and never after the message is worthless", () => {
    const start = new Date("2026-01-01T00:00:00Z");
    for (const lane of LANES) {
      const expiresAt = new Date(start.getTime() + KEEP_TRYING_MS[lane]);
      let now = start;
      let last = 0;
      let tries = 0;
      for (;;) {
        tries += 1;
        const next = nextTryAt({ attempts: tries, expiresAt, lane }, now);
        if (!next) break;
        expect(next.getTime() - now.getTime()).toBeGreaterThanOrEqual(last);
        last = next.getTime() - now.getTime();
        now = next;
      }
      expect(now < expiresAt).toBe(true);
      // Ten minutes away is nothing that makes a message be given up.
      if (lane !== "otp") expect(now.getTime() - start.getTime()).toBeGreaterThan(600_000);
    }
  });
});

describe("templates", () => {
  const rule = { channel: "sms", variables: ["amount", "url"], required: ["url"] } as const;
  const kinds = (subject: string | null, body: string, channel: "sms" | "email" = "sms") =>
    checkTemplate({ subject, body }, { ...rule, channel }).map(({ kind, what }) =>
      what ? `${kind} ${what}` : kind,
    );

  it("are refused with an unknown or without a required variable", () => {
    expect(kinds(null, "Yeni teklif: {amount} {url}")).toEqual([]);
    expect(kinds(null, "Yeni teklif: {amount}")).toEqual(["missing_variable url"]);
    expect(kinds(null, "{tutar} {url}")).toEqual(["unknown_variable tutar"]);
    expect(kinds("Teklif {url}", "Merhaba", "email")).toEqual([]);
  });

  it("are refused broken, empty, too long or with what the channel does not have", () => {
    expect(kinds(null, "{url} {")).toEqual(["broken_brace"]);
    expect(kinds(null, "{url} {a b}")).toEqual(["broken_brace"]);
    expect(kinds(null, " ")).toEqual(["empty_body", "missing_variable url"]);
    expect(kinds("Konu", "{url}")).toEqual(["needless_subject"]);
    expect(kinds("", "{url}", "email")).toEqual(["empty_subject"]);
    expect(kinds("a\nBcc: x", "{url}", "email")).toEqual(["line_break"]);
    expect(kinds(null, "{url}\u0000")).toEqual(["control_sign"]);
    expect(kinds(null, `{url}${"x".repeat(700)}`)).toEqual(["too_long 600", "too_long 4 SMS"]);
  });

  it("are filled once: what a value says is text, and no line is broken by it", () => {
    const values = { a: "{b}", b: "no" };
    expect(renderTemplate("sms", { subject: null, body: "{a} {c}!" }, values).body).toBe("{b} !");
    const email = { subject: "Teklif {a}", body: "Merhaba\n\n{a}" };
    expect(renderTemplate("email", email, { a: "x\r\nBcc: y" })).toEqual({
      subject: "Teklif x Bcc: y",
      body: "Merhaba\n\nx\r\nBcc: y",
    });
  });

  it("that pass show nothing of a brace once they are filled", () => {
    const texts = fc.array(fc.constantFrom("{amount}", "{url}", "metin ", "{", "}", "{x}"));
    fc.assert(
      fc.property(texts, (bits) => {
        const body = bits.join("");
        const passes = checkTemplate({ subject: null, body }, rule).length === 0;
        const shown = renderTemplate("sms", { subject: null, body }, { amount: "1", url: "u" });
        if (passes) expect(shown.body).not.toMatch(/[{}]/);
        for (const name of variablesIn(body)) expect(name).toMatch(/^(amount|url|x)$/);
      }),
    );
  });
});

describe("parts of an SMS", () => {
  it("are counted by alphabet", () => {
    expect(smsParts("a".repeat(160))).toBe(1);
    expect(smsParts("a".repeat(161))).toBe(2);
    expect(smsParts("ş".repeat(155))).toBe(1);
    expect(smsParts("ş".repeat(156))).toBe(2);
    expect(smsParts("₺".repeat(70))).toBe(1);
    expect(smsParts("₺".repeat(71))).toBe(2);
    expect(smsParts("€".repeat(80))).toBe(1);
    expect(smsParts("€".repeat(81))).toBe(2);
  });
});
