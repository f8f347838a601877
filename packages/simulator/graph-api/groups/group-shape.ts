import { contoso } from '../../world/contoso.ts';
import type { Group } from '../../world/groups.ts';
import { directoryRefusal, type EntityShape, words } from '../entities/entity-shape.ts';

/** Security groups have no mailbox. */
export const mailOfGroup = ({ kind, mailNickname }: Group): string | null =>
  kind === 'security' ? null : `${mailNickname}@${contoso.domain}`;

const isByRule = ({ membership }: Group): boolean => membership.kind !== 'assigned';

/** The kind as `groupTypes`: `Unified` for Microsoft 365, `DynamicMembership` where a rule says who is in it. */
const typesOf = (group: Group): string[] => [
  ...(group.kind === 'microsoft365' ? ['Unified'] : []),
  ...(isByRule(group) ? ['DynamicMembership'] : []),
];

function ruleOf({ membership }: Group): string | null {
  if (membership.kind === 'assigned') return null;
  if (membership.kind === 'everybody') return '(user.userType -eq "Member")';
  return `(user.department -eq "${membership.department}")`;
}

/** Properties of Graph's group (https://learn.microsoft.com/graph/api/resources/group, read 2026-11-23). */
export const groupShape: EntityShape<Group> = {
  type: 'group',
  properties: {
    id: ({ id }) => id,
    classification: () => null,
    createdDateTime: () => '2019-04-01T08:00:00Z',
    deletedDateTime: () => null,
    description: ({ description }) => description,
    displayName: ({ displayName }) => displayName,
    groupTypes: typesOf,
    mail: mailOfGroup,
    mailEnabled: ({ kind }) => kind !== 'security',
    mailNickname: ({ mailNickname }) => mailNickname,
    membershipRule: ruleOf,
    membershipRuleProcessingState: (group) => (isByRule(group) ? 'On' : null),
    proxyAddresses: (group) => {
      const mail = mailOfGroup(group);
      return mail === null ? [] : [`SMTP:${mail}`];
    },
    securityEnabled: ({ kind }) => kind === 'security',
    visibility: ({ kind }) => (kind === 'microsoft365' ? 'Private' : null),
  },
  defaults: words(
    'id,classification,createdDateTime,deletedDateTime,description,displayName,groupTypes,mail,mailEnabled,mailNickname,membershipRule,membershipRuleProcessingState,proxyAddresses,securityEnabled,visibility',
  ),
  relations: ['members'],
  indexed: new Set(
    words('createdDateTime,displayName,groupTypes,id,mail,mailEnabled,mailNickname,securityEnabled'),
  ),
  ordered: ['displayName'],
  tokenised: ['displayName', 'description'],
  refuse: directoryRefusal,
};
