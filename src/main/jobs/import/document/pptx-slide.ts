/** Reads the texts of one slide: shapes with their paragraphs, tables with their cells. */
import { walkXml, type XmlBudget, type XmlTag } from '../guard/xml.ts';

/** A paragraph of a shape; `mark` is its number in a numbered list. */
export type SlideParagraph = {
  readonly text: string;
  readonly depth: number;
  readonly bullet: boolean;
  readonly mark: string;
};

/** A shape with text. `at` is its place on the slide, null where the layout decides. */
export type SlideShape = {
  readonly role: 'title' | 'body' | 'free' | 'list' | 'notes';
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly paragraphs: readonly SlideParagraph[];
  readonly rows: readonly (readonly string[])[] | null;
};

/** What a slide holds; headers, footers, dates and numbers of slides are no text of it. */
export type Slide = { readonly shapes: readonly SlideShape[]; readonly pictures: number; readonly hidden: boolean };

/** Reads a slide, the notes to one, or the data of a drawn list. */
export function readSlide(part: string, xml: string, budget: XmlBudget): Slide {
  const reader = new SlideReader();
  walkXml(part, xml, reader, budget);
  return { shapes: reader.shapes, pictures: reader.pictures, hidden: reader.hidden };
}

type Open = {
  role: SlideShape['role'] | 'none';
  at: SlideShape['at'];
  paragraphs: SlideParagraph[];
  rows: string[][] | null;
};

class SlideReader {
  readonly shapes: SlideShape[] = [];
  pictures = 0;
  hidden = false;
  private shape: Open | null = null;
  private words = '';
  private inText = false;
  private bullet: boolean | null = null;
  private numbered = false;
  private depth = 0;
  private count = 0;
  private fallbacks = 0;

  readonly open = ({ name, attributes }: XmlTag): void => {
    if (name === 'mc:Fallback') this.fallbacks += 1;
    if (this.fallbacks > 0) return;
    switch (name) {
      case 'p:sld':
        this.hidden = attributes['show'] === '0';
        break;
      case 'p:sp':
      case 'p:graphicFrame':
      case 'dgm:pt':
        // The model of a drawn list also has points that only say how it is laid out.
        this.shape = { role: attributes['type'] === 'pres' ? 'none' : 'free', at: null, paragraphs: [], rows: null };
        this.count = 0;
        break;
      case 'p:ph':
        if (this.shape !== null) this.shape.role = roleOf(attributes['type']);
        break;
      case 'a:off':
        if (this.shape !== null) this.shape.at ??= { x: Number(attributes['x']) || 0, y: Number(attributes['y']) || 0 };
        break;
      case 'p:pic':
      case 'c:chart':
        this.pictures += 1;
        break;
      default:
        this.openText(name, attributes);
    }
  };

  readonly text = (text: string): void => {
    if (this.inText) this.words += text;
  };

  readonly close = (name: string): void => {
    if (name === 'mc:Fallback') this.fallbacks -= 1;
    if (this.fallbacks > 0) return;
    if (name === 'a:t') this.inText = false;
    else if (name === 'a:p') this.paragraph();
    else if (name === 'a:tc') {
      const cell = this.shape?.paragraphs.splice(0).map(({ text }) => text) ?? [];
      this.shape?.rows?.at(-1)?.push(cell.filter((text) => text.trim() !== '').join('\n'));
    } else if (name === 'p:sp' || name === 'p:graphicFrame' || name === 'dgm:pt') {
      if (this.shape !== null && this.shape.role !== 'none') this.shapes.push({ ...this.shape, role: this.shape.role });
      this.shape = null;
    }
  };

  private openText(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'a:tbl' && this.shape !== null) this.shape.rows = [];
    else if (name === 'a:tr') this.shape?.rows?.push([]);
    else if (name === 'a:p') {
      this.words = '';
      this.bullet = null;
      this.numbered = false;
      this.depth = 0;
    } else if (name === 'a:pPr') this.depth = Math.min(8, Number(attributes['lvl'] ?? 0) || 0);
    else if (name === 'a:buNone') this.bullet = false;
    else if (name === 'a:buChar' || name === 'a:buBlip') this.bullet = true;
    else if (name === 'a:buAutoNum') {
      this.bullet = true;
      this.numbered = true;
    } else if (name === 'a:t') this.inText = true;
    else if (name === 'a:br') this.words += '\n';
    else if (name === 'a:tab') this.words += '\t';
  }

  private paragraph(): void {
    if (this.shape === null || this.words.trim() === '') return;
    // Layouts give the texts of their main place bullets unless a slide says otherwise.
    const bullet = this.bullet ?? (this.shape.role === 'body' && this.shape.rows === null);
    this.count = this.numbered ? this.count + 1 : 0;
    const mark = this.numbered ? `${this.count}.` : '';
    this.shape.paragraphs.push({ text: this.words, depth: this.depth, bullet, mark });
  }
}

function roleOf(type: string | undefined): Open['role'] {
  if (type === 'title' || type === 'ctrTitle') return 'title';
  if (type === 'dt' || type === 'ftr' || type === 'hdr' || type === 'sldNum' || type === 'sldImg') return 'none';
  return type === 'subTitle' ? 'free' : 'body';
}
