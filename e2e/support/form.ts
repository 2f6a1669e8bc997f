import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Opens a combobox, types into it and takes the option of that name. */
export async function chooseFrom(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  const search = page.getByRole("combobox", { name: "Ara", exact: true });
  await search.fill(option);
  await page.getByRole("option", { name: option }).first().click();
  await expect(box).toContainText(option);
}
