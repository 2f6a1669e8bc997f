export interface ByteRange {
  /** First byte, counted from 0. */
  readonly start: number;
  /** Last byte, included. */
  readonly end: number;
}

/**
 * Reads a `Range` header that asks for one part of so many bytes (RFC 9110, 14.1.2).
 *
 * @returns null when the whole is to be sent (no header, several parts, another unit), and
 * `unsatisfiable` when the part lies behind the end
 */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | "unsatisfiable" | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, first = "", last = ""] = parts ?? [];
  if (!parts || (first === "" && last === "")) return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : "unsatisfiable";
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return null;
  return start < size ? { start, end } : "unsatisfiable";
}
