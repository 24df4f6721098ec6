/** The page: connects to the core and shows the interface. */
import { boot } from './app/boot.tsx';

const root = document.getElementById('root');
if (root !== null) void boot(root);
