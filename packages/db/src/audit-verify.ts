import { createHash } from "node:crypto";
import type pg from "pg";

/** What is wrong with the trail, and where. */
export interface AuditProblem {
  readonly kind: "altered" | "missing_entry" | "missing_link" | "broken_link" | "unlinked" | "cut";
  /** Gallery of the chain; the nil id for the platform's own. */
  readonly chain: string;
  readonly seq: string | null;
  readonly entryId: string | null;
}

export interface AuditReport {
  readonly chains: number;
  readonly entries: number;
  /** Last number and hash of every chain; kept elsewhere, they also prove that no end was cut off. */
  readonly heads: readonly { chain: string; seq: string; hash: string }[];
  readonly problems: readonly AuditProblem[];
}

interface LinkRow {
  chain: string;
  seq: string;
  entry_id: string;
  prev_hash: Buffer;
  hash: Buffer;
  /** Null when the entry is gone. */
  content: string | null;
}

const BATCH = 5_000;
const LINKS = `
  select l.chain, l.seq::text, l.entry_id, l.prev_hash, l.hash,
         case when e.id is null then null
              else jsonb_build_array(l.seq, e.id, e.gallery_id, e.actor_id, e.impersonator_id, e.action,
                     e.entity_type, e.entity_id, e.before, e.after, e.ip, e.request_id,
                     (extract(epoch from e.created_at) * 1000)::bigint)::text end as content
    from audit_link l left join audit_entry e on e.id = l.entry_id
   where (l.chain, l.seq) > ($1::uuid, $2::bigint) and l.chain <= $3::uuid
   order by l.chain, l.seq limit ${BATCH}`;
const UNLINKED = `
  select e.id, coalesce(e.gallery_id, '00000000-0000-0000-0000-000000000000') as chain
    from audit_entry e left join audit_link l on l.entry_id = e.id
   where l.entry_id is null limit 1000`;
const HEADS = "select chain, seq::text, encode(hash, 'hex') as hash from audit_head order by chain";

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Hash that a chain starts from. */
const rootOf = (chain: string) => sha256(Buffer.from(chain.replaceAll("-", ""), "hex"));

interface Position {
  chain: string;
  seq: bigint;
  hash: Buffer;
}

/** Compares one link with the one before and with its entry. */
function problemsOfLink(row: LinkRow, before: Position): AuditProblem[] {
  const { chain, seq, entry_id: entryId } = row;
  const problem = (kind: AuditProblem["kind"]): AuditProblem => ({ kind, chain, seq, entryId });
  if (BigInt(seq) !== before.seq + 1n) return [problem("missing_link")];
  if (!row.prev_hash.equals(before.hash)) return [problem("broken_link")];
  if (row.content === null) return [problem("missing_entry")];
  return sha256(row.prev_hash, row.content).equals(row.hash) ? [] : [problem("altered")];
}

/** Whether each chain's recorded head is the link that was read last. */
function cutChains(heads: AuditReport["heads"], ends: ReadonlyMap<string, Position>) {
  const chains = new Set([...heads.map(({ chain }) => chain), ...ends.keys()]);
  return [...chains].flatMap((chain): AuditProblem[] => {
    const head = heads.find((each) => each.chain === chain);
    const end = ends.get(chain);
    const whole =
      head && end && head.seq === end.seq.toString() && head.hash === end.hash.toString("hex");
    const seq = end?.seq.toString() ?? null;
    return whole ? [] : [{ kind: "cut", chain, seq, entryId: null }];
  });
}

/**
 * Reads the whole trail (or one gallery's chain) in batches and recomputes every hash here, not in
 * the database. Finds a changed byte, a missing or an inserted row, and says where. What nobody can
 * find inside the database is an end cut off together with its head: compare `heads` with ones
 * kept elsewhere.
 */
export async function verifyAudit(
  pool: pg.Pool,
  { chain }: { chain?: string } = {},
): Promise<AuditReport> {
  const problems: AuditProblem[] = [];
  const ends = new Map<string, Position>();
  const nil = "00000000-0000-0000-0000-000000000000";
  const last = chain ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  let [fromChain, fromSeq] = [chain ?? nil, "0"];
  let entries = 0;
  // One snapshot for links, entries and heads: what commits meanwhile is for the next run.
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    for (;;) {
      const { rows } = await client.query<LinkRow>(LINKS, [fromChain, fromSeq, last]);
      for (const row of rows) {
        const before = ends.get(row.chain) ?? { ...row, seq: 0n, hash: rootOf(row.chain) };
        problems.push(...problemsOfLink(row, before));
        ends.set(row.chain, { chain: row.chain, seq: BigInt(row.seq), hash: row.hash });
        [fromChain, fromSeq] = [row.chain, row.seq];
      }
      entries += rows.length;
      if (rows.length < BATCH) break;
    }
    const heads = (await client.query<AuditReport["heads"][number]>(HEADS)).rows.filter(
      (head) => chain === undefined || head.chain === chain,
    );
    problems.push(...cutChains(heads, ends));
    const unlinked = (await client.query<{ id: string; chain: string }>(UNLINKED)).rows.filter(
      (row) => chain === undefined || row.chain === chain,
    );
    for (const row of unlinked) {
      problems.push({ kind: "unlinked", chain: row.chain, seq: null, entryId: row.id });
    }
    return { chains: ends.size, entries, heads, problems };
  } finally {
    await client.query("rollback").catch(() => undefined);
    client.release();
  }
}
