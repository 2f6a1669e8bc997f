import { createAuthOptions, sessionConfig } from "@oto/trpc/next";
import NextAuth from "next-auth";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: Request, context: RouteContext): Promise<Response> {
  return NextAuth(createAuthOptions(sessionConfig("admin")))(request, context);
}

export { handle as GET, handle as POST };
