import { mediaOrigins, readFrontEndEnv } from "./env";

export interface SecurityHeaders {
  nonce: string;
  headers: Record<string, string>;
}

/**
 * Security headers of a page: scripts run only with this response's nonce; pictures, uploads and
 * the socket may go to the API and the object storage, nothing goes anywhere else.
 *
 * @param watch true while `next dev` serves, which evaluates code for hot reload
 */
export function securityHeaders(watch: boolean): SecurityHeaders {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const api = new URL(readFrontEndEnv().OTO_PUBLIC_API_URL).origin;
  const socket = api.replace(/^http/, "ws");
  const media = mediaOrigins().join(" ");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${watch ? " 'unsafe-eval'" : ""}`,
    // Inline style attributes carry measured sizes and positions; they cannot run code.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${media}`,
    "font-src 'self'",
    `connect-src 'self' ${media} ${socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  return {
    nonce,
    headers: {
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "permissions-policy": "camera=(self), microphone=(), geolocation=()",
    },
  };
}
