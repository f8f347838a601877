import { createHash, randomBytes } from 'node:crypto';

/** A secret that a browser holds; 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What we keep of a secret: enough to know it again, too little to use it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
