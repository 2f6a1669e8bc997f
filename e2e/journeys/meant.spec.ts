import { expect, test } from "@playwright/test";
import { platformUnderTest } from "../support/platform";
import { asDealer } from "../support/sign-in";

const demo = {
  phone: platformUnderTest.demoDealer.email,
  password: platformUnderTest.demoDealer.password,
};

/** What dealers type, the chips it becomes, and what every card that is found has to say. */
const QUERIES: readonly {
  q: string;
  chips: readonly (string | RegExp)[];
  card: readonly RegExp[];
  /** A line of the card, and the largest number that it may end with. */
  atMost?: readonly [line: RegExp, most: number];
}[] = [
  { q: "ısparta", chips: ["Isparta"], card: [/Isparta/] },
  { q: "ISPARTA", chips: ["Isparta"], card: [/Isparta/] },
  { q: "volswagen pasat", chips: ["Volkswagen", "Passat"], card: [/Volkswagen Passat/] },
  { q: "320d", chips: [/320d/], card: [/BMW 3 Serisi\s*320d/, /Dizel/] },
  { q: "320 d", chips: [/320d/], card: [/BMW 3 Serisi\s*320d/, /Dizel/] },
  { q: "c hr", chips: ["C-HR"], card: [/Toyota C-HR/] },
  {
    q: "2018-2020 dizel otomatik 150 bin km altı istanbul",
    chips: ["2018 – 2020", "Dizel", "Otomatik", "≤ 150.000 km", "İstanbul"],
    card: [/(2018|2019|2020) · [\d.]+ km · Dizel · Otomatik/, /İstanbul/],
    atMost: [/^\d{4} · [\d.]+ km/, 150_000],
  },
  { q: "hatasız egea", chips: ["Hatasız, boyasız"], card: [/Fiat Egea/, /Hatasız, boyasız/] },
  {
    q: "1.6 tdi 1,2 milyona kadar",
    chips: ["1.6 L", "≤ 1.200.000 ₺"],
    card: [/1\.6 TDI/],
    atMost: [/^[\d.]+\s₺$/, 1_200_000],
  },
];

test("what dealers type finds what they mean", { tag: "@once" }, async ({ page }) => {
  await asDealer(page, demo, "/pazar");
  const box = page.getByRole("combobox", { name: "Pazarda ara" });
  const chips = page.getByRole("list", { name: "Etkin filtreler" });
  const results = page.getByRole("list", { name: "Bulunan araçlar" });
  for (const { atMost, card: says, chips: read, q } of QUERIES) {
    await test.step(q, async () => {
      await box.fill(q);
      await box.press("Enter");
      for (const name of read) await expect(chips.getByText(name).first()).toBeVisible();
      await expect(results).toHaveAttribute("aria-busy", "false");
      const cards = results.getByRole("article");
      await expect(cards.first()).toBeVisible();
      for (const card of await cards.all()) {
        for (const text of says) await expect(card).toContainText(text);
        if (!atMost) continue;
        const line = (await card.getByText(atMost[0]).first().textContent()) ?? "";
        const numbers = line.match(/\d[\d.]*/g) ?? [];
        expect(Number(numbers.at(-1)?.replaceAll(".", "")), line).toBeLessThanOrEqual(atMost[1]);
      }
    });
  }
});
