import type { SearchDocument } from '@switchboard/search/document/search-document';
import { foldWord } from '@switchboard/search/text/fold-word';
import pg from 'pg';
import type { Engine } from './engine.ts';
import type { BenchQuery, QueryKind } from './queries.ts';

/** Rows in one statement. */
const batch = 2_000;
/** The recall at higher thresholds is too low, the time at lower ones too long. */
const threshold = 0.3;

const foldText = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(foldWord)
    .filter(Boolean)
    .join(' ');
const digitsOf = (text: string): string => text.replace('(0)', '').replace(/\D/g, '');

/** PostgreSQL alone: words and their beginnings by `tsvector`, trigrams of the name where those find fewer than five. */
export class PostgresEngine implements Engine {
  readonly name = 'PostgreSQL';
  readonly #client: pg.Client;

  constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url });
  }

  async fill(people: Iterable<SearchDocument>, count: number): Promise<number> {
    await this.#client.connect();
    await this.#client.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE TABLE bench_people (id text, name text, words tsvector, phones text)`);
    let spent = 0;
    let rows: SearchDocument[] = [];
    const insert = async (): Promise<void> => {
      const columns = [
        rows.map(({ id }) => id),
        rows.map(({ name }) => foldText(name)),
        rows.map(wordsOf),
        rows.map(phonesOf),
      ];
      const since = performance.now();
      await this.#client.query(
        `INSERT INTO bench_people SELECT id, name, to_tsvector('simple', words), phones
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS p (id, name, words, phones)`,
        columns,
      );
      spent += performance.now() - since;
      rows = [];
    };
    for (const person of people) {
      rows.push(person);
      if (rows.length === batch) await insert();
    }
    if (rows.length > 0) await insert();
    const since = performance.now();
    await this.#client.query(`SET maintenance_work_mem = '512MB'`);
    await this.#client.query('CREATE INDEX ON bench_people USING gin (words)');
    await this.#client.query('CREATE INDEX ON bench_people USING gin (name gin_trgm_ops)');
    await this.#client.query('CREATE INDEX ON bench_people USING gin (phones gin_trgm_ops)');
    await this.#client.query('ANALYZE bench_people');
    await this.#client.query(`SET pg_trgm.similarity_threshold = ${threshold}`);
    await this.#client.query(`SET statement_timeout = '${count > 200_000 ? 10 : 5}s'`);
    return (spent + performance.now() - since) / 1_000;
  }

  async search({ text }: BenchQuery, kind: QueryKind): Promise<readonly string[]> {
    if (kind === 'phone') {
      const digits = digitsOf(text).replace(/^0/, '');
      return this.#ids('SELECT id FROM bench_people WHERE phones LIKE $1 LIMIT 10', `%${digits}%`);
    }
    const words = foldText(text);
    const spelled = await this.#ids(
      `SELECT id FROM bench_people WHERE words @@ to_tsquery('simple', $1) LIMIT 10`,
      words
        .split(' ')
        .map((word) => `${word}:*`)
        .join(' & '),
    );
    if (spelled.length >= 5 || kind === 'prefix') return spelled;
    const similar = await this.#ids(
      'SELECT id FROM bench_people WHERE name % $1 ORDER BY similarity(name, $1) DESC LIMIT 10',
      words,
    );
    return [...new Set([...spelled, ...similar])].slice(0, 10);
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #ids(sql: string, parameter: string): Promise<readonly string[]> {
    const { rows } = await this.#client.query<{ id: string }>({
      name: sql.slice(0, 60),
      text: sql,
      values: [parameter],
    });
    return rows.map(({ id }) => id);
  }
}

function wordsOf(person: SearchDocument): string {
  const { name, department, jobTitle, city, organisation, office, mail } = person;
  const initials = foldText(name)
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');
  return foldText(
    [name, initials, department, jobTitle, city, organisation, office, mail?.split('@')[0]].join(' '),
  );
}

const phonesOf = ({ phones = [] }: SearchDocument): string => phones.map(digitsOf).join(' ');
