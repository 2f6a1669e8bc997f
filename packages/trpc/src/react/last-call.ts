import { APP_HEADER, BFF } from "./bff-address";

/**
 * Sends one change while the page is going away. Nobody waits for the answer; the browser carries
 * the request on by itself. For what the visitor has decided and only an undo window held back.
 *
 * @param path of the procedure, `offer.rejectMany`
 * @param input as the procedure takes it; small, browsers refuse more than 64 kB here
 */
export function sendLastCall(path: string, input: object): void {
  void fetch(`${BFF}/${path}`, {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json", ...APP_HEADER },
    body: JSON.stringify(input),
  }).catch(() => undefined);
}
