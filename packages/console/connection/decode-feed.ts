import { type FeedMessage, feedMessageSchema } from '@switchboard/contract/feed/feed-message';
import { ok, type Result, refused } from '@switchboard/kit/result';

/** Reads one message of the server. The refusal says what does not fit, for the log; it carries no content. */
export function decodeFeed(text: string): Result<FeedMessage, string> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = feedMessageSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'type').join(', ');
  return refused(`does not fit the contract at: ${places}`);
}

function parseJson(text: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    return refused('is not JSON');
  }
}
