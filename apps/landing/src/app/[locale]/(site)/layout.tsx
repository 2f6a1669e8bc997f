import type { ReactNode } from "react";
import { SiteFooter } from "../../../features/shell/site-footer";
import { SiteHeader } from "../../../features/shell/site-header";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
