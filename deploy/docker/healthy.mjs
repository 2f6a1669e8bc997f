// HEALTHCHECK of the images: is the process in this container alive? Whether it may be sent
// requests is the edge's question (`/health/ready`): a database that is away must not restart it.
import { env, exit } from "node:process";

const [port, path] = env.APP
  ? [env.PORT ?? "3000", "/icon.svg"]
  : [env.HEALTH_PORT ?? env.PORT_API ?? "4000", "/health/live"];
try {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    signal: AbortSignal.timeout(4_000),
  });
  exit(answer.ok ? 0 : 1);
} catch {
  exit(1);
}
