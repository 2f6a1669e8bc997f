import type { Browser, Page, TestInfo } from "@playwright/test";

/** Another person at a machine of their own, of the same kind as the test's. */
export async function elsewhere(browser: Browser, testInfo: TestInfo): Promise<Page> {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch, locale, timezoneId } =
    testInfo.project.use;
  const given = { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch, locale, timezoneId };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  const context = await browser.newContext(Object.fromEntries(known));
  context.setDefaultTimeout(20_000);
  return context.newPage();
}
