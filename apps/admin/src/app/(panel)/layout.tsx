import { readFrontEndEnv } from "@oto/trpc/next";
import type { ReactNode } from "react";
import { loadMe } from "../../features/session/load-me";
import { SessionProvider } from "../../features/session/session-provider";
import { Stranger } from "../../features/session/stranger";
import { AppFrame } from "../../features/shell/app-frame";

/** The panel is for the platform's staff; anybody else is told where they belong. */
export default async function PanelLayout({ children }: { children: ReactNode }) {
  const me = await loadMe();
  const { OTO_ENV, OTO_GALLERY_URL } = readFrontEndEnv();
  if (me.user.platformRole === null) {
    const { firstName, lastName } = me.user;
    return <Stranger name={`${firstName} ${lastName}`} galleryUrl={OTO_GALLERY_URL} />;
  }
  return (
    <SessionProvider me={me}>
      <AppFrame showKit={OTO_ENV !== "production"}>{children}</AppFrame>
    </SessionProvider>
  );
}
