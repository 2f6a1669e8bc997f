import { newId } from "@oto/db";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { login } from "../auth/login.service";
import { me, updatePreferences } from "../auth/me.service";
import type { SessionContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createPublicContext,
  createStaffContext,
  createTestPlatform,
  createVehicle,
  TEST_PASSWORD,
} from "../testing";
import {
  approveDataRequest,
  cancelRequest,
  downloadExport,
  enforceRetention,
  finishAnswer,
  listConsents,
  listDataRequests,
  listRequests,
  prepareAnswer,
  rejectDataRequest,
  requestErasure,
  requestGalleryExport,
  requestOwnExport,
  setConsent,
} from ".";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
});
afterAll(() => test.close());

const system = () => test.platform.database.unsafeSystem("a test looks behind the scene");
const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => error.reason,
  );

/** What the worker does with a request, delivered twice. */
async function work(requestId: string): Promise<void> {
  for (const _delivery of [1, 2]) {
    const answer = await prepareAnswer(test.platform, requestId);
    await system().write((tx) => finishAnswer(test.platform, tx, { requestId, answer }));
  }
}

async function archiveOf(requestId: string): Promise<Record<string, string>> {
  const row = await system().read((tx) =>
    tx.dataRequest.findUniqueOrThrow({ where: { id: requestId } }),
  );
  const zip = await test.platform.adapters.storage.get(row.storageKey ?? "");
  return Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

const dealer = (role: "OWNER" | "SALES" = "OWNER") => createDealerContext(test.platform, { role });

describe("consent to commercial messages", () => {
  it("is kept with version and time, and told to İYS in both directions", async () => {
    const ctx = await dealer();
    await setConsent(ctx, { kind: "marketing", granted: true });
    await setConsent(ctx, { kind: "marketing", granted: true });
    await updatePreferences(ctx, { marketing: false });
    const marketing = (await listConsents(ctx)).items.find(({ kind }) => kind === "marketing");
    expect(marketing).toMatchObject({ granted: false, withdrawable: true });
    expect(marketing?.history.map(({ granted }) => granted)).toEqual([false, true, true]);
    const { email } = (await me(ctx)).user;
    const told = await system().read((tx) =>
      tx.iysRecord.findMany({ where: { recipient: email }, orderBy: { id: "asc" } }),
    );
    expect(told.map(({ type, status, recipientType }) => [type, status, recipientType])).toEqual([
      ["EPOSTA", "ONAY", "TACIR"],
      ["EPOSTA", "RET", "TACIR"],
    ]);
    expect(await reasonOf(setConsent(ctx, { kind: "terms", granted: false }))).toBe(
      "kvkk.wrong_state",
    );
  });
});

describe("an export", () => {
  it("of a person holds what is known and nothing that opens a door", async () => {
    const ctx = await dealer("SALES");
    const { requestId } = await requestOwnExport(ctx);
    expect(await reasonOf(requestOwnExport(ctx))).toBe("kvkk.already_open");
    await work(requestId);
    const [request] = (await listRequests(ctx)).items;
    expect(request).toMatchObject({ status: "READY", progress: 100 });
    const files = await archiveOf(requestId);
    const { email } = (await me(ctx)).user;
    expect(files["json/hesap.json"]).toContain(email);
    expect(files["csv/hesap.csv"]).toContain(email);
    expect(JSON.stringify(files)).not.toMatch(/\$2b\$|passwordHash|totpCipher/);
    expect((await downloadExport(ctx, { requestId })).url).toContain("/storage/");
    const stranger = await dealer();
    expect(await reasonOf(downloadExport(stranger, { requestId }))).toBe("kvkk.not_found");
  });

  it("of a gallery holds its rows only, and no formula", async () => {
    const [mine, theirs] = [await dealer(), await dealer()];
    const { vehicleId } = await createVehicle(test.platform, mine.gallery.id);
    const other = await createVehicle(test.platform, theirs.gallery.id);
    await mine.db.write((tx) =>
      tx.vehicle.update({
        where: { id: vehicleId },
        data: { description: '=HYPERLINK("http://x")' },
      }),
    );
    const { requestId } = await requestGalleryExport(mine);
    await work(requestId);
    const files = await archiveOf(requestId);
    expect(files["json/araclar.json"]).toContain(vehicleId);
    expect(JSON.stringify(files)).not.toContain(other.vehicleId);
    expect(files["csv/araclar.csv"]).toContain(`"'=HYPERLINK`);
    expect(Object.keys(files)).toContain("csv/fotograflar.csv");
    const soldOut: SessionContext = {
      ...mine,
      identity: { ...mine.identity, gallery: { ...mine.gallery, role: "MANAGER" } },
    };
    expect(await reasonOf(downloadExport(soldOut, { requestId }))).toBe("kvkk.not_found");
  });

  it("is deleted after a week, which is written down", async () => {
    const ctx = await dealer();
    const { requestId } = await requestOwnExport(ctx);
    await work(requestId);
    const key = `private/exports/${requestId}.zip`;
    expect(await test.platform.adapters.storage.stat(key)).not.toBeNull();
    test.clock.advance(7 * 24 * 3_600_000 + 1_000);
    expect(await enforceRetention(test.platform)).toBeGreaterThan(0);
    expect(await test.platform.adapters.storage.stat(key)).toBeNull();
    expect(await reasonOf(downloadExport(ctx, { requestId }))).toBe("kvkk.wrong_state");
    const log = await system().read((tx) => tx.destructionEntry.findMany({ where: { requestId } }));
    expect(log).toEqual([expect.objectContaining({ rule: "data-export", method: "DELETED" })]);
  });
});

describe("an erasure", () => {
  it("needs the password, a decision, and no gallery on one's hands", async () => {
    const owner = await dealer();
    const own = requestErasure(owner, { password: TEST_PASSWORD });
    expect(await reasonOf(own)).toBe("kvkk.owner_must_hand_over");
    const ctx = await dealer("SALES");
    expect(await reasonOf(requestErasure(ctx, { password: "wrong" }))).toBe(
      "auth.credentials_invalid",
    );
    const { requestId, dueAt, createdAt } = await requestErasure(ctx, { password: TEST_PASSWORD });
    expect(Date.parse(dueAt) - Date.parse(createdAt)).toBe(30 * 24 * 3_600_000);
    await work(requestId);
    expect((await listRequests(ctx)).items[0]?.status).toBe("PENDING");
    const staff = await createStaffContext(test.platform, "COMPLIANCE");
    expect(await reasonOf(rejectDataRequest(staff, { requestId }))).toBe("gallery.reason_required");
    await cancelRequest(ctx, { requestId });
    expect(await reasonOf(approveDataRequest(staff, { requestId }))).toBe("kvkk.wrong_state");
  });

  it("leaves nothing that names the person, keeps what the law keeps, and is logged", async () => {
    const ctx = await dealer("SALES");
    const { user } = await me(ctx);
    const { userId } = ctx.identity;
    await setConsent(ctx, { kind: "marketing", granted: true });
    const { requestId } = await requestErasure(ctx, { password: TEST_PASSWORD });
    const staff = await createStaffContext(test.platform);
    const queue = await listDataRequests(staff, { status: "PENDING", limit: 10 });
    expect(queue.items).toEqual([
      expect.objectContaining({ requestId, daysLeft: 30, kind: "ERASE_PERSON" }),
    ]);
    await approveDataRequest(staff, { requestId });
    await work(requestId);
    const anonymous = createPublicContext(test.platform);
    const again = login(anonymous, { identifier: user.email, password: TEST_PASSWORD });
    expect(await reasonOf(again)).toBe("auth.credentials_invalid");
    const { rows } = await test.platform.database.pool.query(
      `select u.*, (select count(*)::int from session where user_id = u.id) as sessions,
         (select count(*)::int from consent where user_id = u.id) as consents,
         (select count(*)::int from membership where user_id = u.id) as places
       from app_user u where id = $1`,
      [userId],
    );
    expect(rows[0]).toMatchObject({ phone: null, sessions: 0, places: 0, consents: 1 });
    expect(JSON.stringify(rows[0])).not.toContain(user.email);
    const log = await system().read((tx) =>
      tx.destructionEntry.findMany({ where: { requestId }, orderBy: { subject: "asc" } }),
    );
    expect(log).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: "app_user", method: "ANONYMISED" }),
        expect.objectContaining({ subject: "consent", method: "KEPT" }),
        expect.objectContaining({ subject: "session", method: "DELETED" }),
      ]),
    );
  });

  it("cannot be unwritten", async () => {
    await system().write((tx) =>
      tx.destructionEntry.create({
        data: { id: newId(), rule: "account", subject: "app_user", method: "DELETED", rows: 1 },
      }),
    );
    const unwrite = system().write((tx) => tx.destructionEntry.deleteMany());
    await expect(unwrite).rejects.toThrow();
  });
});
