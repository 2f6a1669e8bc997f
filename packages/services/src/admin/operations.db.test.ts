import { newId } from "@oto/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetSpentCredentials, requestOtp } from "../auth";
import type { StaffContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createGallery,
  createPublicContext,
  createStaffContext,
  createTestPlatform,
  newPhone,
} from "../testing";
import { auditListInput, deadLetterListInput } from "./admin.input";
import { listAudit } from "./audit.service";
import { discardDeadLetter, listDeadLetters, replayDeadLetter } from "./dead-letter.service";
import { approveGallery } from "./gallery-review.service";
import { overview } from "./overview.service";

let test: TestPlatform;
let staff: StaffContext;

beforeAll(async () => {
  test = await createTestPlatform();
  staff = await createStaffContext(test.platform);
});
afterAll(() => test.close());

const sql = async (text: string, values: unknown[] = []) =>
  (await test.platform.database.pool.query(text, values)).rows;

/** A dead letter of an event that was published, still in the outbox or purged from it. */
async function deadLetter(inOutbox: boolean) {
  const { id: galleryId } = await createGallery(test.platform, { status: "PENDING" });
  await approveGallery(staff, { galleryId });
  const [event] = await sql("select * from outbox_event where aggregate_id = $1", [galleryId]);
  await sql("update outbox_event set published_at = now() where id = $1", [event.id]);
  const message = {
    id: event.id,
    name: event.name,
    version: event.version,
    aggregateType: event.aggregate_type,
    aggregateId: event.aggregate_id,
    galleryId,
    occurredAt: event.occurred_at.toISOString(),
    payload: event.payload,
  };
  if (!inOutbox) await sql("delete from outbox_event where id = $1", [event.id]);
  const id = newId();
  await sql(
    `insert into dead_letter (id, consumer_id, event_id, event_name, message, cause, attempts)
     values ($1, 'tell-dealer-when-gallery-reviewed', $2, $3, $4, 'Error: away', 8)`,
    [id, event.id, event.name, message],
  );
  return { id, eventId: event.id as string, payload: event.payload };
}

describe("dead letters", () => {
  it.each([true, false])(
    "are replayed through the outbox (event still there: %s)",
    async (there) => {
      const { id, eventId, payload } = await deadLetter(there);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 3 }, () => replayDeadLetter(staff, { deadLetterId: id })),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [event] = await sql("select published_at, payload from outbox_event where id = $1", [
        eventId,
      ]);
      expect(event).toEqual({ published_at: null, payload });
    },
  );

  it("are not replayed when the bus could not read them", async () => {
    const { id } = await deadLetter(true);
    await sql(`update dead_letter set message = '{"body":"{no"}' where id = $1`, [id]);
    await expect(replayDeadLetter(staff, { deadLetterId: id })).rejects.toMatchObject({
      reason: "input.invalid",
    });
    expect(await sql("select resolved_at from dead_letter where id = $1", [id])).toEqual([
      { resolved_at: null },
    ]);
  });

  it("are discarded once, and stay on record", async () => {
    const { id } = await deadLetter(true);
    const open = () => listDeadLetters(staff, deadLetterListInput.parse({ limit: 100 }));
    expect((await open()).items.map((letter) => letter.id)).toContain(id);
    await discardDeadLetter(staff, { deadLetterId: id });
    await expect(discardDeadLetter(staff, { deadLetterId: id })).rejects.toMatchObject({
      reason: "notfound",
    });
    expect((await open()).items.map((letter) => letter.id)).not.toContain(id);
    const resolved = await listDeadLetters(staff, deadLetterListInput.parse({ state: "resolved" }));
    expect(resolved.items.find((letter) => letter.id === id)?.resolution).toBe("discarded");
  });
});

describe("listAudit", () => {
  it("names people and galleries, filters and pages", async () => {
    const { id: galleryId, name } = await createGallery(test.platform, { status: "PENDING" });
    await approveGallery(staff, { galleryId });
    const page = await listAudit(staff, auditListInput.parse({ galleryId, action: "admin." }));
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({
      action: "admin.galleries.approve",
      actorName: "Deniz Yılmaz",
      galleryName: name,
      before: { status: "PENDING" },
      after: { status: "APPROVED" },
    });
    const all = await listAudit(staff, auditListInput.parse({ limit: 100 }));
    const first = await listAudit(staff, auditListInput.parse({ limit: 1 }));
    const rest = await listAudit(
      staff,
      auditListInput.parse({ limit: 100, cursor: first.nextCursor }),
    );
    expect([...first.items, ...rest.items]).toEqual(all.items);
  });
});

describe("overview", () => {
  it("counts by state and by day, also what has none", async () => {
    await createGallery(test.platform, {
      status: "SUSPENDED",
      createdAt: new Date(test.platform.now().getTime() - 3 * 86_400_000),
    });
    const view = await overview(staff);
    expect(view.galleries.SUSPENDED).toBe(1);
    expect(view.vehicles.PUBLISHED).toBe(0);
    expect(view.days).toHaveLength(14);
    const total = Object.values(view.galleries).reduce((sum, count) => sum + count, 0);
    expect(view.days.reduce((sum, day) => sum + day.registrations, 0)).toBe(total);
    expect(view.days.at(-4)?.registrations).toBe(1);
    expect(view.days.at(-1)?.date).toBe(
      new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Istanbul" }).format(test.platform.now()),
    );
    expect(view.queues.map(({ queue }) => queue).sort()).toEqual([
      "bulk",
      "critical",
      "default",
      "media",
    ]);
  });
});

describe("forgetSpentCredentials", () => {
  it("deletes what has served and keeps what still counts", async () => {
    const ctx = createPublicContext(test.platform);
    const [old, recent] = [newPhone(), newPhone()];
    await requestOtp(ctx, { phone: old, purpose: "register" });
    test.clock.advance(2 * 86_400_000 + 1_000);
    await requestOtp(ctx, { phone: recent, purpose: "register" });
    await forgetSpentCredentials(test.platform);
    const left = await sql("select phone from otp_challenge where phone = any($1)", [
      [old, recent],
    ]);
    expect(left).toEqual([{ phone: recent }]);
    const unpublished = await sql("select 1 from outbox_event where published_at is null limit 1");
    expect(unpublished).toHaveLength(1);
  });
});
