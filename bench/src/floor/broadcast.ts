import type { Server } from "node:http";
import { WebSocket, WebSocketServer } from "ws";

/** The least that a conversation can be: whatever anybody says is sent to everybody as it is. */
export function serveBroadcast(server: Server): void {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on("connection", (socket) => {
    socket.send(`{"type":"listening"}`);
    socket.on("message", (data) => {
      const text = String(data);
      for (const each of sockets.clients) {
        if (each.readyState === WebSocket.OPEN) each.send(text);
      }
    });
  });
}
