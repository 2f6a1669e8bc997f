import { describe, expect, it } from "vitest";
import type { DATA_REQUEST_KINDS, DataRequestAction } from ".";
import {
  answerDueAt,
  DATA_REQUEST_STATUSES,
  daysLeft,
  iysConsents,
  moveDataRequest,
  RETENTION,
  retentionLimit,
} from ".";

describe("İYS records", () => {
  const at = new Date("2026-03-01T22:30:00Z");

  it("tell calls, messages and mail apart, in Türkiye's time", () => {
    const records = iysConsents({
      phone: "+905321234567",
      email: "a@b.example",
      trades: true,
      granted: true,
      at,
    });
    const common = {
      recipientType: "TACIR",
      status: "ONAY",
      source: "HS_EORTAM",
      consentDate: "2026-03-02 01:30:00",
    };
    expect(records).toEqual([
      { ...common, type: "ARAMA", recipient: "+905321234567" },
      { ...common, type: "MESAJ", recipient: "+905321234567" },
      { ...common, type: "EPOSTA", recipient: "a@b.example" },
    ]);
  });

  it("say no for whoever withdraws, and know people without a phone", () => {
    const decision = { phone: null, email: "a@b.example", trades: false, granted: false, at };
    expect(iysConsents(decision)).toEqual([
      expect.objectContaining({ type: "EPOSTA", status: "RET", recipientType: "BIREYSEL" }),
    ]);
  });
});

describe("requests about personal data", () => {
  it("are answered within thirty days", () => {
    const asked = new Date("2026-01-01T10:00:00Z");
    const due = answerDueAt(asked);
    expect(due.toISOString()).toBe("2026-01-31T10:00:00.000Z");
    expect(daysLeft(due, asked)).toBe(30);
    expect(daysLeft(due, new Date("2026-02-01T09:00:00Z"))).toBe(-1);
  });

  it("move along these ways and no others", () => {
    const actions = ["start", "finish", "approve", "reject", "cancel", "expire"] as const;
    const ways = (kind: (typeof DATA_REQUEST_KINDS)[number]) =>
      DATA_REQUEST_STATUSES.flatMap((status) =>
        actions.flatMap((action: DataRequestAction) => {
          try {
            return [`${status} ${action} ${moveDataRequest({ kind, status }, action)}`];
          } catch {
            return [];
          }
        }),
      );
    expect(ways("EXPORT_PERSON")).toEqual([
      "PENDING start RUNNING",
      "PENDING cancel CANCELLED",
      "RUNNING start RUNNING",
      "RUNNING finish READY",
      "READY expire EXPIRED",
    ]);
    expect(ways("ERASE_PERSON")).toEqual([
      "PENDING approve RUNNING",
      "PENDING reject REJECTED",
      "PENDING cancel CANCELLED",
      "RUNNING start RUNNING",
      "RUNNING finish DONE",
      "READY expire EXPIRED",
    ]);
  });
});

describe("the retention table", () => {
  it("names each kind of data once and keeps its own log three years at least", () => {
    expect(new Set(RETENTION.map(({ rule }) => rule)).size).toBe(RETENTION.length);
    const log = RETENTION.find(({ rule }) => rule === "destruction-log");
    expect(log?.days).toBeGreaterThanOrEqual(3 * 365);
  });

  it("counts back from now", () => {
    const now = new Date("2026-01-08T00:00:00Z");
    expect(retentionLimit("data-export", now)?.toISOString()).toBe("2026-01-01T00:00:00.000Z");
    expect(retentionLimit("account", now)).toBeNull();
  });
});
