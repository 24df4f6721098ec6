/** Fonts, tokens and base styles: imported once, by the frame, before anything else. Nothing is fetched from elsewhere. */
import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './tokens.css';
import './base.css';
