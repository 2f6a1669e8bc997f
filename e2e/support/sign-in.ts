import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Dealer } from "./people";
import { platformUnderTest } from "./platform";

type Person = Pick<Dealer, "phone" | "password">;

/** Fills the sign-in form that a page shows and sends it. */
export async function fillSignIn(page: Page, identifier: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: /^E-posta/ }).fill(identifier);
  await page.getByRole("textbox", { name: "Şifre" }).fill(password);
  await page.getByRole("button", { name: "Giriş yap" }).click();
}

/** Signs in without the form, for journeys that are about something else. */
export async function takeSession(page: Page, site: string, person: Record<string, string>) {
  const { csrfToken } = await (await page.request.get(`${site}/api/auth/csrf`)).json();
  const form = { csrfToken, ...person, json: "true" };
  const answer = await page.request.post(`${site}/api/auth/callback/credentials`, { form });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A page of the gallery panel as a dealer sees it. */
export async function asDealer(page: Page, { phone, password }: Person, path = "/"): Promise<void> {
  await takeSession(page, platformUnderTest.gallery, { identifier: phone, password, locale: "tr" });
  await page.goto(`${platformUnderTest.gallery}${path}`);
}

/** A page of the admin panel as the superadmin sees it. */
export async function asSuperadmin(page: Page, path = "/"): Promise<void> {
  const { email, password } = platformUnderTest.superadmin;
  await takeSession(page, platformUnderTest.admin, { identifier: email, password, locale: "tr" });
  await page.goto(`${platformUnderTest.admin}${path}`);
}
