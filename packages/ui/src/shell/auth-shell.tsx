import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";

interface AuthShellProps {
  brand: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Beside the form on a desk: what the product is, a picture. Hidden on phones. */
  aside?: ReactNode;
  /** Top corner: language, theme. */
  topEnd?: ReactNode;
  /** Under the form: the way to the other form. */
  footer?: ReactNode;
  skipLabel: string;
  /** `wide` for wizards. */
  width?: "normal" | "wide" | undefined;
  children: ReactNode;
}

/** The frame of signing in and registering: form on one side, the brand on the other. */
export function AuthShell({
  brand,
  title,
  description,
  aside,
  topEnd,
  footer,
  skipLabel,
  width = "normal",
  children,
}: AuthShellProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,0.82fr)]">
      <SkipLink label={skipLabel} target="main" />
      <div className="flex flex-col">
        <header className="flex h-16 items-center justify-between px-5 sm:px-8">
          {brand}
          <div className="flex items-center gap-1">{topEnd}</div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className={`mx-auto flex w-full flex-1 flex-col px-5 pt-6 pb-12 outline-none sm:justify-center sm:px-8 ${width === "wide" ? "max-w-2xl" : "max-w-md"}`}
        >
          <h1 className="text-headline">{title}</h1>
          {description === undefined ? null : <p className="mt-2 text-ink-muted">{description}</p>}
          <div className="mt-7">{children}</div>
          {footer === undefined ? null : (
            <div className="mt-8 text-center text-ink-muted text-sm">{footer}</div>
          )}
        </main>
      </div>
      <aside className="brand-scene relative hidden overflow-hidden p-12 lg:flex lg:flex-col lg:justify-end">
        {aside}
      </aside>
    </div>
  );
}
