"use client";

import { Languages } from "lucide-react";
import { usePathname } from "next/navigation";
import { barePath, localePath } from "../../i18n/locale";

interface LanguageLinkProps {
  /** Name of the other language in itself. */
  text: string;
  label: string;
}

/** This page in the other language. A full load: the language of the document changes. */
export function LanguageLink({ text, label }: LanguageLinkProps) {
  const pathname = usePathname();
  const english = text === "English";
  return (
    <a
      href={localePath(english ? "en" : "tr", barePath(pathname))}
      hrefLang={english ? "en" : "tr"}
      lang={english ? "en" : "tr"}
      className="inline-flex h-11 items-center gap-2 rounded-control px-3 font-medium text-ink-muted text-sm hover:bg-sunken hover:text-ink"
    >
      <Languages aria-hidden="true" className="size-4.5" />
      <span>{english ? "EN" : "TR"}</span>
      <span className="sr-only">{label}</span>
    </a>
  );
}
