import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";

/** Where trial installations find the messages that would have been sent. */
export function DevMailboxHint({ href }: { href: string }) {
  const t = useTranslations("common");
  return (
    <p className="mt-6 flex items-start gap-2 border-t border-dashed pt-4 text-ink-subtle text-sm">
      <Inbox aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        {t("devMailbox")}{" "}
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          className="font-medium text-brand-strong underline underline-offset-4"
        >
          {t("devMailboxLink")}
        </a>
      </span>
    </p>
  );
}
