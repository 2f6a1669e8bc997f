import type { ReactNode } from "react";

interface KitSectionProps {
  id: string;
  title: string;
  children: ReactNode;
}

/** One part of the kit, with an anchor of its own. */
export function KitSection({ id, title, children }: KitSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20 border-t py-8">
      <h2 id={`${id}-title`} className="mb-5 text-title">
        {title}
      </h2>
      <div className="flex flex-col gap-6">{children}</div>
    </section>
  );
}
