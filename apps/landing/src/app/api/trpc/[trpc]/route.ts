import { createBffHandler, sessionConfig } from "@oto/trpc/next";

const handle = createBffHandler(() => sessionConfig("landing"));

export { handle as GET, handle as POST };
