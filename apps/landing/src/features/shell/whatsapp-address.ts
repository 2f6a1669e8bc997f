/** The chat with a number (E.164) with a first message; null without a number. */
export function whatsappAddress(phone: string | null, text?: string): string | null {
  if (phone === null) return null;
  const query = text === undefined ? "" : `?${new URLSearchParams({ text })}`;
  return `https://wa.me/${phone.replace(/\D/g, "")}${query}`;
}
