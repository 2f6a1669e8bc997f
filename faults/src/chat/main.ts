import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../repository";
import type { ChatWorld } from "./chat-world";
import { startChatWorld } from "./chat-world";
import { percentile, totalOf } from "./ledger";
import { readChatOptions } from "./options";
import type { Talk } from "./talk";
import { TalkRun } from "./talk";

/** Two thirds of the kills that are asked for would prove less than is said. */
const KILLS = 2;
/** So many of those who lack messages are named. */
const SHOWN = 10;

const options = readChatOptions(process.argv.slice(2));
let running: ChatWorld | undefined;
let run: TalkRun | undefined;

async function endEarly(): Promise<never> {
  run?.abandon();
  await running?.close(false);
  process.exit(1);
}
process.once("SIGTERM", endEarly);
process.once("SIGINT", endEarly);

interface Stored {
  messages: number;
  /** Rooms whose numbers do not run from 1 to the number of their messages. */
  broken: number;
  /** Messages that one person sent once and the database has more than once. */
  twice: number;
}

async function readStored({ platform }: ChatWorld): Promise<Stored> {
  const { rows } = await platform.database.pool.query<Stored>(`
    select (select count(*)::int from chat_message) as messages,
      (select count(*)::int from (
        select from chat_room r left join chat_message m on m.room_id = r.id
        group by r.id having count(m.id) <> r.last_seq or coalesce(max(m.seq), 0) <> r.last_seq) b
      ) as broken,
      (select count(*)::int from (
        select from chat_message group by sender_id, client_message_id having count(*) > 1) t
      ) as twice`);
  return rows[0] ?? { messages: 0, broken: -1, twice: -1 };
}

const milliseconds = (values: number[]) =>
  [0.5, 0.95, 0.99].map((share) => `${percentile(values, share).toFixed(0)} ms`).join(" / ");

function checksOf(talk: Talk, stored: Stored): { name: string; value: number; ok: boolean }[] {
  const { doubles, gaps, missing, reordered, resets } = totalOf(talk.readers);
  const zero = (name: string, value: number) => ({ name, value, ok: value === 0 });
  const exactly = (name: string, value: number, wanted: number) => ({
    name,
    value,
    ok: value === wanted,
  });
  return [
    exactly("messages acknowledged", talk.sent, options.messages),
    exactly("messages stored", stored.messages, options.messages),
    zero("sending refused", talk.failed),
    zero("rooms whose numbers have a gap", stored.broken),
    zero("messages stored twice", stored.twice),
    zero("missing at a reader", missing),
    zero("gaps at a reader", gaps),
    zero("doubles at a reader", doubles),
    zero("out of order at a reader", reordered),
    zero("events gone", resets),
    exactly("processes killed", talk.kills, KILLS),
  ];
}

function print(talk: Talk, checks: ReturnType<typeof checksOf>): void {
  const received = talk.readers.reduce((sum, reader) => sum + reader.received, 0);
  const { connections, cuts, kills, resent, seconds } = talk;
  console.log(
    [
      "",
      `${options.sockets} sockets over 2 processes in ${options.rooms} rooms, ${received} deliveries`,
      `${cuts} sockets cut, ${kills} times kill -9, ${connections} connections, ${resent} sent again`,
      `${(talk.sent / seconds).toFixed(0)} messages/s, ${(received / seconds).toFixed(0)} deliveries/s for ${seconds.toFixed(0)} s`,
      `send to receipt at the other side, p50 / p95 / p99: ${milliseconds(talk.calm)}`,
      `with the time around the kills: ${milliseconds(talk.all)}`,
      "",
      ...checks.map(({ name, ok, value }) => `${ok ? "ok    " : "FAILED"} ${name}: ${value}`),
      "",
    ].join("\n"),
  );
}

console.log("chat: starting the platform and its people");
const world = await startChatWorld(options);
running = world;
run = new TalkRun(world, options);
run.onProgress = (line) => console.log(`  ${line}`);
const talk = await run.run();
const checks = checksOf(talk, await readStored(world));
const ok = checks.every((check) => check.ok);
running = undefined;
await world.close(ok);
print(talk, checks);
for (const line of talk.behind.slice(0, SHOWN)) console.log(line);
if (!ok) console.log(`logs in ${world.folder}`);
const reports = join(repository, "test-results", "chat");
mkdirSync(reports, { recursive: true });
const latency = (values: number[]) => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
});
const figures = { calm: latency(talk.calm), all: latency(talk.all), seconds: talk.seconds };
const passed = checks.filter((check) => check.ok).length;
const failed = checks.length - passed;
const report = { passed, failed, checks, figures };
writeFileSync(join(reports, "chat.json"), JSON.stringify(report, null, 2));
console.log(`${passed} passed, ${failed} failed`);
process.exit(ok ? 0 : 1);
