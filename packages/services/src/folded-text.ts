import { Prisma } from "@oto/db";
import { fold } from "@oto/domain";

/** The domain's fold of a column, as far as names and titles need it. */
export const foldedColumn = (
  column: Prisma.Sql,
): Prisma.Sql => Prisma.sql`lower(translate(${column},
  'İIıŞşĞğÜüÖöÇçÂâÎîÛûÉéÈèÊêËëÄäÁáÓóÑñŠšŽžĽľ',
  'iiissgguuooccaaiiuueeeeeeeeaaaaoonnsszzll'))`;

/** The pattern of `like` for texts that contain this one, its signs taken literally. */
export const containing = (text: string): string =>
  `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** The folded words of what somebody typed. */
export const foldedWords = (q: string): string[] =>
  fold(q)
    .split(/\s+/)
    .filter((word) => word !== "");
