import { readFile } from "node:fs/promises";
import type { Database } from "@oto/db";
import { newId, openDatabase } from "@oto/db";
import type { PostgresPair } from "@oto/testing/services";
import { migrateDatabase, servicesWanted, startPostgresPair } from "@oto/testing/services";
import fc from "fast-check";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createGallery } from "../testing/gallery.factory";

const wanted = servicesWanted();
const MAX_LAG_MS = 1_500;

/** What the processes of an installation share; may be told to forget. */
class Memory {
  readonly values = new Map<string, unknown>();
  async get<Value>(key: string): Promise<Value | undefined> {
    return this.values.get(key) as Value | undefined;
  }
  async set(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
  }
}

interface Answer {
  onReplica: boolean;
  value: number;
}

const SIDE_AND_VALUE = (database: Database, who: string) =>
  database.unsafeSystem("test").read(
    async (tx): Promise<Answer> => {
      const [row] = await tx.$queryRaw<Answer[]>`
        select pg_is_in_recovery() as "onReplica",
          coalesce((select value from note where who = ${who}), 0) as value`;
      return row ?? { onReplica: false, value: -1 };
    },
    { intent: "list" },
  );

const bump = (database: Database, who: string) =>
  database.unsafeSystem("test").write(
    (tx) =>
      tx.$executeRaw`insert into note (who, value) values (${who}, 1)
        on conflict (who) do update set value = note.value + 1`,
  );

