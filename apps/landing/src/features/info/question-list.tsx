import { ChevronDown } from "lucide-react";
import type { InfoSection } from "./load-info";

/** Questions that open to their answers. */
export function QuestionList({ questions }: { questions: readonly InfoSection[] }) {
  return (
    <div className="overflow-hidden rounded-card border bg-surface shadow-card">
      {questions.map(({ title, text }) => (
        <details key={title} className="group border-b last:border-b-0">
          <summary className="flex min-h-14 list-none items-center justify-between gap-4 px-5 py-3 font-medium [&::-webkit-details-marker]:hidden">
            {title}
            <ChevronDown
              aria-hidden="true"
              className="size-5 shrink-0 text-ink-subtle transition-transform group-open:rotate-180"
            />
          </summary>
          <p className="max-w-prose px-5 pb-5 text-ink-muted">{text}</p>
        </details>
      ))}
    </div>
  );
}
