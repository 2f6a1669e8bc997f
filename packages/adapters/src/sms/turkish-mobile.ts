/** `+905XXXXXXXXX` as providers write it; null for numbers that are none of a Turkish mobile. */
export function nationalNumber(phone: string): string | null {
  return /^\+905\d{9}$/.test(phone) ? phone.slice(3) : null;
}
