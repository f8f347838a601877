import type { X509Certificate } from 'node:crypto';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { World } from '../../world/world.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Errands } from '../delivery/errands.ts';
import { outsideUrl } from '../delivery/outside-url.ts';
import type { GraphToken } from '../wire/graph-request.ts';
import { admits, holdsAny, isDelegated, permissions } from '../wire/permissions.ts';
import { badRequest, type GraphReply, parseBody, refuse } from '../wire/reply.ts';
import { validateAddress } from './handshake.ts';
import { tellLifecycle } from './lifecycle-teller.ts';
import { readCertificate } from './rich-content.ts';
import { owns, type Subscription } from './subscription.ts';
import type { SubscriptionFates } from './subscription-fate.ts';
import { maxMinutes, readResource, type Watched } from './watched.ts';

const subscriptionIn = z.looseObject({
  changeType: z.string().min(1),
  notificationUrl: z.string().min(1),
  lifecycleNotificationUrl: z.string().nullish(),
  resource: z.string().min(1),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).nullish(),
  includeResourceData: z.boolean().nullish(),
  encryptionCertificate: z.string().nullish(),
  encryptionCertificateId: z.string().max(128).nullish(),
});

type Body = z.infer<typeof subscriptionIn>;

const expiryIn = z.looseObject({ expirationDateTime: z.iso.datetime({ offset: true }) });

const invalid = (message: string): GraphReply => refuse(400, 'InvalidRequest', message);

const changeTypesOf: Readonly<Record<Watched['kind'], readonly string[]>> = {
  presence: ['updated'],
  users: ['created', 'updated', 'deleted'],
  groups: ['created', 'updated', 'deleted'],
};

export interface SubscriptionParts {
  readonly world: World;
  readonly errands: Errands;
  readonly delivery: Delivery;
  readonly fates: SubscriptionFates;
}

/** Who wants to be told of what. A subscription that expires is forgotten, and so is one whose user has lost access. */
export class Subscriptions {
  readonly #world: World;
  readonly #errands: Errands;
  readonly #delivery: Delivery;
  readonly #fates: SubscriptionFates;
  readonly #all = new Map<string, Subscription>();

