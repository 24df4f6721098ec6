/** Hands the page its one port to the core; the page gets nothing else, neither functions nor events. */
import { ipcRenderer } from 'electron';

// A page that is loaded again gets a preload of its own, and with it another port.
window.addEventListener('message', function ask(event: MessageEvent<unknown>) {
  if (event.source !== window || event.data !== 'throughline:want-port') return;
  window.removeEventListener('message', ask);
  ipcRenderer.once('throughline:port', ({ ports }) => {
    window.postMessage('throughline:port', location.origin, [...ports]);
  });
  ipcRenderer.send('throughline:want-port');
});
