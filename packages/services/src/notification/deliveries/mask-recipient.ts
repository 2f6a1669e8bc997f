/** A recipient as the log shows it: enough to recognise, not enough to write to. */
export function maskRecipient(to: string): string {
  if (to.startsWith("+")) return `${to.slice(0, 6)}•••${to.slice(-2)}`;
  if (URL.canParse(to)) return new URL(to).host;
  const [name = "", host = ""] = to.split("@");
  return `${name.slice(0, 1)}•••@${host}`;
}
