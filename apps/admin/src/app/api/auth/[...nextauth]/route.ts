import { createAuthHandler, sessionConfig } from "@oto/trpc/next";

const handle = createAuthHandler(() => sessionConfig("admin"));

export { handle as GET, handle as POST };