  constructor({ world, errands, delivery, fates }: SubscriptionParts) {
    this.#world = world;
    this.#errands = errands;
    this.#delivery = delivery;
    this.#fates = fates;
    world.directory.onChange(({ personId }) => this.#endWithout(personId));
  }

  all(): Subscription[] {
    return [...this.#all.values()];
  }

  of(token: GraphToken): Subscription[] {
    return this.all().filter((subscription) => owns(subscription, token));
  }

  find(id: string, token: GraphToken): Subscription | undefined {
    const found = this.#all.get(id.toLowerCase());
    return found && owns(found, token) ? found : undefined;
  }

  /** Validates the addresses by the handshake before anything exists. */
  async create(token: GraphToken, given: unknown): Promise<Result<Subscription, GraphReply>> {
    const read = parseBody(subscriptionIn, given);
    if (!read.ok) return read;
    const body = read.value;
    const watched = readResource(body.resource);
    if (!watched.ok) return refused(invalid(watched.refusal));
    const refusal = this.#refusalOf(token, body, watched.value);
    if (refusal) return refused(refusal);
    const encryption = readEncryption(body);
    if (!encryption.ok) return encryption;
    const expiresAt = this.#readExpiry(body.expirationDateTime, watched.value);
    if (!expiresAt.ok) return expiresAt;
    const unreachable = await this.#validate(body);
    if (unreachable) return refused(unreachable);
    const subscription: Subscription = {
      id: this.#world.newId(),
      applicationId: token.applicationId,
      tenantId: token.tenantId,
      userId: token.userId ?? null,
      resource: body.resource,
      watched: watched.value,
      changeTypes: splitTypes(body.changeType),
      notificationUrl: body.notificationUrl,
      lifecycleNotificationUrl: body.lifecycleNotificationUrl ?? null,
      clientState: body.clientState ?? null,
      encryption: encryption.value,
      expiresAt: expiresAt.value,
      stop: () => undefined,
    };
    if (watched.value.kind === 'groups') this.#world.groups.awake();
    this.#all.set(subscription.id, subscription);
    this.#expireLater(subscription);
    return ok(subscription);
  }

  renew(subscription: Subscription, given: unknown): Result<Subscription, GraphReply> {
    const body = parseBody(expiryIn, given);
    if (!body.ok) return body;
    const expiresAt = this.#readExpiry(body.value.expirationDateTime, subscription.watched);
    if (!expiresAt.ok) return expiresAt;
    subscription.expiresAt = expiresAt.value;
    this.#expireLater(subscription);
    return ok(subscription);
  }

  remove(subscription: Subscription): void {
    subscription.stop();
    this.#all.delete(subscription.id);
  }

  #expireLater(subscription: Subscription): void {
    subscription.stop();
    const { clock, settings } = this.#world;
    const life = subscription.expiresAt - clock.now();
    const warning = settings.reauthorizeMinutes * 60_000;
    const stops = [clock.after(life, () => this.remove(subscription))];
    if (warning > 0) {
      // A short life is warned of in its middle.
      const warnIn = Math.max(life / 2, life - warning);
      stops.push(
        clock.after(warnIn, () => tellLifecycle(this.#delivery, subscription, 'reauthorizationRequired')),
      );
    }
    subscription.stop = () => {
      for (const stop of stops) stop();
    };
  }

  /** A subscription made in somebody's name ends with their access. */
  #endWithout(personId: string): void {
    if (this.#world.directory.find(personId)?.accountEnabled === true) return;
    for (const subscription of this.all()) {
      if (subscription.userId !== personId) continue;
      this.remove(subscription);
      tellLifecycle(this.#delivery, subscription, 'subscriptionRemoved');
    }
  }

  #refusalOf(token: GraphToken, body: Body, watched: Watched): GraphReply | undefined {
    const denied = (message: string): GraphReply => refuse(403, 'Forbidden', message);
    if (watched.kind === 'presence') {
      // Application tokens cannot watch presence (graph-contract B.3).
      if (!isDelegated(token) || !holdsAny(token.scopes, ['Presence.Read.All'])) {
        return denied('Presence can be watched with a delegated token that holds Presence.Read.All only.');
      }
      if (this.of(token).some((other) => other.watched.kind === 'presence')) {
        return refuse(
          409,
          'Conflict',
          'This user has a presence subscription of this application already; renew or delete it.',
        );
      }
    } else if (watched.kind === 'users' && !admits(permissions.delta, token)) {
      return denied('Watching users needs User.Read.All.');
    } else if (watched.kind === 'groups' && !admits(permissions.groupMembers, token)) {
      return denied('Watching groups needs GroupMember.Read.All or more.');
    }
    const allowed = changeTypesOf[watched.kind];
    const wrong = splitTypes(body.changeType).find((type) => !allowed.includes(type));
    return wrong === undefined
      ? undefined
      : invalid(`changeType: '${wrong}' is not supported for this resource; ${allowed.join(', ')} is.`);
  }

  #readExpiry(text: string, watched: Watched): Result<number, GraphReply> {
    const expiresAt = Date.parse(text);
    const now = this.#world.clock.now();
    if (expiresAt <= now) return refused(invalid('expirationDateTime: lies in the past.'));
    const minutes = maxMinutes(watched);
    // A minute of grace for clocks that differ and requests that take their time.
    if (expiresAt > now + (minutes + 1) * 60_000) {
      return refused(
        invalid(`expirationDateTime: can be at most ${minutes} minutes from now for this resource.`),
      );
    }
    const life = this.#fates.life();
    return ok(life === undefined ? expiresAt : Math.min(expiresAt, now + life * 60_000));
  }

  async #validate(body: Body): Promise<GraphReply | undefined> {
    const addresses = {
      notificationUrl: body.notificationUrl,
      lifecycleNotificationUrl: body.lifecycleNotificationUrl,
    };
    for (const [field, address] of Object.entries(addresses)) {
      if (!address) continue;
      const url = outsideUrl(field, address);
      if (!url.ok) return badRequest(url.refusal);
      const token = `Validation: Testing client application reachability for subscription Request-Id: ${this.#world.newId()}`;
      const problem = await this.#errands.run(validateAddress(address, token));
      if (problem) return invalid(`Subscription validation request failed. ${field}: ${problem}.`);
    }
    return undefined;
  }
}

const splitTypes = (text: string): string[] => text.split(',').map((type) => type.trim().toLowerCase());

function readEncryption(
  body: Body,
): Result<{ readonly certificate: X509Certificate; readonly id: string } | null, GraphReply> {
  if (!body.includeResourceData) return ok(null);
  const { encryptionCertificate, encryptionCertificateId } = body;
  if (!encryptionCertificate || !encryptionCertificateId) {
    const message = 'includeResourceData needs encryptionCertificate and encryptionCertificateId.';
    return refused(invalid(message));
  }
  const certificate = readCertificate(encryptionCertificate);
  if (!certificate.ok) return refused(invalid(certificate.refusal));
  return ok({ certificate: certificate.value, id: encryptionCertificateId });
}
