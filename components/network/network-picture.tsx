import { Icon } from '@/components/icons/icon';
import { DeviceStatusDot } from '@/components/ui/device-status-dot';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { listText } from '@/lib/i18n/list';
import { exactTime } from '@/lib/i18n/time';
import type { NetworkTree, TreeNode } from '@/lib/views/network-tree';
import { viaText } from '@/lib/views/network-tables';
import { inSentence } from '@/lib/words/in-sentence';
import { kindWords } from '@/lib/words/kinds';

interface Props {
  tree: NetworkTree;
  /** The network's name. */
  name: string;
}

/** A network from its gateway down, each device on the one that it hangs on; what is not known is said, not drawn. */
export function NetworkPicture({ tree: { roots, unplaced, readAt }, name }: Props) {
  return (
    <section class="tree" aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {roots.length > 0 ? (
        <Branches nodes={roots} />
      ) : (
        <p class="sheet-quiet">{t('sheet_empty_tree')}</p>
      )}
      {unplaced.length > 0 && (
        <p class="sheet-quiet">
          {t('sheet_unplaced', [listText(unplaced.map((node) => inSentence(node.name)))])}
        </p>
      )}
      {roots.length > 0 && readAt !== null && (
        <p class="sheet-quiet">{t('sheet_tree_read', [exactTime(readAt)])}</p>
      )}
    </section>
  );
}

function Branches({ nodes }: { nodes: readonly TreeNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.key}>
          <Node node={node} />
          {node.children.length > 0 && <Branches nodes={node.children} />}
        </li>
      ))}
    </ul>
  );
}

function Node({ node }: { node: TreeNode }) {
  const { kind, name, status, link, unknown } = node;
  const via = viaText(node);
  const words = (
    <bdi>
      <ValueText text={name} />
    </bdi>
  );
  return (
    <div class={`tree-node tree-${kind}`}>
      {via !== null && <span class="tree-via">{via}</span>}
      <span class="tree-name">
        {kind !== 'configuration' && kind !== 'gateway' && <Icon name={kind} />}
        <span class="hidden-text">{kindText(kind)} </span>
        {kind === 'gateway' && <span class="sheet-quiet">{t('sheet_gateway')} </span>}
        {link ? (
          <a href={link.url} target="_blank" rel="noreferrer">
            {words}
          </a>
        ) : (
          words
        )}
      </span>
      {status && <DeviceStatusDot status={status} />}
      {unknown > 0 && <span class="sheet-quiet">+ {t('sheet_plugged_unknown', unknown)}</span>}
    </div>
  );
}

/** Told to screen readers where sight has a picture. */
const kindText = (kind: TreeNode['kind']) =>
  kind === 'configuration' || kind === 'gateway' ? '' : t(kindWords[kind].name);
