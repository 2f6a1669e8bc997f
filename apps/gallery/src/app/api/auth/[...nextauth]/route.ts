import { createAuthHandler, sessionConfig } from "@oto/trpc/next";

const handle = createAuthHandler(() => sessionConfig("gallery"));

export { handle as GET, handle as POST };
