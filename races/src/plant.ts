import pg from "pg";

/** What nobody can do through the platform, done behind its back: the proofs have to find each. */
const SPOILS = [
  "update reservation set amount = amount + 1 where id = (select id from reservation limit 1)",
  "delete from offer_round where id = (select r.id from offer_round r join offer o on o.id = r.offer_id where o.round > 1 and r.round = 1 limit 1)",
  "delete from notification where id = (select id from notification where type = 'offer.closed' and params->>'offerId' in (select id::text from offer where close_reason = 'RIVAL_ACCEPTED') limit 1)",
  "update deal_log_entry set body = body || ' ' where (offer_id, seq) = (select offer_id, seq from deal_log_entry limit 1)",
  "update audit_entry set action = 'x' where id = (select entry_id from audit_link limit 1)",
] as const;

/** Spoils the data as the database's owner with every trigger off. */
export async function plantViolations(databaseUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query("set session_replication_role = replica");
    for (const sql of SPOILS) await owner.query(sql);
  } finally {
    await owner.end();
  }
}
