"use client";

import type { ComponentProps, ElementType, ReactNode } from "react";
import { createContext, useContext } from "react";

const LinkContext = createContext<ElementType>("a");

interface LinkProviderProps {
  /** The router's link, e.g. Next's; rendered with the props of an anchor. */
  component: ElementType;
  children: ReactNode;
}

/** Makes every link of the kit a link of the app's router. Put it once in the root layout. */
export function LinkProvider({ component, children }: LinkProviderProps) {
  return <LinkContext.Provider value={component}>{children}</LinkContext.Provider>;
}

/** An anchor of the app's router; a plain `<a>` where no {@link LinkProvider} stands above. */
export function UiLink(props: ComponentProps<"a"> & { href: string }) {
  const Component = useContext(LinkContext);
  return <Component {...props} />;
}
