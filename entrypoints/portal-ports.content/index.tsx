import { render } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { PortMap, type PortMapProps } from '@/components/panel/port-map';
import styles from '@/components/panel/ports.css?inline';
import { offerPart } from '@/lib/portal/panel-parts';

/** The port map's code, injected by the background where a switch's panel is first shown. */
export default defineContentScript({
  matches: ['https://*.itglue.com/*'],
  registration: 'runtime',
  main() {
    offerPart<PortMapProps>('ports', styles, (root, props) =>
      render(props && <PortMap {...props} />, root),
    );
  },
});
