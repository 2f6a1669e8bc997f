const BROWSERS = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;

const SYSTEMS = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

type Names = readonly (readonly [RegExp, string])[];

const nameIn = (names: Names, agent: string): string | null =>
  names.find(([sign]) => sign.test(agent))?.[1] ?? null;

/** Browser and system as people know them, from what a browser says of itself. */
export function deviceName(userAgent: string | null): {
  browser: string | null;
  system: string | null;
} {
  const agent = userAgent ?? "";
  return { browser: nameIn(BROWSERS, agent), system: nameIn(SYSTEMS, agent) };
}

/** Whether it is held in a hand, for its picture. */
export const isPhone = (userAgent: string | null): boolean =>
  /iPhone|Android.+Mobile/.test(userAgent ?? "");
