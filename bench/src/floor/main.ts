import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { serveBroadcast } from "./broadcast";

/**
 * The least that a server can do for the same requests: `node:http`, prepared statements, plain
 * sockets, no authentication, no rules. `node --import tsx bench/src/floor/main.ts <port> <database>`
 */
const [port = "0", connectionString = ""] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });

/** 24 rows by a filter and a sort, with their total. */
async function list(query: URLSearchParams): Promise<string> {
  const values = [query.get("fuel"), query.get("year"), query.get("km")];
  const where = "fuel = $1 and model_year >= $2 and mileage_km <= $3";
  const [page, total] = await Promise.all([
    pool.query({
      name: "floor-page",
      text: `select doc from search_listing where ${where}
        order by published_at desc, vehicle_id desc limit 24`,
      values,
    }),
    pool.query({
      name: "floor-total",
      text: `select count(*)::int as total from search_listing where ${where}`,
      values,
    }),
  ]);
  return JSON.stringify({ items: page.rows, total: total.rows[0] });
}

async function get(query: URLSearchParams): Promise<string> {
  const { rows } = await pool.query({
    name: "floor-get",
    text: "select * from vehicle where id = $1",
    values: [query.get("id")],
  });
  return JSON.stringify(rows[0], (_key, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

/** A row changed and an event written, in one transaction. */
async function change(query: URLSearchParams): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query({
      name: "floor-change",
      text: "update vehicle set description = $2 where id = $1",
      values: [query.get("id"), "benchmark"],
    });
    await client.query({
      name: "floor-event",
      text: `insert into outbox_event (id, name, version, aggregate_type, aggregate_id, payload, published_at)
        values ($1, 'bench.changed', 1, 'bench', $1, '{}', now())`,
      values: [randomUUID()],
    });
    await client.query("commit");
    return "{}";
  } finally {
    client.release();
  }
}

const WORK: Readonly<Record<string, (query: URLSearchParams) => Promise<string>>> = {
  "/list": list,
  "/get": get,
  "/change": change,
  "/health": async () => "{}",
};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://floor");
  request.resume();
  const work = WORK[pathname];
  const answer = work ? work(searchParams) : Promise.reject(new Error("there is no such thing"));
  answer.then(
    (body) => response.writeHead(200, { "content-type": "application/json" }).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
serveBroadcast(server);
server.listen(Number(port), "127.0.0.1");
