"use client";

import { buttonVariants } from "@oto/ui/button";
import { usePathname } from "next/navigation";
import en from "../../../messages/en/error.json";
import tr from "../../../messages/tr/error.json";

interface ErrorPageProps {
  reset: () => void;
}

/** What is left when a page fails; it brings its own few words, since nothing else may work. */
export default function ErrorPage({ reset }: ErrorPageProps) {
  const texts = /^\/en(\/|$)/.test(usePathname()) ? en : tr;
  return (
    <div
      role="alert"
      className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-center justify-center px-6 py-16 text-center"
    >
      <h1 className="text-heading">{texts.title}</h1>
      <p className="mt-1.5 text-ink-muted">{texts.text}</p>
      <button type="button" className={`${buttonVariants()} mt-5`} onClick={reset}>
        {texts.retry}
      </button>
    </div>
  );
}