describe.skipIf(!wanted)(
  `reads over a replica${wanted ? "" : " (left out: TEST_SERVICES=embedded)"}`,
  () => {
    let pair: PostgresPair;
    let one: Database;
    let other: Database;
    const memory = new Memory();

    const stateOf = (database: Database) => database.replica?.status.state;
    const settled = () =>
      vi.waitFor(() => expect([stateOf(one), stateOf(other)]).toEqual(["ok", "ok"]), {
        timeout: 10_000,
      });

    beforeAll(async () => {
      pair = await startPostgresPair();
      await migrateDatabase(pair.primary.url);
      const owner = new Client({ connectionString: pair.primary.url });
      await owner.connect();
      await owner.query("create table note (who text primary key, value int not null)");
      await owner.query("grant all on note to oto_system, oto_app");
      await owner.end();
      await pair.replica.caughtUp();
      const open = () => {
        const database = openDatabase({
          url: pair.primary.url,
          poolSize: 4,
          replica: { url: pair.replica.url, maxLagMs: MAX_LAG_MS },
        });
        database.shareWritesThrough(memory);
        return database;
      };
      one = open();
      other = open();
      await settled();
    });
    afterEach(async () => {
      await pair.replica.resume();
      await pair.replica.lag(0);
      await pair.replica.caughtUp();
      await settled();
    });
    afterAll(async () => {
      await one.close();
      await other.close();
      await pair.stop();
    });

    it("serves marked reads from the replica and all others from the primary", async () => {
      expect((await SIDE_AND_VALUE(one, "nobody")).onReplica).toBe(true);
      const fresh = await one
        .unsafeSystem("test")
        .read((tx) => tx.$queryRaw<{ there: boolean }[]>`select pg_is_in_recovery() as there`);
      expect(fresh).toEqual([{ there: false }]);
    });

    it("keeps a gallery to its own rows there too", async () => {
      const platform = { database: one } as Parameters<typeof createGallery>[0];
      const [mine, theirs] = [await createGallery(platform), await createGallery(platform)];
      await pair.replica.caughtUp();
      const seen = await one.forGallery(mine.id).read(
        async (tx) => ({
          where: await tx.$queryRaw<
            { there: boolean; role: string }[]
          >`select pg_is_in_recovery() as there, current_user as role`,
          behindTheScope: await tx.$queryRaw<{ id: string }[]>`
            select gallery_id as id from gallery_feed_head`,
          own: await tx.gallery.findMany({ select: { id: true } }),
          foreign: await tx.gallery.findFirst({ where: { id: theirs.id }, select: { id: true } }),
        }),
        { intent: "list" },
      );
      expect(seen.where).toEqual([{ there: true, role: "oto_app" }]);
      expect(seen.own).toEqual([{ id: mine.id }]);
      expect(seen.foreign).toBeNull();
      expect(seen.behindTheScope).toEqual([]);
    });

    it("shows writers what they wrote while the replay is paused, in any process", async () => {
      await pair.replica.pause();
      const writer = newId();
      await bump(one.onBehalfOf([`user:${writer}`]), writer);
      const there = await SIDE_AND_VALUE(other.onBehalfOf([`user:${writer}`]), writer);
      expect(there).toEqual({ onReplica: false, value: 1 });
      const stranger = await SIDE_AND_VALUE(other.onBehalfOf([`user:${newId()}`]), writer);
      expect(stranger).toEqual({ onReplica: true, value: 0 });
    });

    it("shows those who were told of a change at least that change", async () => {
      await pair.replica.pause();
      const writer = newId();
      const listener = [`gallery:${newId()}`];
      await bump(one, writer);
      await one.noteSeen(listener);
      expect((await SIDE_AND_VALUE(other.onBehalfOf(listener), writer)).value).toBe(1);
    });

    it("returns to the primary when the replica lags beyond the bound, and back", async () => {
      await pair.replica.pause();
      const writer = newId();
      await bump(one, writer);
      await expect.poll(() => stateOf(other), { timeout: 10_000 }).toBe("lagging");
      expect(await SIDE_AND_VALUE(other, writer)).toEqual({ onReplica: false, value: 1 });
      expect(other.replica?.status.lagMs).toBeGreaterThan(MAX_LAG_MS);
      await pair.replica.resume();
      await settled();
      expect(await SIDE_AND_VALUE(other, writer)).toEqual({ onReplica: true, value: 1 });
    });

    it("answers from the primary while the replica is stopped, and from it afterwards", async () => {
      const writer = newId();
      await bump(one, writer);
      await pair.replica.kill();
      for (let i = 0; i < 20; i += 1) {
        expect(await SIDE_AND_VALUE(one, writer)).toEqual({ onReplica: false, value: 1 });
      }
      await expect.poll(() => stateOf(one)).toBe("away");
      await pair.replica.restart();
      await pair.replica.caughtUp();
      await settled();
      expect(await SIDE_AND_VALUE(one, writer)).toEqual({ onReplica: true, value: 1 });
    });

    it("does not wait for a replica that hangs", async () => {
      process.kill(pair.replica.pid, "SIGSTOP");
      const backends = await childrenOf(pair.replica.pid);
      for (const pid of backends) process.kill(pid, "SIGSTOP");
      try {
        const started = performance.now();
        expect((await SIDE_AND_VALUE(one, "nobody")).onReplica).toBe(false);
        expect(performance.now() - started).toBeLessThan(4_000);
      } finally {
        for (const pid of backends) process.kill(pid, "SIGCONT");
        process.kill(pair.replica.pid, "SIGCONT");
      }
    });

    it("goes on serving lists while the primary is away", async () => {
      const writer = newId();
      await bump(one, writer);
      await pair.replica.caughtUp();
      await SIDE_AND_VALUE(one, writer);
      await pair.primary.kill();
      expect(await SIDE_AND_VALUE(one, writer)).toEqual({ onReplica: true, value: 1 });
      await pair.primary.restart();
      await expect.poll(() => bump(one, writer).catch(() => 0), { timeout: 10_000 }).toBe(1);
    });

    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), who: fc.nat(2) }) },
      { weight: 6, arbitrary: fc.record({ do: fc.constant("read" as const), who: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("pause", "resume", "forget") }) },
    );

    it("never shows a caller less than they wrote, whatever happens to replica and memory", async () => {
      const tally = { replica: 0, primary: 0 };
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const round = newId();
          const written = [0, 0, 0];
          for (const [index, now] of steps.entries()) {
            const database = index % 2 === 0 ? one : other;
            if (now.do === "pause") await pair.replica.pause();
            else if (now.do === "resume") await pair.replica.resume();
            else if (now.do === "forget") memory.values.clear();
            else if ("who" in now) {
              const who = `${round}-${now.who}`;
              const caller = database.onBehalfOf([`user:${who}`]);
              if (now.do === "write") {
                await bump(caller, who);
                written[now.who] = (written[now.who] ?? 0) + 1;
              } else {
                const { onReplica, value } = await SIDE_AND_VALUE(caller, who);
                tally[onReplica ? "replica" : "primary"] += 1;
                expect(value).toBe(written[now.who]);
              }
            }
          }
          await pair.replica.resume();
        }),
        { numRuns: 60 },
      );
      // Of no use if one side never served.
      expect(tally.replica).toBeGreaterThan(5);
      expect(tally.primary).toBeGreaterThan(5);
    });
  },
);

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.trim().split(/\s+/).filter(Boolean).map(Number);
}
