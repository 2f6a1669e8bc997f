// A stand-in for the edge on one machine: haproxy in front of several API processes. The real one
// (deploy/) works by the same rules: only processes that say they are ready get requests.
import { existsSync } from "node:fs";
import path from "node:path";

const PLACES = ["/usr/local/sbin", "/usr/sbin", "/usr/local/bin", "/usr/bin"];

/**
 * A process that leaves fails every check from one moment on; one that is only busy fails some. So
 * five in a row are wanted, the last four close together. This is how long it takes at most until no
 * new request goes to a process that is leaving.
 */
export const NOTICE_MS = 2_000;

/** @returns {string | undefined} where haproxy is */
export function findHaproxy() {
  const places = [...(process.env.PATH ?? "").split(path.delimiter), ...PLACES].filter(Boolean);
  return places.map((place) => path.join(place, "haproxy")).find((file) => existsSync(file));
}

/**
 * @param {object} given
 * @param {number} given.port that everybody calls
 * @param {readonly number[]} given.backends ports of the API processes
 * @param {boolean} [given.ipv6] listens on the loopback of IPv6 as well
 * @returns {string} the text of a configuration file
 */
export function haproxyConfig({ port, backends, ipv6 = false }) {
  return `# Written by the platform at every start.
global
  maxconn 4000
  log stdout format raw local0 notice
defaults
  log global
  mode http
  timeout connect 2s
  timeout check 2s
  timeout client 70s
  timeout server 70s
  timeout tunnel 1h
  timeout http-keep-alive 30s
  option redispatch
  retries 3
frontend edge
  bind 127.0.0.1:${port}${ipv6 ? `\n  bind ::1:${port}` : ""}
  option forwardfor
  default_backend api
backend api
  balance roundrobin
  option httpchk GET /health/ready
  http-check expect status 200
  default-server check inter 500ms fastinter 200ms fall 5 rise 1
${backends.map((backend, index) => `  server api${index + 1} 127.0.0.1:${backend}`).join("\n")}
`;
}
