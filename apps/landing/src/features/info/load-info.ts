import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { InfoPage } from "./info-pages";

const sectionsShape = z.array(z.object({ title: z.string(), text: z.string() }));
export type InfoSection = z.infer<typeof sectionsShape>[number];

/** Texts of a page in the reader's language. */
export async function loadInfo(namespace: InfoPage["namespace"]) {
  const t = await getTranslations(namespace);
  return {
    title: t("title"),
    intro: t("intro"),
    sections: sectionsShape.parse(t.raw("sections")),
  };
}
