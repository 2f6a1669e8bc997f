"use client";

import { Button } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { TemplateView } from "./message-views";

interface TemplateVersionsProps {
  versions: TemplateView["versions"];
  /** Takes an older text over into the editor. */
  onTake: (text: TemplateView["text"]) => void;
}

/** Who wrote what and when; an older text may be taken over. */
export function TemplateVersions({ onTake, versions }: TemplateVersionsProps) {
  const t = useTranslations("messages");
  const { instant } = useFormats();
  if (versions.length === 0) return null;
  return (
    <section aria-label={t("versions")}>
      <h3 className="mb-1 font-semibold">{t("versions")}</h3>
      <ol className="divide-y">
        {versions.map(({ by, createdAt, note, text, version }) => (
          <li key={version} className="flex flex-wrap items-center gap-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="block">
                {t("versionOf", { version })}
                {text === null ? ` · ${t("ownText")}` : ""}
                {note === null ? "" : ` · ${note}`}
              </span>
              <span className="block text-ink-muted text-sm">
                {by} · {instant(createdAt)}
              </span>
            </span>
            {text === null ? null : (
              <Button size="sm" variant="ghost" onClick={() => onTake(text)}>
                {t("take")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
