import type { Socket } from "node:net";
import { connect, createServer } from "node:net";

/** A cable to a port of this machine, which can be cut. */
export interface Cable {
  readonly port: number;
  /** Breaks every connection that runs through it; new ones are let in. */
  cut(): void;
  close(): Promise<void>;
}

/** Lays a cable to a port of the loopback. */
export async function openCable(target: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: "127.0.0.1", port: target });
    const ends = [near, far];
    for (const end of ends) {
      sockets.add(end);
      end.on("error", () => undefined);
      end.on("close", () => {
        sockets.delete(end);
        for (const other of ends) other.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: typeof address === "object" && address ? address.port : 0,
    cut,
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
