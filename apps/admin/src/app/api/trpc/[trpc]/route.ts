import { createBffHandler, sessionConfig } from "@oto/trpc/next";

const handle = createBffHandler(() => sessionConfig("admin"));

export { handle as GET, handle as POST };
