import { connect } from "node:net";
import { findProgram } from "./programs";
import type { RunningService, ServiceOptions } from "./running-service";
import { placeFor, runService } from "./running-service";

/** A Redis server, its append-only file on, so that what it acknowledged survives a kill. */
export interface RunningRedis extends RunningService {
  readonly port: number;
  /** Sends one command over a connection of its own: `flushall`, `client kill type pubsub` … */
  send(command: string): Promise<string>;
}

export interface RedisServiceOptions extends ServiceOptions {
  /** More settings by name, as in redis.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

const PACKAGE = "redis-server";
const PATIENCE_MS = 2_000;

/**
 * Speaks Redis's inline protocol once.
 *
 * @returns the raw answer
 * @throws Error when nobody answers
 */
export function sendToRedis(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port });
    let answer = "";
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`Redis is silent: ${command}`)));
    // The server answers what it has read, then sees that nothing more comes and hangs up.
    socket.once("connect", () => socket.end(`${command}\r\n`));
    socket.on("data", (chunk) => {
      answer += String(chunk);
    });
    socket.once("error", reject);
    socket.once("close", () => resolve(answer));
  });
}

/** True once a server on this port takes commands and has read its data. */
export async function isRedisUp(port: number): Promise<boolean> {
  const answer = await sendToRedis(port, "ping").catch(() => "");
  return answer.startsWith("+PONG");
}

/** Settings as arguments of a server: `["--port", "6379", …]`. */
function redisArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, ...value.split(" ")]);
}

/** Starts a Redis server. @throws Error that names the Debian package when there is none */
export async function startRedis(options: RedisServiceOptions = {}): Promise<RunningRedis> {
  const program = findProgram(["redis-server"], PACKAGE);
  const { folder, port, clear } = await placeFor("redis", options);
  const settings = {
    port: String(port),
    bind: "127.0.0.1",
    dir: folder,
    appendonly: "yes",
    save: "",
    ...options.settings,
  };
  const service = await runService(
    `redis://127.0.0.1:${port}`,
    {
      name: "Redis",
      command: program,
      args: redisArguments(settings),
      cwd: folder,
      ready: () => isRedisUp(port),
    },
    clear,
  );
  return {
    url: service.url,
    port,
    get pid() {
      return service.pid;
    },
    stop: () => service.stop(),
    kill: () => service.kill(),
    restart: () => service.restart(),
    send: (command) => sendToRedis(port, command),
  };
}
