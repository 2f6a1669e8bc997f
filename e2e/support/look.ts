import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { platformUnderTest } from "./platform";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What is asked in each scheme: a page in the dark differs from itself in its colours alone. */
const SCHEMES = [
  ["light", (axe: AxeBuilder) => axe.withTags(RULES)],
  ["dark", (axe: AxeBuilder) => axe.withRules(["color-contrast"])],
] as const;

/** Notes what a browser complains about and whom it calls; read it at the end of a test. */
export function watch(page: Page): { complaints: string[]; strangers: string[] } {
  const notes = { complaints: [] as string[], strangers: [] as string[] };
  page.on("console", (message) => {
    if (message.type() === "error") notes.complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => notes.complaints.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost")
      notes.strangers.push(request.url());
  });
  return notes;
}

/** Opens a page and waits until all of it is there. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  await expect(page.locator(".skeleton").filter({ visible: true })).toHaveCount(0);
}

/** Waits for colours on their way from one scheme to the other; axe would measure them halfway. */
const changesEnd = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** WCAG 2.2 AA in light and dark, and nothing that sticks out at the side. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const [colorScheme, rules] of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html.dark")).toHaveCount(colorScheme === "dark" ? 1 : 0);
    await changesEnd(page);
    const { violations } = await rules(new AxeBuilder({ page })).analyze();
    const found = violations.map(({ id, nodes }) => {
      const [first] = nodes;
      return `${id}, ${nodes.length}×: ${first?.html} ${first?.failureSummary}`;
    });
    expect.soft(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overhang, `${page.url()} scrolls sideways`).toBe(0);
}

type Messages = { [key: string]: string | Messages };

function* textsOf(messages: Messages): Generator<string> {
  for (const value of Object.values(messages)) {
    if (typeof value === "string") yield value;
    else yield* textsOf(value);
  }
}

function catalogue(app: string, locale: string): { texts: Set<string>; namespaces: string[] } {
  const folder = join(import.meta.dirname, "../../apps", app, "messages", locale);
  const texts = new Set<string>();
  const namespaces: string[] = [];
  for (const file of readdirSync(folder)) {
    namespaces.push(
      file.replace(".json", "").replace(/-([a-z])/g, (_, sign) => sign.toUpperCase()),
    );
    const messages = JSON.parse(readFileSync(join(folder, file), "utf8")) as Messages;
    for (const text of textsOf(messages)) texts.add(text);
  }
  return { texts, namespaces };
}

/** Everything that is written or read aloud on a page. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const words: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const hidden = node.parentElement?.closest("script, style, template, [lang='tr']");
      if (!hidden) words.push(node.textContent ?? "");
    }
    for (const name of ["aria-label", "placeholder", "title", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]:not([lang='tr'])`)) {
        words.push(element.getAttribute(name) ?? "");
      }
    }
    return words.map((word) => word.trim()).filter((word) => word !== "");
  });

/** No key instead of its text, and in English no text of the Turkish catalogue. */
export async function expectTranslated(page: Page, app: string): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const tr = catalogue(app, "tr");
  const en = catalogue(app, "en");
  const key = new RegExp(`^(${[...tr.namespaces, "domain"].join("|")})(\\.[\\w]+)+$`);
  const words = await wordsOf(page);
  const keys = words.filter((word) => key.test(word));
  const turkish = words.filter((word) => tr.texts.has(word) && !en.texts.has(word));
  expect.soft(keys, `keys on ${page.url()}`).toEqual([]);
  expect.soft(turkish, `Turkish on ${page.url()}`).toEqual([]);
}

/** Chooses English where the language stands in a cookie. */
export async function speakEnglish(page: Page, app: "admin" | "gallery"): Promise<void> {
  const url = platformUnderTest[app];
  await page.context().addCookies([{ name: "locale", value: "en", url }]);
}
