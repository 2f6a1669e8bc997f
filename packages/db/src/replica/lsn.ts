/** A place in PostgreSQL's write-ahead log, as it prints one: `16/B374D848`. */
export type Lsn = string;

/** @throws RangeError when the text is not a place in the log */
export function lsnValue(lsn: Lsn): bigint {
  const match = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(lsn);
  if (!match) throw new RangeError(`not a place in the log: ${lsn}`);
  return (BigInt(`0x${match[1]}`) << 32n) | BigInt(`0x${match[2]}`);
}

/** The later of two places; undefined stands for the beginning of the log. */
export function laterLsn(a: Lsn | undefined, b: Lsn | undefined): Lsn | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return lsnValue(a) >= lsnValue(b) ? a : b;
}
