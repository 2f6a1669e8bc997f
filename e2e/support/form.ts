import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Opens a combobox, types into it and takes the option of that name. */
export async function chooseFrom(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.getByRole("combobox", { name: "Ara", exact: true }).fill(option);
  await page.getByRole("option", { name: option }).first().click();
  await expect(box).toContainText(option);
}

/** Takes an option of a short list. */
export async function selectFrom(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.getByRole("option", { name: option, exact: true }).click();
  await expect(box).toContainText(option);
}

export interface NamedFile {
  name: string;
  body: Buffer;
}

/** Drops files from another window onto an element. */
export async function drop(page: Page, target: Locator, files: NamedFile[]): Promise<void> {
  const sent = files.map(({ name, body }) => ({ name, base64: body.toString("base64") }));
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: "image/jpeg" }));
    }
    return transfer;
  }, sent);
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
}
