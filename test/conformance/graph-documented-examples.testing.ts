import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** Microsoft's documented HTTP examples, page by page. They lie beside the repository, not in it. */
const folder = path.resolve(import.meta.dirname, '../../../shared/reference/graph-openapi/examples');

const pageSchema = z.object({
  examples: z.array(
    z.looseObject({
      heading: z.string(),
      kind: z.string(),
      status: z.number().optional(),
      body: z.unknown().optional(),
      bodyText: z.string().optional(),
    }),
  ),
});

export interface DocumentedExample {
  /** `call-answer: Notification - incoming` */
  readonly name: string;
  readonly page: string;
  /** `request`, `response`, `notification` or `body` (one that the page does not say the direction of). */
  readonly kind: string;
  readonly body: unknown;
}

export const hasDocumentedExamples = existsSync(folder);

/** Every example that has a body; none where the folder is absent. */
export function documentedExamples(): readonly DocumentedExample[] {
  if (!hasDocumentedExamples) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => examplesOf(name));
}

function examplesOf(file: string): readonly DocumentedExample[] {
  const page = file.replace('.json', '');
  const { examples } = pageSchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
  return examples.flatMap(({ heading, kind, body, bodyText }, index) => {
    const content = body ?? (bodyText?.startsWith('{') === true ? parseWithComments(bodyText) : undefined);
    return content === undefined ? [] : [{ name: `${page} ${index}: ${heading}`, page, kind, body: content }];
  });
}

/** A page explains a line inside its JSON. */
const parseWithComments = (text: string): unknown => JSON.parse(text.replace(/\s\/\/.*$/gm, ''));
