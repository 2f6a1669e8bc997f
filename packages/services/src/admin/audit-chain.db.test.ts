import type { Tx } from "@oto/db";
import { audit, newId, verifyAudit } from "@oto/db";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestPlatform } from "../testing";
import { createGallery, createTestPlatform } from "../testing";

const REASON = "the trail is tested as a whole";
let test: TestPlatform;
/** Owner of the tables: what somebody with the database itself in their hands could do. */
let owner: pg.Client;
let galleryId: string;

beforeAll(async () => {
  test = await createTestPlatform();
  owner = new pg.Client({ connectionString: test.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});
beforeEach(async () => {
  galleryId = (await createGallery(test.platform)).id;
});

const entry = (tx: Tx, action: string, gallery: string | null = galleryId) =>
  audit(tx, {
    action,
    entityType: "vehicle",
    entityId: newId(),
    galleryId: gallery,
    actorId: null,
    after: { price: 100, note: "ğüş" },
  });

const record = (action: string, gallery: string | null = galleryId) =>
  test.platform.database.unsafeSystem(REASON).write((tx) => entry(tx, action, gallery));

const verify = () => verifyAudit(test.platform.database.pool, { chain: galleryId });

async function recordFive(): Promise<string[]> {
  for (const action of ["a.1", "a.2", "a.3", "a.4", "a.5"]) await record(action);
  const { rows } = await owner.query<{ id: string }>(
    "select id from audit_entry where gallery_id = $1 order by action",
    [galleryId],
  );
  return rows.map(({ id }) => id);
}

describe("the audit chain", () => {
  it("numbers every gallery's entries without gaps, also under parallel writers and rollbacks", async () => {
    const writes = Array.from({ length: 40 }, async (_, index) => {
      const db = test.platform.database.unsafeSystem(REASON);
      await db
        .write(async (tx) => {
          await entry(tx, `b.${index}`);
          await entry(tx, `b.${index}.more`);
          if (index % 4 === 0) throw new Error("rolled back");
        })
        .catch(() => undefined);
    });
    await Promise.all(writes);
    const { rows } = await owner.query<{ seq: string }>(
      "select seq from audit_link where chain = $1 order by seq",
      [galleryId],
    );
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(await verify()).toMatchObject({ chains: 1, entries: 60, problems: [] });
  });

  it("is whole for entries written by a gallery's own role, and for the platform's own", async () => {
    await test.platform.database.forGallery(galleryId).write((tx) => entry(tx, "c.own"));
    await record("c.platform", null);
    const report = await verifyAudit(test.platform.database.pool);
    expect(report.problems).toEqual([]);
    expect(report.heads.map(({ chain }) => chain)).toContain(galleryId);
  });

  const TAMPERING: readonly [string, string, object][] = [
    [
      "a changed byte",
      `update audit_entry set after = jsonb_set(after, '{price}', '101') where id = $1`,
      { kind: "altered", seq: "3" },
    ],
    [
      "a changed actor",
      "update audit_entry set actor_id = gen_random_uuid() where id = $1",
      { kind: "altered", seq: "3" },
    ],
    [
      "a changed time",
      "update audit_entry set created_at = created_at + interval '1 ms' where id = $1",
      { kind: "altered", seq: "3" },
    ],
    [
      "a deleted entry",
      "delete from audit_entry where id = $1",
      { kind: "missing_entry", seq: "3" },
    ],
    [
      "a deleted entry with its link",
      "with gone as (delete from audit_entry where id = $1) delete from audit_link where entry_id = $1",
      { kind: "missing_link", seq: "4" },
    ],
  ];

  it.each(TAMPERING)("gives %s away, and says where", async (_what, sql, problem) => {
    const ids = await recordFive();
    await owner.query(sql, [ids[2]]);
    const { problems } = await verify();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ chain: galleryId, ...problem });
  });

  it("gives away an entry whose hashes were made to fit, by the link after it", async () => {
    const ids = await recordFive();
    await owner.query("update audit_link set hash = sha256('x') where entry_id = $1", [ids[2]]);
    expect((await verify()).problems).toEqual([
      expect.objectContaining({ kind: "altered", seq: "3" }),
      expect.objectContaining({ kind: "broken_link", seq: "4" }),
    ]);
  });

  it("gives away a cut end and an entry that came in beside the chain", async () => {
    const ids = await recordFive();
    await owner.query("delete from audit_link where entry_id = $1", [ids[4]]);
    const { problems } = await verify();
    expect(problems.map(({ kind }) => kind).sort()).toEqual(["cut", "unlinked"]);
  });

  it("can be changed by no role of the platform", async () => {
    await recordFive();
    for (const role of ["oto_app", "oto_system"]) {
      for (const sql of [
        "update audit_entry set action = 'x'",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_link set seq = 1",
        "delete from audit_link",
        "insert into audit_link select * from audit_link",
        "update audit_head set seq = 1",
        "select audit_append(e) from audit_entry e",
        "alter table audit_entry disable trigger all",
        "set session_replication_role = replica",
      ]) {
        await owner.query(`set role ${role}`);
        await expect(owner.query(sql), `${role}: ${sql}`).rejects.toThrow(
          /permission|must be owner/,
        );
        await owner.query("reset role");
      }
    }
  });

  it("keeps no secret, whatever a change hands over", async () => {
    await test.platform.database.unsafeSystem(REASON).write((tx) =>
      audit(tx, {
        ...{ action: "d.1", entityType: "user", entityId: newId(), galleryId, actorId: null },
        before: {
          password: "gizli-1",
          nested: [{ refreshToken: "gizli-2", taxNumber: "gizli-3" }],
        },
        after: {
          totpSeed: "gizli-4",
          iban: "gizli-5",
          code: "gizli-6",
          name: "Galeri",
          tckn: null,
        },
      }),
    );
    const { rows } = await owner.query<{ before: object; after: object }>(
      "select before, after from audit_entry where gallery_id = $1",
      [galleryId],
    );
    expect(JSON.stringify(rows)).not.toContain("gizli");
    expect(rows[0]?.after).toMatchObject({ name: "Galeri", tckn: null });
  });
});
