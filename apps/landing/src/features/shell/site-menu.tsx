"use client";

import { buttonVariants } from "@oto/ui/button";
import { Menu, X } from "lucide-react";
import Link from "next/link";
import { useEffect, useId, useState } from "react";

interface MenuLink {
  label: string;
  href: string;
}

interface SiteMenuProps {
  labels: { open: string; close: string; nav: string };
  links: readonly MenuLink[];
  signIn: MenuLink;
  register: MenuLink;
}

/** The menu of phones: a sheet below the header. */
export function SiteMenu({ labels, links, signIn, register }: SiteMenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setOpen(false);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
  const close = () => setOpen(false);
  return (
    <div className="lg:hidden">
      <button
        type="button"
        aria-label={open ? labels.close : labels.open}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="grid size-11 place-items-center rounded-control text-ink hover:bg-sunken"
      >
        {open ? (
          <X aria-hidden="true" className="size-6" />
        ) : (
          <Menu aria-hidden="true" className="size-6" />
        )}
      </button>
      {open ? (
        <div className="absolute inset-x-0 top-16 h-[calc(100dvh-4rem)]">
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            onClick={close}
            className="absolute inset-0 bg-scrim"
          />
          <nav
            id={id}
            aria-label={labels.nav}
            className="relative flex flex-col gap-1 rounded-b-sheet border-b bg-raised p-4 shadow-overlay"
          >
            {links.map(({ label, href }) => (
              <Link
                key={href}
                href={href}
                onClick={close}
                className="flex min-h-12 items-center rounded-control px-3 font-medium text-lg hover:bg-sunken"
              >
                {label}
              </Link>
            ))}
            <div className="mt-3 grid grid-cols-2 gap-2">
              <a
                href={signIn.href}
                className={buttonVariants({ variant: "secondary", size: "lg" })}
              >
                {signIn.label}
              </a>
              <Link href={register.href} onClick={close} className={buttonVariants({ size: "lg" })}>
                {register.label}
              </Link>
            </div>
          </nav>
        </div>
      ) : null}
    </div>
  );
}
