import { createBffHandler, sessionConfig } from "@oto/trpc/next";

const handle = createBffHandler(() => sessionConfig("gallery"));

export { handle as GET, handle as POST };
