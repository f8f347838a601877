import type { GraphHandler, GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import { type Subscription, subscriptionJson } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

type OnSubscription = (subscription: Subscription, request: GraphRequest) => GraphReply;

const entity = (request: GraphRequest, subscription: Subscription): Record<string, unknown> => ({
  '@odata.context': `${request.baseUrl}/$metadata#subscriptions/$entity`,
  ...subscriptionJson(subscription),
});

export function subscriptionRoutes(subscriptions: Subscriptions): GraphRoute[] {
  const permission = permissions.subscriptions;
  const onOne =
    (act: OnSubscription): GraphHandler =>
    (request) => {
      const id = request.params.id ?? '';
      const subscription = subscriptions.find(id, request.token);
      if (subscription) return act(subscription, request);
      return refuse(
        404,
        'ResourceNotFound',
        `The subscription ${id} does not exist, has expired or is not yours.`,
      );
    };
  const create: GraphHandler = async (request) => {
    const created = await subscriptions.create(request.token, request.body);
    return created.ok ? reply(201, entity(request, created.value)) : created.refusal;
  };
  const routes: GraphRoute[] = [
    { method: 'POST', path: '/subscriptions', permission, handle: create },
    {
      method: 'GET',
      path: '/subscriptions',
      permission,
      handle: (request) =>
        reply(200, {
          '@odata.context': `${request.baseUrl}/$metadata#subscriptions`,
          value: subscriptions.of(request.token).map(subscriptionJson),
        }),
    },
    {
      method: 'GET',
      path: '/subscriptions/:id',
      permission,
      handle: onOne((subscription, request) => reply(200, entity(request, subscription))),
    },
    {
      method: 'PATCH',
      path: '/subscriptions/:id',
      permission,
      handle: onOne((subscription, request) => {
        const renewed = subscriptions.renew(subscription, request.body);
        return renewed.ok ? reply(200, entity(request, renewed.value)) : renewed.refusal;
      }),
    },
    {
      method: 'DELETE',
      path: '/subscriptions/:id',
      permission,
      handle: onOne((subscription) => {
        subscriptions.remove(subscription);
        return reply(204);
      }),
    },
    { method: 'POST', path: '/subscriptions/:id/reauthorize', permission, handle: onOne(() => reply(204)) },
  ];
  return routes.map((route) => ({ ...route, service: 'subscriptions' }));
}
